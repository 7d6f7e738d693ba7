import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../src/config.js'
import { openDatabase, type Database } from '../src/graph/database.js'
import { openEmbedded, type EmbeddedServer } from '../src/graph/embedded/embedded.js'
import { createLog } from '../src/log.js'
import { checkCopy, type Findings } from './backup/check-copy.js'
import { contentOf } from './backup/content-of.js'
import { rowsOfFile, rowsWithoutGate } from './backup/copied-rows.js'
import { questionAbout, writeLargeDocs } from './backup/large-docs.js'
import { measureRestored, type RestoredFigures } from './backup/restored.js'
import { cairn, ownHome, startCairn, type Place, type RunningCairn } from './backup/two-cairns.js'
import { startWriters, type Told } from './backup/writers.js'
import { machine, peakMemoryMb } from './support/machine.js'
import { evalConfig, ingestAll, inTemporaryHome, openCairn } from './support/open-cairn.js'
import { print } from './support/print.js'
import { percentile } from './support/statistics.js'
import { table } from './support/table.js'

const { values: flags } = parseArgs({
  options: {
    docs: { type: 'string', multiple: true, default: [] },
    nodes: { type: 'string', default: '35000' },
    writers: { type: 'string', default: '3' },
    embedder: { type: 'string', default: 'lexical' },
    json: { type: 'string' }
  }
})

const log = createLog('warn')
/** Writes that are acknowledged before the copy, between it and the proof, and after. */
const writesBetween = 200

/**
 * Backs a graph up while two Cairns write to it, restores it into another Neo4j, and looks there for what no state of the
 * graph can have had: npm run eval:backup -- [--nodes 35000 | --docs DUMP …] [--writers 3] [--embedder …] [--json FILE].
 * In the same run a copy is made that closes no gate, and the same look has to find something in that.
 */
async function main(): Promise<void> {
  await inTemporaryHome(async (folder) => {
    const server = await openServer(folder)
    const { uri, user, password } = server
    const place = {
      NEO4J_URI: uri,
      NEO4J_USER: user,
      NEO4J_PASSWORD: password,
      CAIRN_EMBEDDER: flags.embedder
    }
    const db = openDatabase({ uri, user, password, database: 'neo4j', log, timeoutMs: 120_000 })
    try {
      await build(folder, server)
      const taken = await underLoad({ folder, place, db })
      report(taken, await restored(folder, taken))
    } finally {
      await db.close()
      await server.stop()
    }
  })
}

function openServer(folder: string): Promise<EmbeddedServer> {
  const { cache, heapMb, pageCacheMb } = readConfig()
  const ports = { boltPort: 0, httpPort: 0 }
  return openEmbedded({ home: join(folder, 'graph'), cache, heapMb, pageCacheMb, ...ports, log })
}

async function build(folder: string, server: EmbeddedServer): Promise<void> {
  const docs =
    flags.docs.length > 0 ? flags.docs : [writeLargeDocs(join(folder, 'docs'), Number(flags.nodes))]
  const started = performance.now()
  const graph = {
    neo4jUri: server.uri,
    neo4jUser: server.user,
    neo4jPassword: server.password
  }
  const config = { ...evalConfig(join(folder, 'builder'), flags.embedder), ...graph }
  const cairn = await openCairn(config)
  await ingestAll(cairn, docs)
  const { nodes } = await cairn.status()
  await cairn.close()
  const total = Object.values(nodes).reduce((sum, n) => sum + n, 0)
  print(`Built ${total.toLocaleString('en')} nodes in ${seconds(performance.now() - started)} s`)
}

interface Taken {
  readonly file: string
  readonly header: { readonly nodes: number; readonly edges: number; readonly bytes: number }
  /** For how long nobody could write, as Cairn says. */
  readonly heldMs: number
  readonly askedAt: number
  readonly doneAt: number
  readonly told: readonly Told[]
  readonly peakMb: number
  /** What the look finds in a copy that closed no gate. */
  readonly proof: Findings
}

/** A backup, and a copy without a gate, while both Cairns write. */
async function underLoad(at: { folder: string; place: Place; db: Database }): Promise<Taken> {
  const { folder, place, db } = at
  const home = (name: string) => join(folder, name)
  const one = await startCairn(home('one'), place)
  const other = await startCairn(home('other'), place)
  const writers = startWriters([one, other], Number(flags.writers), questionAbout)
  try {
    await writers.more(writesBetween)
    const file = join(folder, 'graph.backup')
    const askedAt = performance.now()
    const header = await cairn<Taken['header'] & { heldMs: number }>(one.shell, 'backup', file)
    const doneAt = performance.now()
    await writers.more(writesBetween)
    const proof = await withoutGate(db, writers.told)
    await writers.more(writesBetween)
    await writers.stop()
    const peakMb = peakMemoryMb(one.pid)
    const { told } = writers
    return { file, header, heldMs: header.heldMs, askedAt, doneAt, told, peakMb, proof }
  } finally {
    await stopped(writers, [one, other])
  }
}

