import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { outcomeStatuses, type OutcomeStatus } from '../src/traces/canonical-trace.js'
import { endingsIn } from './outcomes/endings.js'
import { judgedAs, judgeMadeUp, readOutcomes, type Judged } from './outcomes/judge.js'
import { machine } from './support/machine.js'
import { print } from './support/print.js'
import { table } from './support/table.js'

const { values: flags, positionals: paths } = parseArgs({
  allowPositionals: true,
  options: { truth: { type: 'string' }, json: { type: 'string' }, show: { type: 'boolean' } }
})

/**
 * How well the outcome of a recording is told: npm run eval:outcomes -- [--truth FILE PATH…] [--show]
 * Sessions that we made up, in three forms, and recordings of one's own, of which a JSON Lines file says
 * `{file, trace, outcome}` each. Nothing is written to a graph.
 */
async function main(): Promise<void> {
  const endings = endingsIn('endings.jsonl')
  const madeUp = await judgeMadeUp(endings)
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

async function ofReal(truthFile: string): Promise<Judged[]> {
  const known = readFileSync(truthFile, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as { file: string; trace: string; outcome: OutcomeStatus })
  const read = await readOutcomes(paths)
  const unjudged = read.filter((r) => !known.some((k) => k.file === r.file && k.trace === r.trace))
  for (const { file, trace, status, evidence } of unjudged)
    print(`  nobody judged ${JSON.stringify({ file, trace, outcome: status })} ${evidence}`)
  return known.map(({ file, trace, outcome }) =>
    judgedAs(
      `${file} ${trace}`,
      outcome,
      read.find((r) => r.file === file && r.trace === trace)
    )
  )
}

function report(title: string, judged: readonly Judged[]): void {
  print(`\n${title}\n`)
  const columns = [...outcomeStatuses, 'not read'] as const
  const count = (truth: OutcomeStatus, read: Judged['read']) =>
    judged.filter((j) => j.truth === truth && j.read === read).length
  print(
    table(
      ['truth \\ read', ...columns],
      outcomeStatuses.map((truth) => [truth, ...columns.map((read) => count(truth, read))])
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
