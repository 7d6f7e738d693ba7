import { familyMean, type FamilyValue } from '../../../src/domain/families.js'
import type { ArmName } from '../arms/arms.js'
import type { CallLine } from '../generate/calls.js'
import type { Execution } from '../generate/execution.js'
import type { Plan } from '../generate/plan.js'
import type { Prices } from '../generate/prices.js'
import { usageOf } from '../generate/usage.js'
import { heading, table, text, type Block } from '../report/block.js'
import { rank } from '../report/rank.js'
import { dollars, fixed, percent, percentInterval, points, whole } from '../report/shown.js'
import { barChart } from '../report/svg/bars.js'
import { autonomyBothWays, type SoftwareQuality } from '../statistics/autonomy.js'
import { pairedFamilyDifference } from '../statistics/family-bootstrap.js'
import { mcnemar } from '../statistics/mcnemar.js'
import { speedupSummary } from '../statistics/speedup.js'
import { machine } from '../../support/machine.js'
import type { TeamFlags } from './team-flags.js'
import type { TeamOutcome } from './team.js'

/** A team's outcome on one problem, judged. */
export interface TeamResult extends TeamOutcome {
  readonly arm: ArmName
  readonly passed: boolean
  readonly quality: SoftwareQuality
  readonly seconds: number
}

export interface TeamRun {
  readonly results: readonly TeamResult[]
  /** Ways of its own training that the memory holds. */
  readonly trained: number
  readonly calls: readonly CallLine[]
  readonly prices: Prices
  readonly execution: Pick<Execution, 'environment'>
}

const names: Readonly<Partial<Record<ArmName, string>>> = {
  none: 'without memory',
  insights: 'with memory'
}

/** The tables of methods.md C.8 and D.5, with memory and without. */
export function teamReport(plan: Plan, flags: TeamFlags, run: TeamRun): Block[] {
  const arms = flags.run.arms.map((arm) => ({
    arm,
    name: names[arm] ?? arm,
    results: run.results.filter((one) => one.arm === arm)
  }))
  return [
    heading(1, 'Teams with Cairn and without'),
    text(
      `${flags.kind} team of ${flags.run.models.join(', ')}; ${flags.rounds} rounds; ${plan.held.tested.length} problems of ${plan.held.foldOf.size} families, held out of the memory.`
    ),
    outcomeTable(arms),
    ...remembering(arms, run.trained),
    ...chart(arms),
    ...speedTable(arms),
    ...pathTable(arms),
    ...difference(arms),
    ...usage(run),
    heading(2, 'Manifest'),
    table(
      ['', ''],
      [
        ...Object.entries(plan.settings).map(([key, value]) => [
          key,
          Array.isArray(value) ? value.map(String).join(', ') : String(value)
        ]),
        ['Python', run.execution.environment.python],
        ['isolation', JSON.stringify(run.execution.environment.isolation)]
      ]
    ),
    { kind: 'times', blocks: times(arms) }
  ]
}

interface Arm {
  readonly arm: ArmName
  readonly name: string
  readonly results: readonly TeamResult[]
}

