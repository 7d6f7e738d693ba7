import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chooseEmbedder, type Embedder } from '../src/cairn.js'
import { readConfig } from '../src/config.js'
import { openDatabase, type Database } from '../src/graph/database.js'
import { openGraph } from '../src/graph/open-graph.js'
import { createLog } from '../src/log.js'
import { writeLargeDocs } from './backup/large-docs.js'
import { ask } from './backup/writers.js'
import { startCairn, type RunningCairn } from './backup/two-cairns.js'
import { recommendQuery } from './scale/doors.js'
import { growDocumentation, originals } from './scale/grow-documentation.js'
import { growExperience } from './scale/grow-experience.js'
import { measureSize } from './scale/measure-size.js'
import { lostOf, runMixed } from './scale/mixed.js'
import { diskMb, neo4jOf, residentMb } from './scale/processes.js'
import { reportGrowth, reportMixed, reportSize, type SizeResult } from './scale/report.js'
import { whatToAsk, type WhatToAsk } from './scale/what-to-ask.js'
import { machine } from './support/machine.js'
import { evalConfig, ingestAll, inTemporaryHome, openCairn } from './support/open-cairn.js'
import { print } from './support/print.js'

const { values: flags } = parseArgs({
  options: {
    nodes: { type: 'string', default: '85000' },
    traces: { type: 'string', default: '20000' },
    agents: { type: 'string', default: '1,10,100' },
    dump: { type: 'string', multiple: true, default: [] },
    home: { type: 'string' },
    embedder: { type: 'string', default: 'lexical' },
    rounds: { type: 'string', default: '200' },
    budget: { type: 'string', default: '60' },
    again: { type: 'boolean', default: false },
    grow: { type: 'boolean', default: false },
    mixed: { type: 'string' },
    pace: { type: 'string', default: '10' },
    json: { type: 'string' }
  }
})

const log = createLog('warn')
const numbers = (text: string) => text.split(',').map(Number)
const note = (text: string) => process.stderr.write(`  ${text}\n`)

/**
 * How Cairn stands at sizes that no documentation has: npm run eval:scale -- --nodes 85000,300000 --traces 20000
 * --agents 1,10,100 [--dump FOLDER …] [--home DIR] [--embedder …] [--rounds 200] [--budget 60] [--again] [--grow] [--mixed MINUTES
 * [--pace 10]] [--json FILE]. Sizes are sections and APIs, attempts come on top. Without --dump and without documentation in
 * the home, a made-up library is what it grows from. With --home, what is there is gone on from, and sizes that were measured
 * are not measured again unless --again says so. --grow only makes the graph.
 */
async function main(): Promise<void> {
  if (flags.home === undefined) await inTemporaryHome(run)
  else await run(flags.home)
}

async function run(home: string): Promise<void> {
  mkdirSync(home, { recursive: true })
  const config = evalConfig(home, flags.embedder)
  const embedder = await chooseEmbedder({ config, remembered: null, log })
  const kept = keptResults(home)
  const results: SizeResult[] = []
  try {
    await haveDocumentation(home)
    for (const nodes of numbers(flags.nodes).toSorted((a, b) => a - b)) {
      const known = kept.get(nodes)
      if (known !== undefined && !flags.again && flags.mixed === undefined) results.push(known)
      else {
        const grown = await grow(home, nodes, embedder)
        if (flags.grow) continue
        const result = await atSize(home, { ...grown, asked: nodes, embedder })
        if (result === null) continue
        kept.set(nodes, result)
        writeFileSync(resultsFile(home), JSON.stringify([...kept], null, 2))
        results.push(result)
      }
      for (const result of results.slice(-1)) reportSize(result)
    }
  } finally {
    await embedder.close()
  }
  finish(results)
}

function finish(results: readonly SizeResult[]): void {
  reportGrowth(results)
  const { heapMb, pageCacheMb } = readConfig()
  const load = Number((loadavg()[0] ?? NaN).toFixed(1))
  const manifest = { ...machine(), load, embedder: flags.embedder, heapMb, pageCacheMb }
  print(JSON.stringify(manifest))
  const failed = results.flatMap(({ doors, recording }) => [...doors, ...recording])
  if (failed.some(({ errors }) => errors > 0)) process.exitCode = 1
  if (flags.json !== undefined)
    writeFileSync(flags.json, JSON.stringify({ manifest, results }, null, 2))
}

const resultsFile = (home: string) => join(home, 'scale.json')

function keptResults(home: string): Map<number, SizeResult> {
  if (!existsSync(resultsFile(home))) return new Map()
  return new Map(JSON.parse(readFileSync(resultsFile(home), 'utf8')) as [number, SizeResult][])
}

