import { redact } from '../domain/redact.js'
import { badInput, CairnError } from '../errors.js'
import type { Database, Transaction } from '../graph/database.js'
import {
  closeEpoch as closeEpochQuery,
  epochs as epochsQuery,
  inForceIn,
  insightsInForce
} from '../graph/queries.js'
import { after, standingOf, stored } from '../domain/insight-decisions.js'
import { checkBy, checkReason } from './check-decision.js'
import type { Held } from './standing.js'
import { inTurn, type Deciding, type TurnDeps } from './turn.js'

/** A stretch of time at whose end it was frozen which insights are in force. */
export interface Epoch {
  readonly id: string
  /** Counts from 1 within a space. */
  readonly number: number
  readonly state: 'open' | 'closed'
  readonly openedAt: string
  readonly closedAt: string | null
  readonly note: string
  /** How many insights were in force at its end; in the open one, are in force now. */
  readonly inForce: number
}

export interface ClosedEpoch {
  readonly closed: number
  readonly opened: number
  readonly inForce: number
}

/** The epochs, the newest first; the first is made when it is asked for. */
export async function listEpochs(deps: TurnDeps, space: string): Promise<Epoch[]> {
  const rows = await deps.db.run(epochsQuery, { space })
  if (rows.length > 0) return rows.map(toEpoch)
  await inTurn(deps, space, () => Promise.resolve())
  return (await deps.db.run(epochsQuery, { space })).map(toEpoch)
}

function toEpoch(row: Omit<Epoch, 'state'> & { state: string }): Epoch {
  return { ...row, state: row.state === 'closed' ? 'closed' : 'open' }
}

/** Freezes what is in force as the end of the open epoch and opens the next. */
export async function closeEpoch(
  deps: TurnDeps,
  input: { by: string; note?: string },
  space: string
): Promise<ClosedEpoch> {
  const by = checkBy(input.by)
  const note = redact(checkReason(input.note)).text
  return inTurn(deps, space, ({ tx, now }) => close(tx, { space, now, by, note }))
}

async function close(
  tx: Transaction,
  at: { space: string; now: Date; by: string; note: string }
): Promise<ClosedEpoch> {
  const [row] = await tx.run(closeEpochQuery, { ...at, now: at.now.toISOString() })
  if (row === undefined) throw new CairnError('BUG', 'there was no open epoch to close')
  return row
}

/** An insight as it was in force in an epoch. */
export interface InForce {
  readonly id: string
  readonly lineage: string
  readonly revision: number
  readonly title: string
  readonly library: string | null
}

export interface EpochDifference {
  readonly from: number
  readonly to: number
  /** In force in the second only, of lineages that the first does not have. */
  readonly added: readonly InForce[]
  /** Another revision of the same lineage. */
  readonly changed: readonly { readonly before: InForce; readonly after: InForce }[]
  /** In force in the first only. */
  readonly gone: readonly InForce[]
}

/**
 * What changed from one epoch to another; the open one counts as it stands now.
 * @throws CairnError NOT_FOUND for an epoch that there is not
 */
export async function compareEpochs(
  deps: TurnDeps,
  between: { from: number; to: number },
  space: string
): Promise<EpochDifference> {
  const { from, to } = between
  const [before, now] = await Promise.all(
    [from, to].map(async (number) => {
      const epoch = await findEpoch(deps.db, number, space)
      return byLineage(await deps.db.run(inForceIn, { epoch: epoch.id }))
    })
  )
  const earlier = before ?? new Map<string, InForce>()
  const later = now ?? new Map<string, InForce>()
  return {
    from,
    to,
    added: [...later.values()].filter((insight) => !earlier.has(insight.lineage)),
    changed: [...later.values()].flatMap((insight) => {
      const old = earlier.get(insight.lineage)
      return old === undefined || old.id === insight.id ? [] : [{ before: old, after: insight }]
    }),
    gone: [...earlier.values()].filter((insight) => !later.has(insight.lineage))
  }
}

/** The last revision counts, should two of one lineage be in force. */
function byLineage(rows: readonly InForce[]): Map<string, InForce> {
  return new Map(rows.map((row) => [row.lineage, row]))
}

/** @throws CairnError NOT_FOUND that names those there are */
async function findEpoch(db: Pick<Database, 'run'>, number: number, space: string): Promise<Epoch> {
  const all = (await db.run(epochsQuery, { space })).map(toEpoch)
  const found = all.find((epoch) => epoch.number === number)
  if (found !== undefined) return found
  const last = all[0]?.number ?? 0
  const expected = last === 0 ? 'none has been opened yet' : `1 to ${last}`
  throw new CairnError('NOT_FOUND', `There is no epoch ${number}; there are: ${expected}.`, {
    details: { field: 'epoch', value: number, expected }
  })
}

export interface RollBackInput {
  /** Number of a closed epoch. */
  readonly to: number
  readonly by: string
  readonly reason: string
}

export interface RolledBack extends ClosedEpoch {
  readonly to: number
  readonly leftForce: readonly string[]
  readonly cameBack: readonly string[]
}

/**
 * Puts in force exactly what was in force at the end of a closed epoch. The open epoch is closed
 * first, so that what was in force until now can be come back to by rolling "back" to that one;
 * what leaves force is retired, what returns is approved again, each as a decision with the reason.
 * @throws CairnError NOT_FOUND, BAD_INPUT (the epoch is open, or no reason)
 */
export async function rollBack(
  deps: TurnDeps,
  input: RollBackInput,
  space: string
): Promise<RolledBack> {
  const by = checkBy(input.by)
  const reason = checkReason(input.reason, true)
  return inTurn(deps, space, async (turn) => {
    const { tx, now } = turn
    const epoch = await findEpoch(tx, input.to, space)
    if (epoch.state === 'open')
      throw badInput('epoch', `${input.to} (open)`, 'the number of a closed epoch')
    const note = `Before rolling back to epoch ${input.to}: ${reason}`
    const closed = await close(tx, { space, now, by, note })
    const rows = await tx.run(insightsInForce, { space, epoch: epoch.id })
    const leaving = await turn.hold(
      rows.flatMap((row) => (row.now && !row.thatTime ? [row.id] : []))
    )
    const returning = await turn.hold(
      rows.flatMap((row) => (!row.now && row.thatTime ? [row.id] : []))
    )
    const told = { by, reason: `Epoch ${input.to}: ${reason}` }
    await turn.write([
      ...leaving.map((held) => ({ ...told, ...moved(held, 'leave-force') })),
      ...returning.map((held) => ({ ...told, ...moved(held, 'enter-force') }))
    ])
    const ids = (insights: readonly Held[]) => insights.map(({ id }) => id)
    return { ...closed, to: input.to, leftForce: ids(leaving), cameBack: ids(returning) }
  })
}

function moved(
  held: Held,
  kind: 'leave-force' | 'enter-force'
): Pick<Deciding, 'kind' | 'changes'> {
  const standing = after(kind, standingOf(held))
  if (standing === null) throw new CairnError('BUG', `${held.id} cannot ${kind}`)
  // What was approved once was seen: it comes back as it was shown then.
  const seen = kind === 'enter-force' ? { tainted: false } : {}
  const to = { ...held, ...stored(standing), ...seen, claimedBy: null, claimedAt: null }
  return { kind, changes: [{ insight: held.id, before: held, after: to }] }
}
