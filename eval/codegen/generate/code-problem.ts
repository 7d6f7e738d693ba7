import { readProblems, type Problem } from '../../retrieval/problems.js'

/** A problem whose candidates can be executed, as DS-1000 files have it. */
export interface CodeProblem extends Problem {
  readonly reference_code: string
  /** Python that defines `test_execution(solution)`, sometimes `test_string(solution)`. */
  readonly code_context: string
}

/** @throws Error naming the first problem without a reference or tests */
export function readCodeProblems(file: string): CodeProblem[] {
  return readProblems(file).map((problem) => {
    const { reference_code, code_context } = problem as Partial<CodeProblem>
    if (typeof reference_code === 'string' && typeof code_context === 'string')
      return { ...problem, reference_code, code_context }
    throw new Error(
      `${file}: ${problem.id} has no reference_code or no code_context; expected both, as DS-1000 files have them`
    )
  })
}

/** Problems whose tests check what the text does not say, or whose reference is poor advice (methods.md B.11). */
const flaggedNumbers = new Set([0, 1, 7, 8, 9, 12, 13, 14, 133, 153])

export type Slice = 'flagged' | 'others'

export function sliceOf({ id }: Pick<CodeProblem, 'id'>): Slice {
  const number = /^ds1000\/(\d+)$/.exec(id)?.[1]
  return number !== undefined && flaggedNumbers.has(Number(number)) ? 'flagged' : 'others'
}
