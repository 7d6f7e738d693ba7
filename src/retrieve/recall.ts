import type { Database } from '../graph/database.js'
import {
  companionsOf,
  recallMeaning,
  recallNames,
  recallTerms,
  recallWords,
  similarityOf
} from '../graph/queries.js'
import {
  addFound,
  addLinked,
  preferPart,
  addScore,
  type Candidate,
  type CandidateRow,
  type Candidates
} from './candidate.js'
import { prior, similarityScale } from './features.js'
import { cosineOf } from '../domain/cosine-of.js'
import type { LibraryShelf } from './known-libraries.js'
import type { RetrievalPart } from './parts.js'
import type { Plan } from './plan.js'
import { recallExperience, unlessWithout, type RecalledExperience } from './recall-experience.js'
import { addFamiliesUsing, addNearSolved } from './solved.js'

/** How widely is recalled, by source. */
export const width = {
  meaning: 320,
  wording: 120,
  words: 100,
  names: 80,
  popular: 120,
  experience: 40
} as const

/** A term that more entries hold is not counted further, and one that so few hold leads to them whatever else is asked. */
const countedTo = 64
const exactFrom = 4

/** From how many of the best candidates companions are followed, and how much each counts. */
const seeds = 40
const seedTemperature = 0.1

/** How near documentation usually is to this question: the spread of what is near, but not nearest. */
export interface Background {
  readonly mean: number
  readonly deviation: number
}

export interface Recalled {
  readonly candidates: readonly Candidate[]
  /** How many entries hold each term of the plan, in its order, counted up to 64. */
  readonly held: readonly number[]
  readonly background: Background
  readonly experience: readonly RecalledExperience[]
}

export interface RecallContext {
  /** Of the question, and of the question in other words; may still be under way. */
  readonly vectors: Promise<readonly Float32Array[]>
  readonly spaces: readonly string[]
  readonly without: ReadonlySet<RetrievalPart>
  /** The closed epoch whose insights are used; null for those in force now. */
  readonly epoch: string | null
  /** Experience that is passed over. */
  readonly except: ReadonlySet<string>
}

/** Everything one question brings up: the sources side by side, then one step along edges from the best. */
export async function recall(
  deps: { db: Database; shelf: LibraryShelf },
  plan: Plan,
  at: RecallContext
): Promise<Recalled> {
  const { db } = deps
  const scope = { spaces: at.spaces, libraries: plan.libraries }
  const without = (await deps.shelf.experience(at.spaces)).any
    ? at.without
    : new Set<RetrievalPart>([...at.without, 'experience', 'tasks', 'errors'])
  const unless = unlessWithout(without)
  const encoded = async () => Array.from((await at.vectors)[0] ?? [])
  const { spaces } = at
  const several = () => deps.shelf.several(spaces)
  const [meaning, words, names, terms, popular, [near, solved, tasks, errors]] = await Promise.all([
    unless('meaning', () => nearDocuments(db, at.vectors, scope)),
    unless('words', () =>
      db.run(recallWords, { query: plan.textQuery, ...scope, limit: width.words })
    ),
    unless('names', () =>
      db.run(recallNames, { query: plan.nameQuery, ...scope, limit: width.names })
    ),
    unless('words', () => countTerms(db, plan, scope)),
    unless('popular', () => deps.shelf.popular({ ...scope, limit: width.popular })),
    recallExperience(db, plan, { ...at, without, limit: width.experience, encoded, several })
  ])
  const candidates: Candidates = new Map()
  addFound(candidates, 'meaning', meaning)
  addFound(candidates, 'words', words)
  addFound(candidates, 'names', names)
  addExact(candidates, plan, terms)
  addFound(candidates, 'popular', popular)
  const experience = near.filter(({ id }) => !at.except.has(id)).map(withCosine)
  addUsed(candidates, experience)
  addNearSolved(
    candidates,
    solved.filter(({ id }) => !at.except.has(id))
  )
  const vector = await encoded()
  await Promise.all([
    at.without.has('companions') ? null : addCompanions(db, candidates, { ...at, vector }),
    at.without.has('meaning') ? null : addSimilarity(db, candidates, vector),
    experience.length === 0
      ? null
      : addFamiliesUsing(db, candidates, { spaces, several: await several() })
  ])
  return {
    candidates: withinBounds(candidates, plan),
    held: plan.terms.map((_, i) => terms.find(({ term }) => term === i)?.count ?? 0),
    background: backgroundOf(meaning.map(({ score }) => score)),
    experience: [
      ...experience.map((row) => ({ ...row, source: 'experience' as const })),
      ...tasks.map((row) => ({ ...row, source: 'tasks' as const })),
      ...errors.map((row) => ({ ...row, source: 'errors' as const }))
    ]
  }
}

