import { CairnError, failures, type FailureCode } from '../../errors.js'
import type { Ask } from '../client.js'
import { createProgress } from '../progress.js'
import { printable } from '../render/wrap.js'
import { connect, type CommandContext } from '../run.js'
import { sourcePath } from '../source-path.js'

const startDocument = 'mutation ($input: IngestInput!) { ingest(input: $input) { id } }'
const jobDocument = 'query ($id: ID!) { job(id: $id) { id state done total result code message } }'
const cancelDocument = 'mutation ($id: ID!) { cancelJob(id: $id) { id } }'

interface JobView {
  readonly id: string
  readonly state: string
  readonly done: number
  readonly total: number
  readonly result: readonly Report[] | null
  readonly code: string | null
  readonly message: string | null
}

interface Report {
  readonly library: string
  readonly pages: number
  readonly written: number
  readonly unchanged: number
  readonly removed: number
  readonly docs: number
  readonly apis: number
  readonly remarks: readonly string[]
  readonly ms: { readonly total: number }
}

export interface IngestFlags {
  readonly name?: string
  readonly version?: string
  readonly ecosystem?: string
}

const pollMs = 250

/** Takes documentation in and shows how far it is; Ctrl-C cancels, the same command goes on. */
export async function ingest(
  context: CommandContext,
  what: { reader: string; sources: string[] },
  flags: IngestFlags
): Promise<void> {
  const ask = await connect(context)
  const sources = what.sources.map((source) => sourcePath(what.reader, source, process.cwd()))
  const started = ask<{ ingest: { id: string } }>(startDocument, {
    input: { reader: what.reader, sources, ...flags }
  })
  process.once('SIGINT', () => {
    context.terminal.note('\nCancelling …')
    // If the server is gone there is nothing to cancel, and following the job says so.
    started.then(({ ingest: job }) => ask(cancelDocument, { id: job.id })).catch(() => undefined)
  })
  const { ingest: job } = await started
  const ended = await follow(ask, job.id, context)
  if (ended.state !== 'done') throw jobFailure(ended)
  const reports = ended.result ?? []
  context.terminal.answer(reports.map(reportText).join('\n'), reports)
}

async function follow(ask: Ask, id: string, { terminal }: CommandContext): Promise<JobView> {
  const progress = createProgress(terminal, 'pages')
  for (;;) {
    const { job } = await ask<{ job: JobView }>(jobDocument, { id })
    progress.update(job.done, job.total)
    if (job.state !== 'queued' && job.state !== 'running') {
      progress.stop()
      return job
    }
    await new Promise((resolvePause) => setTimeout(resolvePause, pollMs))
  }
}

function jobFailure(job: JobView): CairnError {
  const code = job.code !== null && job.code in failures ? (job.code as FailureCode) : 'BUG'
  return new CairnError(code, job.message ?? 'The job ended without a reason.')
}

function reportText(report: Report): string {
  const seconds = (report.ms.total / 1000).toFixed(1)
  const did =
    report.written === 0 && report.removed === 0
      ? `nothing changed (${report.pages} pages)`
      : `${report.written} of ${report.pages} pages written (${report.docs} sections, ${report.apis} APIs), ${report.removed} removed`
  return [
    `${printable(report.library)}: ${did} in ${seconds} s`,
    ...report.remarks.map((remark) => `  ${printable(remark)}`)
  ].join('\n')
}
