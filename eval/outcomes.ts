import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { readTraceFiles } from '../src/traces/read-trace-files.js'
import { endingsIn, type Ending } from './outcomes/endings.js'
import { forms, sessionFile } from './outcomes/sessions.js'
import { machine } from './support/machine.js'
import { print } from './support/print.js'
import { table } from './support/table.js'

const { values: flags, positionals: paths } = parseArgs({
  allowPositionals: true,
  options: { truth: { type: 'string' }, json: { type: 'string' }, show: { type: 'boolean' } }
})

const statuses = ['passed', 'failed', 'unknown'] as const
type Status = (typeof statuses)[number]

/** One session: what a careful reader says came of it, and what Cairn read. */
interface Judged {
  readonly session: string
  readonly truth: Status
  readonly read: Status | 'not read'
  readonly evidence: string
}

interface Read {
  readonly file: string
  readonly trace: string
  readonly status: Status
  readonly evidence: string
}

/**
 * How well the outcome of a recording is told: npm run eval:outcomes -- [--truth FILE PATH…] [--show]
 * Sessions that we made up, in three forms, and recordings of one's own, of which a JSON Lines file says
 * `{file, trace, outcome}` each. Nothing is written to a graph.
 */
async function main(): Promise<void> {
  const endings = endingsIn('endings.jsonl')
  const madeUp = await ofMadeUp(endings)
  report(
    `Made-up sessions: ${String(endings.length)} endings, ${String(madeUp.length)} recordings`,
    madeUp
  )
  const real = flags.truth === undefined ? [] : await ofReal(flags.truth)
  if (real.length > 0)
    report(
      `Recordings of ${String(new Set(real.map(({ session }) => session.split(' ')[0])).size)} files`,
      real
    )
  if (flags.json !== undefined)
    writeFileSync(flags.json, JSON.stringify({ manifest: machine(), madeUp, real }, null, 2))
}

async function ofMadeUp(endings: readonly Ending[]): Promise<Judged[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-outcomes-'))
  try {
    const judged: Judged[] = []
    for (const form of forms)
      for (const [at, ending] of endings.entries()) {
        const { name, text } = sessionFile(form, ending, at)
        const path = join(folder, name)
        writeFileSync(path, text)
        const [read] = await readOf([path])
        rmSync(path)
        const truth = form === 'chat' ? (ending.truthWithoutExit ?? ending.truth) : ending.truth
        judged.push(judgedOf(`${form}: ${ending.name}`, truth, read))
      }
    return judged
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function ofReal(truthFile: string): Promise<Judged[]> {
  const known = readFileSync(truthFile, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as { file: string; trace: string; outcome: Status })
  const read = await readOf(paths)
  const unjudged = read.filter((r) => !known.some((k) => k.file === r.file && k.trace === r.trace))
  for (const { file, trace, status, evidence } of unjudged)
    print(`  nobody judged ${JSON.stringify({ file, trace, outcome: status })} ${evidence}`)
  return known.map(({ file, trace, outcome }) =>
    judgedOf(
      `${file} ${trace}`,
      outcome,
      read.find((r) => r.file === file && r.trace === trace)
    )
  )
}

async function readOf(from: readonly string[]): Promise<Read[]> {
  const read: Read[] = []
  for await (const item of readTraceFiles(from)) {
    if (!('trace' in item)) continue
    const trace = item.trace as { id?: string; outcome: { status: Status; evidence?: string } }
    const file = basename(item.file)
    const place = read.filter((one) => one.file === file).length + 1
    const { status, evidence = '' } = trace.outcome
    read.push({
      file,
      trace: trace.id ?? `#${String(place)}`,
      status,
      evidence: evidence.slice(0, 160)
    })
  }
  return read
}

function judgedOf(session: string, truth: Status, read: Read | undefined): Judged {
  return { session, truth, read: read?.status ?? 'not read', evidence: read?.evidence ?? '' }
}

function report(title: string, judged: readonly Judged[]): void {
  print(`\n${title}\n`)
  const columns = [...statuses, 'not read'] as const
  const count = (truth: Status, read: Judged['read']) =>
    judged.filter((j) => j.truth === truth && j.read === read).length
  print(
    table(
      ['truth \\ read', ...columns],
      statuses.map((truth) => [truth, ...columns.map((read) => count(truth, read))])
    )
  )
  const telling = judged.filter(({ truth }) => truth !== 'unknown')
  const right = telling.filter(({ truth, read }) => truth === read).length
  const guessed = judged.filter(({ truth, read }) => read === 'passed' && truth !== 'passed').length
  print(
    `\nRight where the recording tells: ${String(right)} of ${String(telling.length)} = ${(right / telling.length).toFixed(3)}; taken for passed and not: ${String(guessed)}`
  )
  for (const { session, truth, read, evidence } of judged)
    if (truth !== read && (flags.show === true || read === 'passed'))
      print(`  ${session}: ${truth}, read as ${read} ${evidence.replaceAll('\n', ' / ')}`)
}

await main()
