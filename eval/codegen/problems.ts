import { readJsonLines, type Problem } from '../retrieval/problems.js'

/** A problem in DS-1000's form: a prompt, a solution that is known, and the program that judges one. */
export interface CodeProblem extends Problem {
  /** Defines `test_execution(solution)` and, of some, `test_string(solution)`. */
  readonly test: string
  readonly reference: string
}

interface Line {
  readonly id?: unknown
  readonly library?: string
  readonly family?: string
  readonly perturbation?: string
  readonly prompt?: unknown
  readonly docs?: readonly string[]
  readonly code_context?: unknown
  readonly reference_code?: unknown
}

/** Reads problems with their tests. @throws Error naming the line that has none */
export function readCodeProblems(file: string): CodeProblem[] {
  return readJsonLines<Line>(file).map((line, at) => {
    const { id, prompt, code_context: test, reference_code: reference } = line
    if (typeof id !== 'string' || typeof prompt !== 'string' || typeof test !== 'string')
      throw new Error(`${file}, line ${at + 1}: expected id, prompt and code_context as texts`)
    return {
      id,
      prompt,
      test,
      reference: typeof reference === 'string' ? reference : '',
      library: line.library ?? 'unknown',
      family: line.family ?? id,
      docs: line.docs ?? [],
      ...(line.perturbation === undefined ? {} : { perturbation: line.perturbation })
    }
  })
}
