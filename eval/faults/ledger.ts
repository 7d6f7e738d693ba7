import { heldIds } from '../../src/graph/queries.js'
import type { Database } from '../../src/graph/database.js'

/** What a client can be told is done for good. */
export const kept = ['Trace', 'Recommendation', 'Feedback', 'Review', 'Job'] as const
export type Kept = (typeof kept)[number]

/** The client's own book of what it sent: what was acknowledged under which id, and what it never heard of again. */
export interface Ledger {
  /** Sends something. What fails is written down as unheard of; `again` is then called by `resend`. */
  send(kind: Kept, write: () => Promise<string | null>, again?: 'safe'): Promise<string | null>
  /** Sends what was never heard of again, where that is safe, until each was answered. @throws what a sending met */
  resend(): Promise<number>
  /** How many were acknowledged. */
  acknowledged(): number
  /** The ids that were acknowledged by now. */
  ids(kind: Kept): ReadonlySet<string>
  compare(db: Database): Promise<readonly string[]>
}

interface Book {
  readonly ids: Set<string>
  /** Sent, unanswered, and not sent again: each may be in once. */
  open: number
}

/** @param sendAgain what is sent again after a fault is in once all the same */
export function openLedger(): Ledger {
  const books = new Map<Kept, Book>(kept.map((kind) => [kind, { ids: new Set(), open: 0 }]))
  const bookOf = (kind: Kept): Book => {
    const book = books.get(kind)
    if (book === undefined) throw new RangeError(kind)
    return book
  }
  const unheard: { kind: Kept; write: () => Promise<string | null> }[] = []
  return {
    send: async (kind, write, again) => {
      try {
        const id = await write()
        if (id !== null) bookOf(kind).ids.add(id)
        return id
      } catch (error) {
        if (again === 'safe') unheard.push({ kind, write })
        else bookOf(kind).open += 1
        if (isRefusal(error)) throw error
        return null
      }
    },
    resend: async () => {
      const count = unheard.length
      for (let next = unheard.shift(); next !== undefined; next = unheard.shift()) {
        const id = await next.write()
        if (id !== null) bookOf(next.kind).ids.add(id)
      }
      return count
    },
    acknowledged: () => [...books.values()].reduce((sum, { ids }) => sum + ids.size, 0),
    ids: (kind) => new Set(bookOf(kind).ids),
    compare: async (db) => {
      const rows = await db.run(heldIds, {})
      const held = new Map(rows.map(({ label, ids }) => [label, ids]))
      return kept.flatMap((kind) => compared(kind, bookOf(kind), held.get(kind) ?? []))
    }
  }
}

/** Answered, and in a way that no fault explains. */
function isRefusal(error: unknown): boolean {
  return error instanceof Refused
}

/** An answer of Cairn that refuses what it should have taken. */
export class Refused extends Error {}

/** Everything that was acknowledged is in; what is in beyond that is no more than what was never heard of. */
function compared(kind: Kept, { ids, open }: Book, held: readonly string[]): string[] {
  const there = new Set(held)
  const lost = [...ids].filter((id) => !there.has(id))
  const doubled = held.length - there.size
  const beyond = held.filter((id) => !ids.has(id)).length
  return [
    ...(lost.length > 0 ? [`LOST ${lost.length} ${kind}, first ${lost[0] ?? ''}`] : []),
    ...(doubled > 0 ? [`DOUBLED ${doubled} ${kind} by id`] : []),
    ...(beyond > open
      ? [
          `DOUBLED ${beyond - open} ${kind}: ${beyond} are in that nobody was told of, ${open} were sent`
        ]
      : [])
  ]
}