async function stopped(writers: { stop(): Promise<void> }, cairns: readonly RunningCairn[]) {
  await writers.stop().catch(() => undefined)
  await Promise.all(cairns.map((one) => one.stop()))
}

async function withoutGate(db: Database, told: readonly Told[]): Promise<Findings> {
  const askedAt = performance.now()
  const { findings } = await checkCopy(rowsWithoutGate(db), { told, askedAt, doneAt: Infinity })
  return findings
}

interface Restored extends RestoredFigures {
  readonly seconds: number
  readonly findings: Findings
  readonly same: boolean
  readonly writesIn: number
}

/** Puts the backup into an empty home by the command, and looks at what that Neo4j holds. */
async function restored(folder: string, { file, told, askedAt, doneAt }: Taken): Promise<Restored> {
  const shell = ownHome(folder, 'restored')
  mkdirSync(shell.CAIRN_HOME)
  const started = performance.now()
  await cairn(shell, 'restore', file)
  const took = (performance.now() - started) / 1000
  const again = join(folder, 'restored.backup')
  const figures = await measureRestored(evalConfig(shell.CAIRN_HOME), again)
  const { findings, told: writesIn } = await checkCopy(rowsOfFile(again), {
    told,
    askedAt,
    doneAt
  })
  const same = (await contentOf(rowsOfFile(again))) === (await contentOf(rowsOfFile(file)))
  return { ...figures, seconds: took, findings, same, writesIn }
}

function report(taken: Taken, back: Restored): void {
  const { header, heldMs, told, askedAt, doneAt } = taken
  const waits = (list: readonly Told[]) => list.map(({ sentAt, ackedAt }) => ackedAt - sentAt)
  const during = told.filter(({ sentAt, ackedAt }) => ackedAt > askedAt && sentAt < doneAt)
  const before = told.filter(({ ackedAt }) => ackedAt < askedAt)
  const figures = {
    nodes: header.nodes,
    edges: header.edges,
    'acknowledged writes before the backup': before.length,
    'of all writes in the copy': back.writesIn,
    'writes acknowledged in all': told.length,
    'file, MB': header.bytes / 1e6,
    'unpacked, MB': back.unpackedBytes / 1e6,
    'backup by the command, s': (doneAt - askedAt) / 1000,
    'writers held, s': heldMs / 1000,
    'longest wait of a write around it, s': Math.max(...waits(during)) / 1000,
    'usual wait of a write, ms (p50)': percentile(waits(before), 0.5),
    'peak memory of the Cairn that copied, MB': taken.peakMb,
    'restore by the command into an empty home, s': back.seconds,
    'copy of the restored graph, nobody writing, s': back.quietMs / 1000,
    'bare read of the same, s': back.bareMs / 1000,
    'held / bare read': heldMs / back.bareMs,
    'quiet copy / bare read': back.quietMs / back.bareMs
  }
  print(table(['', ''], Object.entries(figures)))
  print(`\nRestored equals the backup: ${back.same ? 'yes, to the last bit' : 'NO'}`)
  print(`Look at the restored graph: ${said(back.findings)}`)
  print(`The same look at a copy without a gate: ${said(taken.proof)}`)
  const manifest = {
    ...machine(),
    load: loadavg().at(0),
    embedder: flags.embedder,
    docs: flags.docs.length
  }
  print(JSON.stringify(manifest))
  const good = back.same && count(back.findings) === 0
  const proven = count(taken.proof) > 0
  if (!proven)
    print('The look found nothing in a copy without a gate, so it proves nothing. More --writers.')
  process.exitCode = good && proven ? 0 : 1
  if (flags.json === undefined) return
  const { findings, same } = back
  const { proof } = taken
  const all = { manifest, figures, same, findings, proof, bytes: statSync(taken.file).size }
  writeFileSync(flags.json, JSON.stringify(all, null, 2))
}

const count = (findings: Findings) => Object.keys(findings).length

function said(findings: Findings): string {
  if (count(findings) === 0) return 'nothing that no state of the graph had'
  const lines = Object.entries(findings).map(
    ([rule, { times, first }]) => `  ${rule}: ${times.toLocaleString('en')} (${first})`
  )
  return ['', ...lines].join('\n')
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1)
}

await main()
