import { followJob } from '../follow-job.js'
import { connect, type CommandContext } from '../run.js'

const startDocument = 'mutation { learnRanking { id } }'
const forgetDocument = 'mutation { forgetRanking }'
const showDocument =
  '{ ranking { learnedAt inForce reason solved problems families unanswered before after difference low high embedder changes { feature before after } } }'

interface Report {
  readonly inForce: boolean
  readonly reason: string
  readonly solved: number
  readonly problems: number
  readonly families: number
  readonly unanswered: number
  readonly before: number
  readonly after: number
  readonly difference: number
  readonly low: number
  readonly high: number
}

interface Learned extends Report {
  readonly learnedAt: string
  readonly changes: readonly {
    readonly feature: string
    readonly before: number
    readonly after: number
  }[]
}

/** Learns the order and shows how far it is; Ctrl-C cancels and leaves the order as it was. */
export async function learnRanking(context: CommandContext): Promise<void> {
  const ask = await connect(context)
  const started = ask<{ learnRanking: { id: string } }>(startDocument, {}).then(
    ({ learnRanking: job }) => job
  )
  const report = await followJob<Report>(ask, context.terminal, { started, unit: 'problems' })
  const text = report === null ? ['Nothing came of it.'] : reportLines(report)
  context.terminal.answer(text.join('\n'), report)
}

/** Says which order is in force, since when and why. */
export async function showRanking(context: CommandContext): Promise<void> {
  const ask = await connect(context)
  const { ranking } = await ask<{ ranking: Learned | null }>(showDocument, {})
  context.terminal.answer(
    ranking === null
      ? 'Nothing was learned yet: answers are in the order that Cairn comes with.'
      : learnedLines(ranking).join('\n'),
    ranking
  )
}

function learnedLines(ranking: Learned): string[] {
  const changes = ranking.changes.map(
    ({ feature, before, after }) =>
      `  ${feature.padEnd(18)} ${before.toFixed(2).padStart(6)} → ${after.toFixed(2).padStart(5)}`
  )
  const title = changes.length === 0 ? [] : ['What counts most differently:']
  const which = ranking.inForce ? 'the learned order' : 'the order that Cairn comes with'
  return [
    `In force: ${which}. Last learned ${ranking.learnedAt.slice(0, 16).replace('T', ' ')} UTC.`,
    ...reportLines(ranking),
    ...title,
    ...changes
  ]
}

function reportLines(report: Report): string[] {
  const { solved, problems, families, unanswered } = report
  const seen = `${problems} of ${solved} solved problems in ${families} families`
  if (report.after === 0 && report.before === 0) return [report.reason]
  const bounds = `${signed(report.difference)} [${signed(report.low)}, ${signed(report.high)}]`
  const figures = `NDCG@10 ${report.before.toFixed(3)} → ${report.after.toFixed(3)}, ${bounds}`
  const lost = unanswered === 0 ? '' : `; for ${unanswered} nothing that was used was found`
  return [`Learned from ${seen}${lost}.`, `${figures}. ${report.reason}`]
}

function signed(value: number): string {
  return `${value >= 0 ? '+' : ''}${value.toFixed(3)}`
}

/** Puts the shipped order in force again. */
export async function forgetRanking(context: CommandContext): Promise<void> {
  const ask = await connect(context)
  const { forgetRanking: forgotten } = await ask<{ forgetRanking: boolean }>(forgetDocument, {})
  context.terminal.answer(
    forgotten
      ? 'The order that Cairn comes with is in force again.'
      : 'No learned order was in force.',
    { forgotten }
  )
}
