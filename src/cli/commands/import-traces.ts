import { resolve } from 'node:path'
import type { ImportCount, ImportSummary } from '../../cairn.js'
import { CairnError } from '../../errors.js'
import { followJob } from '../follow-job.js'
import { printable } from '../render/wrap.js'
import { connect, type CommandContext } from '../run.js'
import type { Terminal } from '../terminal.js'

const startDocument = 'mutation ($input: ImportTracesInput!) { importTraces(input: $input) { id } }'

export interface ImportFlags {
  readonly format?: string
  readonly dryRun?: boolean
  readonly problems?: string
  readonly rejected?: string
  readonly redactHomes?: boolean
  readonly redactEmails?: boolean
}

/** Reads the traces of files and folders and says what was found, and what was passed over and why. */
export async function importTraces(
  context: CommandContext,
  paths: readonly string[],
  flags: ImportFlags
): Promise<void> {
  const ask = await connect(context)
  const { problems, rejected, ...rest } = flags
  // The server works in a folder of its own.
  const input = {
    ...rest,
    paths: paths.map((path) => (path.trim() === '' ? path : resolve(path))),
    ...(problems === undefined ? {} : { problems: resolve(problems) }),
    ...(rejected === undefined ? {} : { rejectedFile: resolve(rejected) })
  }
  const started = ask<{ importTraces: { id: string } }>(startDocument, { input }).then(
    ({ importTraces: job }) => job
  )
  const summary = await followJob<ImportSummary>(ask, context.terminal, { started, unit: 'traces' })
  if (summary === null) return
  context.terminal.answer(summaryText(summary, context.terminal), summary)
  // A script must hear that nothing came of it.
  if (tookInNothing(summary))
    throw new CairnError('BAD_INPUT', 'The import took in nothing: see above what each file is.')
}

function summaryText(summary: ImportSummary, { color }: Terminal): string {
  const { total, formats, files, faults, reasons } = summary
  const seconds = (summary.ms / 1000).toFixed(1)
  const opening = summary.dryRun ? 'Nothing was written (dry run). There are' : 'Found'
  return [
    `${opening} ${total.traces} traces in ${seconds} s: ${total.accepted} ${summary.dryRun ? 'new' : 'taken in'}, ${total.known} known, ${total.rejected} rejected, ${total.skipped} passed over.`,
    ...(total.elsewhere === 0 ? [] : [elsewhereText(total.elsewhere)]),
    ...formats.map((row) => rowText(row, row.format === '' ? 'no known format' : row.format)),
    ...filesText(files, color),
    ...(faults.length === 0 ? [] : [color.bold('Not taken in')]),
    ...faults.slice(0, 20).map(faultText),
    ...(total.rejected + total.skipped > 20
      ? reasons.slice(0, 10).map(({ reason, count }) => printable(`  ${count} times: ${reason}`))
      : []),
    ...(summary.rejectedFile === null || total.rejected === 0
      ? []
      : [`What was rejected is in ${summary.rejectedFile}; mend it and import it again.`]),
    ...tableText(summary),
    ...(tookInNothing(summary) ? [color.red('Nothing was taken in.')] : [])
  ].join('\n')
}

function elsewhereText(files: number): string {
  const are = files === 1 ? '1 file is' : `${files} files are`
  return `${are} read with another one: sub-agents with their session, a resumed session where it goes on.`
}

/** A line a file, where there are several. */
function filesText(files: ImportSummary['files'], color: Terminal['color']): string[] {
  if (files.length <= 1) return []
  return [
    color.bold('Files'),
    ...files.slice(0, 40).map((row) => rowText(row, printable(row.file ?? ''))),
    ...(files.length > 40 ? [`  … and ${files.length - 40} more; --json has them`] : [])
  ]
}

function faultText(fault: ImportSummary['faults'][number]): string {
  const place = [fault.file, fault.line, fault.index].filter((part) => part !== undefined)
  const expected = fault.expected === undefined ? '' : `; expected ${fault.expected}`
  const field = fault.path === undefined ? '' : `${fault.path}: `
  return printable(`  ${place.join(':')}: ${field}${fault.reason}${expected}`)
}

/** Whether there was something to read and none of it is in the memory now. */
function tookInNothing({ total }: ImportSummary): boolean {
  return total.traces === 0
}

const columns = [
  ['read', ({ traces }) => traces],
  ['known', ({ known }) => known],
  ['refused', ({ rejected, skipped }) => rejected + skipped],
  ['passed', ({ passed }) => passed],
  ['failed', ({ failed }) => failed],
  ['unknown', ({ unknown }) => unknown],
  ['errors', ({ errors }) => errors],
  ['resolved', ({ resolved }) => resolved],
  ['notes', ({ notes }) => notes]
] as const satisfies readonly (readonly [string, (row: ImportCount) => number])[]

/** One line a format and one for all: what was read, how it ended, what was found in it. */
function tableText({ formats, total }: ImportSummary): string[] {
  const named = formats.map((row): [string, ImportCount] => [row.format || 'unknown form', row])
  const rows: [string, ImportCount][] = named.length === 1 ? named : [...named, ['all', total]]
  const first = Math.max(6, ...rows.map(([name]) => name.length))
  const cells = rows.map(([name, row]) =>
    [
      name.padEnd(first),
      ...columns.map(([head, of]) => String(of(row)).padStart(Math.max(head.length, 5)))
    ].join('  ')
  )
  const head = [
    'format'.padEnd(first),
    ...columns.map(([name]) => name.padStart(Math.max(name.length, 5)))
  ]
  return rows.length === 0 ? [] : ['', head.join('  '), ...cells]
}

function rowText(row: ImportCount, name: string): string {
  const { traces, steps, states, errors, lessons, rejected, skipped } = row
  const left = [
    rejected > 0 ? `${rejected} rejected` : '',
    skipped > 0 ? `${skipped} passed over` : ''
  ]
  return [
    `  ${name}: ${traces} traces`,
    `${steps} steps`,
    `${states} states`,
    `${errors} errors`,
    `${lessons} lessons`,
    ...left
  ]
    .filter((part) => part !== '')
    .join(', ')
}
