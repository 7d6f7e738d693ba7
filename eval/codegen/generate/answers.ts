import type { CandidateResult, Candidate } from '../execute/candidate-result.js'
import type { ArmName } from '../arms/arms.js'
import type { Context } from '../arms/contexts.js'
import type { Ask } from './asker.js'
import type { Reply } from './calls.js'
import type { CodeProblem } from '../problems.js'
import type { FaultKind } from './faults.js'
import { codeMessages } from './code-messages.js'

/** Where one candidate stands in the matrix. */
export interface Cell {
  readonly problem: CodeProblem
  readonly arm: ArmName
  readonly model: string
  readonly sample: number
}

/** What a model made of one cell, and what became of it. */
export interface Answer extends Cell {
  /** Null where none came. */
  readonly code: string | null
  /** Why no code came; null where it did. `no-code`: a reply without any. */
  readonly missing: FaultKind | 'no-code' | null
  /** Null until it is executed, or where nothing executes. */
  readonly result: CandidateResult | null
}

/** How code is taken out of a reply; null where there is none. */
export type ExtractCode = (reply: string, problem: CodeProblem) => string | null

/** How candidates are run; in the order given. Null: nothing is run. */
export type Execute = (
  candidates: readonly (Candidate & { readonly id: string })[]
) => Promise<readonly CandidateResult[]>

export function cellsOf(plan: {
  readonly tested: readonly CodeProblem[]
  readonly arms: readonly ArmName[]
  readonly models: readonly string[]
  readonly samples: number
}): Cell[] {
  const samples = Array.from({ length: plan.samples }, (_, sample) => sample)
  return plan.models.flatMap((model) =>
    plan.arms.flatMap((arm) =>
      plan.tested.flatMap((problem) => samples.map((sample) => ({ problem, arm, model, sample })))
    )
  )
}

export interface Generating {
  readonly ask: Ask
  readonly extract: ExtractCode
  readonly contexts: ReadonlyMap<string, Context>
  readonly temperature: number
  readonly maxTokens: number | undefined
}

export function contextKey(problem: string, arm: ArmName): string {
  return `${problem} ${arm}`
}

/** Asks for every cell's code. A cell without a reply stays in the matrix, with the reason. */
export function generateAll(cells: readonly Cell[], how: Generating): Promise<Answer[]> {
  return Promise.all(
    cells.map(async (cell) => {
      const context = how.contexts.get(contextKey(cell.problem.id, cell.arm))?.text ?? null
      const reply = await how.ask({
        model: cell.model,
        purpose: 'code',
        messages: codeMessages(cell.problem, context),
        temperature: how.temperature,
        sample: cell.sample,
        ...(how.maxTokens === undefined ? {} : { maxTokens: how.maxTokens })
      })
      return { ...cell, ...codeOf(reply, cell.problem, how.extract), result: null }
    })
  )
}

function codeOf(
  reply: Reply,
  problem: CodeProblem,
  extract: ExtractCode
): Pick<Answer, 'code' | 'missing'> {
  if ('fault' in reply) return { code: null, missing: reply.fault }
  const code = extract(reply.text, problem)
  return code === null || code.trim() === ''
    ? { code: null, missing: 'no-code' }
    : { code, missing: null }
}

/** Runs the tests of every answer that has code. */
export async function executeAll(answers: readonly Answer[], execute: Execute): Promise<Answer[]> {
  const runnable = answers.flatMap((answer) => (answer.code === null ? [] : [answer]))
  const results = await execute(
    runnable.map(({ problem, arm, model, sample, code }) => ({
      id: [problem.id, arm, model, sample].join(' '),
      test: problem.test,
      code: code ?? ''
    }))
  )
  const byAnswer = new Map(runnable.map((answer, at) => [answer, results[at] ?? null]))
  return answers.map((answer) => ({ ...answer, result: byAnswer.get(answer) ?? null }))
}

export function hasPassed({ result }: Pick<Answer, 'result'>): boolean {
  return result?.verdict === 'passed'
}
