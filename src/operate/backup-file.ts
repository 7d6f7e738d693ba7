import { createHash } from 'node:crypto'
import { labels } from '../domain/graph-schema.js'
import { CairnError } from '../errors.js'

/*
 * A backup is one file of JSON lines, gzipped: a header, every node, every edge, and at the end the
 * counts and the SHA-256 of all bytes before that line. A node has a number in the file, by which the
 * edges name it; how values are written says graph/portable-values.ts.
 */

export const backupFormat = 1

export interface BackupHeader {
  readonly cairn: 'backup'
  readonly format: number
  /** The number of the last migration that the graph went through. */
  readonly schema: number
  readonly embedder: string | null
  readonly dimensions: number | null
  /** ISO 8601. */
  readonly takenAt: string
  readonly nodes: number
  readonly edges: number
}

export interface BackupEnd {
  readonly nodes: number
  readonly edges: number
  readonly sha256: string
}

/** Labels of what is copied: the steps of the schema belong to a graph, not to what is in it. */
export const copiedLabels: readonly string[] = labels.filter((label) => label !== 'Migration')

/** A line longer than this is no node of ours, in bytes. */
const longestLine = 64 * 1024 * 1024

/**
 * The lines of a backup as they come in, the header first, without the last one, which is checked.
 * @throws CairnError BAD_SOURCE where the file is not whole, GRAPH_TOO_NEW where a newer Cairn wrote it
 */
export async function* backupLines(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  const seen = { nodes: 0, edges: 0 }
  let held: Buffer | null = null
  for await (const line of linesOf(source)) {
    if (held === null) readHeader(line)
    else {
      hash.update(held).update('\n')
      if (held.subarray(0, 7).toString() === '{"node"') seen.nodes += 1
      else if (held.subarray(0, 7).toString() === '{"from"') seen.edges += 1
      yield held
    }
    held = line
  }
  const end = held === null ? null : endOf(held)
  if (end === null) throw broken('it ends before its last line, so it is not whole')
  if (end.sha256 !== hash.digest('hex'))
    throw broken('its checksum is another than its content has')
  if (end.nodes !== seen.nodes || end.edges !== seen.edges)
    throw broken('it holds another number of nodes or edges than it says')
}

async function* linesOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let parts: Buffer[] = []
  let length = 0
  for await (const chunk of source) {
    let rest = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    for (let end = rest.indexOf(10); end !== -1; end = rest.indexOf(10)) {
      yield Buffer.concat([...parts, rest.subarray(0, end)])
      parts = []
      length = 0
      rest = rest.subarray(end + 1)
    }
    if (rest.length > 0) parts.push(Buffer.from(rest))
    length += rest.length
    if (length > longestLine) throw broken('it has a line that is too long')
  }
  if (length > 0) throw broken('it ends in the middle of a line, so it is not whole')
}

/** @throws CairnError BAD_SOURCE, GRAPH_TOO_NEW */
export function readHeader(line: Buffer): BackupHeader {
  const header = parsed(line) as Partial<BackupHeader>
  if (header.cairn !== 'backup') throw broken('its first line is not that of a backup')
  if (header.format !== backupFormat) {
    throw new CairnError(
      'GRAPH_TOO_NEW',
      `This backup is of format ${String(header.format).slice(0, 20)}; this Cairn reads format ${backupFormat}. Upgrade Cairn.`
    )
  }
  const { embedder, dimensions } = header
  const whole = [header.schema, header.nodes, header.edges].every(Number.isInteger)
  const known = embedder === null || typeof embedder === 'string'
  if (!whole || !known || (dimensions !== null && !Number.isInteger(dimensions)))
    throw broken('its first line lacks something')
  return header as BackupHeader
}

function endOf(line: Buffer): BackupEnd | null {
  const { end } = parsed(line) as { end?: BackupEnd }
  return end ?? null
}

/** A line as an object. @throws CairnError BAD_SOURCE */
export function parsed(line: Buffer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line.toString('utf8'))
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>
  } catch {
    // Said below.
  }
  throw broken('it has a line that is no JSON object')
}

export function broken(why: string): CairnError {
  return new CairnError('BAD_SOURCE', `This is no whole backup of Cairn: ${why}.`)
}

/** What reading a damaged file throws, in our words; others as they are. */
export function readingFailure(error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code?.startsWith('Z_') === true) return broken('it cannot be unpacked to its end')
  return error
}
