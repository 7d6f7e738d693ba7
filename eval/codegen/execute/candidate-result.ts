/**
 * How a candidate ended: the test agreed, an assertion did not, something was thrown, a limit was met,
 * a signal ended it, or there was no code to run.
 */
export const verdicts = [
  'passed',
  'failed',
  'error',
  'timeout',
  'memory',
  'output',
  'killed',
  'no-code'
] as const
export type Verdict = (typeof verdicts)[number]

export interface CandidateResult {
  readonly verdict: Verdict
  /** The class of what was thrown, the limit met or the signal. */
  readonly type?: string
  /** The last line of the error. */
  readonly line?: string
  /** The end of the traceback. */
  readonly trace?: string
  readonly seconds?: number
  /** The most memory held, in MiB; what the libraries take is part of it. */
  readonly peakMb?: number
  /** Head and tail of what was printed. */
  readonly output?: string
  /** Processes that were still there when the candidate had ended; they were ended too. */
  readonly left?: number
}

/** Code under a test as DS-1000 has them: a program that defines `test_execution(solution)`. */
export interface Candidate {
  readonly test: string
  readonly code: string
}
