import type { Database, Transaction } from '../../graph/database.js'
import {
  answersByHour,
  attemptsByHour,
  firstInSpace,
  grownByHour,
  holdHours,
  hoursMade,
  lotsByHour,
  noteHours,
  takeStaleHours,
  writeHours
} from '../../graph/queries.js'
import { dayMs, hourMs, hourOf, hourRows, type Window } from './hour-rows.js'

/** For so long, in milliseconds, what was made is new enough. */
export const freshMs = 60_000
/**
 * So long after its end an hour is final: a transaction that writes is stopped after 30 s, and the rest is for clocks
 * of several machines, which may be four minutes apart.
 */
const settleMs = 5 * 60_000
/** In one transaction: weeks of hours, and notes of stale ones. */
const atOnce = { windowMs: 14 * dayMs, notes: 5_000 }

/**
 * Makes the hours of a space anew as far as something may have changed in them; nothing where that was done within the
 * last minute.
 *
 * An hour is a node with sums of what came within it, so that the overview reads hours and not what they count. It is
 * never added to: it is made from all that it counts, so the order of events does not matter, nor how often it is made.
 * Which hours are made is known without looking at them. What is new counts in the hour in which it comes in (a question
 * when it is asked, an attempt when it is taken in, not when it was made), and from `until` on all hours are made each
 * time. What comes to an earlier hour is told by whoever writes it: feedback on an old answer, a run or a correction of
 * an attempt, a deletion leave a StaleHour in their own transaction. Those are only ever created, so that no writer
 * waits for another or for whoever makes hours; they are taken and the hours made in one transaction, and whatever is
 * committed after they were taken has left another. Who makes hours of a space locks its Meta node first: of two at
 * once, in one process or two, the second sees what the first did. After a kill nothing is half done.
 *
 * Limits: what somebody writes by hand in Cypher into an hour that is final is not counted; nor do hours follow a
 * clock that is more than four minutes behind.
 */
export async function makeHours(db: Database, space: string, now: number): Promise<void> {
  const [made] = await db.run(hoursMade, { space })
  if (isFresh(made?.madeAt ?? null, now)) return
  let done = false
  while (!done) done = await db.write((tx) => makeSome(tx, space, now))
}

/** @returns whether all is made */
async function makeSome(tx: Transaction, space: string, now: number): Promise<boolean> {
  const [state] = await tx.run(holdHours, { space })
  if (isFresh(state?.madeAt ?? null, now)) return true
  const settled = hourOf(now - settleMs)
  const taken = await tx.run(takeStaleHours, { space, most: atOnce.notes })
  const from = Math.min(state?.until ?? (await firstOf(tx, space)) ?? settled, settled)
  const end = hourOf(now) + hourMs
  const to = Math.min(from + atOnce.windowMs, end)
  const stale = taken.filter(({ at }) => at < from).map(({ at }) => ({ from: at, to: at + hourMs }))
  await makeWithin(tx, space, [{ from, to }, ...stale])
  const all = to === end && taken.reduce((sum, { notes }) => sum + notes, 0) < atOnce.notes
  const until = Math.max(from, Math.min(to, settled))
  await tx.run(noteHours, { space, until, madeAt: all ? now : null })
  return all
}

/** The hours within these windows from all that they count. */
async function makeWithin(
  tx: Transaction,
  space: string,
  windows: readonly Window[]
): Promise<void> {
  const at = { space, windows }
  const [answers, lots, attempts, grown] = await Promise.all([
    tx.run(answersByHour, at),
    tx.run(lotsByHour, at),
    tx.run(attemptsByHour, at),
    tx.run(grownByHour, at)
  ])
  await tx.run(writeHours, { ...at, rows: hourRows(space, { answers, lots, attempts, grown }) })
}

async function firstOf(tx: Transaction, space: string): Promise<number | null> {
  const [first] = await tx.run(firstInSpace, { space })
  return first?.at == null ? null : hourOf(first.at)
}

/** A clock that was put back since does not make it fresh for ever. */
function isFresh(madeAt: number | null, now: number): boolean {
  return madeAt !== null && now >= madeAt && now - madeAt < freshMs
}
