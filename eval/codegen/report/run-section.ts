import { armTitles, armNames } from '../arms/arms.js'
import type { Plan } from '../generate/plan.js'
import type { Prices } from '../generate/prices.js'
import type { MatrixResult } from '../generate/run-matrix.js'
import { usageOf, type Usage } from '../generate/usage.js'
import { percentile } from '../../support/statistics.js'
import { machine } from '../../support/machine.js'
import { agentTimes } from './agent-section.js'
import { heading, table, text, type Block } from './block.js'
import { dollars, fixed, whole } from './shown.js'

/** What the models were given, by arm. */
export function contextSection(result: MatrixResult): Block[] {
  const contexts = [...result.prepared.contexts.values()]
  const memory = memoryBlocks(result)
  if (contexts.length === 0)
    return memory.length === 0 ? [] : [heading(2, 'What the agents could ask'), ...memory]
  const rows = armNames.flatMap((arm) => {
    const mine = contexts.filter((context) => context.arm === arm)
    if (mine.length === 0) return []
    const tokens = mine.reduce((sum, one) => sum + one.tokens, 0) / mine.length
    const empty = mine.filter(({ text: said }) => said === '').length
    const holding = mine.filter(({ holdsReference }) => holdsReference).length
    return [[armTitles[arm], mine.length, fixed(tokens, 0), empty, holding]]
  })
  return [
    heading(2, 'What the models were given'),
    table(
      ['arm', 'contexts', 'words and marks each', 'empty', 'hold the reference solution'],
      rows
    ),
    text(
      'Irrelevant documents are as long as documentation, problem by problem; where the arms with experience are longer, their gain over documentation may be of length too. A solution of a few marks may stand in documentation as an example: counted here, not taken out.'
    ),
    ...memory
  ]
}

/** What went into the memory, and that it was checked. */
function memoryBlocks({ prepared: { memory }, answers }: MatrixResult): Block[] {
  if (memory === null) return []
  const problems = new Set(answers.map(({ problem }) => problem.id)).size
  return [
    ...(memory.built.length === 0
      ? []
      : [
          table(
            ['memory', 'attempts', 'left out: tested', 'left out: carrying one', 'insights'],
            memory.built.map((one) => [
              String(one.fold + 1),
              one.recorded,
              one.ofTested,
              one.carrying,
              one.insights
            ])
          )
        ]),
    text(
      `Checked before any model was asked: no trace, problem, lesson, state or insight of the families of the ${problems} problems under test. The order in which Cairn ranks was learned from ${memory.rankedBy} of these families (weights only, no text).`
    )
  ]
}

/** Calls, tokens and cost, and what went wrong on the way. */
export function usageSection({ calls, answers }: MatrixResult, prices: Prices): Block[] {
  const usage = usageOf(calls, prices)
  const total = usage.reduce((sum, { cost }) => sum + (cost ?? 0), 0)
  const lost = usage.reduce((sum, { lostCost }) => sum + (lostCost ?? 0), 0)
  const unpriced = usage.some(({ cost }) => cost === null)
  const missing = answers.filter(({ code }) => code === null)
  return [
    heading(2, 'Calls, tokens, cost'),
    table(
      [
        ...['model', 'for', 'calls', 'tokens in', 'tokens out', 'uncounted', 'given up', 'cost'],
        ...['lost tries', 'their cost at most']
      ],
      usage.map((one) => [
        one.model,
        one.purpose,
        whole(one.calls),
        whole(one.inputTokens),
        whole(one.outputTokens),
        one.uncounted,
        one.givenUp,
        dollars(one.cost),
        one.lost,
        dollars(one.lostCost)
      ])
    ),
    text(
      `In all ${dollars(total)}${unpriced ? ', models without a price left out' : ''}, and at most ${dollars(lost)} for lost tries: replies that came too late, were cut off, empty or refused may be charged though nothing of them is used. Each is taken to cost what the reply to the same call did.`
    ),
    heading(3, 'What went wrong'),
    faultTable(usage),
    text(
      missing.length === 0
        ? 'Every cell of the matrix has code.'
        : `${missing.length} of ${answers.length} cells have no code (${countBy(missing.map((one) => one.missing ?? 'no-code'))}); they count as failed.`
    )
  ]
}

function faultTable(usage: readonly Usage[]): Block {
  const rows = usage.flatMap(({ model, purpose, faults }) =>
    Object.entries(faults).map(([kind, times]) => [model, purpose, kind, times])
  )
  return rows.length === 0
    ? text('No try of any call failed.')
    : table(['model', 'for', 'fault', 'tries'], rows)
}

function countBy(names: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, count]) => `${name}: ${count}`)
    .join(', ')
}

/** What another would need to do it again; what varies from run to run stands apart. */
export function manifestSection(plan: Plan, result: MatrixResult, seconds: number | null): Block[] {
  const { problems, ...settings } = plan.settings
  const tested = Array.isArray(problems) ? problems.length : 0
  const { execution, prepared } = result
  const environment =
    execution === null
      ? [['executed', 'nothing']]
      : [
          ['Python', execution.python],
          ['packages', JSON.stringify(execution.packages)],
          ['limits', JSON.stringify(execution.limits)],
          ['isolation', JSON.stringify(execution.isolation)]
        ]
  return [
    heading(2, 'Manifest'),
    table(
      ['', ''],
      [
        ['problems', String(tested)],
        ...Object.entries(settings).map(([key, value]) => [key, shown(value)]),
        ['embedder of the memory', prepared.memory?.embedder ?? 'none'],
        ['judges', plan.flags.judges.join(', ') || 'none'],
        ['own family allowed as judge', plan.flags.force ? 'yes, forced' : 'no'],
        ...environment
      ]
    ),
    { kind: 'times', blocks: timesOf(result, seconds) }
  ]
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join(', ')
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function timesOf(result: MatrixResult, seconds: number | null): Block[] {
  const { calls, prepared } = result
  const rows = usageOf(calls, new Map()).map(({ model, purpose, latencies }) => [
    model,
    purpose,
    ...([0.5, 0.95] as const).map((share) => fixed(percentile(latencies, share), 0))
  ])
  const contexts = [...prepared.contexts.values()].map(({ ms }) => ms)
  const about = Object.entries(machine()).map(([key, value]) => [key, String(value)])
  return [
    heading(2, 'Times and machine'),
    table(['model', 'for', 'p50 ms', 'p95 ms'], rows),
    ...agentTimes(result),
    table(
      ['', ''],
      [
        ...about,
        ['seconds of the last run', seconds === null ? '–' : fixed(seconds, 1)],
        ['contexts, p50 ms', fixed(percentile(contexts, 0.5), 0)],
        ['contexts, p95 ms', fixed(percentile(contexts, 0.95), 0)]
      ]
    )
  ]
}
