import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../src/config.js'
import { findRunning } from '../../src/graph/embedded/adopt-server.js'
import { openEmbedded, type EmbeddedServer } from '../../src/graph/embedded/embedded.js'
import { lockHolder } from '../../src/graph/embedded/owner-lock.js'
import { stopServer } from '../../src/graph/embedded/server-process.js'
import { createLog } from '../../src/log.js'
import { testNeo4jVariable } from './neo4j.js'

const prefix = 'cairn-jest-'

/** What the teardown of the same run ends and removes. */
export const testRun: { readonly servers: EmbeddedServer[]; readonly homes: string[] } = {
  servers: [],
  homes: []
}

/**
 * Tests run what `tsc` has made of the sources.
 * @throws Error where one has changed since
 */
function refuseStale(): void {
  for (const root of ['src', 'seed', 'eval', 'test'])
    for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
      const source = join(root, file)
      if (!file.endsWith('.ts') || source.startsWith(join('src', 'web'))) continue
      if (compiledFrom(source) !== readFileSync(source, 'utf8'))
        throw new Error(`${source} has changed since it was compiled: npm run build`)
    }
}

/** The text that a compiled file was made of. */
function compiledFrom(source: string): string | undefined {
  const map = join('dist', source).replace(/\.ts$/, '.js.map')
  if (!existsSync(map)) return undefined
  return (JSON.parse(readFileSync(map, 'utf8')) as { sourcesContent: string[] }).sourcesContent[0]
}

/** Starts a Neo4j for each worker of a test run, each in a home of its own. Where one cannot start, the run fails. */
async function startTestNeo4j({ maxWorkers }: { readonly maxWorkers: number }): Promise<void> {
  refuseStale()
  await sweep()
  // The servers of tests live for minutes: what Java's optimizing compiler does for them never pays (205 s of five files became 184).
  process.env['JDK_JAVA_OPTIONS'] ??= '-XX:TieredStopAtLevel=1'
  // Most of what they do is to plan statements for the first time: it is compiled sooner, and the collector is the one
  // without threads of its own (two files twice: 102 s of processor time became 89). Only this variable outdoes the command line.
  process.env['_JAVA_OPTIONS'] ??= '-XX:-UseG1GC -XX:+UseSerialGC -XX:CompileThresholdScaling=0.4'
  testRun.servers.push(...(await Promise.all(Array.from({ length: maxWorkers }, startOne))))
  const servers = testRun.servers.map(({ uri, user, password }) => ({ uri, user, password }))
  process.env[testNeo4jVariable] = JSON.stringify(servers)
}

async function startOne(): Promise<EmbeddedServer> {
  const home = mkdtempSync(join(tmpdir(), prefix))
  testRun.homes.push(home)
  const server = await openEmbedded({
    home,
    cache: readConfig().cache,
    boltPort: 0,
    httpPort: 0,
    heapMb: 512,
    pageCacheMb: 64,
    // Every test empties and fills the graph: without this Neo4j plans each statement anew after each of them.
    more: ['dbms.cypher.min_replan_interval=1h'],
    log: createLog('warn')
  })
  endWithJest(server.pid, home)
  return server
}

/** A run that is interrupted gets no teardown. */
function endWithJest(pid: number, home: string): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      try {
        process.kill(pid, 'SIGKILL')
      } catch {
        // It has ended already.
      }
      rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
      process.kill(process.pid, signal)
    })
}

/** Ends and removes what test runs left that were killed outright. */
async function sweep(): Promise<void> {
  const old = Date.now() - 60_000
  for (const name of readdirSync(tmpdir()).filter((n) => n.startsWith(prefix))) {
    const home = join(tmpdir(), name)
    const folder = join(home, 'neo4j')
    if ((statSync(home, { throwIfNoEntry: false })?.mtimeMs ?? old) >= old) continue
    if (lockHolder(join(folder, 'owner.lock')) !== null) continue
    const run = await findRunning(folder)
    if (run !== null) await stopServer(run.process)
    rmSync(home, { recursive: true, force: true })
  }
}

// Jest knows a setup by its default export.
export default startTestNeo4j
