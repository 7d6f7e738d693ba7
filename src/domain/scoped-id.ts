import { publicSpace } from './caller.js'

/**
 * The id of what is named by its content: in the public space by that alone, elsewhere with the
 * space before it. Otherwise whoever writes the same words in another space would meet what he may not see.
 */
export function scopedId(id: string, space: string): string {
  if (space === publicSpace) return id
  const colon = id.indexOf(':') + 1
  return `${id.slice(0, colon)}${space}/${id.slice(colon)}`
}

/** The ids that the same content has in each of these spaces. */
export function idsInSight(id: string, spaces: readonly string[]): string[] {
  return [...new Set(spaces.map((space) => scopedId(id, space)))]
}

/** The key of a library in a space: what a team keeps of a package is another library than the public one. */
export function scopedKey(key: string, space: string): string {
  return space === publicSpace ? key : `${key}+${space}`
}
