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

/** The solved problems nearest to a question. */
export async function nearSolved(
  db: Database,
  at: { readonly vector: readonly number[]; readonly spaces: readonly string[] }
): Promise<SolvedNear[]> {
  const rows = await db.run(recallSolved, {
    ...at,
    limit: nearest,
    attempts: attemptsEach,
    claim,
    told
  })
  return rows.map((row) => ({
    ...row,
    score: cosineOf(row.score),
    uses: row.uses as unknown as SolvedNear['uses']
  }))
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
  spaces: readonly string[]
): Promise<void> {
  const apis = byApi(candidates)
  const at = { apis: [...apis.keys()], spaces, most: mostCounted, trust: trustPower, claim, told }
  for (const { id, families } of await db.run(familiesUsing, at))
    apis.get(id)?.scores.set('familiesUsing', families)
}
