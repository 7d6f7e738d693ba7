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

/** A place in the order of a list: what it is sorted by, then the id. */
export type Place = readonly (string | number)[]

/** A page of `first` of these rows, of which one more was read to see whether there is more. */
export function connectionOf<T>(
  rows: readonly T[],
  at: {
    readonly first: number
    readonly after?: string | null | undefined
    readonly total: number
  },
  placeOf: (row: T) => Place
): Connection<T> {
  const nodes = rows.slice(0, at.first)
  const edges = nodes.map((node) => ({ cursor: cursorOf(placeOf(node)), node }))
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

function cursorOf(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/**
 * The place that a cursor means, null where none is given.
 * @throws CairnError BAD_INPUT for one that was not given out by this list
 */
export function placeOf<const Kinds extends readonly ('string' | 'number')[]>(
  cursor: string | null | undefined,
  kinds: Kinds
): { [K in keyof Kinds]: Kinds[K] extends 'string' ? string : number } | null {
  if (cursor == null) return null
  try {
    const place = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown
    const fits =
      Array.isArray(place) &&
      place.length === kinds.length &&
      place.every((part, i) => typeof part === kinds[i])
    if (fits) return place as { [K in keyof Kinds]: Kinds[K] extends 'string' ? string : number }
  } catch {
    // Told below, as any other that was not given out here.
  }
  throw badInput('after', cursor.slice(0, 60), 'the endCursor of a page before')
}
