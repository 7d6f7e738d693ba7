import { CairnError } from '../errors.js'
import { createThreadPool, type ThreadPool } from '../thread-pool.js'
import {
  findingsOf,
  prepareTrace,
  type Prepared,
  type PreparedTrace,
  type PrepareOptions,
  type TraceFindings
} from './prepare-trace.js'
import { rejection } from './trace-receipt.js'

/** What is done with traces before the graph is asked: dear, so that much of it is done in threads. */
export interface TraceReading {
  /** As `prepareTrace` of each, in order. One that no thread gets done with is rejected. */
  check(values: readonly unknown[], options: PrepareOptions): Promise<Prepared[]>
  /** As `findingsOf` of each, in order. */
  look(traces: readonly PreparedTrace[]): Promise<TraceFindings[]>
  close(): Promise<void>
}

export type TraceWork =
  | {
      readonly kind: 'check'
      readonly values: readonly unknown[]
      readonly options: PrepareOptions
    }
  | { readonly kind: 'look'; readonly traces: readonly PreparedTrace[] }

export type TraceWorkDone =
  | { readonly kind: 'check'; readonly prepared: Prepared[] }
  | { readonly kind: 'look'; readonly findings: TraceFindings[] }

/** Characters up to which a thread would cost more than it spares: some milliseconds of work. */
const small = 16_000
/** Characters that a thread is given at once. */
const lot = 64_000
const timeoutMs = 60_000
const heapMb = 512
/** Traces come in bursts: a thread that waits holds some 50 MB. */
const idleMs = 60_000

/** Reads traces, in this thread what is small and in up to `threads` others what is not. */
export function createTraceReading(threads: number): TraceReading {
  const module = 'traces/trace-worker.js'
  const pool = createThreadPool<TraceWork, TraceWorkDone>({
    module,
    size: threads,
    timeoutMs,
    heapMb,
    idleMs
  })
  return {
    check: async (values, options) => {
      const sizes = values.map((value) => sizeOf(value))
      if (isSmall(sizes)) return values.map((value) => prepareTrace(value, options))
      const lots = inLots(values, sizes)
      return (await Promise.all(lots.map((some) => checked(pool, some, options)))).flat()
    },
    look: async (traces) => {
      const sizes = traces.map(({ characters }) => characters)
      if (isSmall(sizes)) return traces.map(findingsOf)
      const lots = inLots(traces, sizes)
      return (await Promise.all(lots.map((some) => looked(pool, some)))).flat()
    },
    close: () => pool.close()
  }
}

type Pool = ThreadPool<TraceWork, TraceWorkDone>

async function checked(
  pool: Pool,
  values: readonly unknown[],
  options: PrepareOptions
): Promise<Prepared[]> {
  try {
    const done = await pool.run({ kind: 'check', values, options })
    return done.kind === 'check' ? done.prepared : []
  } catch (error) {
    if (values.length > 1)
      return (await Promise.all(values.map((one) => checked(pool, [one], options)))).flat()
    return [unread(error)]
  }
}

async function looked(pool: Pool, traces: readonly PreparedTrace[]): Promise<TraceFindings[]> {
  const done = await pool.run({ kind: 'look', traces })
  return done.kind === 'look' ? done.findings : []
}

function unread(error: unknown): Prepared {
  if (!(error instanceof CairnError)) throw error
  return rejection({
    path: 'trace',
    reason: `it could not be read: ${error.message}`,
    expected: 'a trace that can be checked within a minute'
  })
}

function isSmall(sizes: readonly number[]): boolean {
  return sizes.reduce((sum, size) => sum + size, 0) <= small
}

/** Neighbours that make a lot together; what is larger than one stands alone. */
function inLots<T>(items: readonly T[], sizes: readonly number[]): T[][] {
  const lots: T[][] = []
  let room = 0
  items.forEach((item, i) => {
    const size = sizes[i] ?? 0
    const last = lots.at(-1)
    if (last === undefined || size > room) lots.push([item])
    else last.push(item)
    room = (last === undefined || size > room ? lot : room) - size
  })
  return lots
}

/** About how many characters a value holds, as far as a lot. */
function sizeOf(value: unknown): number {
  const left: unknown[] = [value]
  let size = 0
  while (left.length > 0 && size <= lot) {
    const one = left.pop()
    size += typeof one === 'string' ? one.length : 4
    if (typeof one === 'object' && one !== null) {
      for (const [key, item] of Object.entries(one)) {
        size += key.length
        left.push(item)
      }
    }
  }
  return size
}
