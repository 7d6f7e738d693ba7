import neo4j, {
  type Driver,
  type QueryResult,
  type Record as DriverRecord,
  type Session
} from 'neo4j-driver'
import { unobserved, type Observer } from '../domain/observer.js'
import { CairnError } from '../errors.js'
import type { Log } from '../log.js'
import { currentRequest } from '../request-context.js'
import { besideOthers } from './beside-others.js'
import { bind } from './bind.js'
import { holdingGate, type Exclusive } from './exclusive.js'
import { throughGate } from './gate.js'
import { graphFailure } from './graph-failure.js'
import type { ColumnType, Query } from './query.js'
import { readAgain } from './try-again.js'

export interface DatabaseOptions {
  readonly uri: string
  readonly user: string
  readonly password: string
  readonly database: string
  readonly log: Log
  /** Whether the server is none that Cairn started: what helps after a failure depends on it. */
  readonly elsewhere?: boolean
  /** Milliseconds after which Neo4j stops one statement; 30 s unless told. */
  readonly timeoutMs?: number
  /** Told of every statement. */
  readonly observer?: Observer
}

export interface Transaction {
  run<P, R>(query: Query<P, R>, params: P): Promise<R[]>
}

/** Runs the statements of cypher/. Every answer is checked against the types that its file states. */
export interface Database extends Transaction {
  /** One transaction; on a transient failure `work` runs again from its start. */
  write<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
  /** A statement that is not in cypher/: migrations and index settings only. */
  raw(text: string, params?: Record<string, unknown>): Promise<void>
  /**
   * Does something while nobody writes through any Cairn: transactions that write are waited for, new
   * ones wait. Ends by itself where this process ends.
   * @throws CairnError CONFLICT where somebody else does so already, GRAPH_UNAVAILABLE where a writer does not end
   */
  exclusively<T>(work: (graph: Exclusive) => Promise<T>): Promise<T>
  /** Version of the server, `2026.08.1`. */
  serverVersion(): Promise<string>
  close(): Promise<void>
}

/** Opens a connection pool; nothing is sent before the first statement. */
export function openDatabase(options: DatabaseOptions): Database {
  const driver = openDriver(options)
  const { database, observer = unobserved } = options
  const guard = <T>(name: string, work: () => Promise<T>): Promise<T> =>
    observer.watch({ kind: 'statement', name }, () => translated(options, name, work))
  const bookmarkManager = driver.executeQueryBookmarkManager
  const session = (defaultAccessMode: 'READ' | 'WRITE' = 'WRITE') =>
    driver.session({ database, bookmarkManager, defaultAccessMode })
  const write = <T>(name: string, work: (tx: Transaction) => Promise<T>): Promise<T> =>
    throughGate({ session, config: transactionConfig(options, name, 'write') }, (run) =>
      work({
        run: async (query, params) => {
          const result = await run(query.text, bind(query, params))
          return result.records.map((record) => readRow(query, record))
        }
      })
    )
  return {
    run: (query, params) =>
      guard(query.name, async () => {
        if (query.access === 'write') return write(query.name, (tx) => tx.run(query, params))
        const statement = { text: query.text, params: bind(query, params) }
        const { records } =
          query.access === 'batched'
            ? await alone(session('WRITE'), { ...statement, config: batchedConfig(query.name) })
            : await readAgain(() =>
                alone(session('READ'), {
                  ...statement,
                  config: transactionConfig(options, query.name, 'read')
                })
              )
        return records.map((record) => readRow(query, record))
      }),
    write: (work) => guard('write', () => write('write', work)),
    exclusively: (work) =>
      translated(options, 'exclusively', () =>
        holdingGate({ driver: openDriver(options, true), database }, work)
      ),
    raw: (text, params = {}) =>
      guard('schema', async () => {
        await besideOthers(() => driver.executeQuery(text, params, { database }))
      }),
    serverVersion: () =>
      guard('connect', async () => {
        // `Neo4j/2026.08.1`: said at the handshake, which spares a fresh server the first of its slow plans.
        const { agent = '' } = await driver.getServerInfo({ database })
        return agent.split('/').at(-1) ?? agent
      }),
    close: () => driver.close()
  }
}

