import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs'
import { dirname } from 'node:path'
import { CairnError } from '../../../src/errors.js'
import type { CandidateResult } from './candidate-result.js'

/** Results by key, one JSON line each. */
export interface ResultStore {
  readonly known: ReadonlyMap<string, CandidateResult>
  add(key: string, id: string, result: CandidateResult): void
}

/**
 * Opens the results of earlier runs; a last line that was cut short, because the run was killed while
 * it wrote, is taken away and its candidate runs again.
 */
export function openResults(file: string | undefined): ResultStore {
  const known = new Map<string, CandidateResult>()
  if (file !== undefined) {
    mkdirSync(dirname(file), { recursive: true })
    for (const { key, result } of existsSync(file) ? readResults(file) : []) known.set(key, result)
  }
  return {
    known,
    add: (key, id, result) => {
      known.set(key, result)
      if (file !== undefined) appendFileSync(file, `${JSON.stringify({ key, id, result })}\n`)
    }
  }
}

interface Line {
  readonly key: string
  readonly result: CandidateResult
}

function readResults(file: string): Line[] {
  const bytes = readFileSync(file)
  const whole = bytes.lastIndexOf(10) + 1
  if (whole < bytes.length) truncateSync(file, whole)
  return bytes
    .toString('utf8', 0, whole)
    .split('\n')
    .filter((line) => line !== '')
    .map((line, at) => {
      try {
        return JSON.parse(line) as Line
      } catch (error) {
        throw new CairnError(
          'BAD_SOURCE',
          `${file}, line ${at + 1} is no result; expected those of an earlier run: move the file away to start anew.`,
          { cause: error }
        )
      }
    })
}
