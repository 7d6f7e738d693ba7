import type { CodeProblem } from './problems.js'

/** What an arm gives a model beside the problem; '' for nothing. */
export type ArmContext = (problem: CodeProblem) => Promise<string>

export interface ArmOptions {
  /** All problems of the run: an arm with a memory refuses one that holds a family of theirs. */
  readonly problems: readonly CodeProblem[]
  /** Dumps of documentation. */
  readonly docs: readonly string[]
  readonly traces?: string
  readonly home?: string
  readonly embedder?: string
  readonly seed: number
}

export interface OpenedArm {
  readonly context: ArmContext
  /** What the report has to say of it: versions, counts. */
  readonly manifest: Readonly<Record<string, unknown>>
  close(): Promise<void>
}

export type OpenArm = (options: ArmOptions) => Promise<OpenedArm>

/** The baseline: a model with nothing but the problem. */
export const none: OpenArm = () =>
  Promise.resolve({
    context: () => Promise.resolve(''),
    manifest: { memory: 'none' },
    close: () => Promise.resolve()
  })
