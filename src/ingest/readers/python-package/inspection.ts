import { createHash } from 'node:crypto'
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { basename, isAbsolute, join } from 'node:path'
import { CairnError } from '../../../errors.js'
import { badSource } from '../bad-source.js'

const named = /\.[0-9a-f]{12}\.inspected$/

/** Whether a source is a file that `cairn ingest` wrote, rather than the name of a package. */
export function isInspection(source: string): boolean {
  return isAbsolute(source) && named.test(source)
}

/** A source for a person: of the file of an inspection the name by which the package was asked for. */
export function nameOfInspection(source: string): string {
  return isInspection(source) ? basename(source).replace(named, '') : source
}

/** Keeps what a Python said of a package. @returns the file, the same for the same words */
export async function writeInspection(
  folder: string,
  name: string,
  lines: readonly string[]
): Promise<string> {
  const text = `${lines.join('\n')}\n`
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12)
  const file = join(folder, `${name}.${hash}.inspected`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(file, text, { mode: 0o600 })
  return file
}

/** @throws CairnError BAD_SOURCE, TOO_LARGE */
export async function readInspection(
  file: string,
  maxBytes: number
): Promise<{ name: string; lines: string[] }> {
  const { size = 0 } = (await stat(file).catch(() => undefined)) ?? {}
  if (size > maxBytes)
    throw new CairnError(
      'TOO_LARGE',
      `${file} has more than ${String(maxBytes)} bytes, the most that is read of one package.`,
      {
        details: { file, limit: maxBytes }
      }
    )
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw badSource(
      file,
      `cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`,
      'Run cairn ingest python-package again'
    )
  })
  const lines = text.split('\n').filter(Boolean)
  if (lines.every(isJson)) return { name: nameOfInspection(file), lines }
  throw badSource(
    file,
    'does not hold what cairn ingest found in a package',
    'Run cairn ingest python-package again'
  )
}

function isJson(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null
  } catch {
    return false
  }
}
