import { percentile } from '../support/statistics.js'
import type { Door } from './doors.js'

/** What a door took, in milliseconds, beside the floor of the same run. */
export interface DoorFigures {
  readonly name: string
  readonly asked: number
  readonly errors: number
  /** The first that went wrong, in Cairn's words; null where nothing did. */
  readonly error: string | null
  readonly p50: number
  readonly p95: number
  readonly p99: number
  /** p50 of a bare vector query, its embedding included. */
  readonly floor: number
}

export interface MeasureOptions {
  readonly rounds: number
  /** Rounds before anything is counted: Neo4j plans its statements, and compilers warm up. */
  readonly warmUp: number
  /** Milliseconds that a door may take of a run altogether: one that takes long is asked less often, and the table says how often. */
  readonly budgetMs: number
  /** Questions that were asked before: none is asked twice. */
  readonly from?: number
}

/**
 * Asks every door in turn, in an order that rotates, and the floor after each round, so that all meet the same load.
 * An error is counted, and its time is not.
 */
export async function measureDoors(
  doors: readonly Door[],
  floor: (i: number) => Promise<number>,
  options: MeasureOptions
): Promise<DoorFigures[]> {
  const { rounds, warmUp, budgetMs, from = 0 } = options
  const books = new Map(doors.map(({ name }): [string, Book] => [name, emptyBook()]))
  const floors: number[] = []
  for (let i = 0; i < warmUp + rounds; i += 1) {
    const turn = i % doors.length
    for (const door of [...doors.slice(turn), ...doors.slice(0, turn)]) {
      const book = books.get(door.name)
      if (book === undefined || book.spent > budgetMs) continue
      const { took, failed } = await asked(door, from + i)
      book.spent += took
      if (failed !== null) book.failed.push(failed)
      else if (i >= warmUp || book.spent > budgetMs) book.ms.push(took)
    }
    const least = await floor(from + i)
    if (i >= warmUp) floors.push(least)
  }
  return [...books].map(([name, { ms, failed }]) => ({
    name,
    asked: ms.length + failed.length,
    errors: failed.length,
    error: failed[0] ?? null,
    p50: percentile(ms, 0.5),
    p95: percentile(ms, 0.95),
    p99: percentile(ms, 0.99),
    floor: percentile(floors, 0.5)
  }))
}

/** What is noted of one door. */
interface Book {
  readonly ms: number[]
  readonly failed: string[]
  spent: number
}

function emptyBook(): Book {
  return { ms: [], failed: [], spent: 0 }
}

async function asked(door: Door, i: number): Promise<{ took: number; failed: string | null }> {
  const started = performance.now()
  const failed = await door.ask(i).then(
    () => null,
    (error: unknown) => String(error)
  )
  return { took: performance.now() - started, failed }
}
