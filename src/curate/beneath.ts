import { selfJudgedFlag } from '../domain/insight.js'
import type { Database } from '../graph/database.js'
import { sourcesOfInsight } from '../graph/queries.js'
import type { Assembled, Members } from './assemble.js'
import type { LessonBeneath } from './source.js'

/** What an insight rests on as it stands, written or about to be. */
export interface Beneath {
  readonly traces: readonly string[]
  /** Attempts that were set aside for it; they are weighed again with whatever comes. */
  readonly setAside: readonly string[]
  readonly lessons: readonly LessonBeneath[]
  /** Whether nobody has taken it up. */
  readonly isFree: boolean
  /** Whether a person has yet to see that it rests on claims. */
  readonly isFlagged: boolean
  /** The same, or a person has seen it. */
  readonly isMarked: boolean
  readonly code: string | null
  /** JSON of its gates. */
  readonly gates: string
}

/** What an insight is drawn from at most once clusters are merged. */
const mostMerged = 400

export function beneath({ sources, aside, lessons, draft }: Assembled): Beneath {
  return {
    traces: sources.map(({ id }) => id),
    setAside: aside.map(({ id }) => id),
    lessons,
    isFree: true,
    isFlagged: false,
    isMarked: false,
    code: draft.code,
    gates: '[]'
  }
}

/** As it is stored; undefined where it is gone. */
export async function readBeneath(db: Database, id: string): Promise<Beneath | undefined> {
  const [stored] = await db.run(sourcesOfInsight, { id })
  if (stored === undefined) return undefined
  const { state, code, gates, flags, acknowledged, traces, setAside } = stored
  const isFlagged = flags.includes(selfJudgedFlag)
  return {
    traces,
    setAside,
    lessons: stored.lessons as unknown as readonly LessonBeneath[],
    isFree: state === 'candidate',
    isFlagged,
    isMarked: isFlagged || acknowledged.includes(selfJudgedFlag),
    code,
    gates: gates ?? '[]'
  }
}

/** All that one or several insights are made anew of. */
export function united(all: readonly Beneath[]): Omit<Members, 'kind'> {
  const [traces, aside] = [all.flatMap((one) => one.traces), all.flatMap((one) => one.setAside)]
  const lessons = new Map(all.flatMap((one) => one.lessons).map((one) => [one.id, one]))
  return {
    traces: [...new Set([...traces, ...aside])].slice(0, mostMerged),
    lessons: [...lessons.values()].slice(0, mostMerged)
  }
}
