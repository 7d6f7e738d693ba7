import type { Config } from '../config.js'
import type { Observer } from '../domain/observer.js'
import { CairnError } from '../errors.js'
import type { Log } from '../log.js'
import { openDatabase, type Database } from './database.js'
import { requireFreeSpace } from './embedded/free-space.js'
import { openEmbedded } from './embedded/embedded.js'
import { supervise } from './embedded/supervise.js'
import { migrate, pendingSteps, requireServer, type AppliedMigration } from './migrate.js'
import { migrations } from './migrations.js'
import { graphAtStart } from './queries.js'

/** What the graph remembers of how it was built; all null in a new one. */
export interface GraphMeta {
  readonly embedder: string | null
  readonly dimensions: number | null
  /** The embedder that it was being re-embedded with when that was broken off. */
  readonly reembedding: string | null
}

export interface Graph {
  readonly db: Database
  readonly uri: string
  /** Neo4j Browser of the embedded server; null for a server of somebody else's. */
  readonly browserUrl: string | null
  /** Process id of the embedded server. */
  readonly pid: number | null
  /** Whether the schema was brought up to date just now. */
  readonly upgraded: boolean
  /** As it stood when it was opened. */
  readonly meta: GraphMeta
  /** Before much is written: a full disk is noticed while nothing is broken yet. @throws CairnError DISK_FULL */
  requireSpace(): Promise<void>
  close(): Promise<void>
}

export type GraphConfig = Pick<
  Config,
  | 'home'
  | 'cache'
  | 'boltPort'
  | 'browserPort'
  | 'heapMb'
  | 'pageCacheMb'
  | 'javaHome'
  | 'neo4jUri'
  | 'neo4jUser'
  | 'neo4jPassword'
  | 'neo4jDatabase'
>

export interface GraphDeps {
  readonly log: Log
  readonly onProgress?: (step: string) => void
  /** Told of every statement. */
  readonly observer?: Observer
  /** Whether a graph into which a backup was put half-way is opened too: by who ends that. */
  readonly halfRestored?: boolean
  /** Keeps a graph that an older Cairn wrote as it stands, before the first step of its upgrade. */
  readonly beforeUpgrade?: (db: Database) => Promise<void>
}

/** MiB that must be free before a batch is written: Neo4j breaks its database when a disk fills up under it. */
const roomForABatch = 150

/**
 * Opens the graph, the embedded one unless NEO4J_URI names another, and brings its schema up to date.
 * @throws CairnError GRAPH_REFUSED, GRAPH_UNAVAILABLE, GRAPH_TOO_NEW, CONFLICT where a restore was broken off, and what
 * the embedded server and `beforeUpgrade` throw
 */
export async function openGraph(config: GraphConfig, deps: GraphDeps): Promise<Graph> {
  const graph =
    config.neo4jUri === null
      ? await openOwn(config, deps)
      : openForeign(config, config.neo4jUri, deps)
  try {
    const found = await readState(graph.db)
    if (deps.halfRestored !== true) refuseHalfRestored(found.restoring)
    const { onProgress } = deps
    const isOlder =
      found.migrations.length > 0 && pendingSteps(migrations, found.migrations).length > 0
    if (isOlder) await deps.beforeUpgrade?.(graph.db)
    const steps = await migrate(graph.db, migrations, {
      applied: found.migrations,
      empty: found.empty,
      onProgress
    })
    return { ...graph, upgraded: steps.length > 0, meta: found.meta }
  } catch (error) {
    await graph.close()
    throw error
  }
}

async function readState(db: Database) {
  await requireServer(db)
  const [row] = await db.run(graphAtStart, {})
  if (row === undefined) throw new CairnError('BUG', 'the graph did not say how it stands')
  const { restoring, empty, migrations: applied, ...meta } = row
  return { restoring, empty, migrations: applied as unknown as readonly AppliedMigration[], meta }
}

function refuseHalfRestored(takenAt: string | null): void {
  if (takenAt === null) return
  throw new CairnError(
    'CONFLICT',
    `The backup of ${takenAt} is only half in this graph. Run \`cairn restore\` with its file again; it begins anew.`,
    { details: { takenAt } }
  )
}

type Unmigrated = Omit<Graph, 'upgraded' | 'meta'>

function openForeign(config: GraphConfig, uri: string, deps: GraphDeps): Unmigrated {
  if (config.neo4jPassword === null) {
    throw new CairnError(
      'NOT_CONFIGURED',
      'NEO4J_URI is set but NEO4J_PASSWORD is not; expected the password of that Neo4j.',
      {
        details: { field: 'NEO4J_PASSWORD', value: null, expected: 'a password' }
      }
    )
  }
  const db = openDatabase({
    uri,
    user: config.neo4jUser,
    password: config.neo4jPassword,
    database: config.neo4jDatabase,
    log: deps.log,
    elsewhere: true,
    ...watching(deps)
  })
  // Of a disk that is not ours nothing is known.
  const requireSpace = () => Promise.resolve()
  return { db, uri, browserUrl: null, pid: null, requireSpace, close: () => db.close() }
}

async function openOwn(config: GraphConfig, deps: GraphDeps): Promise<Unmigrated> {
  const { home, cache, heapMb, pageCacheMb, javaHome } = config
  const options = { home, cache, heapMb, pageCacheMb, javaHome, ...deps }
  const first = await openEmbedded({
    ...options,
    boltPort: config.boltPort,
    httpPort: config.browserPort
  })
  // A server that was started again keeps its addresses, so that the driver finds it.
  const again = () =>
    openEmbedded({ ...options, boltPort: portOf(first.uri), httpPort: portOf(first.browserUrl) })
  const supervised = supervise(first, again, { log: deps.log })
  const { uri, user, password } = first
  const { log } = deps
  const database = config.neo4jDatabase
  const db = openDatabase({ uri, user, password, database, log, ...watching(deps) })
  return {
    db,
    uri,
    browserUrl: first.browserUrl,
    pid: first.pid,
    requireSpace: () => requireFreeSpace(home, roomForABatch),
    close: async () => {
      await db.close()
      await supervised.stop()
    }
  }
}

function watching({ observer }: GraphDeps): { observer?: Observer } {
  return observer === undefined ? {} : { observer }
}

function portOf(url: string): number {
  return Number(new URL(url).port)
}
