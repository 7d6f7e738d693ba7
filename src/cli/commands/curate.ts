import { followJob } from '../follow-job.js'
import { printable } from '../render/wrap.js'
import { connect, type CommandContext } from '../run.js'

const startDocument = 'mutation ($input: CurationInput!) { runCuration(input: $input) { id } }'

export interface Report {
  readonly traces: number
  readonly lessons: number
  readonly clusters: number
  readonly added: number
  readonly refined: number
  readonly merged: number
  readonly ignored: number
  readonly queued: number
}

/** Clusters what came in since the last run and shows how far it is; Ctrl-C cancels, the same command goes on. */
export async function curate(context: CommandContext, flags: { seed: number }): Promise<void> {
  const ask = await connect(context)
  const started = ask<{ runCuration: { id: string } }>(startDocument, { input: flags }).then(
    ({ runCuration: job }) => job
  )
  const report = await followJob<Report>(ask, context.terminal, { started, unit: 'steps' })
  if (report === null) {
    context.terminal.answer('Nothing came of it.', report)
    return
  }
  const { reviewQueue: queue } = await ask<{ reviewQueue: { totalCount: number } }>(
    '{ reviewQueue(first: 1) { totalCount } }'
  )
  context.terminal.answer(reportText(report, queue.totalCount), report)
}

/** What a run did, and how many insights wait in all, those of earlier runs too. */
export function reportText(report: Report, waiting: number): string {
  const { traces, lessons, clusters, queued } = report
  const wait =
    waiting === 0 ? 'None waits for a person.' : `${waiting} wait in all: cairn review list`
  if (traces + lessons === 0) return `Nothing came in since the last run. ${wait}`
  const came = `${traces} traces and ${lessons} field notes, ${clusters} behaviours looked at`
  const did = `${report.added} new insights, ${report.refined} refined, ${report.merged} became evidence, ${report.ignored} ignored`
  return `${came}: ${did}. This run queued ${queued}. ${wait}`
}

const gapsDocument =
  'query ($limit: Int!) { gaps(first: $limit) { nodes { id text asks askers tainted lastAskedAt } } }'

interface Gap {
  readonly id: string
  readonly text: string
  readonly asks: number
  readonly askers: number
  readonly tainted: boolean
}

/** Lists what the memory lacks, most asked for first. */
export async function listGaps(context: CommandContext, flags: { limit: number }): Promise<void> {
  const ask = await connect(context)
  const { nodes: gaps } = (await ask<{ gaps: { nodes: Gap[] } }>(gapsDocument, flags)).gaps
  const lines = gaps.flatMap((gap) => [
    `${String(gap.asks).padStart(4)}  ${printable(gap.text).replace(/\s+/g, ' ').slice(0, 200)}`,
    `      ${printable(gap.id)}${gap.tainted ? ', tries to instruct its reader' : ''}`
  ])
  context.terminal.answer(lines.length === 0 ? 'Nothing is missing.' : lines.join('\n'), gaps)
}
