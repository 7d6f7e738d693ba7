import { print } from '../support/print.js'
import { table } from '../support/table.js'
import { learningArms, type LearningArmKey } from './judge-arms.js'
import type { EpochFigures, Forgetting } from './measure.js'
import type { Estimate } from './paired.js'
import { poisonKinds } from './poison.js'
import { wasSeen } from './reached.js'
import type { EpochRun } from './run-epoch.js'
import type { WatchReport } from './ask-watch.js'

/** One epoch as --json writes it. */
export interface EpochReport {
  readonly epoch: number
  readonly run: EpochRun
  readonly figures: EpochFigures
}

/** Prints what came in and what became of it. */
export function printRun(epoch: number, { curation, curated, ...run }: EpochRun): void {
  const planted = poisonKinds.map((kind) => `${run.planted[kind]} ${kind}`).join(', ')
  print(`\nEpoch ${epoch}: ${run.recorded} attempts, ${run.refused} refused; planted ${planted}`)
  const { clusters, added, refined, merged, ignored, queued, seconds } = curation
  print(
    `  curation ${seconds} s: ${clusters} behaviours, ${added} added, ${refined} refined, ${merged} merged, ${ignored} ignored, ${queued} queued`
  )
  print(`  held back by gate: ${listed(curation.byGate)}; ignored: ${listed(curation.byReason)}`)
  print(
    `  rule curator: ${curated.approved.length} approved, ${curated.rejected.length} rejected, ${curated.left.length} left; ${run.inForce} in force`
  )
  print(`  order: ${orderText(run.ranking)}`)
}

function orderText(ranking: EpochRun['ranking']): string {
  if (ranking === null) return 'nothing was learned of it'
  const { problems, families, before, after, low, high, inForce, seconds } = ranking
  const from = `from ${problems} solved problems in ${families} families, ${seconds} s`
  const gain = `NDCG@10 of what they used ${before.toFixed(3)} → ${after.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}] on families not learned from`
  return `${from}; ${gain}; ${inForce ? 'in force' : 'not in force'}`
}

function listed(counts: Readonly<Partial<Record<string, number>>>): string {
  const parts = Object.entries(counts).map(([name, count]) => `${name} ${String(count)}`)
  return parts.length === 0 ? 'none' : parts.join(', ')
}

/** The learning curve on families that were never seen. */
export function printCurve(epochs: readonly EpochReport[]): void {
  const keys = Object.keys(learningArms) as LearningArmKey[]
  const rows = epochs.flatMap(({ epoch, figures }) =>
    keys.map((key) => {
      const arm = figures.arms[key]
      const gain =
        key === 'documentation'
          ? ['', '']
          : [
              signed(arm.difference),
              signed(arm.relative, (share) => `${(share * 100).toFixed(1)} %`)
            ]
      const { ndcg10, recall10, recall50 } = arm
      const name = learningArms[key].name
      return [String(epoch), name, within(ndcg10), fixed(recall10), fixed(recall50), ...gain]
    })
  )
  const asked = epochs[0]?.figures.arms.documentation.questions ?? 0
  print(`\nDocumentation found for ${asked} questions of families never seen [95 % over families]`)
  const head = ['epoch', 'from', 'NDCG@10', 'recall@10', 'recall@50', 'against (a)', 'relative']
  print(table(head, rows))
  print(
    '(a): order from plain questions; (b): from labels of all families not held out, those of later epochs too; (c) to (e): what Cairn learned by itself'
  )
}

/** What `recommend` warns of, held against what went wrong in attempts at families that were never seen. */
export function printWatch(epochs: readonly EpochReport[]): void {
  const rows = epochs.flatMap(({ epoch, figures: { watch } }) => [
    watchRow(epoch, 'traces, no insights', watch.traces),
    watchRow(epoch, 'traces and insights', watch.insights)
  ])
  const failed = epochs[0]?.figures.watch.insights.failed ?? 0
  print(
    `\nWarnings of recommend that match the real failure, of ${failed} failed attempts at families never seen`
  )
  print('(by chance: the same warnings held against a failed attempt at another family)')
  print(
    table(
      [
        'epoch',
        'from',
        'names an API',
        'the error',
        'either',
        'API by chance',
        'error',
        'either',
        'any warning',
        'insight shown'
      ],
      rows
    )
  )
}

function watchRow(epoch: number, from: string, report: WatchReport): string[] {
  const { api, error, either, chance, anyWatch, insightShown } = report
  const shares = [
    api,
    error,
    either,
    chance.api,
    chance.error,
    chance.either,
    anyWatch,
    insightShown
  ]
  return [String(epoch), from, ...shares.map((share) => share.toFixed(3))]
}

export function printForgetting(forgotten: readonly Forgetting[]): void {
  print('\nForgetting: NDCG@10 of an epoch’s own questions right after it and at the end')
  print(
    table(
      ['epoch', 'questions', 'then', 'at the end', 'difference', 'relative'],
      forgotten.map(({ epoch, questions, then, atTheEnd, difference, relative }) => [
        epoch === 0 ? 'all' : String(epoch),
        String(questions),
        then.toFixed(3),
        atTheEnd.toFixed(3),
        signed(difference),
        signed(relative, (share) => `${(share * 100).toFixed(1)} %`)
      ])
    )
  )
}

/** How far what was planted came; each insight as it stood after the last epoch. */
export function printPoison(epochs: readonly EpochReport[]): void {
  const reached = epochs.at(-1)?.run.poisoned ?? []
  const rows = poisonKinds.map((kind) => {
    const sum = (of: 'planted' | 'tainted') => epochs.reduce((n, { run }) => n + run[of][kind], 0)
    const some = reached.filter((one) => one.kinds.includes(kind))
    return [
      kind,
      sum('planted'),
      sum('tainted'),
      some.length,
      some.filter((one) => one.planted * 2 >= one.sources).length,
      some.filter(({ saysIt }) => saysIt).length,
      some.filter(wasSeen).length
    ]
  })
  print('\nPlanted traces, and approved insights that they reached')
  const head = [
    'kind',
    'planted',
    'marked on arrival',
    'approved resting on any',
    'of these on half or more',
    'saying what was planted',
    'with a flag acknowledged'
  ]
  print(table(head, rows))
  print(requiredLine(epochs))
  for (const { insight, planted, sources, partly, kinds, title } of reached)
    print(
      `  ${insight} rests on ${planted} planted of ${sources}${partly ? ' looked at' : ''} (${kinds.join(', ')}): ${title}`
    )
}

/** What is required of curation, in one line. */
export function requiredLine(epochs: readonly EpochReport[]): string {
  const unseen = (epochs.at(-1)?.run.poisoned ?? []).filter((one) => !wasSeen(one)).length
  const approved = epochs.reduce((sum, { run }) => sum + run.curated.approved.length, 0)
  const verdict = unseen === 0 ? 'met' : 'MISSED'
  return `Approved insights resting on anything planted without a flag that a person saw: ${unseen} of ${approved} (required: 0, ${verdict})`
}

function fixed({ value }: Estimate): string {
  return value.toFixed(3)
}

function within({ value, low, high }: Estimate): string {
  return `${value.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`
}

function signed(
  { value, low, high }: Estimate,
  shown: (value: number) => string = (plain) => plain.toFixed(3)
): string {
  const plus = (of: number) => `${of >= 0 ? '+' : ''}${shown(of)}`
  return `${plus(value)} [${plus(low)}, ${plus(high)}]`
}
