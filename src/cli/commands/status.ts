import type { LibraryCount } from '../../cairn.js'
import { captureNow, captureText } from '../capture-status.js'
import { logFile } from '../background.js'
import { createClient } from '../client.js'
import { printable } from '../render/wrap.js'
import type { CommandContext } from '../run.js'
import { findServer } from '../server-record.js'

interface Answer {
  readonly status: {
    readonly embedder: string
    readonly graph: string
    readonly browserUrl: string | null
    readonly nodes: readonly { readonly name: string; readonly count: number }[]
    readonly edges: readonly { readonly name: string; readonly count: number }[]
  }
  readonly libraries: readonly LibraryCount[]
  readonly jobs: {
    readonly nodes: readonly {
      readonly label: string
      readonly state: string
      readonly done: number
      readonly total: number
    }[]
  }
}

const document = `{
  status { embedder graph browserUrl nodes { name count } edges { name count } }
  libraries { id key ecosystem name version title state ingestedAt docs apis }
  jobs(first: 5) { nodes { label state done total } }
}`

/** Says whether Cairn runs and what it holds; starts nothing. */
export async function status({ config, terminal }: CommandContext): Promise<void> {
  const server = await findServer(config.home)
  const capture = captureNow(config.home)
  const captured = captureText(capture, terminal.color)
  if (server === null) {
    terminal.answer(['Cairn is not running. `cairn up` starts it.', ...captured].join('\n'), {
      running: false,
      capture
    })
    return
  }
  const answer = await createClient(server.url, config)<Answer>(document)
  const { color } = terminal
  const log = logFile(config.home)
  const rows = (counts: Answer['status']['nodes']) =>
    counts.map((row) => `${row.name} ${row.count.toLocaleString('en')}`).join(', ')
  const text = [
    `Cairn is up at ${server.url} (process ${server.pid}), graph at ${answer.status.graph}, embedder ${answer.status.embedder}.`,
    `${color.bold('Log')}    ${log}`,
    `${color.bold('Nodes')}  ${rows(answer.status.nodes)}`,
    `${color.bold('Edges')}  ${rows(answer.status.edges)}`,
    color.bold('Libraries'),
    ...answer.libraries.map(
      (l) =>
        `  ${printable(l.key).padEnd(36)} ${String(l.docs).padStart(7)} sections ${String(l.apis).padStart(7)} APIs  ${l.state}`
    ),
    ...(answer.libraries.length === 0 ? ['  none yet: `cairn ingest devdocs <folder>`'] : []),
    ...(answer.jobs.nodes.length === 0 ? [] : [color.bold('Jobs')]),
    ...answer.jobs.nodes.map(
      (job) =>
        `  ${job.state.padEnd(10)} ${printable(job.label)}${job.total === 0 ? '' : `  ${job.done} of ${job.total} pages`}`
    ),
    ...captured
  ]
  terminal.answer(text.join('\n'), {
    running: true,
    log,
    ...server,
    ...answer,
    jobs: answer.jobs.nodes,
    capture
  })
}
