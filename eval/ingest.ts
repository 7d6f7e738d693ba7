import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chooseEmbedder, type Cairn, type Embedder } from '../src/cairn.js'
import { docId } from '../src/domain/documentation.js'
import { openWriteFloor } from '../src/write-floor.js'
import { createLog } from '../src/log.js'
import { fingerprint } from './support/fingerprint.js'
import { machine, peakMemoryMb } from './support/machine.js'
import {
  evalConfig,
  inTemporaryHome,
  ingestAll,
  openCairn,
  type IngestReport
} from './support/open-cairn.js'
import { print } from './support/print.js'
import { table } from './support/table.js'
import { cachedEmbedder } from './support/vector-cache.js'

const { values: flags, positionals: docs } = parseArgs({
  allowPositionals: true,
  options: {
    embedder: { type: 'string', default: 'lexical' },
    home: { type: 'string' },
    cache: { type: 'string', default: '.cairn/eval' },
    phase: { type: 'string', default: 'all' },
    json: { type: 'string' }
  }
})

/**
 * Measures the ingestion of DevDocs dumps: npm run eval:ingest -- [--embedder …] [--home DIR] DUMP…
 * Every vector is kept in a file, so that ingestion can be timed with embedding taken out, beside a
 * bare batched write of the same vectors in the same run.
 */
async function main(): Promise<void> {
  mkdirSync(flags.cache, { recursive: true })
  const config = evalConfig('/nowhere', flags.embedder)
  const inner = await chooseEmbedder({ config, remembered: null, log: createLog('warn') })
  const file = join(flags.cache, `${inner.id.replace(/\W+/g, '-')}.vectors`)
  const first = flags.phase === 'floor' ? null : await firstRun(inner, file)
  const timed = flags.phase === 'first' ? null : await timedRun(inner, file)
  const result = { manifest: { ...machine(), embedder: inner.id }, first, timed }
  if (flags.json !== undefined) writeFileSync(flags.json, JSON.stringify(result, null, 2))
  await inner.close()
}

/** Builds the graph with the encoder at work, in the home that is kept if one is named. */
async function firstRun(inner: Embedder, file: string) {
  const embedder = cachedEmbedder(inner, file, existsSync(file))
  const work = async (home: string) => {
    const cairn = await openCairn(evalConfig(home, flags.embedder), embedder)
    const started = performance.now()
    const reports = await ingestAll(cairn, docs, progress)
    const seconds = (performance.now() - started) / 1000
    const status = await cairn.status()
    const memory = {
      cairnMb: peakMemoryMb(process.pid),
      neo4jMb: peakMemoryMb(status.neo4jPid ?? 0)
    }
    print(
      `\nBuilt in ${seconds.toFixed(0)} s (${embedder.misses()} texts embedded, the rest known)`
    )
    printReports(reports)
    printCounts(status)
    const entries = await entriesFound(cairn)
    print(
      `Index entries found by their exact path: ${entries.found} of ${entries.total}; without: ${entries.missing.join(', ')}`
    )
    print(
      `Peak memory: Cairn ${memory.cairnMb.toFixed(0)} MB, Neo4j ${memory.neo4jMb.toFixed(0)} MB`
    )
    const again = await secondRun(cairn)
    await cairn.close()
    return { seconds, reports, nodes: status.nodes, edges: status.edges, entries, memory, again }
  }
  return flags.home === undefined ? inTemporaryHome(work) : work(flags.home)
}

/** The same sources again: nothing may be written. */
async function secondRun(cairn: Cairn) {
  const before = await fingerprint(cairn)
  const started = performance.now()
  const reports = await ingestAll(cairn, docs)
  const seconds = (performance.now() - started) / 1000
  const written = reports.reduce((sum, report) => sum + report.written, 0)
  const same = before === (await fingerprint(cairn))
  print(
    `Second run: ${seconds.toFixed(1)} s, ${written} pages written, graph ${same ? 'unchanged' : 'CHANGED'}`
  )
  return { seconds, written, same, fingerprint: before }
}

/** Ingestion with every vector known, and the bare write of the same vectors, one after the other. */
async function timedRun(inner: Embedder, file: string) {
  const embedder = cachedEmbedder(inner, file, true)
  const vectors: Float32Array[] = []
  const recording: Embedder = {
    ...embedder,
    embed: async (texts, options) => {
      const made = await embedder.embed(texts, options)
      vectors.push(...made)
      return made
    }
  }
  const ingestSeconds = await inTemporaryHome(async (home) => {
    const cairn = await openCairn(evalConfig(home, flags.embedder), recording)
    const started = performance.now()
    const reports = await ingestAll(cairn, docs, progress)
    const seconds =
      (performance.now() - started - reports.reduce((ms, report) => ms + report.ms.embedding, 0)) /
      1000
    print(
      `\nIngestion with every vector known (${embedder.misses()} were not): ${seconds.toFixed(1)} s`
    )
    printReports(reports)
    await cairn.close()
    return seconds
  })
  const bareSeconds = await inTemporaryHome(async (home) => {
    const floors = await openWriteFloor(evalConfig(home), createLog('warn'), inner.dimensions)
    const ms = await floors.write(vectors)
    await floors.close()
    return ms / 1000
  })
  const nodes = vectors.length
  print(
    table(
      ['', 'nodes', 'seconds', 'nodes/s'],
      [
        ['ingestion, embedding taken out', nodes, ingestSeconds, nodes / ingestSeconds],
        ['bare batched write', nodes, bareSeconds, nodes / bareSeconds]
      ]
    )
  )
  print(`Ratio of ingestion to the bare write: ${(bareSeconds / ingestSeconds).toFixed(2)}`)
  return { nodes, ingestSeconds, bareSeconds, ratio: bareSeconds / ingestSeconds }
}

function progress(done: number, total: number): void {
  process.stderr.write(`  ${done} of ${total} pages\n`)
}

function printReports(reports: readonly IngestReport[]): void {
  const rows = reports.map((r) => [
    r.library,
    r.pages,
    r.docs,
    r.apis,
    r.ms.total / 1000,
    r.ms.embedding / 1000,
    r.ms.linking / 1000
  ])
  print(table(['library', 'pages', 'docs', 'apis', 'seconds', 'embedding', 'linking'], rows))
}

function printCounts(status: {
  nodes: Readonly<Record<string, number>>
  edges: Readonly<Record<string, number>>
}): void {
  print(
    table(
      ['label or edge type', 'count'],
      [...Object.entries(status.nodes), ...Object.entries(status.edges)]
    )
  )
}

/** Looks every entry of every dump's index up by its exact path. */
async function entriesFound(cairn: Cairn) {
  const libraries = await cairn.libraries()
  const missing: string[] = []
  let total = 0
  for (const [i, dump] of docs.entries()) {
    const index = JSON.parse(readFileSync(join(dump, 'index.json'), 'utf8')) as {
      entries: { path: string }[]
    }
    const meta = JSON.parse(readFileSync(join(dump, 'meta.json'), 'utf8')) as {
      name: string
      release?: string
    }
    const key =
      libraries.find(
        (l) => l.title === meta.name && (meta.release === undefined || l.version === meta.release)
      )?.key ?? `?${i}`
    const paths = [...new Set(index.entries.map((entry) => entry.path))]
    total += paths.length
    const ids = paths.map((path) => {
      const [page = '', ...anchor] = path.split('#')
      return docId(key, { path: page, anchor: anchor.join('#'), part: 1 })
    })
    const there = await cairn.exist(ids)
    missing.push(...paths.filter((_, at) => !there.has(ids[at] ?? '')))
  }
  return { total, found: total - missing.length, missing }
}

await main()
