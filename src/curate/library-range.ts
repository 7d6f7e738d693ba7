import { nameInKey } from './cluster/libraries-of.js'
import type { Source } from './source.js'

export interface LibraryRange {
  /** Key of the library that is used most, its newest version here; null where none is linked. */
  readonly library: string | null
  /** From the oldest version that was used up to the next major one; null where a version is no number. */
  readonly versions: string | null
}

/** Of which library an insight is, and for which versions what was seen holds. */
export function libraryRange(
  sources: readonly Pick<Source, 'uses'>[],
  names: readonly string[]
): LibraryRange {
  const keys = new Map<string, number>()
  for (const { uses } of sources) {
    for (const library of new Set(uses.map((use) => use.library)))
      keys.set(library, (keys.get(library) ?? 0) + 1)
  }
  const wanted = [...keys].filter(
    ([key]) => names.length === 0 || names.includes(nameInKey(key).toLowerCase())
  )
  const [most] = wanted.sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  if (most === undefined) return { library: null, versions: null }
  const name = nameInKey(most[0])
  const same = wanted.map(([key]) => key).filter((key) => nameInKey(key) === name)
  const versions = same.map(versionOf).sort(compare)
  const newest = same.toSorted((a, b) => compare(versionOf(a), versionOf(b))).at(-1) ?? null
  return { library: newest, versions: rangeOf(versions) }
}

function versionOf(key: string): string {
  return /(?<=.)@([^@/]*)$/.exec(key)?.[1] ?? ''
}

function numbersOf(version: string): number[] {
  return version
    .split('.')
    .slice(0, 3)
    .map((part) => Number.parseInt(part, 10))
}

function compare(a: string, b: string): number {
  const [x, y] = [numbersOf(a), numbersOf(b)]
  for (let i = 0; i < 3; i += 1) {
    const by = (x[i] ?? 0) - (y[i] ?? 0)
    if (by !== 0 && !Number.isNaN(by)) return by
  }
  return 0
}

/** Semver: what is before 1.0 may change with each minor version. */
function rangeOf(versions: readonly string[]): string | null {
  const [first = '', last = ''] = [versions[0], versions.at(-1)]
  if (!/^\d+(?:\.\d+){0,2}/.test(first) || !/^\d/.test(last)) return null
  const from = [...numbersOf(first), 0, 0].slice(0, 3).map((n) => (Number.isNaN(n) ? 0 : n))
  const [major = 0, minor = 0] = numbersOf(last)
  const to = major === 0 ? `0.${String(minor + 1)}.0` : `${String(major + 1)}.0.0`
  return `>=${from.join('.')} <${to}`
}
