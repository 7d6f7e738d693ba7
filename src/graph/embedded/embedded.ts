import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { CairnError } from '../../errors.js'
import type { Log } from '../../log.js'
import { addressOf, adoptServer, findRunning } from './adopt-server.js'
import { askBolt } from './bolt-answer.js'
import { classArchive } from './class-archive.js'
import { fetchServer, neo4jVersion } from './fetch-server.js'
import { findJava, usualJavaSearch, type JavaSearch } from './find-java.js'
import { requireFreeSpace } from './free-space.js'
import { takeLock, type OwnerLock } from './owner-lock.js'
import { readPassword } from './password.js'
import { choosePorts, type PortWish } from './ports.js'
import type { ProcessIdentity } from './process-identity.js'
import { forgetRun } from './run-record.js'
import { stopServer, type Exit } from './server-process.js'
import type { JavaSettings } from './settings.js'
import { startServer, type StartedServer } from './start-server.js'
import { systemFailure } from './system-failure.js'

export interface EmbeddedOptions {
  readonly home: string
  readonly cache: string
  /** 0: any free one. */
  readonly boltPort: number
  readonly httpPort: number
  readonly heapMb: number
  readonly pageCacheMb: number
  /** More lines of neo4j.conf, `name=value`. */
  readonly more?: readonly string[]
  readonly log: Log
  readonly onProgress?: (step: string) => void
  /** JAVA_HOME, which wins where it is new enough. */
  readonly javaHome?: string | null
  /** Replaces the usual places to look for Java. */
  readonly javaSearch?: JavaSearch
}

/** Where a running embedded Neo4j is and how to log in. */
export interface EmbeddedAddress {
  readonly uri: string
  readonly user: string
  readonly password: string
  readonly pid: number
  readonly browserUrl: string
}

export interface EmbeddedServer extends EmbeddedAddress {
  /** false where it was found running after its owner had died. */
  readonly startedHere: boolean
  /** Ends Neo4j and gives the home free; however often it is called. */
  stop(): Promise<void>
  /** Settles when Neo4j has ended, by `stop` or by itself. */
  readonly exited: Promise<Exit>
}

/**
 * Starts the embedded Neo4j of a home, or adopts the one that a dead owner left, and owns it until `stop`.
 * @throws CairnError ALREADY_RUNNING where another process owns it, PORT_IN_USE, JAVA_MISSING,
 * DISK_FULL, NOT_CONFIGURED, GRAPH_REFUSED, GRAPH_UNAVAILABLE
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  try {
    return await openLocked(options)
  } catch (error) {
    throw systemFailure(error, options.home)
  }
}

/** The embedded Neo4j of a home that runs and answers, without owning it; null where there is none. */
export async function attachEmbedded(home: string): Promise<EmbeddedAddress | null> {
  const folder = neo4jFolder(home)
  const run = await findRunning(folder)
  const password = await readPassword(folder)
  if (run === null || password === null) return null
  const address = addressOf(run, password)
  return (await askBolt(address)).state === 'ready' ? address : null
}

async function openLocked(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const folder = neo4jFolder(options.home)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const taken = takeLock(join(folder, 'owner.lock'))
  if ('heldBy' in taken) throw alreadyRunning(options.home, taken.heldBy)
  try {
    return await openOwned(options, folder, taken.lock)
  } catch (error) {
    taken.lock.release()
    throw error
  }
}

async function openOwned(
  options: EmbeddedOptions,
  folder: string,
  lock: OwnerLock
): Promise<EmbeddedServer> {
  const orphan = await findRunning(folder)
  // What would refuse the start is asked before anything is fetched for it.
  if (orphan === null) {
    await choosePorts(...portWishes(options))
    await requireFreeSpace(folder)
  }
  const wanted = await prepare(options)
  const adopted = orphan === null ? null : await adoptServer(folder, orphan, wanted)
  const server = adopted ?? (await startOnFreePorts(options, folder, wanted))
  const { pid } = server.run.process
  options.log.info({ pid, startedHere: adopted === null }, 'Neo4j is ready')
  return ownedServer({ server, folder, lock, startedHere: adopted === null })
}

async function prepare(options: EmbeddedOptions): Promise<JavaSettings> {
  const { cache, boltPort, httpPort, heapMb, pageCacheMb, more = [] } = options
  const onProgress = options.onProgress ?? (() => undefined)
  const search = options.javaSearch ?? usualJavaSearch(options.javaHome ?? null)
  const java = await findJava({ cache, search, onProgress })
  const classPath = await fetchServer({ cache, javaHome: java.home, onProgress })
  const versions = `neo4j-${neo4jVersion}-java-${java.version}`
  const archive = await classArchive({ cache, versions, classPath })
  const logs = join(options.home, 'logs')
  return { boltPort, httpPort, heapMb, pageCacheMb, more, java, classPath, archive, logs }
}

const mostTries = 5

async function startOnFreePorts(
  options: EmbeddedOptions,
  folder: string,
  wanted: JavaSettings
): Promise<StartedServer> {
  const anyPort = options.boltPort === 0 || options.httpPort === 0
  const onProgress = options.onProgress ?? (() => undefined)
  for (let attempt = 1; ; attempt += 1) {
    const [boltPort, httpPort] = await choosePorts(...portWishes(options))
    await requireFreeSpace(folder)
    try {
      return await startServer({ folder, settings: { ...wanted, boltPort, httpPort }, onProgress })
    } catch (error) {
      const conflict = error instanceof CairnError && error.code === 'PORT_IN_USE'
      if (!conflict || !anyPort || attempt === mostTries) throw error
      options.log.warn({ boltPort, httpPort }, 'A port was taken meanwhile; trying others')
    }
  }
}

function portWishes(options: EmbeddedOptions): [PortWish, PortWish] {
  return [
    { variable: 'CAIRN_BOLT_PORT', port: options.boltPort },
    { variable: 'CAIRN_BROWSER_PORT', port: options.httpPort }
  ]
}

interface Owned {
  readonly server: StartedServer
  readonly folder: string
  readonly lock: OwnerLock
  readonly startedHere: boolean
}

function ownedServer({ server, folder, lock, startedHere }: Owned): EmbeddedServer {
  const { run, password } = server
  let stopping: Promise<void> | undefined
  const stop = async () => {
    await stopServer(run.process)
    await forgetRun(folder)
    lock.release()
  }
  return {
    ...addressOf(run, password),
    startedHere,
    exited: server.process.exited,
    stop: () => (stopping ??= stop())
  }
}

function neo4jFolder(home: string): string {
  return join(resolve(home), 'neo4j')
}

function alreadyRunning(home: string, owner: ProcessIdentity): CairnError {
  return new CairnError(
    'ALREADY_RUNNING',
    `Cairn already runs in ${home}, as process ${String(owner.pid)}; use that one, stop it with \`cairn down\`, or set CAIRN_HOME to another folder.`,
    { details: { field: 'pid', value: owner.pid } }
  )
}
