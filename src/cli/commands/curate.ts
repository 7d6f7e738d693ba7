import { followJob } from '../follow-job.js'
import { printable } from '../render/wrap.js'
import { connect, type CommandContext } from '../run.js'

const startDocument = 'mutation ($input: CurationInput!) { runCuration(input: $input) { id } }'

interface Report {
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
  context.terminal.answer(report === null ? 'Nothing came of it.' : reportText(report), report)
}

function reportText(report: Report): string {
  const { traces, lessons, clusters, queued } = report
  if (traces + lessons === 0) return 'Nothing came in since the last run.'
  const came = `${traces} traces and ${lessons} lessons in ${clusters} clusters`
  const did = `${report.added} new insights, ${report.refined} refined, ${report.merged} became evidence, ${report.ignored} ignored`
  const next = queued === 0 ? 'None waits for a person.' : `${queued} wait: cairn review list`
  return `${came}: ${did}. ${next}`
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
