/** How much an outcome under another version says of a node: the same major version, and another. */
const sameMajor = 0.7
const otherMajor = 0.4

/**
 * How much evidence counts that was met under `seen` (keys of libraries such as `pypi/pandas@1.4.0`) for a node of
 * `library` that holds for `versions` (a range such as `>=1.4.0 <2.0.0`): 1 for the same version or one in the range,
 * and where nothing says that the versions differ.
 */
export function versionWeight(
  node: { readonly library: string | null; readonly versions: string | null },
  seen: readonly string[]
): number {
  const own = node.library === null ? null : readKey(node.library)
  if (own === null) return 1
  const same = seen.flatMap((key) => {
    const other = readKey(key)
    return other?.name === own.name ? [other.version] : []
  })
  if (same.length === 0) return 1
  return Math.max(...same.map((version) => weightOf(version, own.version, node.versions)))
}

function weightOf(version: string, own: string, range: string | null): number {
  if (version === own || (range !== null && inRange(version, range))) return 1
  return majorOf(version) === majorOf(own) ? sameMajor : otherMajor
}

function readKey(key: string): { name: string; version: string } | null {
  const at = key.lastIndexOf('@')
  return at <= 0 ? null : { name: key.slice(0, at), version: key.slice(at + 1) }
}

/** Before 1.0 the second number is the one that breaks things, as semver says. */
function majorOf(version: string): string {
  const [major = 0, minor = 0] = numbersOf(version)
  return major === 0 ? `0.${minor}` : String(major)
}

function numbersOf(version: string): number[] {
  return (/\d+(?:\.\d+)*/.exec(version)?.[0] ?? '').split('.').map(Number)
}

/** Comparators joined by spaces, alternatives by `||`; anything else holds for nothing. */
function inRange(version: string, range: string): boolean {
  return range.split('||').some((part) => {
    const comparators = part.trim().split(/\s+/)
    return comparators.every((comparator) => {
      const match = /^(>=|<=|>|<|=)?v?(\d[\w.+-]*)$/.exec(comparator)
      return match !== null && holds(compare(version, match[2] ?? ''), match[1] ?? '=')
    })
  })
}

function holds(order: number, operator: string): boolean {
  if (order === 0) return operator.includes('=')
  return operator.startsWith(order > 0 ? '>' : '<')
}

function compare(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)]
  for (let i = 0; i < Math.max(left.length, right.length); i += 1) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