/** Documentation to grow from: what the home holds, the dumps, or a made-up library. */
async function haveDocumentation(home: string): Promise<void> {
  const cairn = await openCairn(evalConfig(home, flags.embedder))
  try {
    const libraries = await cairn.libraries()
    if (libraries.length > 0) return
    const [first = 0] = numbers(flags.nodes)
    const sources =
      flags.dump.length > 0 ? flags.dump : [writeLargeDocs(join(home, 'made-up'), first / 4)]
    note(`ingesting ${sources.length} sources`)
    await ingestAll(cairn, sources, (done, total) => {
      note(`${done} of ${total} pages`)
    })
  } finally {
    await cairn.close()
  }
}

interface Grown {
  readonly nodes: number
  readonly attempts: number
  readonly what: WhatToAsk
}

/** Grows the graph of a home that nothing runs on. */
async function grow(home: string, nodes: number, embedder: Embedder): Promise<Grown> {
  const graph = await openGraph(evalConfig(home, flags.embedder), { log })
  try {
    const { dimensions } = embedder
    const there = await growDocumentation(graph.db, { nodes, dimensions, onProgress: note })
    const what = await whatToAsk(graph.db)
    const attempts = await growExperience(graph.db, {
      attempts: Number(flags.traces),
      embedder,
      ask: what,
      onProgress: note
    })
    const { length } = await originals(graph.db)
    note(`${there} nodes, ${attempts} attempts, from ${length} libraries`)
    return { nodes: there, attempts, what }
  } finally {
    await graph.close()
  }
}

/** Starts Cairn on that graph and measures it. @returns null where only the mixed load was asked for */
async function atSize(
  home: string,
  at: Grown & { readonly asked: number; readonly embedder: Embedder }
): Promise<SizeResult | null> {
  const started = performance.now()
  const place = { CAIRN_EMBEDDER: flags.embedder, CAIRN_BOLT_PORT: '0', CAIRN_BROWSER_PORT: '0' }
  const cairn = await startCairn(home, place)
  try {
    await ask(cairn, recommendQuery, { q: at.what.question(0) })
    const firstAnswer = (performance.now() - started) / 1_000
    const db = await beside(cairn, home)
    try {
      if (flags.mixed !== undefined) {
        await mixed(cairn, { home, db, what: at.what, nodes: at.nodes })
        return null
      }
      const run = `${at.asked}-${Date.now().toString(36)}`
      const figures = await measureSize(
        { served: cairn, db, ...at },
        {
          rounds: Number(flags.rounds),
          warmUp: 10,
          budgetMs: Number(flags.budget) * 1_000,
          agents: numbers(flags.agents),
          recordFor: 15,
          news: 1_000,
          libraryNodes: 2_000,
          run,
          onProgress: note
        }
      )
      const neo4jMb = residentMb(neo4jOf(home) ?? 0)
      const memory = { cairnMb: residentMb(cairn.pid), neo4jMb, diskMb: diskMb(home) }
      return { nodes: at.nodes, attempts: at.attempts, firstAnswer, ...figures, ...memory }
    } finally {
      await db.close()
    }
  } finally {
    await cairn.stop()
  }
}

/** Where the Neo4j of that Cairn answers, for what has no door. */
async function beside(cairn: RunningCairn, home: string): Promise<Database> {
  const { status } = await ask<{ status: { graph: string } }>(
    cairn,
    'query { status { graph } }',
    {}
  )
  const password = readFileSync(join(home, 'neo4j', 'password'), 'utf8').trim()
  const at = { uri: status.graph, user: 'neo4j', password, database: 'neo4j' }
  return openDatabase({ ...at, log, timeoutMs: 600_000 })
}

async function mixed(
  cairn: RunningCairn,
  at: { home: string; db: Database; what: WhatToAsk; nodes: number }
): Promise<void> {
  const [agents = 100] = numbers(flags.agents).toSorted((a, b) => b - a)
  const [minutes, pace] = [Number(flags.mixed), Number(flags.pace)]
  const watched = { cairnMb: cairn.pid, neo4jMb: neo4jOf(at.home) ?? 0 }
  print(
    `${agents} agents for ${minutes} minutes at ${at.nodes.toLocaleString('en')} nodes, each asks every ${pace} s`
  )
  const run = `mixed-${Date.now().toString(36)}`
  const options = { agents, seconds: minutes * 60, pace, run, watched, onProgress: note }
  const figures = await runMixed(cairn, at.what, options)
  const lost = await lostOf(at.db, figures.acknowledged)
  reportMixed(figures, lost)
  if (lost.length > 0 || figures.errors.length > 0) process.exitCode = 1
}

await main()
