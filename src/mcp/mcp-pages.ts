import { cursorOf, readCursor } from '../domain/cursor.js'
import { invalidParams } from './json-rpc-refusals.js'

/** Entries in one answer of a list at most. */
const pageSize = 200

/** One page of a list, and the cursor of the next where there is one. */
export interface McpPage<T> {
  readonly entries: T[]
  readonly nextCursor?: string
}

/**
 * The page of a list that a cursor means, the first where there is none.
 * @throws ProtocolError -32602 for a cursor that this list did not give out
 */
export function pageAt<T>(
  { method, all }: { readonly method: string; readonly all: readonly T[] },
  cursor: string | undefined
): McpPage<T> {
  const [from] = cursor === undefined ? [0] : (readCursor(method, cursor, ['number']) ?? [])
  if (from === undefined || (cursor !== undefined && (from < pageSize || from >= all.length)))
    throw invalidParams('cursor is none that this list gave; leave it out for the first page.')
  const next = from + pageSize
  return {
    entries: all.slice(from, next),
    ...(next < all.length ? { nextCursor: cursorOf(method, [next]) } : {})
  }
}
