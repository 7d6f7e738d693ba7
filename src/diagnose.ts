import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Config } from './config.js'
import { CairnError, publicFailure } from './errors.js'
import { openDatabase } from './graph/database.js'
import { artifactFetcher } from './graph/embedded/fetch-artifact.js'
import { neo4jVersion } from './graph/embedded/fetch-server.js'
import { requireFreeSpace } from './graph/embedded/free-space.js'
import { findJava, usualJavaSearch } from './graph/embedded/find-java.js'
import { runCommand } from './graph/embedded/run-command.js'
import { createLog } from './log.js'
import { chooseEmbedder } from './model/choose-embedder.js'

export interface Finding {
  readonly subject: string
  readonly state: 'ok' | 'warn' | 'bad'
  /** What was found, and where something is missing what to do. */
  readonly text: string
}

/** What a check found; `warn` where Cairn works, but less well. */
type Found = string | { readonly warn: string }

type Check = readonly [subject: string, look: () => Promise<Found> | Found]

/** Checks everything Cairn needs, without starting or changing anything but the cache. */
export async function diagnose(
  config: Config,
  running: { readonly pid: number; readonly url: string } | null
): Promise<Finding[]> {
  const checks: Check[] = [
    ['Node', () => `${process.version} on ${process.platform} ${process.arch}`],
    ['Home', () => writable(config.home)],
    ['Disk', () => requireFreeSpace(config.home).then(() => 'enough room for data')],
    ...(config.neo4jUri === null ? embeddedChecks(config) : foreignChecks(config, config.neo4jUri)),
    [
      'Server',
      () =>
        running === null ? freePort(config) : `running at ${running.url} (process ${running.pid})`
    ],
    ['Embedder', () => embedderCheck(config)],
    ['Chat model', () => config.chatModel ?? 'none (CAIRN_CHAT_MODEL); nothing needs one']
  ]
  const findings: Finding[] = []
  for (const check of checks) findings.push(await finding(check))
  return findings
}

async function finding([subject, look]: Check): Promise<Finding> {
  try {
    const found = await look()
    return typeof found === 'string'
      ? { subject, state: 'ok', text: found }
      : { subject, state: 'warn', text: found.warn }
  } catch (error) {
    return { subject, state: 'bad', text: publicFailure(error).message }
  }
}

function writable(home: string): string {
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 })
    accessSync(home, constants.W_OK)
    return home
  } catch (error) {
    throw new CairnError(
      'NOT_CONFIGURED',
      `${home} cannot be written. Choose another folder with CAIRN_HOME.`,
      { cause: error }
    )
  }
}

function embeddedChecks(config: Config): Check[] {
  return [
    [
      'Java',
      async () => {
        const java = await findJava({
          cache: config.cache,
          search: usualJavaSearch(config.javaHome)
        })
        return `${java.version} at ${java.home}`
      }
    ],
    ['Neo4j', () => embeddedNeo4j(config.cache)]
  ]
}

/** Nothing is fetched here: that is the first start's. */
async function embeddedNeo4j(cache: string): Promise<string> {
  const jars = join(cache, `neo4j-${neo4jVersion}`)
  if (existsSync(jars)) return `${neo4jVersion}, embedded; its jars are kept in ${jars}`
  const maven = await runCommand('mvn', ['--version'], { timeoutMs: 30_000 })
  if (!maven.missing)
    return `${neo4jVersion}, embedded; Maven fetches it at the first start (about 170 MB)`
  throw new CairnError(
    'NOT_CONFIGURED',
    'not fetched yet, and Maven (mvn), which fetches it, is not on the PATH. Install Maven, or name a Neo4j of your own with NEO4J_URI.',
    { details: { field: 'PATH', value: null, expected: 'mvn' } }
  )
}

function foreignChecks(config: Config, uri: string): Check[] {
  return [
    [
      'Neo4j',
      async () => {
        const db = openDatabase({
          uri,
          user: config.neo4jUser,
          password: config.neo4jPassword ?? '',
          database: config.neo4jDatabase,
          log: createLog('silent'),
          elsewhere: true
        })
        try {
          return `${await db.serverVersion()} at ${uri}`
        } finally {
          await db.close()
        }
      }
    ]
  ]
}

function freePort(config: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', () => {
      reject(
        new CairnError(
          'PORT_IN_USE',
          `not running, and port ${config.port} is taken by another program. Choose another with CAIRN_PORT.`
        )
      )
    })
    probe.listen({ port: config.port, host: config.host }, () => {
      probe.close(() => {
        resolve(`not running; port ${config.port} is free`)
      })
    })
  })
}

async function embedderCheck(config: Config): Promise<Found> {
  const embedder = await chooseEmbedder({
    config,
    remembered: null,
    log: createLog('silent'),
    fetchArtifact: artifactFetcher(config)
  })
  await embedder.close()
  const found = `${embedder.id}, ${embedder.dimensions} dimensions`
  if (config.embedderChosen || !embedder.id.startsWith('lexical')) return found
  return {
    warn: `${found}: only words are compared, for the encoder (from the model hub or Maven) or its runtime (from the npm registry) cannot be fetched. Set CAIRN_EMBEDDER to local:<folder with a model>, then run \`cairn reembed\`.`
  }
}
