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
  const ms = new Map(doors.map(({ name }): [string, number[]] => [name, []]))
  const errors = new Map<string, string[]>(doors.map(({ name }) => [name, []]))
  const spent = new Map<string, number>()
  const floors: number[] = []
  for (let i = 0; i < warmUp + rounds; i += 1) {
    const turn = i % doors.length
    for (const door of [...doors.slice(turn), ...doors.slice(0, turn)]) {
      const used = spent.get(door.name) ?? 0
      if (used > budgetMs) continue
      const started = performance.now()
      const failed = await door.ask(from + i).then(
        () => null,
        (error: unknown) => String(error)
      )
      const took = performance.now() - started
      spent.set(door.name, used + took)
      if (failed !== null) errors.get(door.name)?.push(failed)
      else if (i >= warmUp || used + took > budgetMs) ms.get(door.name)?.push(took)
    }
    const least = await floor(from + i)
    if (i >= warmUp) floors.push(least)
  }
  return doors.map(({ name }) => {
    const sample = ms.get(name) ?? []
    const failed = errors.get(name) ?? []
    return {
      name,
      asked: sample.length + failed.length,
      errors: failed.length,
      error: failed[0] ?? null,
      p50: percentile(sample, 0.5),
      p95: percentile(sample, 0.95),
      p99: percentile(sample, 0.99),
      floor: percentile(floors, 0.5)
    }
  })
}
