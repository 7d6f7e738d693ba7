import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CairnError } from '../errors.js'

/** That something was deleted: kept beside the graph, so that an older copy of it is put back without that. */
export interface Tombstone {
  readonly id: string
  /** ISO 8601. */
  readonly at: string
  readonly by: string
}

/** Where the deletions of a home are written down, a line of JSON each. */
export function tombstoneFile(home: string): string {
  return join(home, 'tombstones.jsonl')
}

/** @throws CairnError NOT_CONFIGURED where the file cannot be written */
export function keepTombstones(file: string, tombstones: readonly Tombstone[]): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    const lines = tombstones.map((one) => `${JSON.stringify(one)}\n`)
    appendFileSync(file, lines.join(''), { mode: 0o600, flush: true })
  } catch (error) {
    throw new CairnError('NOT_CONFIGURED', `${file} cannot be written; nothing was deleted.`, {
      cause: error,
      details: { field: 'CAIRN_HOME', value: file }
    })
  }
}

/** @throws CairnError BAD_SOURCE for a line that is no tombstone */
export function readTombstones(file: string): Tombstone[] {
  return linesOf(file).map((line, i) => {
    try {
      const { id, at, by } = JSON.parse(line) as Record<string, unknown>
      if (typeof id === 'string' && typeof at === 'string' && typeof by === 'string')
        return { id, at, by }
    } catch {
      // Told below.
    }
    throw new CairnError('BAD_SOURCE', `Line ${i + 1} of ${file} is no deletion.`, {
      details: { field: 'tombstones', value: file }
    })
  })
}

/**
 * What was deleted by the tombstones of a home, and by those of a file beside.
 * @throws CairnError BAD_SOURCE where that file is not there or either cannot be read
 */
export function tombstonesOf(home: string, file?: string): Tombstone[] {
  if (file !== undefined && !existsSync(file))
    throw new CairnError(
      'BAD_SOURCE',
      `${file} is not there; expected tombstones.jsonl of a home.`,
      {
        details: { field: 'deletions', value: file }
      }
    )
  const own = readTombstones(tombstoneFile(home))
  return file === undefined ? own : [...own, ...readTombstones(file)]
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw new CairnError('BAD_SOURCE', `${file} cannot be read.`, { cause: error })
  }
}
