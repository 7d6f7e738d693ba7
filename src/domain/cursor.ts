/** A place in the order of a list: what it is sorted by, then the id. */
export type Place = readonly (string | number)[]

type Kind = 'string' | 'number'

/** A place whose parts are of these kinds. */
export type PlaceOf<Kinds extends readonly Kind[]> = {
  [K in keyof Kinds]: Kinds[K] extends 'string' ? string : number
}

/** A place as text that says nothing to its reader. */
export function cursorOf(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/** The place that a cursor of these parts means; undefined where it was not given out for such a list. */
export function readCursor<const Kinds extends readonly Kind[]>(
  cursor: string,
  kinds: Kinds
): PlaceOf<Kinds> | undefined {
  try {
    const place = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown
    const fits =
      Array.isArray(place) &&
      place.length === kinds.length &&
      place.every((part, i) => typeof part === kinds[i])
    return fits ? (place as unknown as PlaceOf<Kinds>) : undefined
  } catch {
    return undefined
  }
}
