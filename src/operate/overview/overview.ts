import { setTimeout as pause } from 'node:timers/promises'
import { effectOfRows } from '../../domain/effect-rows.js'
import type { Effect } from '../../domain/effect.js'
import { shareOf, type Share } from '../../domain/proportions.js'
import { CairnError } from '../../errors.js'
import type { Database } from '../../graph/database.js'
import {
  gaps as gapsQuery,
  hoursMade,
  overviewAttempts,
  overviewFigures,
  overviewHeard,
  overviewLibraries,
  overviewLots,
  overviewQueue
} from '../../graph/queries.js'
import { dayMs, hourMs, readLot } from './hour-rows.js'
import { makeHours } from './make-hours.js'

/** How far back is looked, and in how many equal stretches, of so many milliseconds each. */
export const overviewRanges = {
  day: { stretches: 24, step: hourMs },
  week: { stretches: 28, step: 6 * hourMs },
  month: { stretches: 30, step: dayMs },
  year: { stretches: 52, step: 7 * dayMs }
} as const
export type OverviewRange = keyof typeof overviewRanges

/** Sums over a time. */
interface Figures {
  readonly asked: number
  readonly answered: number
  readonly attempts: number
  readonly problems: number
  readonly notes: number
  readonly insights: number
  readonly gaps: number
}

/** Attempts of one source or in one stretch, by how they ended. */
interface Ended {
  readonly passed: number
  readonly failed: number
  /** Those of which nobody knows. */
  readonly unknown: number
}

export interface Stretch extends Figures, Ended {
  /** ISO 8601. */
  readonly from: string
}

export interface Overview {
  readonly space: string
  readonly range: OverviewRange
  readonly from: string
  readonly to: string
  /** When the hours were made that it tells of; null while they were not all made yet. */
  readonly madeAt: string | null
  readonly total: Figures
  readonly stretches: readonly Stretch[]
  readonly answered: Share
  /** Answers told to have helped, of those of which that is told. */
  readonly helped: Share
  /** What showing guidance does to how tasks end. */
  readonly guidance: Effect
  readonly sources: readonly (Ended & { readonly source: string; readonly n: number })[]
  readonly heard: readonly {
    readonly source: string
    readonly n: number
    readonly lastAt: string
  }[]
  readonly queue: {
    /** Passed their gates: a curator may approve them. */
    readonly ready: number
    readonly blocked: number
    readonly oldestAt: string | null
  }
  readonly gaps: readonly {
    readonly id: string
    readonly text: string
    readonly asks: number
    readonly askers: number
    readonly lastAskedAt: string
  }[]
  readonly libraries: { readonly held: number; readonly taken: number }
}

/** Lots of an overview at most, the latest: they are what an interval is made of, and of more it gets hardly narrower. */
const mostLots = 4_000
/** How far back is looked for when a source was last heard, in milliseconds, whatever the range. */
const heardMs = 90 * dayMs
const mostGaps = 5
/** Whoever opens the page waits so long for hours that are being made, in milliseconds; then those that there are do. */
const usualPatience = 3_000

interface OverviewDeps {
  readonly db: Database
  /** Those of which the caller may know. */
  readonly spaces: readonly string[]
  readonly now?: () => number
  /** Other than usual: for tests. */
  readonly patienceMs?: number
}

/**
 * The memory of one space at a glance: of what its hours sum up, at most a minute old, with the queue and the gaps as
 * they are. Costs the same whatever is held, but for the length of the queue and of the list of open gaps.
 * @throws CairnError NOT_FOUND where the space is not in sight
 */
