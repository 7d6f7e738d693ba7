import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { CairnError } from '../errors.js'

/** What a file of the home holds; null where there is none, or nothing that could be read as an object. */
export function readKept(file: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

/** Keeps a value in a file that only its owner reads, whole or not at all. @throws CairnError NOT_CONFIGURED */
export function keepJson(file: string, value: object): void {
  const draft = `${file}.${process.pid}.tmp`
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(draft, `${JSON.stringify(value, null, 1)}\n`, { mode: 0o600 })
    renameSync(draft, file)
  } catch (error) {
    rmSync(draft, { force: true })
    throw new CairnError(
      'NOT_CONFIGURED',
      `${file} cannot be written; expected a home folder that may be.`,
      {
        cause: error,
        details: { field: 'CAIRN_HOME', value: file }
      }
    )
  }
}

/** The strings of a list; nothing for anything else. */
export function stringsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
}
