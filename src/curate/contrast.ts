import { hasFailed, hasPassed, type Source } from './source.js'

/** Something that attempts use: a documented API, or a name in their code where none is linked. */
export interface Feature {
  readonly name: string
  /** Ids of the APIs behind it, one a version of the library; none where it is not documented here. */
  readonly apis: readonly string[]
  /** Mean share, over problems, of the attempts that passed and of those that failed that use it. */
  readonly passShare: number
  readonly failShare: number
  /** Attempts that passed and that failed with it. */
  readonly passed: number
  readonly failed: number
}

/** What passing attempts have that failing ones at the same problems lack, and the reverse. */
export interface Contrast {
  readonly recommended: readonly Feature[]
  readonly avoided: readonly Feature[]
}

/** Used by fewer of those that passed it is one way among many. */
const leastPassShare = 0.3
const leastFailShare = 0.25

/** So much more common among those that passed; 1 would be chance. */
const leastLift = 1.25

/** What passes now and then is not to be avoided. */
const mostPassShareOfAvoided = 0.1

/** An insight that names more says nothing of any. */
const mostNamed = 3

/**
 * Counts by problem, so that one with many attempts has no more say than another. Lift is the share
 * among those that passed over the share among those that failed, both smoothed by half an attempt.
 */
export function contrastOf(sources: readonly Source[]): Contrast {
  const features = featuresOf(sources)
  const hasFailures = sources.some(hasFailed)
  const common = features.filter(({ passShare }) => passShare >= leastPassShare)
  const telling = common.filter((feature) => !hasFailures || liftOf(feature) >= leastLift)
  const recommended = (telling.length > 0 ? telling : common).sort(byWorth).slice(0, mostNamed)
  const avoided = features
    .filter(
      ({ passShare, failShare, failed }) =>
        failShare >= leastFailShare && passShare <= mostPassShareOfAvoided && failed > 1
    )
    .sort((a, b) => b.failShare - a.failShare || (a.name < b.name ? -1 : 1))
    .slice(0, mostNamed)
  return {
    recommended: recommended.map(bare),
    avoided: avoided.map(bare)
  }
}

type Counted = Feature & { readonly rarity: number }

function bare({ name, apis, passShare, failShare, passed, failed }: Counted): Feature {
  return { name, apis, passShare, failShare, passed, failed }
}

function liftOf({ passShare, failShare }: Feature): number {
  return (passShare + 0.05) / (failShare + 0.05)
}

/** What most of those that passed share, what those that failed lack, and what is rare elsewhere comes first. */
function byWorth(a: Counted, b: Counted): number {
  const worth = (one: Counted) => one.passShare * Math.min(3, liftOf(one)) * one.rarity
  return worth(b) - worth(a) || (a.name < b.name ? -1 : 1)
}

interface Tally {
  readonly apis: Set<string>
  readonly passed: Map<string, number>
  readonly failed: Map<string, number>
  used: number
}

function featuresOf(sources: readonly Source[]): Counted[] {
  const tallies = new Map<string, Tally>()
  const [passes, failures] = [new Map<string, number>(), new Map<string, number>()]
  for (const source of sources) {
    const side = hasPassed(source) ? 'passed' : hasFailed(source) ? 'failed' : null
    if (side === null) continue
    bump(side === 'passed' ? passes : failures, source.problem)
    for (const [name, { apis, used }] of namesOf(source)) {
      const tally = tallies.get(name) ?? emptyTally()
      tallies.set(name, tally)
      for (const api of apis) tally.apis.add(api)
      tally.used = Math.max(tally.used, used)
      bump(tally[side], source.problem)
    }
  }
  return [...tallies].map(([name, tally]) => ({
    name,
    apis: [...tally.apis].sort(),
    passShare: meanShare(tally.passed, passes),
    failShare: meanShare(tally.failed, failures),
    passed: total(tally.passed),
    failed: total(tally.failed),
    rarity: 1 / Math.log2(4 + tally.used)
  }))
}

function emptyTally(): Tally {
  return { apis: new Set(), passed: new Map(), failed: new Map(), used: 0 }
}

/** What an attempt uses, by name; names of its code where nothing is linked. */
export function namesOf({
  uses,
  codeUses
}: Pick<Source, 'uses' | 'codeUses'>): Map<string, { apis: string[]; used: number }> {
  const names = new Map<string, { apis: string[]; used: number }>()
  for (const { name, id, used, kind } of uses) {
    // To import a module says nothing.
    if (kind === 'module') continue
    const known = names.get(name)
    names.set(name, { apis: [...(known?.apis ?? []), id], used: Math.max(known?.used ?? 0, used) })
  }
  if (names.size > 0) return names
  for (const use of codeUses) {
    const name = use.replace(/\(.*$/s, '')
    if (/^\w[\w.]{1,100}$/.test(name)) names.set(name, { apis: [], used: 0 })
  }
  return names
}

function bump(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, n) => sum + n, 0)
}

function meanShare(counts: ReadonlyMap<string, number>, of: ReadonlyMap<string, number>): number {
  if (of.size === 0) return 0
  let sum = 0
  for (const [problem, all] of of) sum += (counts.get(problem) ?? 0) / all
  return sum / of.size
}
