import type { ArmName } from '../arms/arms.js'
import type { Context } from '../arms/contexts.js'
import { contextKey, type Answer } from '../generate/answers.js'
import type { Ask } from '../generate/asker.js'
import type { CodeProblem } from '../problems.js'
import { bandScore, judgeHelpfulness, type Band } from './helpfulness.js'
import { judgeQuality } from './quality.js'
import type { NoAnswer } from './structured.js'

/** A judge's score of one answer, or of the reference solution of a problem. */
export interface QualityScore {
  readonly judge: string
  readonly problem: string
  /** Null: the reference. */
  readonly answer: Pick<Answer, 'arm' | 'model' | 'sample'> | null
  readonly score: number | null
  readonly fault: NoAnswer | null
}

/** Against which solution help was judged: what a model wrote with the context itself, or the independent reference. */
export const targets = ['candidate', 'reference'] as const
export type Target = (typeof targets)[number]

export interface HelpScore {
  readonly judge: string
  readonly problem: string
  readonly arm: ArmName
  readonly against: Target
  readonly band: Band | null
  readonly score: number | null
  readonly fault: NoAnswer | null
}

/** Every answer with code by every judge, and the references, which are scored as a check of the judge only. */
export function judgeAllQuality(
  ask: Ask,
  judges: readonly string[],
  { answers, tested }: { answers: readonly Answer[]; tested: readonly CodeProblem[] }
): Promise<QualityScore[]> {
  const references = tested.map((problem) => ({
    problem,
    code: problem.reference,
    answer: null
  }))
  const candidates = answers.flatMap(({ problem, code, arm, model, sample }) =>
    code === null ? [] : [{ problem, code, answer: { arm, model, sample } }]
  )
  return Promise.all(
    judges.flatMap((judge) =>
      [...references, ...candidates].map(async ({ problem, code, answer }) => {
        const said = await judgeQuality(ask, judge, { problem, code })
        const outcome =
          'value' in said
            ? { score: said.value.score, fault: null }
            : { score: null, fault: said.fault }
        return { judge, problem: problem.id, answer, ...outcome }
      })
    )
  )
}

/**
 * How helpful each context was. The paper judges it against what a model wrote with that very context, which
 * is circular (methods.md B.15.2): the reference, which nobody wrote with it, is judged beside it.
 */
export function judgeAllHelp(
  ask: Ask,
  judges: readonly string[],
  input: {
    readonly answers: readonly Answer[]
    readonly tested: readonly CodeProblem[]
    readonly contexts: ReadonlyMap<string, Context>
    /** Whose code is the accepted solution. */
    readonly writer: string
  }
): Promise<HelpScore[]> {
  const arms = [...new Set(input.answers.map(({ arm }) => arm))].filter((arm) => arm !== 'none')
  const solutions = arms.flatMap((arm) =>
    input.tested.flatMap((problem) => {
      const context = input.contexts.get(contextKey(problem.id, arm))?.text ?? ''
      const own = input.answers.find(
        (answer) =>
          answer.problem.id === problem.id &&
          answer.arm === arm &&
          answer.model === input.writer &&
          answer.sample === 0
      )
      const at = { problem, arm, context }
      const reference = { ...at, against: 'reference' as const, solution: problem.reference }
      const code = own?.code ?? null
      return code === null
        ? [reference]
        : [{ ...at, against: 'candidate' as const, solution: code }, reference]
    })
  )
  return Promise.all(
    judges.flatMap((judge) =>
      solutions.map(async ({ problem, arm, context, against, solution }) => {
        // Nothing found is nothing to ask a judge about.
        if (context === '') return nothing({ judge, problem: problem.id, arm, against })
        const said = await judgeHelpfulness(ask, judge, { problem, solution, context })
        const outcome =
          'value' in said
            ? { band: said.value.band, score: bandScore(said.value.band), fault: null }
            : { band: null, score: null, fault: said.fault }
        return { judge, problem: problem.id, arm, against, ...outcome }
      })
    )
  )
}

function nothing(at: Pick<HelpScore, 'judge' | 'problem' | 'arm' | 'against'>): HelpScore {
  return { ...at, band: 'EXTREMELY_UNHELPFUL', score: 1, fault: null }
}
