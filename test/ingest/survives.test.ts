import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCairn, type Cairn } from '../../src/cairn.js'
import { readConfig, type Config } from '../../src/config.js'
import { createLog } from '../../src/log.js'
import { countsByLabel } from '../../src/graph/queries.js'
import {
  buildCairn,
  closeCairns,
  emptyGraph,
  exported,
  ingested,
  removeFolders,
  temporaryFolder,
  testConfig,
  testDatabase,
  untilEnded
} from '../support/build-cairn.js'

/** Many pages, and the graph that they make in one go. */
let folder: string
let whole: string[]

beforeAll(async () => {
  folder = manyPages()
  whole = await oneGo(folder)
})

afterEach(closeCairns)
afterAll(removeFolders)

const pages = 400

function manyPages(): string {
  const folder = temporaryFolder()
  for (let i = 0; i < pages; i += 1) {
    writeFileSync(
      join(folder, `page${i}.md`),
      `# Page ${i}\n\nWhat stands on it, see [next](page${(i + 1) % pages}.md).\n\n## Part\n\n${'More. '.repeat(20)}${i}\n\n## Other\n\nText ${i}.\n\n## Last\n\nEnd ${i}.\n`
    )
  }
  return folder
}

const library = { name: 'many', version: '1' }

async function oneGo(folder: string): Promise<string[]> {
  const cairn = await buildCairn()
  await ingested(cairn, 'markdown', [folder], library)
  const lines = await exported(cairn)
  await closeCairns()
  return lines
}

test('an ingestion killed with SIGKILL and taken up by the next process ends in the same graph', async () => {
  await emptyGraph()

  const written = await killHalfWay(folder)
  expect(written).toBeGreaterThan(0)
  expect(written).toBeLessThan(pages)

  const cairn = await buildCairn({ keep: true })
  await cairn.jobs.idle()
  expect((await cairn.jobs.list(1))[0]).toMatchObject({ kind: 'ingest', state: 'done' })
  expect(await exported(cairn)).toEqual(whole)
})

/** Starts an ingestion in a process of its own and kills it as soon as some pages are in the graph. */
async function killHalfWay(folder: string): Promise<number> {
  const config = testConfig()
  const script = `
    const { createCairn } = await import('${process.cwd()}/dist/src/cairn.js')
    const { createLog } = await import('${process.cwd()}/dist/src/log.js')
    const cairn = await createCairn(${JSON.stringify(config)}, { log: createLog('silent') })
    await cairn.ingest({ reader: 'markdown', sources: ['${folder}'], library: ${JSON.stringify(library)} })
    await cairn.jobs.idle()`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const db = testDatabase()
  const count = async () =>
    (await db.run(countsByLabel, { spaces: ['public'] })).find((row) => row.label === 'Doc')
      ?.count ?? 0
  while ((await count()) === 0 && child.exitCode === null)
    await new Promise((resolve) => setTimeout(resolve, 5))
  child.kill('SIGKILL')
  await ended
  const docs = await count()
  await db.close()
  return Math.round(docs / 4)
}

test('Neo4j killed in the middle: what was acknowledged is there, and the same command brings the rest', async () => {
  const home = mkdtempSync(join(tmpdir(), 'cairn-killed-'))
  const config: Config = {
    ...readConfig({
      CAIRN_HOME: home,
      CAIRN_EMBEDDER: 'lexical',
      CAIRN_NEO4J_HEAP_MB: '512',
      CAIRN_NEO4J_PAGECACHE_MB: '64',
      CAIRN_WORKERS: '1'
    }),
    cache: readConfig().cache,
    boltPort: 0,
    browserPort: 0
  }
  const cairn: Cairn = await createCairn(config, { log: createLog('silent') })
  try {
    const { neo4jPid } = await cairn.status()
    const { id } = await cairn.ingest({ reader: 'markdown', sources: [folder], library })
    while ((await cairn.jobs.get(id)).state === 'queued')
      await new Promise((resolve) => setTimeout(resolve, 5))
    process.kill(neo4jPid ?? 0, 'SIGKILL')
    await cairn.jobs.idle()
    const job = await untilEnded(cairn, id)
    // The driver waits for Neo4j to be started again; where that took too long the job says so, and where not
    // even that could be written, it is taken up again by itself.
    if (job.state !== 'done') expect(job).toMatchObject({ code: 'GRAPH_UNAVAILABLE' })

    await ingested(cairn, 'markdown', [folder], library)

    expect(await exported(cairn)).toEqual(whole)
  } finally {
    await cairn.close()
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
})