/** Where the question says which libraries it is about, no other's documentation is left. */
function withinBounds(candidates: Candidates, { bound, libraries }: Plan): Candidate[] {
  const all = [...candidates.values()]
  return bound ? all.filter(({ library }) => libraries.includes(library)) : all
}

function countTerms(
  db: Database,
  plan: Plan,
  scope: { spaces: readonly string[]; libraries: readonly string[] }
) {
  const queries = plan.terms.map(({ query }) => query)
  if (queries.length === 0 || scope.libraries.length === 0) return Promise.resolve([])
  return db.run(recallTerms, { queries, ...scope, limit: countedTo, shown: exactFrom })
}

/** What alone holds a code-shaped token of the question is a candidate, by the part that holds it; of tokens that more hold nothing came back. */
function addExact(
  candidates: Candidates,
  plan: Plan,
  terms: readonly { term: number; hits: readonly unknown[] }[]
): void {
  for (const { term, hits } of terms) {
    if (plan.terms[term]?.isCode !== true) continue
    const rows = hits as readonly CandidateRow[]
    addFound(candidates, 'exact', rows)
    for (const row of rows) preferPart(candidates, row)
  }
}

/** The nearest of all say nothing of how near the rest is. */
const nearestLeftOut = 40

function backgroundOf(scores: readonly number[]): Background {
  const rest = scores.slice(Math.min(nearestLeftOut, Math.floor(scores.length / 2)))
  if (rest.length === 0) return { mean: 0, deviation: 0 }
  const mean = rest.reduce((sum, score) => sum + score, 0) / rest.length
  const variance = rest.reduce((sum, score) => sum + (score - mean) ** 2, 0) / rest.length
  return { mean, deviation: Math.sqrt(variance) }
}

function withCosine<T extends { readonly score: number }>(row: T): T {
  return { ...row, score: cosineOf(row.score) }
}

/** What is near to the question or to one of its other wordings, best first. */
async function nearDocuments(
  db: Database,
  encoding: Promise<readonly Float32Array[]>,
  scope: { spaces: readonly string[]; libraries: readonly string[] }
) {
  const vectors = await encoding
  const found = await Promise.all(
    vectors.map((vector, i) =>
      db.run(recallMeaning, {
        vector: Array.from(vector),
        ...scope,
        limit: i === 0 ? width.meaning : width.wording
      })
    )
  )
  const rows = found.flat().map(withCosine)
  return vectors.length === 1
    ? rows
    : rows.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
}

/** What experience near to the question used, or is about. */
function addUsed(
  candidates: Candidates,
  experience: readonly {
    readonly id: string
    readonly uses: readonly Readonly<Record<string, unknown>>[]
  }[]
): void {
  for (const { id, uses } of experience) {
    for (const use of uses) {
      const row = use as unknown as CandidateRow
      addLinked(candidates, { from: id, type: 'USES' }, { ...row, label: 'Api', api: row.id })
    }
  }
}

async function addCompanions(
  db: Database,
  candidates: Candidates,
  at: { spaces: readonly string[]; vector: readonly number[]; without: RecallContext['without'] }
): Promise<void> {
  const similarity = similarityScale(candidates.values())
  const best = [...candidates.values()]
    .map((candidate) => ({
      candidate,
      score: prior(candidate, similarity(candidate))
    }))
    .sort((a, b) => b.score - a.score || (a.candidate.entry < b.candidate.entry ? -1 : 1))
    .slice(0, seeds)
  const top = best[0]?.score ?? 0
  const shares = new Map(
    best.map(({ candidate, score }) => [candidate.entry, Math.exp((score - top) / seedTemperature)])
  )
  const total = [...shares.values()].reduce((sum, share) => sum + share, 0)
  const { spaces, vector } = at
  const rows = await db.run(companionsOf, { entries: [...shares.keys()], spaces, vector })
  for (const row of rows) {
    const weight = (row.score * (shares.get(row.from) ?? 0)) / total
    const candidate = addLinked(candidates, row, row)
    addScore(candidate, row.type, weight)
    if (row.similarity !== null && !at.without.has('meaning'))
      raise(candidate, cosineOf(row.similarity))
  }
}

/** What other sources brought up is compared with the question too. */
async function addSimilarity(
  db: Database,
  candidates: Candidates,
  vector: readonly number[]
): Promise<void> {
  const owners = new Map<string, Candidate>()
  for (const candidate of candidates.values()) {
    if (candidate.scores.has('meaning')) continue
    owners.set(candidate.api ?? candidate.doc, candidate)
  }
  if (owners.size === 0) return
  const rows = await db.run(similarityOf, { ids: [...owners.keys()], vector })
  for (const { id, score } of rows) raise(owners.get(id), cosineOf(score))
}

function raise(candidate: Candidate | undefined, similarity: number): void {
  candidate?.scores.set('meaning', Math.max(similarity, candidate.scores.get('meaning') ?? -1))
}
