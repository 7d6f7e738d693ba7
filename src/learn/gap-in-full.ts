import type { GapState } from '../domain/knowledge-need.js'
import { CairnError } from '../errors.js'
import { gapInFull as gapQuery, libraryNames, takeGap as takeQuery } from '../graph/queries.js'
import { gapId, noGap, type Gap } from './knowledge-gaps.js'
import type { Learner } from './learner.js'
import { suggestedSources, type SuggestedSource } from './suggested-sources.js'

/** Somebody's wish for what a gap lacks. */
export interface GapAsker {
  readonly id: string
  /** Whether it was said afterwards what would have helped; else an answer found nothing. */
  readonly hindsight: boolean
  /** Who said so; null of an answer. */
  readonly by: string | null
  readonly at: string
  readonly question: string
  readonly note: string | null
  /** Id of the answer. */
  readonly answer: string
}

/** A gap with all that filling it needs. */
export interface GapInFull {
  readonly gap: Gap
  readonly takenAt: string | null
  readonly asked: readonly GapAsker[]
  readonly suggestions: readonly SuggestedSource[]
}

const mostAsked = 50

/** @throws CairnError NOT_FOUND */
export async function gapInFull({ db, spaces }: Learner, id: string): Promise<GapInFull> {
  const wanted = gapId(id)
  const [[row], [held]] = await Promise.all([
    db.run(gapQuery, { id: wanted, spaces, limit: mostAsked }),
    db.run(libraryNames, { spaces })
  ])
  if (row === undefined) throw noGap(wanted)
  const { asked, takenAt, ...gap } = row
  return {
    gap: { ...gap, state: gap.state as GapState },
    takenAt,
    asked: asked as unknown as readonly GapAsker[],
    suggestions: suggestedSources(gap.text, held?.names ?? [])
  }
}

/**
 * Says that somebody sees to a gap, or no longer does.
 * @throws CairnError NOT_FOUND, CONFLICT where somebody else has taken it
 */
export async function takeGap(
  learner: Learner,
  { id, by, take }: { readonly id: string; readonly by: string; readonly take: boolean }
): Promise<GapInFull> {
  const wanted = gapId(id)
  const { db, space } = learner
  const [row] = await db.run(takeQuery, {
    id: wanted,
    by,
    take,
    spaces: [space],
    now: learner.now()
  })
  if (row === undefined) throw noGap(wanted)
  if (row.takenBy !== null && row.takenBy !== by)
    throw new CairnError('CONFLICT', `${row.takenBy} has taken this gap.`, {
      details: { field: 'id', value: wanted, takenBy: row.takenBy }
    })
  return gapInFull(learner, wanted)
}
