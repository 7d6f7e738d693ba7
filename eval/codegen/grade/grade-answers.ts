import type { CandidateResult } from '../execute/candidate-result.js'
import type { RunOptions } from '../execute/run-candidates.js'
import { runCandidates } from '../execute/run-candidates.js'
import type { CodeProblem } from '../problems.js'
import type { Answer } from './answers.js'

/** An answer with its verdict. */
export interface Graded extends CandidateResult {
  readonly id: string
  readonly library: string
  readonly family: string
  readonly sample: number
  readonly foundIn: Answer['foundIn'] | 'missing'
}

/** Runs every answer under its problem's test; a problem without an answer counts as 'no-code', it is not dropped. */
export async function gradeAnswers(
  problems: readonly CodeProblem[],
  answers: readonly Answer[],
  options: RunOptions
): Promise<Graded[]> {
  const byId = new Map<string, Answer[]>()
  for (const answer of answers) byId.set(answer.id, [...(byId.get(answer.id) ?? []), answer])
  const rows = problems.flatMap((problem) =>
    (byId.get(problem.id) ?? [null]).map((answer) => ({ problem, answer }))
  )
  const results = await runCandidates(
    rows.map(({ problem, answer }) => ({
      id: problem.id,
      test: problem.test,
      code: answer?.code ?? ''
    })),
    options
  )
  return rows.map(({ problem, answer }, i) => ({
    id: problem.id,
    library: problem.library,
    family: problem.family,
    sample: answer?.sample ?? 0,
    foundIn: answer?.foundIn ?? 'missing',
    ...(results[i] ?? { verdict: 'no-code' as const }),
    ...(answer === null ? { line: 'there is no answer to this problem' } : {})
  }))
}
