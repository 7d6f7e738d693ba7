import { badInput } from '../../errors.js'
import { followJob } from '../follow-job.js'
import { inspectPackages, removeInspections } from '../inspect-packages.js'
import { printable } from '../render/wrap.js'
import { connect, type CommandContext } from '../run.js'
import { sourcePath } from '../source-path.js'

const startDocument = 'mutation ($input: IngestInput!) { ingest(input: $input) { id } }'

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
  readonly only?: string
  readonly with?: readonly string[]
  readonly source?: string
  readonly python?: string
}

/** Takes documentation in and shows how far it is; Ctrl-C cancels, the same command goes on. */
export async function ingest(
  context: CommandContext,
  what: { reader: string; sources: string[] },
  flags: IngestFlags
): Promise<void> {
  const { python, ...input } = flags
  const isPython = what.reader === 'python-package'
  if (python !== undefined && !isPython)
    throw badInput('--python', python, `nothing, for ${what.reader}: it is for python-package`)
  const { home } = context.config
  // Those of a registry are fetched by the server, which reads and never runs them.
  const isFetched = what.sources.every((source) => source.startsWith('pypi:'))
  const inspected =
    isPython && !isFetched ? await inspectPackages(what.sources, { home, python }) : null
  const sources =
    inspected ?? what.sources.map((source) => sourcePath(what.reader, source, process.cwd()))
  const ask = await connect(context)
  const started = ask<{ ingest: { id: string } }>(startDocument, {
    input: { reader: what.reader, sources, ...input }
  }).then(({ ingest: job }) => job)
  const result = await followJob<Report[]>(ask, context.terminal, { started, unit: 'pages' })
  removeInspections(inspected ?? [])
  const reports = result ?? []
  context.terminal.answer(reports.map(reportText).join('\n'), reports)
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