export async function overviewOf(
  { db, spaces, now = Date.now, patienceMs = usualPatience }: OverviewDeps,
  space: string,
  range: OverviewRange
): Promise<Overview> {
  if (!spaces.includes(space)) throw noSpace(space)
  const at = now()
  await soonMade(db, space, { at, patienceMs })
  const { stretches, step } = overviewRanges[range]
  const to = Math.floor(at / step) * step + step
  const from = to - stretches * step
  const within = { space, from, to }
  const [figures, came, lots, heard, waiting, open, libraries, made] = await Promise.all([
    db.run(overviewFigures, { ...within, step }),
    db.run(overviewAttempts, { ...within, step }),
    db.run(overviewLots, { ...within, most: mostLots }),
    db.run(overviewHeard, { space, since: at - heardMs }),
    db.run(overviewQueue, { space, states: ['candidate', 'in-review', 'needs-work'] }),
    db.run(gapsQuery, { spaces: [space], asks: null, before: null, after: '', limit: mostGaps }),
    db.run(overviewLibraries, { space, since: from }),
    db.run(hoursMade, { space })
  ])
  const total = summed(figures)
  return {
    space,
    range,
    from: isoOf(from),
    to: isoOf(to),
    madeAt: made[0]?.madeAt == null ? null : isoOf(made[0].madeAt),
    total,
    stretches: Array.from({ length: stretches }, (_, i) => ({
      from: isoOf(from + i * step),
      ...summed(figures.filter(({ stretch }) => stretch === i)),
      ...ended(came.filter(({ stretch }) => stretch === i))
    })),
    answered: shareOf({ n: total.asked, passed: total.answered }),
    helped: helpedOf(figures),
    guidance: effectOfRows(lots.map(({ lot }) => readLot(lot))),
    sources: sourcesOf(came),
    heard: heard.map(({ source, n, last }) => ({ source, n, lastAt: isoOf(last) })),
    queue: queueOf(waiting),
    gaps: open,
    libraries: libraries[0] ?? { held: 0, taken: 0 }
  }
}

const making = new WeakMap<Database, Map<string, Promise<void>>>()

/** Hours that take longer, or wait for a backup, go on being made; whoever asks meanwhile waits for the same. */
async function soonMade(
  db: Database,
  space: string,
  { at, patienceMs }: { readonly at: number; readonly patienceMs: number }
): Promise<void> {
  const ofDb = making.get(db) ?? new Map<string, Promise<void>>()
  making.set(db, ofDb)
  const under =
    ofDb.get(space) ??
    makeHours(db, space, at).finally(() => {
      ofDb.delete(space)
    })
  ofDb.set(space, under)
  const enough = new AbortController()
  const waited = pause(patienceMs, undefined, { signal: enough.signal }).catch(() => undefined)
  // Its failure is told by who waits for it; a later one is nobody's unhandled rejection.
  under.catch(() => undefined)
  await Promise.race([under, waited]).finally(() => {
    enough.abort()
  })
}

function summed(rows: readonly Figures[]): Figures {
  const sum = (of: keyof Figures) => rows.reduce((all, row) => all + row[of], 0)
  return {
    asked: sum('asked'),
    answered: sum('answered'),
    attempts: sum('attempts'),
    problems: sum('problems'),
    notes: sum('notes'),
    insights: sum('insights'),
    gaps: sum('gaps')
  }
}

function helpedOf(rows: readonly { readonly helped: number; readonly unhelped: number }[]): Share {
  const helped = rows.reduce((sum, row) => sum + row.helped, 0)
  return shareOf({ n: rows.reduce((sum, row) => sum + row.unhelped, helped), passed: helped })
}

interface Came {
  readonly source: string
  readonly outcome: string
  readonly n: number
}

function ended(rows: readonly Came[]): Ended {
  const of = (outcome: string) =>
    rows.reduce((sum, row) => (row.outcome === outcome ? sum + row.n : sum), 0)
  const [passed, failed] = [of('passed'), of('failed')]
  const all = rows.reduce((sum, { n }) => sum + n, 0)
  return { passed, failed, unknown: all - passed - failed }
}

function sourcesOf(came: readonly Came[]): Overview['sources'] {
  const names = [...new Set(came.map(({ source }) => source))]
  return names
    .map((source) => {
      const how = ended(came.filter((row) => row.source === source))
      return { source, ...how, n: how.passed + how.failed + how.unknown }
    })
    .sort((a, b) => b.n - a.n || (a.source < b.source ? -1 : 1))
}

function queueOf(
  rows: readonly {
    readonly state: string
    readonly waiting: number
    readonly oldest: number | null
  }[]
): Overview['queue'] {
  const ready = rows.find(({ state }) => state === 'in-review')?.waiting ?? 0
  const all = rows.reduce((sum, { waiting }) => sum + waiting, 0)
  const oldest = rows.flatMap((row) => row.oldest ?? [])
  return {
    ready,
    blocked: all - ready,
    oldestAt: oldest.length === 0 ? null : isoOf(Math.min(...oldest))
  }
}

function isoOf(at: number): string {
  return new Date(at).toISOString()
}

function noSpace(space: string): CairnError {
  const value = space.slice(0, 60)
  const expected = 'a space in sight, as `cairn space list` names them'
  return new CairnError('NOT_FOUND', `There is no space '${value}' here; expected ${expected}.`, {
    details: { field: 'space', value, expected }
  })
}