/** What the database's own log says of a transaction, and after how long it stops it. */
function transactionConfig(
  { timeoutMs = 30_000 }: DatabaseOptions,
  query: string,
  access: 'read' | 'write'
) {
  const request = currentRequest()?.id
  const metadata = { query, app: 'cairn', access, ...(request === undefined ? {} : { request }) }
  return { metadata, timeout: timeoutMs }
}

/** A statement that commits in batches takes as long as it takes. */
function batchedConfig(query: string) {
  return { metadata: { query, app: 'cairn' } }
}

async function translated<T>(
  { log, elsewhere }: DatabaseOptions,
  doing: string,
  work: () => Promise<T>
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw logged(log, graphFailure(error, doing, elsewhere), doing)
  }
}

/** Where whole numbers must stay apart from others, as in a copy, they come as the driver's own objects. */
function openDriver(options: DatabaseOptions, exact = false): Driver {
  try {
    return neo4j.driver(options.uri, neo4j.auth.basic(options.user, options.password), {
      disableLosslessIntegers: !exact,
      maxTransactionRetryTime: 10_000,
      connectionAcquisitionTimeout: 15_000,
      connectionTimeout: 5_000,
      userAgent: 'cairn'
    })
  } catch (error) {
    throw new CairnError(
      'NOT_CONFIGURED',
      `NEO4J_URI is '${options.uri.replace(/\/\/[^@/]*@/, '//…@')}'; expected an address such as bolt://localhost:7687 or neo4j+s://….`,
      { cause: error, details: { field: 'NEO4J_URI' } }
    )
  }
}

/**
 * Runs a statement without a transaction around it: one round trip in place of two, which for one that reads is a third of
 * the 2.4 ms that an empty one costs (2026-12-03). Nothing is tried again.
 */
async function alone(session: Session, statement: Statement): Promise<QueryResult> {
  try {
    return await session.run(statement.text, statement.params, statement.config)
  } finally {
    await session.close()
  }
}

interface Statement {
  readonly text: string
  readonly params: Record<string, unknown>
  readonly config: Parameters<Session['run']>[2]
}

function readRow<P, R>(query: Query<P, R>, record: DriverRecord): R {
  const row: Record<string, unknown> = {}
  for (const [name, type] of Object.entries<ColumnType>(query.columns)) {
    const value: unknown = record.get(name)
    if (!fits(value, type)) {
      throw new CairnError(
        'BUG',
        `${query.name} answered ${typeof value} for column ${name}, not ${type}`
      )
    }
    row[name] = type.startsWith('map') ? withoutTimes(value) : value
  }
  return row as R
}

/** Times in maps as ISO 8601: the driver's own objects mean nothing outside this room. */
function withoutTimes(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  if (neo4j.isDateTime(value)) return value.toString()
  if (Array.isArray(value)) {
    return value.some((item) => typeof item === 'object') ? value.map(withoutTimes) : value
  }
  const map = value as Record<string, unknown>
  for (const [key, held] of Object.entries(map))
    if (typeof held === 'object') map[key] = withoutTimes(held)
  return map
}

function fits(value: unknown, type: string): boolean {
  if (type.endsWith('?')) return value === null || fits(value, type.slice(0, -1))
  if (type.endsWith('[]'))
    return Array.isArray(value) && value.every((v) => fits(v, type.slice(0, -2)))
  if (type === 'int') return Number.isInteger(value)
  if (type === 'float') return typeof value === 'number'
  if (type === 'map') return typeof value === 'object' && value !== null && !Array.isArray(value)
  return typeof value === type
}

function logged(log: Log, error: CairnError, doing: string): CairnError {
  if (error.code === 'BUG')
    log.error({ err: error, cause: String(error.cause), query: doing }, 'graph')
  return error
}
