import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { setTimeout } from 'node:timers/promises'
import type { Cairn, Job } from '../src/cairn.js'
import type { CurationReport } from '../src/curate/curation.js'
import { printCandidates, readCandidates, type ReadCandidate } from './curation/read-candidates.js'
import { syntheticTraces, writeSyntheticDocs } from './curation/synthetic.js'
import { fingerprint } from './support/fingerprint.js'
import { machine, peakMemoryMb } from './support/machine.js'
import { evalConfig, ingestAll, inTemporaryHome, openCairn } from './support/open-cairn.js'
import { print } from './support/print.js'
import { table } from './support/table.js'

const { values: flags, positionals: docs } = parseArgs({
  allowPositionals: true,
  options: {
    problems: { type: 'string' },
    traces: { type: 'string' },
    embedder: { type: 'string', default: 'lexical' },
    home: { type: 'string' },
    seed: { type: 'string', default: '1' },
    synthetic: { type: 'string' },
    phase: { type: 'string', default: 'all' },
    json: { type: 'string' }
  }
})
const seed = Number(flags.seed)

/**
 * Measures curation: npm run eval:curation -- --problems FILE --traces FILE [--embedder …] [--home DIR] [DOCS…] for the
 * candidates that come of recordings, to be read, or --synthetic N for time and memory of so many made-up traces.
 */
async function main(): Promise<void> {
  if (flags.phase === 'curate') {
    await curatePhase(flags.home ?? '')
    return
  }
  const found: Record<string, unknown> = {
    manifest: { ...machine(), embedder: flags.embedder, seed }
  }
  if (flags.traces !== undefined) found['candidates'] = await withHome((home) => candidates(home))
  if (flags.synthetic !== undefined)
    found['synthetic'] = await withHome((home) => synthetic(home, Number(flags.synthetic)))
  if (flags.json !== undefined) writeFileSync(flags.json, JSON.stringify(found, null, 2))
}

function withHome<T>(work: (home: string) => Promise<T>): Promise<T> {
  return flags.home === undefined ? inTemporaryHome(work) : work(flags.home)
}

/** How many are printed for a reader to judge. */
const mostRead = 40

async function candidates(
  home: string
): Promise<{ report: CurationReport; candidates: ReadCandidate[] }> {
  const cairn = await openCairn(evalConfig(home, flags.embedder))
  if (docs.length > 0) await ingestAll(cairn, docs)
  const paths = [flags.traces ?? '']
  await finished(cairn, await cairn.importTraces({ paths, problems: flags.problems ?? null }))
  const report = await curated(cairn)
  printReport(report)
  const read = await readCandidates(cairn, mostRead)
  await cairn.close()
  print(`${String(read.length)} candidates to read, at most ${String(mostRead)}:`)
  printCandidates(read)
  return { report, candidates: read }
}

interface Synthetic {
  readonly first: CurationReport
  readonly second: CurationReport
  /** Peak of the process when curation ended, and when the order of documentation was learned after it. */
  readonly memoryMb: number
  readonly afterLearningMb: number
  readonly same: boolean
}

/** Records in this process, curates in one of its own, so that its peak is of nothing else. */
async function synthetic(home: string, count: number): Promise<Synthetic> {
  const config = evalConfig(home, flags.embedder)
  const cairn = await openCairn(config)
  await ingestAll(cairn, writeSyntheticDocs(join(home, 'docs')))
  const started = performance.now()
  let batch: unknown[] = []
  for (const trace of syntheticTraces(count)) {
    batch.push(trace)
    if (batch.length === 500) {
      await cairn.recordTraces(batch)
      batch = []
    }
  }
  if (batch.length > 0) await cairn.recordTraces(batch)
  print(`${count} traces recorded in ${((performance.now() - started) / 1000).toFixed(1)} s`)
  await cairn.close()
  const script = fileURLToPath(import.meta.url)
  const options = [
    '--phase',
    'curate',
    '--home',
    home,
    '--embedder',
    flags.embedder,
    '--seed',
    flags.seed
  ]
  const out = execFileSync(process.execPath, [script, ...options], { encoding: 'utf8' })
  const measured = JSON.parse(out.trim().split('\n').at(-1) ?? '{}') as Synthetic
  printReport(measured.first)
  print(
    `Peak memory of the curating process: ${measured.memoryMb.toFixed(0)} MB; with the learning of the order that follows ${measured.afterLearningMb.toFixed(0)} MB`
  )
  print(
    `Second run: ${measured.second.seconds} s, ${measured.second.clusters} behaviours, graph ${measured.same ? 'unchanged' : 'CHANGED'}`
  )
  return measured
}

async function curatePhase(home: string): Promise<void> {
  const cairn = await openCairn(evalConfig(home, flags.embedder))
  const started = await cairn.curate({ seed })
  await ended(cairn, started)
  const memoryMb = peakMemoryMb(process.pid)
  const first = JSON.parse((await finished(cairn, started)).result ?? '{}') as CurationReport
  const afterLearningMb = peakMemoryMb(process.pid)
  const before = await fingerprint(cairn)
  const second = await curated(cairn)
  const same = before === (await fingerprint(cairn))
  await cairn.close()
  print(JSON.stringify({ first, second, memoryMb, afterLearningMb, same }))
}

/** Waits for this job alone: others may follow it. */
async function ended(cairn: Cairn, { id }: Job): Promise<void> {
  while (['queued', 'running'].includes((await cairn.jobs.get(id)).state)) await setTimeout(50)
}

async function curated(cairn: Cairn): Promise<CurationReport> {
  const job = await finished(cairn, await cairn.curate({ seed }))
  return JSON.parse(job.result ?? '{}') as CurationReport
}

async function finished(cairn: Cairn, { id }: Job): Promise<Job> {
  await cairn.jobs.idle()
  const job = await cairn.jobs.get(id)
  if (job.state !== 'done') throw new Error(`${job.code ?? ''} ${job.message ?? 'the job failed'}`)
  return job
}

function printReport(report: CurationReport): void {
  const { byGate, byReason, ...counts } = report
  print(
    table(
      ['curation', ''],
      Object.entries(counts).map(([name, value]) => [
        name,
        typeof value === 'number' ? value : String(value)
      ])
    )
  )
  print(table(['held back by gate', 'insights'], Object.entries(byGate)))
  print(table(['ignored because', 'behaviours'], Object.entries(byReason)))
}

await main()
