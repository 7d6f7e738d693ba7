import type { Database } from '../graph/database.js'
import { familiesUsing, recallSolved } from '../graph/queries.js'
import { addScore, type Candidate, type Candidates } from './candidate.js'
import { cosineOf } from '../domain/cosine-of.js'
import { twinKey } from './features.js'

/** How many of the nearest problems are looked at, and how many of the attempts that solved each. */
const [nearest, attemptsEach] = [60, 20]

/** How many attempts are counted for an API; more make it no surer. */
const mostCounted = 200

/**
 * How many families of problems, or near problems, one principal alone brings for an API, and of its attempts at one
 * problem how many are looked at, where several work: as mostOfOne of kept-evidence.ts, but more, for each is a problem
 * of its own. A feature grows with their logarithm: ten are half of what 200 are.
 */
const ofOneAtMost = { families: 10, attempts: 5 } as const

/** What bounds the part of one principal; nothing does where only one tells. */
function boundsOf(several: boolean): { readonly families: number; readonly attempts: number } {
  return several ? ofOneAtMost : { families: mostCounted, attempts: attemptsEach }
}

/** Where experience is looked for, and whether more than one principal tells of it. */
export interface AskedIn {
  readonly spaces: readonly string[]
  readonly several: boolean
}

/**
 * A guessed use counts by this power of how sure it is, 0.41 for one that is 0.8 sure. This, the temperature and the reach were chosen on
 * four splits of DS-1000's families; from half to double of each the order hardly changes (eval/README.md).
 */
const trustPower = 4

/** How sure a use is where only the agent itself says that the attempt passed: it is taken for less than a certainty, as a guess is. */
export const claim = 0.7

/** How sure a use is where a principal reports of its own attempt that tests passed: more than its bare word, less than what was seen by others. */
export const told = 0.9

/** How much less a problem counts that is less similar: by e for so much of the cosine. */
const temperature = 0.05

export function trustIn(weight: number): number {
  return weight ** trustPower
}

/** A solved problem near to a question. */
export interface SolvedNear {
  readonly id: string
  readonly family: string
  /** Cosine. */
  readonly score: number
  readonly uses: readonly { readonly api: string; readonly weight: number }[]
}

type UseOf = SolvedNear['uses'][number] & {
  /** Who alone stands behind it; null where several do. */
  readonly by: string | null
}

/** The solved problems nearest to a question, with no more of one principal than it may bring. */
export async function nearSolved(
  db: Database,
  { vector, spaces, several }: AskedIn & { readonly vector: readonly number[] }
): Promise<SolvedNear[]> {
  const bounds = boundsOf(several)
  const rows = await db.run(recallSolved, {
    vector,
    spaces,
    limit: nearest,
    attempts: attemptsEach,
    each: bounds.attempts,
    claim,
    told
  })
  const near = rows.map((row) => ({
    ...row,
    score: cosineOf(row.score),
    uses: row.uses as unknown as readonly UseOf[]
  }))
  return withinBound(near, bounds.families)
}

/** Problems, nearest first, without the uses that one principal alone brings beyond so many problems. */
export function withinBound(
  near: readonly (Omit<SolvedNear, 'uses'> & { readonly uses: readonly UseOf[] })[],
  most: number
): SolvedNear[] {
  const told = new Map<string, number>()
  return near.flatMap(({ uses, ...problem }) => {
    const alone = new Set(uses.flatMap(({ by }) => by ?? []))
    for (const by of alone) told.set(by, (told.get(by) ?? 0) + 1)
    const kept = uses.filter(({ by }) => by === null || (told.get(by) ?? 0) <= most)
    return kept.length === 0
      ? []
      : [{ ...problem, uses: kept.map(({ api, weight }) => ({ api, weight })) }]
  })
}

/**
 * Tells of each candidate how much of the nearest solved problems used it, and how much used it or an API of the same name (`nearTwin`): shares from 0 to 1 by
 * softmax of the similarity, each family once, by its nearest problem. Kernel regression on what was used (Nadaraya 1964, Watson 1964).
 */
export function addNearSolved(candidates: Candidates, solved: readonly SolvedNear[]): void {
  const families = familiesOf(solved)
  const top = [...families.values()].reduce((best, { score }) => Math.max(best, score), -1)
  const weighed = [...families.values()].map(({ score, uses }) => ({
    uses,
    share: Math.exp((score - top) / temperature)
  }))
  const total = weighed.reduce((sum, { share }) => sum + share, 0)
  const apis = byApi(candidates)
  const twins = new Map<string, number>()
  for (const { share, uses } of weighed) {
    const named = new Map<string, number>()
    for (const [api, trust] of uses) {
      const candidate = apis.get(api)
      if (candidate === undefined) continue
      addScore(candidate, 'nearSolved', (share * trust) / total)
      const key = twinKey(candidate)
      named.set(key, Math.max(trust, named.get(key) ?? 0))
    }
    for (const [key, trust] of named)
      twins.set(key, (twins.get(key) ?? 0) + (share * trust) / total)
  }
  for (const candidate of candidates.values()) {
    const share = twins.get(twinKey(candidate))
    if (share !== undefined) candidate.scores.set('nearTwin', share)
  }
}

interface FamilyNear {
  /** Of its nearest problem. */
  readonly score: number
  /** How far each use is to be trusted, by API. */
  readonly uses: Map<string, number>
}

/** Problems of a family say the same thing again: they count as one. */
function familiesOf(solved: readonly SolvedNear[]): Map<string, FamilyNear> {
  const families = new Map<string, FamilyNear>()
  for (const { family, score, uses } of solved) {
    const known = families.get(family) ?? { score, uses: new Map<string, number>() }
    for (const { api, weight } of uses)
      known.uses.set(api, Math.max(trustIn(weight), known.uses.get(api) ?? 0))
    families.set(family, { score: Math.max(score, known.score), uses: known.uses })
  }
  return families
}

function byApi(candidates: Candidates): Map<string, Candidate> {
  const all = [...candidates.values()]
  return new Map(all.flatMap((one) => (one.api === null ? [] : [[one.api, one] as const])))
}

/** Tells of each candidate in how many families of problems what passed used it. */
export async function addFamiliesUsing(
  db: Database,
  candidates: Candidates,
  { spaces, several }: AskedIn
): Promise<void> {
  const apis = byApi(candidates)
  const rows = await db.run(familiesUsing, {
    apis: [...apis.keys()],
    spaces,
    // Where several tell, one must not crowd the others out of what is counted.
    most: several ? 5 * mostCounted : mostCounted,
    mostOfOne: boundsOf(several).families,
    trust: trustPower,
    claim,
    told
  })
  for (const { id, families } of rows) apis.get(id)?.scores.set('familiesUsing', families)
}
