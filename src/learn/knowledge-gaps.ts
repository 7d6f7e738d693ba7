import { gapStates, type GapState } from '../domain/knowledge-need.js'
import { safeWords } from '../domain/safe-words.js'
import { CairnError } from '../errors.js'
import { closeGap as closeQuery, gaps as gapsQuery } from '../graph/queries.js'
import type { Learner } from './learner.js'
import { refuseInput } from './refuse-input.js'

/** Something that the memory lacks. */
export interface Gap {
  readonly id: string
  readonly text: string
  readonly state: GapState
  /** Whether it tries to instruct its reader. */
  readonly tainted: boolean
  /** Recommendations that found nothing, and feedbacks that named it. */
  readonly asks: number
  /** Different names among those; all that gave none count as one. */
  readonly askers: number
  readonly firstAskedAt: string
  readonly lastAskedAt: string
  /** Who sees to it that it is filled; null where nobody does. */
  readonly takenBy: string | null
}

/** A place in the order of gaps. */
export type GapPlace = Pick<Gap, 'asks' | 'lastAskedAt' | 'id'>

/** What is still open, most asked for first. */
export async function gaps(
  learner: Learner,
  limit: number,
  after: GapPlace | null = null
): Promise<Gap[]> {
  const rows = await learner.db.run(gapsQuery, {
    spaces: learner.spaces,
    asks: after?.asks ?? null,
    before: after?.lastAskedAt ?? null,
    after: after?.id ?? '',
    limit
  })
  return rows.map((row) => ({ ...row, state: row.state as GapState }))
}

/**
 * Says that a gap was filled or need not be. One that was filled opens again when somebody finds nothing again.
 * @throws CairnError BAD_INPUT (another state), NOT_FOUND
 */
export async function closeGap(learner: Learner, id: string, state: GapState): Promise<Gap> {
  const closed = gapStates.filter((one) => one !== 'open')
  if (!closed.some((one) => one === state))
    throw refuseInput('state', state, `one of ${closed.join(', ')}`)
  const { db, space } = learner
  const wanted = gapId(id)
  const [row] = await db.run(closeQuery, { id: wanted, state, spaces: [space], now: learner.now() })
  if (row !== undefined) return { ...row, state: row.state as GapState }
  throw noGap(wanted)
}

/** The id of a gap, whether it was given with `knowledge-request:` or without. */
export function gapId(id: string): string {
  const said = id.trim()
  return said.startsWith('knowledge-request:') ? said : `knowledge-request:${said}`
}

export function noGap(wanted: string): CairnError {
  const value = safeWords(wanted).slice(0, 100)
  return new CairnError(
    'NOT_FOUND',
    `There is no gap '${value}' here; expected an id that \`gaps\` lists.`,
    { details: { field: 'id', value, expected: 'an id that gaps lists' } }
  )
}
