/** A place in the order of a list: what it is sorted by, then the id. */
export type Place = readonly (string | number)[]

/** What a part of a place is; a time is ISO 8601. */
export type PlaceKind = 'string' | 'number' | 'time'

/** A place whose parts are of these kinds. */
export type PlaceOf<Kinds extends readonly PlaceKind[]> = {
  [K in keyof Kinds]: Kinds[K] extends 'number' ? number : string
}

/** A place in a list as text that says nothing to its reader, and that no other list takes. */
export function cursorOf(list: string, place: Place): string {
  return Buffer.from(JSON.stringify([list, ...place])).toString('base64url')
}

/** The place that a cursor of these parts means; undefined where it was not given out by this list. */
export function readCursor<const Kinds extends readonly PlaceKind[]>(
  list: string,
  cursor: string,
  kinds: Kinds
): PlaceOf<Kinds> | undefined {
  try {
    const said = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown
    if (!Array.isArray(said) || said[0] !== list || said.length !== kinds.length + 1)
      return undefined
    const place = said.slice(1) as readonly unknown[]
    return kinds.every((kind, i) => isOf(kind, place[i]))
      ? (place as unknown as PlaceOf<Kinds>)
      : undefined
  } catch {
    return undefined
  }
}

/** As Neo4j writes times: it must be able to read one that comes back. */
const timeForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/

function isOf(kind: PlaceKind, part: unknown): boolean {
  if (kind === 'number') return typeof part === 'number' && Number.isSafeInteger(part)
  if (kind === 'string') return typeof part === 'string'
  return typeof part === 'string' && timeForm.test(part) && Number.isFinite(Date.parse(part))
}

/** The curators' queue: its cursors are made in two rooms. */
export const queueList = 'reviewQueue'
