import { setTimeout as pause } from 'node:timers/promises'
import neo4j, {
  type Driver,
  type Record as DriverRecord,
  type Session,
  type Transaction
} from 'neo4j-driver'
import { CairnError } from '../errors.js'
import { currentRequest } from '../request-context.js'
import { bind } from './bind.js'
import type { Query } from './query.js'
import { gateClosed, transactionsUnderWay } from './queries.js'

/** The graph while nobody else writes to it. Whole numbers in maps come and go as the driver's own objects. */
export interface Exclusive {
  /** Rows as they come from the server, so that any number of them needs little memory. */
  stream<P, R>(query: Query<P, R>, params: P): AsyncGenerator<R>
  /** Writes in a transaction of its own, past the gate. */
  write<P, R>(query: Query<P, R>, params: P): Promise<R[]>
  /** @throws CairnError CONFLICT where something wrote that is no Cairn, or an old one */
  unchanged(): Promise<void>
}

interface Place {
  /** One that keeps whole numbers apart from others; it is closed at the end. */
  readonly driver: Driver
  readonly database: string
}

/** Rows fetched at once. */
const fetchSize = 1_000
/** A copy that takes longer than this is stopped, in milliseconds. */
const mostMs = 3_600_000
/** A transaction that writes is stopped by Neo4j after half a minute; so long, and a little, it is waited for. */
const drainMs = 45_000

/** Closes the gate (see gate.ts), waits until nobody writes any more, works, and opens it. */
export async function holdingGate<T>(
  at: Place,
  work: (graph: Exclusive) => Promise<T>
): Promise<T> {
  const session = at.driver.session({ database: at.database, fetchSize })
  try {
    const tx = await session.beginTransaction({
      metadata: { app: 'cairn', query: 'gate', gate: 'closed', ...ofRequest() },
      timeout: mostMs
    })
    await writersEnded(tx)
    const before = await momentOf(at)
    const done = await work({
      stream: (query, params) => stream(tx, query, params),
      write: (query, params) => write(at, query, params),
      unchanged: async () => {
        if ((await momentOf(at)) !== before) throw writtenMeanwhile()
      }
    })
    await tx.rollback()
    return done
  } finally {
    await session.close()
    await at.driver.close()
  }
}

/** The request that asked for it, for Neo4j's own log. */
function ofRequest(): { request?: string } {
  const request = currentRequest()?.id
  return request === undefined ? {} : { request }
}

/** Those that were there when the gate was closed; none that came later writes. */
async function writersEnded(tx: Transaction): Promise<void> {
  const [first] = await underWay(tx)
  if ((first?.gates ?? 0) > 1) {
    throw new CairnError(
      'CONFLICT',
      'Another backup or restore of this graph is under way. Wait until it has ended.'
    )
  }
  const deadline = performance.now() + drainMs
  for (let left = new Set(first?.writers); left.size > 0;) {
    if (performance.now() > deadline) {
      throw new CairnError(
        'GRAPH_UNAVAILABLE',
        `A transaction of Neo4j does not end (${[...left].slice(0, 3).join(', ')}); while it may write, the graph cannot be copied. SHOW TRANSACTIONS tells whose it is.`
      )
    }
    await pause(20)
    const now = new Set((await underWay(tx))[0]?.writers)
    left = new Set([...left].filter((id) => now.has(id)))
  }
}

async function underWay(tx: Transaction) {
  const { records } = await tx.run(transactionsUnderWay.text)
  return records.map((record) => readExact(transactionsUnderWay, record))
}

/** What Neo4j says was written last: the same text, and nothing was written in between. */
async function momentOf({ driver, database }: Place): Promise<string> {
  const session = driver.session({ database })
  try {
    const tx = await session.beginTransaction({ metadata: { app: 'cairn', access: 'read' } })
    await tx.run(gateClosed.text)
    await tx.commit()
    return session.lastBookmarks().join(' ')
  } finally {
    await session.close()
  }
}

async function* stream<P, R>(tx: Transaction, query: Query<P, R>, params: P): AsyncGenerator<R> {
  const result = tx.run(query.text, bind(query, params))
  for await (const record of result) yield readExact(query, record)
}

async function write<P, R>(at: Place, query: Query<P, R>, params: P): Promise<R[]> {
  const session: Session = at.driver.session({ database: at.database })
  try {
    return await session.executeWrite(
      async (tx) => {
        const { records } = await tx.run(query.text, bind(query, params))
        return records.map((record) => readExact(query, record))
      },
      { metadata: { app: 'cairn', query: query.name }, timeout: 120_000 }
    )
  } finally {
    await session.close()
  }
}

function readExact<P, R>(query: Query<P, R>, record: DriverRecord): R {
  const entries = Object.keys(query.columns).map((name) => {
    const value: unknown = record.get(name)
    return [name, neo4j.isInt(value) ? value.toNumber() : value]
  })
  return Object.fromEntries(entries) as R
}

function writtenMeanwhile(): CairnError {
  return new CairnError(
    'CONFLICT',
    'Something that is no Cairn of this version wrote to the graph while it was copied, so the copy is of no one moment. Stop it, and try again.'
  )
}