/** Whether the memory had anything to show: where not, both rows are the same team. */
function remembering(arms: readonly Arm[], trained: number): Block[] {
  const [with_] = arms.filter(({ arm }) => arm === 'insights')
  if (with_ === undefined) return []
  const { results } = with_
  const helped = results.filter(({ remembered }) => remembered > 0).length
  const times = results.reduce((sum, { remembered }) => sum + remembered, 0)
  const nothing =
    helped === 0
      ? ' With memory and without are one and the same team here. A pair asks for versions of code, which --train makes; teams with lessons ask for those, which attempts at other problems with APIs in common teach.'
      : ''
  return [
    text(
      `The memory holds ${trained} ways of the team's own training. It had something to show in ${helped} of ${results.length} problems, ${times} times in all.${nothing}`
    )
  ]
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function outcomeTable(arms: readonly Arm[]): Block {
  const rows = arms.map(({ name, results }) => {
    const qualities = results.map(({ quality }) => quality)
    const { productOfMeans, meanOfProducts } = autonomyBothWays(qualities)
    return [
      name,
      results.length,
      percentInterval(familyMean([...passes(results).values()])),
      fixed(mean(qualities.map((one) => one.completeness)), 4),
      fixed(mean(qualities.map((one) => one.executability)), 4),
      fixed(mean(qualities.map((one) => one.consistency)), 4),
      fixed(productOfMeans, 4),
      fixed(meanOfProducts, 4),
      fixed(mean(results.map(({ rounds }) => rounds)), 2),
      results.reduce((sum, { faults }) => sum + faults, 0)
    ]
  })
  return table(
    [
      '',
      'problems',
      'pass@1, hidden tests',
      'completeness α',
      'executability β',
      'consistency γ',
      'autonomy, product of means',
      'autonomy, mean of products',
      'rounds',
      'calls without a reply'
    ],
    rows
  )
}

function passes(results: readonly TeamResult[]): Map<string, FamilyValue> {
  return new Map(
    results.map(({ problem, family, passed }) => [problem, { family, value: passed ? 1 : 0 }])
  )
}

function chart(arms: readonly Arm[]): Block[] {
  const title = 'pass@1, completeness and executability'
  const series = arms.map(({ name, results }) => ({
    name,
    shares: [
      mean(results.map(({ passed }) => (passed ? 1 : 0))),
      mean(results.map(({ quality }) => quality.completeness)),
      mean(results.map(({ quality }) => quality.executability))
    ]
  }))
  const groups = ['pass@1', 'completeness', 'executability']
  const svg = barChart({ title, groups, series, yTitle: 'share of problems' })
  return [{ kind: 'figure', name: 'team', title, svg }]
}

function speedTable(arms: readonly Arm[]): Block[] {
  const timed = arms.map(({ name, results }) => ({
    name,
    programs: results.flatMap(({ timed: one }) =>
      one === null ? [] : [{ ...one, correct: one.speedup > 0 }]
    )
  }))
  if (timed.every(({ programs }) => programs.length === 0)) return []
  return [
    heading(2, 'Speed'),
    text(
      'Of the fastest right code a problem, beside its original; timed here, each as the best of three runs, so small differences are noise.'
    ),
    table(
      ['', 'runs', 'right', 'geometric mean speed-up', 'arithmetic mean', 'twice as fast'],
      timed.map(({ name, programs }) => {
        const speed = speedupSummary(programs)
        return [
          name,
          percent(speed.compiled),
          percent(speed.correct),
          `${fixed(speed.geometricMean)}×`,
          `${fixed(speed.arithmeticMean)}×`,
          percent(speed.twiceAsFast)
        ]
      })
    )
  ]
}

function pathTable(arms: readonly Arm[]): Block[] {
  const rows = arms.flatMap(({ name, results }) => {
    const chains = results.flatMap(({ chain }) => (chain === null ? [] : [chain]))
    if (chains.length === 0) return []
    const of = (key: 'edges' | 'nodes' | 'shortestPath') =>
      fixed(mean(chains.map((chain) => chain[key])))
    return [[name, chains.length, of('edges'), of('nodes'), of('shortestPath')]]
  })
  if (rows.length === 0) return []
  return [
    heading(2, 'How direct the way was'),
    text('Means a problem; fewer is more direct.'),
    table(['', 'problems', 'edges', 'nodes', 'shortest path'], rows)
  ]
}

function difference(arms: readonly Arm[]): Block[] {
  const without = arms.find(({ arm }) => arm === 'none')
  const with_ = arms.find(({ arm }) => arm === 'insights')
  if (without === undefined || with_ === undefined) return []
  const [first, second] = [passes(without.results), passes(with_.results)]
  const estimate = pairedFamilyDifference(first, second)
  const { told, detectable } = rank(estimate)
  const test = mcnemar(
    [...first].map(([id, { value }]) => [value === 1, second.get(id)?.value === 1] as const)
  )
  const tooSmall =
    told === 'too close to tell'
      ? `The sample is too small to rank them: a true difference would show four times out of five from about ${fixed(detectable * 100, 0)} points on.`
      : `With memory is ${told}.`
  return [
    heading(2, 'With memory against without'),
    text(
      `pass@1: ${points(estimate)} points; McNemar ${test.onlySecond} : ${test.onlyFirst}, p = ${fixed(test.p, 3)}. ${tooSmall}`
    )
  ]
}

function usage({ calls, prices }: TeamRun): Block[] {
  return [
    heading(2, 'Calls, tokens, cost'),
    table(
      ['model', 'calls', 'tokens in', 'tokens out', 'given up', 'cost', 'lost tries', 'faults'],
      usageOf(calls, prices).map((one) => [
        one.model,
        whole(one.calls),
        whole(one.inputTokens),
        whole(one.outputTokens),
        one.givenUp,
        dollars(one.cost),
        one.lost,
        Object.entries(one.faults)
          .map(([kind, count]) => `${kind}: ${count}`)
          .join(', ') || 'none'
      ])
    )
  ]
}

function times(arms: readonly Arm[]): Block[] {
  return [
    heading(2, 'Times and machine'),
    table(
      ['', 'seconds a problem'],
      arms.map(({ name, results }) => [name, fixed(mean(results.map(({ seconds }) => seconds)))])
    ),
    table(
      ['', ''],
      Object.entries(machine()).map(([key, value]) => [key, String(value)])
    )
  ]
}
