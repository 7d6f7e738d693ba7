import type { CandidateResult } from '../execute/candidate-result.js'
import type { CodeProblem } from '../problems.js'
import { givesAway } from './gives-away.js'
import type { Hinted } from './draft-and-hint.js'

/**
 * The draft and what was said of it as a canonical trace: no word of the reference is in it.
 * @param result of the draft's own tests, where they were run
 * @throws Error where a hint gives the solution away: it must not have come so far
 */
export function hintTrace(
  { draft, hints }: Hinted,
  {
    problem,
    model,
    result
  }: {
    readonly problem: CodeProblem
    readonly model: string
    readonly result: CandidateResult | null
  }
): Record<string, unknown> {
  const telling = hints.find((hint) => givesAway(hint, problem.reference) !== null)
  if (telling !== undefined)
    throw new Error(`a hint for ${problem.id} gives the solution away: '${telling.slice(0, 100)}'`)
  const error = result === null || result.verdict === 'passed' ? '' : (result.line ?? '')
  return {
    schema: 'cairn.trace/1',
    task: { text: problem.prompt, family: problem.family },
    agent: { name: 'synthetic-developer' },
    model: { name: model },
    libraries: [],
    steps: [
      {
        role: 'agent',
        action: { kind: 'code', input: draft ?? '' },
        state: { text: draft ?? '', language: 'python' },
        ...(error === '' ? {} : { error })
      },
      ...hints.map((hint) => ({ role: 'user', instruction: hint }))
    ],
    outcome: outcomeOf(problem, result),
    notes: hints.join('\n')
  }
}

function outcomeOf({ id }: CodeProblem, result: CandidateResult | null): Record<string, string> {
  if (result === null) return { status: 'unknown' }
  const status = result.verdict === 'passed' ? 'passed' : 'failed'
  return { status, judgedBy: 'tests', evidence: `the tests of ${id} ${status}` }
}
