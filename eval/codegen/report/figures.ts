import { familyMean, type Estimate, type FamilyValue } from '../../../src/domain/families.js'
import { armNames, type ArmName } from '../arms/arms.js'
import { hasPassed, type Answer } from '../generate/answers.js'
import type { QualityScore } from '../judges/judge-all.js'
import { pairedFamilyDifference } from '../statistics/family-bootstrap.js'
import { mcnemar, type McNemar } from '../statistics/mcnemar.js'
import { scaleCounts, scaleSummary, type ScaleSummary } from '../statistics/scale.js'
import { rank, type Ranking } from './rank.js'

/** A judge's view of one arm of one model. */
export interface Judged {
  readonly judge: string
  readonly counts: readonly number[]
  readonly summary: ScaleSummary
  /** Asked without a valid answer. */
  readonly failed: number
}

export interface ArmFigures {
  readonly model: string
  readonly arm: ArmName
  readonly candidates: number
  readonly withoutCode: number
  /** Null where nothing was executed. */
  readonly pass: Estimate | null
  readonly judged: readonly Judged[]
}

/** An arm against another of the same model, problem by problem. */
export interface PairFigures {
  readonly model: string
  readonly from: ArmName
  readonly to: ArmName
  readonly pass: (Estimate & Ranking & { readonly mcnemar: McNemar }) | null
  readonly judged: readonly (Estimate & Ranking & { readonly judge: string })[]
}

export function groupsOf(
  answers: readonly Answer[]
): { readonly model: string; readonly arm: ArmName; readonly answers: readonly Answer[] }[] {
  const models = [...new Set(answers.map(({ model }) => model))]
  return models.flatMap((model) =>
    armNames.flatMap((arm) => {
      const mine = answers.filter((answer) => answer.model === model && answer.arm === arm)
      return mine.length === 0 ? [] : [{ model, arm, answers: mine }]
    })
  )
}

export function armFigures(
  answers: readonly Answer[],
  quality: readonly QualityScore[],
  executed: boolean
): ArmFigures[] {
  return groupsOf(answers).map(({ model, arm, answers: mine }) => ({
    model,
    arm,
    candidates: mine.length,
    withoutCode: mine.filter(({ code }) => code === null).length,
    pass: executed ? familyMean([...passByProblem(mine).values()]) : null,
    judged: judgesOf(quality).map((judge) =>
      judgedOf(
        judge,
        quality.filter((one) => one.judge === judge && isOf(one, { model, arm }))
      )
    )
  }))
}

export function judgesOf(scores: readonly { readonly judge: string }[]): string[] {
  return [...new Set(scores.map(({ judge }) => judge))]
}

export function isOf(
  { answer }: QualityScore,
  at: { readonly model: string; readonly arm: ArmName }
): boolean {
  return answer?.model === at.model && answer.arm === at.arm
}

export function judgedOf(
  judge: string,
  scores: readonly { readonly score: number | null }[]
): Judged {
  const given = scores.flatMap(({ score }) => (score === null ? [] : [score]))
  const counts = scaleCounts(given)
  return { judge, counts, summary: scaleSummary(counts), failed: scores.length - given.length }
}

/** The share of a problem's samples that passed. A candidate without code did not. */
function passByProblem(answers: readonly Answer[]): Map<string, FamilyValue> {
  return meansByProblem(
    answers.map((answer) => ({
      ...answer,
      id: answer.problem.id,
      value: hasPassed(answer) ? 1 : 0
    }))
  )
}

function meansByProblem(
  values: readonly {
    readonly id: string
    readonly problem: { readonly family: string }
    readonly value: number
  }[]
): Map<string, FamilyValue> {
  const byProblem = new Map<string, { family: string; sum: number; count: number }>()
  for (const { id, problem, value } of values) {
    const before = byProblem.get(id) ?? { family: problem.family, sum: 0, count: 0 }
    byProblem.set(id, { ...before, sum: before.sum + value, count: before.count + 1 })
  }
  return new Map(
    [...byProblem].map(([id, { family, sum, count }]) => [id, { family, value: sum / count }])
  )
}

/** Every arm against no memory, and those with a memory against irrelevant documents of the same length. */
export function pairFigures(
  answers: readonly Answer[],
  quality: readonly QualityScore[],
  executed: boolean
): PairFigures[] {
  const groups = groupsOf(answers)
  return groups.flatMap(({ model, arm: to, answers: mine }) =>
    (['none', 'irrelevant'] as const).flatMap((from) => {
      const base = groups.find((group) => group.model === model && group.arm === from)
      if (base === undefined || armNames.indexOf(to) <= armNames.indexOf(from)) return []
      const at = { model, from, to }
      const pass = executed ? passPair(base.answers, mine) : null
      const judged = judgesOf(quality).flatMap(
        (judge) => judgedPair(quality, { ...at, judge, answers }) ?? []
      )
      return [{ ...at, pass, judged }]
    })
  )
}

function passPair(base: readonly Answer[], mine: readonly Answer[]): PairFigures['pass'] {
  const first = firstSamples(base)
  const pairs = [...firstSamples(mine)].map(
    ([id, passed]) => [first.get(id) ?? false, passed] as const
  )
  const estimate = pairedFamilyDifference(passByProblem(base), passByProblem(mine))
  return { ...estimate, ...rank(estimate), mcnemar: mcnemar(pairs) }
}

function firstSamples(answers: readonly Answer[]): Map<string, boolean> {
  return new Map(
    answers.flatMap((answer) =>
      answer.sample === 0 ? [[answer.problem.id, hasPassed(answer)]] : []
    )
  )
}

/** Over the problems that the judge scored in both arms. */
function judgedPair(
  quality: readonly QualityScore[],
  at: {
    readonly judge: string
    readonly model: string
    readonly from: ArmName
    readonly to: ArmName
    readonly answers: readonly Answer[]
  }
): PairFigures['judged'][number] | null {
  const problems = new Map(at.answers.map(({ problem }) => [problem.id, problem]))
  const side = (arm: ArmName) =>
    meansByProblem(
      quality.flatMap((one) => {
        const problem = problems.get(one.problem)
        const counts = one.judge === at.judge && isOf(one, { model: at.model, arm })
        if (!counts || one.score === null || problem === undefined) return []
        return [{ id: one.problem, problem, value: one.score }]
      })
    )
  const [from, to] = [side(at.from), side(at.to)]
  const common = [...from.keys()].filter((id) => to.has(id))
  if (common.length === 0) return null
  const only = (all: Map<string, FamilyValue>) =>
    new Map([...all].filter(([id]) => common.includes(id)))
  const estimate = pairedFamilyDifference(only(from), only(to))
  return { judge: at.judge, ...estimate, ...rank(estimate, 4) }
}
