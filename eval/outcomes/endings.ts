import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../src/package-root.js'

/** A step of a made-up session: a command and what it printed, a change of a file, or what the person said. */
export type EndingStep =
  | { readonly run: string; readonly output: string; readonly exit: number }
  | { readonly edit: string }
  | { readonly person: string }

/** How a made-up session ends, and what a careful reader would say came of it. */
export interface Ending {
  readonly name: string
  readonly steps: readonly EndingStep[]
  readonly truth: 'passed' | 'failed' | 'unknown'
  /** What is true where the form of the recording tells no exit codes; the same unless told. */
  readonly truthWithoutExit?: 'passed' | 'failed' | 'unknown'
}

/** The endings of a file beside this one, an ending a line. */
export function endingsIn(name: string): Ending[] {
  return readFileSync(join(packageRoot(), 'eval', 'outcomes', name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Ending)
}
