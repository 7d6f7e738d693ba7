/** `pypi/pandas@1.4.0` is pandas; a bare name stays. */
export function nameInKey(key: string): string {
  return key
    .replace(/^(?:pypi|npm|generic|docs|golang|cargo|maven)\//, '')
    .replace(/(?<=.)@[^@/]*$/, '')
}

export interface LibraryRange {
  /** Key of the library that is named most, its newest version here; null where there is none. */
  readonly library: string | null
  /** From the oldest version that was seen up to the next major one; null where a version is no number. */
  readonly versions: string | null
}

/** Of which library something is, and for which versions what was seen holds, by keys of libraries. */
export function libraryRange(keys: readonly string[]): LibraryRange {
  const counts = new Map<string, number>()
  for (const key of keys) {
    if (key === '') continue
    const name = nameInKey(key)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  if (most === undefined) return { library: null, versions: null }
  const same = [...new Set(keys)].filter((key) => key !== '' && nameInKey(key) === most[0])
  const sorted = same.toSorted((a, b) => compare(versionOf(a), versionOf(b)) || (a < b ? -1 : 1))
  return { library: sorted.at(-1) ?? null, versions: rangeOf(sorted.map(versionOf)) }
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
