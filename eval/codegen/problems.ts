import { badInput } from '../../src/errors.js'
import type { Problem } from '../retrieval/problems.js'
import { linesOf } from './flags.js'

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

/** Reads problems with their tests. @throws CairnError BAD_INPUT naming the line that has none */
export function readCodeProblems(file: string): CodeProblem[] {
  return linesOf<Line>('--problems', file).map((line, at) => {
    const { id, prompt, code_context: test, reference_code: reference } = line
    if (typeof id !== 'string' || typeof prompt !== 'string' || typeof test !== 'string')
      throw badInput(
        '--problems',
        file,
        `id, prompt and code_context as texts in every line (line ${at + 1} lacks one)`
      )
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
