import { compareVersions } from '../../domain/api-changes.js'
import type { Library } from './libraries-documents.js'

/** The versions of one library that are held in its space, the oldest first. */
export function familyOf(library: Library, all: readonly Library[]): Library[] {
  const { ecosystem, name, space } = library
  return all
    .filter((one) => one.ecosystem === ecosystem && one.name === name && one.space === space)
    .sort((a, b) => compareVersions(a.version, b.version))
}

/** The newest version that is held of it, where that is another one. */
export function newestOf(library: Library, all: readonly Library[]): string | null {
  const newest = familyOf(library, all).at(-1)
  return newest === undefined || newest.key === library.key ? null : newest.version
}

/** By name, the newest version of each first. */
export function withFamilies(all: readonly Library[]): Library[] {
  return [...all].sort(
    (a, b) => a.title.localeCompare(b.title) || compareVersions(b.version, a.version)
  )
}
