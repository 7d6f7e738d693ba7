import { setTimeout as pause } from 'node:timers/promises'
import neo4j, { type QueryResult, type Result, type Session, type Transaction } from 'neo4j-driver'
import { CairnError } from '../errors.js'
import { currentRequest } from '../request-context.js'
import { isCutOff } from './graph-failure.js'
import { gateClosed } from './queries.js'
import { createPauses, passesByItself, retryMs } from './try-again.js'

/*
 * Neo4j has no snapshots: what one transaction reads in several steps may be of several moments. A
 * copy of the whole graph is of one moment if nobody writes meanwhile, in any process. So every
 * transaction of ours that writes asks first, after it began, whether the gate is closed. The gate is
 * closed by a transaction that says so in its metadata and stays open: it is there for all processes,
 * needs no node, and is gone when its process is. Who closes it then waits for all that had begun
 * before: those may have asked too early, and no others can have.
 */

export interface Writing {
  readonly session: () => Session
  readonly config: Parameters<Session['beginTransaction']>[0]
}

/** Runs a statement of the transaction. */
export type RunText = (text: string, params: Record<string, unknown>) => Promise<QueryResult>

/** While somebody waits for an answer, the gate is waited for so long; longer where nobody does. */
const patienceMs = { request: 40_000, alone: 900_000 }
/** How often is asked whether the gate is open again, in milliseconds. */
const askEvery = 100

const closed = new Error('the gate is closed')

/** One transaction that writes, begun again while the gate is closed or where it failed for a passing reason. */
export async function throughGate<T>(at: Writing, work: (run: RunText) => Promise<T>): Promise<T> {
  const started = performance.now()
  const rest = createPauses()
  for (;;) {
    try {
      return await writeOnce(at, work)
    } catch (error) {
      const waited = performance.now() - started
      if (error === closed) {
        if (waited > patience()) throw gateStaysClosed(waited)
        await pause(askEvery * (0.5 + Math.random()))
        continue
      }
      if (!passesByItself(error) || waited > retryMs) throw error
      await rest()
    }
  }
}

function patience(): number {
  const request = currentRequest()
  return request === undefined || request.over ? patienceMs.alone : patienceMs.request
}

/** The question and the first statement travel together: asking costs no round trip. */
async function writeOnce<T>(at: Writing, work: (run: RunText) => Promise<T>): Promise<T> {
  const session = at.session()
  const failures: unknown[] = []
  try {
    const tx: Transaction = session.beginTransaction(at.config)
    const open = isOpen(tx.run(gateClosed.text))
    open.catch(() => undefined)
    const done = await work(async (text, params) => {
      const result = settled(tx.run(text, params), failures)
      await open
      return result
    })
    await open
    await tx.commit()
    return done
  } catch (error) {
    // What follows a failure in the same transaction says only that there was one.
    throw error instanceof neo4j.Neo4jError && isCutOff(error) ? (failures[0] ?? error) : error
  } finally {
    await session.close()
  }
}

async function isOpen(asked: Result): Promise<void> {
  const { records } = await asked
  if (records[0]?.get('closed') === true) throw closed
}

/** A promise that may fail while another is waited for; how it failed is kept, in order. */
function settled(result: Result, failures: unknown[]): Promise<QueryResult> {
  const promise = result.then((given) => given)
  promise.catch((error: unknown) => failures.push(error))
  return promise
}

function gateStaysClosed(waited: number): CairnError {
  return new CairnError(
    'GRAPH_UNAVAILABLE',
    `The graph is being copied and takes no writes; after ${Math.round(waited / 1000)} s this was given up. Try again in a moment.`
  )
}
