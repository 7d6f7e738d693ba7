import { fitGrowth } from '../../eval/scale/growth-model.js'
import { writeLargeDocs } from '../../eval/backup/large-docs.js'
import { doorsOf, type Served } from '../../eval/scale/doors.js'
import { growDocumentation } from '../../eval/scale/grow-documentation.js'
import { growExperience } from '../../eval/scale/grow-experience.js'
import { measureDoors } from '../../eval/scale/measure-doors.js'
import { measureSize } from '../../eval/scale/measure-size.js'
import { lostOf, runMixed } from '../../eval/scale/mixed.js'
import { whatToAsk, type WhatToAsk } from '../../eval/scale/what-to-ask.js'
import { chooseEmbedder, type Embedder } from '../../src/cairn.js'
import type { Database } from '../../src/graph/database.js'
import { librariesToGrow } from '../../src/graph/queries.js'
import { createLog } from '../../src/log.js'
import { startServer, type RunningServer } from '../../src/server.js'
import {
  adminKey,
  emptyGraph,
  ingested,
  removeFolders,
  temporaryFolder,
  testConfig,
  testDatabase
} from '../support/build-cairn.js'

const log = createLog('silent')
const nodes = 1_600
const attempts = 120

let server: RunningServer
let served: Served
let db: Database
let embedder: Embedder
let what: WhatToAsk
let grown = 0

beforeAll(async () => {
  await emptyGraph()
  const config = testConfig({ CAIRN_PORT: '0', CAIRN_REQUESTS_PER_MINUTE: '1000000' })
  server = await startServer(config, { log })
  served = { url: server.url, key: adminKey }
  db = testDatabase()
  embedder = await chooseEmbedder({ config, remembered: null, log })
  await ingested(server.cairn, 'devdocs', [writeLargeDocs(temporaryFolder(), 400, 'harbour')])
  const { dimensions } = embedder
  grown = await growDocumentation(db, { nodes, dimensions })
  what = await whatToAsk(db)
  await growExperience(db, { attempts, embedder, ask: what })
}, 180_000)

afterAll(async () => {
  await server.close()
  await emptyGraph()
  await db.close()
  await embedder.close()
  removeFolders()
})

const edgesOf = async () => {
  const edges = new Map<string, number>()
  for await (const line of server.cairn.exportLines()) {
    const { type, from } = line as { type?: string; from?: string }
    const library = /^(?:doc|api):(.+?@[^/]+)/.exec(from ?? '')?.[1]
    if (type !== undefined && library !== undefined)
      edges.set(library, (edges.get(library) ?? 0) + 1)
  }
  return edges
}

test('a graph grows by whole libraries with their edges, nearly to the size that was asked for', async () => {
  expect(Math.abs(grown - nodes)).toBeLessThan(nodes * 0.05 + 400)
  const held = await db.run(librariesToGrow, {})
  expect(held.length).toBeGreaterThan(2)
  expect(new Set(held.map((one) => one.nodes)).size).toBe(1)
  expect(held.reduce((sum, one) => sum + one.nodes, 0)).toBe(grown)
  const edges = [...(await edgesOf()).values()]
  expect(edges.length).toBe(held.length)
  expect(new Set(edges).size).toBe(1)
})

test('a copy that was broken off is made again, and nothing is there twice', async () => {
  await db.raw(`MATCH (l:Library) WHERE l.key CONTAINS '-w2@' SET l.growing = true`)
  await db.raw(`MATCH (d:Doc) WHERE d.library CONTAINS '-w2@' WITH d LIMIT 10 DETACH DELETE d`)
  const before = (await edgesOf()).size
  expect(await growDocumentation(db, { nodes, dimensions: embedder.dimensions })).toBe(grown)
  const edges = await edgesOf()
  expect(edges.size).toBe(before)
  expect(new Set(edges.values()).size).toBe(1)
}, 60_000)

test('the table has a row for every door, recording agents, curation and ingestion', async () => {
  const figures = await measureSize(
    { served, db, embedder, what, attempts },
    {
      ...{ rounds: 2, warmUp: 1, budgetMs: 20_000, agents: [1, 3], recordFor: 1 },
      ...{ news: 20, libraryNodes: 40, run: 'small', onProgress: () => undefined }
    }
  )
  expect(figures.doors.map(({ name, errors, error }) => ({ name, errors, error }))).toEqual(
    [
      ...['HTTP alone', 'recommend', 'search', 'resolve_error', 'notes', 'next_step'],
      ...['neighbourhood', 'review queue', 'Answers', 'Attempts', 'libraries', 'Overview'],
      ...['Health', 'status']
    ].map((name) => ({ name, errors: 0, error: null }))
  )
  for (const { asked, p50, floor } of figures.doors) {
    expect(asked).toBe(2)
    expect(p50).toBeGreaterThan(0)
    expect(floor).toBeGreaterThan(0)
  }
  expect(figures.recording.map(({ agents, errors }) => [agents, errors])).toEqual([
    [1, 0],
    [3, 0]
  ])
  for (const { acknowledged } of figures.recording) expect(acknowledged).toBeGreaterThan(0)
  expect([figures.curation.state, figures.ingestion.state]).toEqual(['done', 'done'])
}, 120_000)

test('what Cairn refuses is counted as an error, and its time is no figure', async () => {
  const bad = { name: 'bad', ask: () => Promise.reject(new Error('refused')) }
  const [alone = bad] = doorsOf(served, what)
  const [good, refused] = await measureDoors([alone, bad], () => Promise.resolve(1), {
    ...{ rounds: 3, warmUp: 0, budgetMs: 10_000 }
  })
  expect([good?.asked, good?.errors]).toEqual([3, 0])
  expect([refused?.asked, refused?.errors, refused?.error]).toEqual([3, 3, 'Error: refused'])
  expect(refused?.p50).toBeNaN()
})

test('agents that do all things at once get answers, and what was acknowledged is there', async () => {
  const options = { agents: 8, seconds: 20, pace: 0.1, run: 'team', watched: { us: process.pid } }
  const figures = await runMixed(served, what, options)
  expect(figures.errors).toEqual([])
  for (const { done, errors } of figures.kinds) {
    expect(done).toBeGreaterThan(0)
    expect(errors).toBe(0)
  }
  expect(figures.acknowledged.size).toBeGreaterThan(0)
  expect(figures.watched.at(-1)?.['us']).toBeGreaterThan(0)
  expect(await lostOf(db, figures.acknowledged)).toEqual([])
  expect(await lostOf(db, new Set(['trace:never-written']))).toEqual(['trace:never-written'])
}, 60_000)

test('the law of growth is found again', () => {
  const points = [1, 10, 40].map((nodes) => ({ nodes, value: 3 * nodes ** 0.4 }))
  expect(fitGrowth(points)?.power).toBeCloseTo(0.4)
  expect(fitGrowth(points.slice(0, 2))?.predict(160)).toBeCloseTo(3 * 160 ** 0.4)
  expect(fitGrowth(points.slice(0, 1))).toBeNull()
})
