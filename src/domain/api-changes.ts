/** What is compared of an API. */
export interface ApiFacts {
  readonly qualifiedName: string
  readonly signature: string | null
  readonly deprecated: string | null
}

export const apiChangeKinds = ['added', 'removed', 'signature', 'deprecated'] as const
export type ApiChangeKind = (typeof apiChangeKinds)[number]

/** One difference between two versions: signatures, or what the documentation says of the deprecation; null where there is none. */
export interface ApiChange {
  readonly api: string
  readonly kind: ApiChangeKind
  readonly before: string | null
  readonly after: string | null
}

/**
 * How the APIs of two versions differ, by qualified name and then kind. A signature that one of the
 * two does not tell is no difference, nor is white space. One API may differ in two ways.
 */
export function compareApis(old: Iterable<ApiFacts>, now: Iterable<ApiFacts>): ApiChange[] {
  const before = byName(old)
  const after = byName(now)
  const gone = [...before.values()]
    .filter((api) => !after.has(api.qualifiedName))
    .map((api) => change(api, 'removed', [api.signature, null]))
  const rest = [...after.values()].flatMap((api): ApiChange[] => {
    const earlier = before.get(api.qualifiedName)
    if (earlier === undefined) return [change(api, 'added', [null, api.signature])]
    return [
      ...(differs(earlier.signature, api.signature)
        ? [change(api, 'signature', [earlier.signature, api.signature])]
        : []),
      ...(earlier.deprecated === null && api.deprecated !== null
        ? [change(api, 'deprecated', [null, api.deprecated])]
        : [])
    ]
  })
  return [...gone, ...rest].sort(
    (a, b) => order(a.api, b.api) || apiChangeKinds.indexOf(a.kind) - apiChangeKinds.indexOf(b.kind)
  )
}

function byName(apis: Iterable<ApiFacts>): Map<string, ApiFacts> {
  return new Map([...apis].map((api) => [api.qualifiedName, api]))
}

function change(
  { qualifiedName }: ApiFacts,
  kind: ApiChangeKind,
  [before, after]: readonly [string | null, string | null]
): ApiChange {
  return { api: qualifiedName, kind, before, after }
}

function differs(before: string | null, after: string | null): boolean {
  const bare = (signature: string) => signature.replace(/\s+/g, '')
  return before !== null && after !== null && bare(before) !== bare(after)
}

function order(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}

/**
 * Orders versions by their numbers, then by what follows them: `1.10` after `1.9`, `2.0.0-rc.1` and
 * `2.0rc1` before `2.0`. Neither semver nor PEP 440, but what both agree on.
 */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)]
  for (let i = 0; i < Math.max(left.length, right.length); i += 1) {
    const by = rank(left[i]) - rank(right[i]) || order(word(left[i]), word(right[i]))
    if (by !== 0) return by
  }
  return 0
}

function partsOf(version: string): (number | string)[] {
  const [release = ''] = version.replace(/^v(?=\d)/i, '').split('+')
  const parts = (release.match(/\d+|[A-Za-z]+/g) ?? []).map((part) =>
    /\d/.test(part) ? Number(part) : part.toLowerCase()
  )
  // `1.4` and `1.4.0` are one version.
  while (parts.at(-1) === 0) parts.pop()
  return parts
}

/** A word such as `rc` stands before no more parts, and that before a number. */
function rank(part: number | string | undefined): number {
  if (part === undefined) return 0
  return typeof part === 'number' ? part : part === 'post' ? 0.5 : -1
}

function word(part: number | string | undefined): string {
  return typeof part === 'string' ? part : ''
}
