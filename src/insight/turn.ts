import { randomBytes } from 'node:crypto'
import type { Decision } from '../domain/insight-decisions.js'
import { CairnError } from '../errors.js'
import type { Database, Transaction } from '../graph/database.js'
import { holdInsights, insightsToDecide, lockDecisions, writeDecisions } from '../graph/queries.js'
import { heldOf, onlySnapshot, type Held, type Snapshot } from './standing.js'

/** What a Review is called: a decision, or one that has no row of its own among them. */
export type ReviewKind = Exclude<Decision, 'replace'> | 'undo' | 'record'

/** How one insight stood before a decision, null where it was not there, and stands after it. */
export interface Change {
  readonly insight: string
  readonly before: Snapshot | null
  readonly after: Snapshot
}

/** A decision as it was recorded. */
export interface Decided {
  readonly id: string
  readonly kind: string
  readonly by: string
  /** ISO 8601. */
  readonly at: string
  readonly reason: string
  readonly changes: readonly Change[]
}

/** What is to be recorded; `after` without its version, which follows from what was there before. */
export interface Deciding {
  readonly kind: ReviewKind
  readonly by: string
  readonly reason: string
  readonly changes: readonly {
    readonly insight: string
    readonly before: Snapshot | null
    readonly after: Omit<Snapshot, 'version'>
  }[]
}

/** One decision's turn: while it lasts nobody else decides in the space. */
export interface Turn {
  readonly tx: Transaction
  readonly space: string
  readonly now: Date
  /** These insights, in this order, kept from others until the turn ends. @throws CairnError NOT_FOUND */
  hold(ids: readonly string[]): Promise<Held[]>
  /** Records decisions together with what they change. */
  write(decisions: readonly Deciding[]): Promise<Decided[]>
}

export interface TurnDeps {
  readonly db: Database
  /** The clock; the machine's unless told. */
  readonly now?: (() => Date) | undefined
}

/**
 * One transaction in which a decision is taken. Decisions of a space come one after the other, so
 * that what was read still stands when its consequence is written; whoever comes second sees what
 * the first did. What `work` throws undoes everything.
 */
export async function inTurn<T>(
  deps: TurnDeps,
  space: string,
  work: (turn: Turn) => Promise<T>
): Promise<T> {
  return deps.db.write(async (tx) => {
    const now = deps.now?.() ?? new Date()
    const [locked] = await tx.run(lockDecisions, { space, now: now.toISOString() })
    const ordinal = locked?.ordinal ?? 0
    return work({
      tx,
      space,
      now,
      hold: (ids) => hold(tx, ids, space),
      write: (decisions) => write(tx, decisions, { space, now, ordinal })
    })
  })
}

/** Insights of a space, in this order, kept from others until the transaction ends. @throws CairnError NOT_FOUND */
export async function hold(
  tx: Transaction,
  ids: readonly string[],
  space: string
): Promise<Held[]> {
  await tx.run(holdInsights, { ids })
  const rows = await tx.run(insightsToDecide, { ids, space })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => {
    const row = byId.get(id)
    if (row === undefined) throw noInsight(id)
    return heldOf(row)
  })
}

export function noInsight(id: string): CairnError {
  const value = id.slice(0, 100)
  return new CairnError('NOT_FOUND', `There is no insight '${value}'.`, {
    details: { field: 'insight', value, expected: 'the id of an insight' }
  })
}

/** Decisions in one statement at most. */
const perStatement = 500

async function write(
  tx: Transaction,
  decisions: readonly Deciding[],
  at: { space: string; now: Date; ordinal: number }
): Promise<Decided[]> {
  const decided = decisions.map((deciding): Decided => {
    const { kind, by, reason } = deciding
    const id = `review:${randomBytes(8).toString('hex')}`
    const changes = deciding.changes.map(({ insight, before, after }) => ({
      insight,
      before: before === null ? null : onlySnapshot(before),
      after: onlySnapshot({ ...after, version: (before?.version ?? 0) + 1 })
    }))
    return { id, kind, by, at: at.now.toISOString(), reason, changes }
  })
  for (let i = 0; i < decided.length; i += perStatement) {
    const rows = decided.slice(i, i + perStatement).map((one) => rowOf(one, at))
    await tx.run(writeDecisions, { rows })
  }
  return decided
}

function rowOf(decided: Decided, at: { space: string; ordinal: number }) {
  const { id, changes, ...review } = decided
  const told = (side: 'before' | 'after') =>
    JSON.stringify(Object.fromEntries(changes.map((change) => [change.insight, change[side]])))
  return {
    id,
    ordinal: at.ordinal,
    review: { ...review, space: at.space, before: told('before'), after: told('after') },
    changes: changes.map(({ insight, after }) => {
      const { version, supersedes, ...standing } = after
      return { id: insight, version, supersedes, standing: { ...standing } }
    })
  }
}

/** What a Review says of before and after, as changes again. */
export function changesOf(review: { before: string; after: string }): Change[] {
  const before = JSON.parse(review.before) as Record<string, Snapshot | null>
  const after = JSON.parse(review.after) as Record<string, Snapshot>
  return Object.entries(after).map(([insight, stands]) => ({
    insight,
    before: before[insight] ?? null,
    after: stands
  }))
}
