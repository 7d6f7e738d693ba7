import { cursorOf, readCursor, type Place, type PlaceKind, type PlaceOf } from '../domain/cursor.js'
import { badInput } from '../errors.js'

/** A list as Relay's cursor connections have it (https://relay.dev/graphql/connections.htm). */
export interface Connection<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[]
  readonly nodes: readonly T[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
  readonly totalCount: number
}

/** A page of `first` of these rows, of which one more was read to see whether there is more. */
export function connectionOf<T>(
  rows: readonly T[],
  at: {
    /** Its name: cursors of other lists are refused. */
    readonly list: string
    readonly first: number
    readonly after?: string | null | undefined
    readonly total: number
  },
  placeOf: (row: T) => Place
): Connection<T> {
  const nodes = rows.slice(0, at.first)
  const edges = nodes.map((node) => ({ cursor: cursorOf(at.list, placeOf(node)), node }))
  return {
    edges,
    nodes,
    pageInfo: {
      hasNextPage: rows.length > at.first,
      hasPreviousPage: at.after != null,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null
    },
    totalCount: at.total
  }
}

/**
 * The place that a cursor means, null where none is given.
 * @throws CairnError BAD_INPUT for one that was not given out by this list
 */
export function placeOf<const Kinds extends readonly PlaceKind[]>(
  list: string,
  cursor: string | null | undefined,
  kinds: Kinds
): PlaceOf<Kinds> | null {
  if (cursor == null) return null
  const place = readCursor(list, cursor, kinds)
  if (place !== undefined) return place
  throw badInput('after', cursor.slice(0, 60), 'the endCursor of a page before')
}
