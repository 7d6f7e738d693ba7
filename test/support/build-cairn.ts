import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCairn, type Cairn, type CairnDeps, type Job } from '../../src/cairn.js'
import { readConfig, type Config } from '../../src/config.js'
import { contentHash } from '../../src/domain/content-hash.js'
import { openDatabase, type Database } from '../../src/graph/database.js'
import { createLog } from '../../src/log.js'
import { testNeo4j } from './neo4j.js'

/** The key of whoever may do everything, in every test. */
export const adminKey = `cairn_${'test'.repeat(11)}`

/** A configuration that points at the run's Neo4j, compares words only, and logs nothing. */
export function testConfig(settings: Record<string, string> = {}): Config {
  const { uri, user, password } = testNeo4j()
  return readConfig({
    CAIRN_HOME: join(tmpdir(), 'cairn-test-home'),
    CAIRN_EMBEDDER: 'lexical',
    CAIRN_LOG: 'silent',
    CAIRN_WORKERS: '1',
    CAIRN_WITHHOLD_PERCENT: '0',
    CAIRN_ADMIN_KEY: adminKey,
    NEO4J_URI: uri,
    NEO4J_USER: user,
    NEO4J_PASSWORD: password,
    ...settings
  })
}

/** The run's Neo4j itself, for what has no verb. */
export function testDatabase(): Database {
  const config = testConfig()
  return openDatabase({
    uri: config.neo4jUri ?? '',
    user: config.neo4jUser,
    password: config.neo4jPassword ?? '',
    database: config.neo4jDatabase,
    log: createLog('silent')
  })
}

/**
 * Empties the graph. Its indexes stay: dropping one has Neo4j plan every statement anew, and Cairn makes those
 * of its vectors anew where they were for another embedder. Test files run one after the other.
 */
export async function emptyGraph(): Promise<void> {
  const db = testDatabase()
  await db.raw('MATCH (n) WHERE NOT n:Migration DETACH DELETE n')
  await db.close()
}

const open: Cairn[] = []

/** Cairn on the run's Neo4j, emptied before, closed by `closeCairns`. */
export async function buildCairn(
  deps: Partial<CairnDeps> & { keep?: boolean } = {}
): Promise<Cairn> {
  const { keep, ...rest } = deps
  if (keep !== true) await emptyGraph()
  const cairn = await createCairn(testConfig(), { log: createLog('silent'), ...rest })
  open.push(cairn)
  return cairn
}

/** For afterEach. */
export async function closeCairns(): Promise<void> {
  for (const cairn of open.splice(0)) await cairn.close()
}

const folders: string[] = []

/** A folder that is gone after the test file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-test-'))
  folders.push(folder)
  return folder
}

/** For afterAll. */
export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
}

/** The graph as sorted lines without times, to compare two builds. */
export async function exported(cairn: Cairn): Promise<string[]> {
  const lines: string[] = []
  for await (const line of cairn.exportLines()) {
    lines.push(
      JSON.stringify(line, (key, value: unknown) => {
        if (key === 'embedding') return contentHash(JSON.stringify(value))
        return key.endsWith('At') ? undefined : value
      })
    )
  }
  return lines
}

/** Ingests, waits, and gives the reports or throws what the job says. */
export async function ingested(
  cairn: Cairn,
  reader: string,
  sources: readonly string[],
  library: { name?: string; version?: string } = {}
): Promise<
  { library: string; written: number; unchanged: number; removed: number; docs: number }[]
> {
  const { id } = await cairn.ingest({ reader, sources, library })
  await cairn.jobs.idle()
  const job = await cairn.jobs.get(id)
  if (job.state !== 'done') throw new Error(`${job.code ?? ''}: ${job.message ?? ''}`)
  return JSON.parse(job.result ?? '[]') as {
    library: string
    written: number
    unchanged: number
    removed: number
    docs: number
  }[]
}

/** A job once it has ended, while its graph may be away and the job be taken up again. */
export async function untilEnded(cairn: Cairn, id: string): Promise<Job> {
  for (;;) {
    const job = await cairn.jobs.get(id).catch(() => null)
    if (job !== null && job.state !== 'queued' && job.state !== 'running') return job
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
