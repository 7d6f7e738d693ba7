import { taskEmbedText } from '../domain/embed-text.js'
import type { Observer } from '../domain/observer.js'
import type { Database } from '../graph/database.js'
import type { Embedder } from '../model/embedder.js'
import { epochAsked } from './as-of.js'
import { byWorth } from './by-worth.js'
import { readIntent, type Intent } from './intent.js'
import { librariesNamed, type LibraryShelf } from './known-libraries.js'
import { currentLibraries } from './libraries-meant.js'
import type { Ranked, Retrieved } from './memory.js'
import type { RetrievalPart } from './parts.js'
import { pathOf, stopOf, type Stop } from './paths.js'
import { planSearch, type Plan } from './plan.js'
import { present, type Presented } from './present.js'
import { checkQuestion, mostWordings, type Question } from './question.js'
import { rankedExperience, withExperience } from './rank-experience.js'
import { recall, type Recalled } from './recall.js'
import { readAgain, reranked, type Reads } from './rerank.js'
import { isUsable } from './ranking/stored-ranking.js'
import { rankingWeights, type RankingWeights } from './ranking-weights.js'
import { withoutRepeats } from './without-repeats.js'
import { scoreByRanks, scoreLearned, type ScoredCandidate } from './score-documents.js'

export interface RetrieveDeps {
  readonly db: Database
  readonly embedder: Embedder
  readonly shelf: LibraryShelf
  /** In place of the weights that were shipped; for eval, which has some that never saw its questions. */
  readonly weights?: RankingWeights
  /** Reads the best documents again, where one is set up. */
  readonly reranker?: Reads | null
  /** Told how long the stages take. */
  readonly observer?: Observer
}

export interface RetrieveOptions {
  readonly spaces: readonly string[]
  /** How many sections of documentation are shown at most, and how much experience beside them. */
  readonly limit: number
  /** Parts that a measurement does without. */
  readonly without?: readonly RetrievalPart[]
  /** In place of the weights that are in force; for eval, which learns them without the families it asks about. */
  readonly weights?: RankingWeights
  /** Number of an epoch: of insights exactly those are used that were in force at its end. Left out, those in force now. */
  readonly asOf?: number
  /** Experience that is passed over: what a question is judged without. */
  readonly except?: ReadonlySet<string>
  /** Keys of libraries that are passed over, as if they were not held; for eval. */
  readonly hidden?: ReadonlySet<string>
  /** Whether what single sources put first is shown too, wherever it stands in the order: for who judges each by itself. */
  readonly broad?: boolean
  /** Whether every word that few entries hold leads to them, and not only what is code-shaped: for search. */
  readonly exact?: boolean
}

/** What stands at the end of recall, before anything is ordered: for ranking, and for eval to learn from. */
export interface Gathered {
  readonly question: string
  readonly intent: Intent
  readonly plan: Plan
  readonly recalled: Recalled
  /** Of the question. */
  readonly vector: Float32Array
  /** The closed epoch whose insights were used; null for those in force now. */
  readonly epoch: string | null
  readonly ms: { readonly intent: number; readonly embed: number; readonly recall: number }
}

/**
 * Finds what a good engineer would open for a question, best first, each with the path by which
 * it came. No language model takes part.
 * @throws CairnError BAD_INPUT, TOO_LARGE, NOT_FOUND (a library that is not here), GRAPH_UNAVAILABLE, MODEL_UNAVAILABLE
 */
export async function retrieve(
  deps: RetrieveDeps,
  question: Question,
  options: RetrieveOptions
): Promise<Retrieved> {
  const gathered = await gather(deps, question, options)
  const started = performance.now()
  const weights = options.weights ?? (await weightsInForce(deps, options.spaces))
  const documents = order(gathered, options.without, weights)
  const reader = options.without?.includes('reranker') === true ? null : (deps.reranker ?? null)
  const shown =
    options.broad === true
      ? broadly(documents, options.limit)
      : documents.slice(0, reader === null ? options.limit : Math.max(options.limit, reranked))
  const ordered = performance.now()
  const [memories, experience] = await Promise.all([
    present(deps.db, shown.flatMap(idsOf), { spaces: options.spaces, vector: gathered.vector }),
    withExperience(deps, { gathered, documents, options })
  ])
  const presented = rankedDocuments(shown, memories, gathered)
  const documented = options.broad === true ? withoutRepeats(presented, gathered.intent) : presented
  const { ranked: read, remarks } = await readAgain(reader, gathered.question, documented)
  const found = [
    ...(options.broad === true ? read : read.slice(0, options.limit)),
    ...rankedExperience(experience, documents)
  ]
  const ranked = byWorth(found)
  return {
    question: gathered.question,
    intent: gathered.intent,
    terms: gathered.plan.terms.map(({ word, stem, rarity, isCode }, i) => ({
      word,
      stem,
      rarity,
      isCode,
      held: gathered.recalled.held[i] ?? 0
    })),
    background: gathered.recalled.background,
    ranked,
    remarks,
    ms: {
      ...gathered.ms,
      rank: ordered - started,
      present: performance.now() - ordered
    }
  }
}

/** Reads the question, plans, embeds and recalls; nothing is ordered yet. */
export async function gather(
  deps: RetrieveDeps,
  question: Question,
  options: Pick<RetrieveOptions, 'spaces' | 'without' | 'asOf' | 'except' | 'exact' | 'hidden'>
): Promise<Gathered> {
  const { spaces } = options
  const text = checkQuestion(question.text)
  const started = performance.now()
  const [listed, epoch] = await Promise.all([
    deps.shelf.list(spaces),
    epochAsked(deps.db, options.asOf, spaces)
  ])
  const { hidden = nothing } = options
  const known = listed.filter(({ key }) => !hidden.has(key))
  const locked = new Map(Object.entries(question.versions ?? {}))
  const asked = librariesNamed(question.libraries, known)
  const intent = readIntent(text, { known, asked, locked })
  const everything = currentLibraries(known, locked).map((library) => library.key)
  const { exact = false } = options
  const plan = planSearch(intent, { question: text, everything, spaces, exact })
  const planned = performance.now()
  const wordings = (question.also ?? []).slice(0, mostWordings).map(taskEmbedText)
  // What needs no vector is asked while the question is being encoded.
  const vectors = deps.embedder.embed([plan.vectorText, ...wordings], { as: 'question' })
  let embedded = planned
  const timed = vectors.finally(() => {
    embedded = performance.now()
  })
  timed.catch(() => undefined)
  const without = new Set(options.without ?? [])
  const except = options.except ?? nothing
  const recalled = await recall(deps, plan, { vectors: timed, spaces, without, epoch, except })
  const [vector = new Float32Array(deps.embedder.dimensions)] = await timed
  const ms = {
    intent: planned - started,
    embed: embedded - planned,
    recall: performance.now() - embedded
  }
  return { question: text, intent, plan, recalled, vector, epoch, ms }
}

const nothing: ReadonlySet<string> = new Set()

/** What was learned from the experience in sight, from the most problems; else what Cairn comes with. */
async function weightsInForce(
  { shelf, embedder, weights }: RetrieveDeps,
  spaces: readonly string[]
): Promise<RankingWeights> {
  const { rankings } = await shelf.experience(spaces)
  return rankings.find((one) => isUsable(one, embedder.id)) ?? weights ?? rankingWeights
}

function order(
  gathered: Gathered,
  without: RetrieveOptions['without'],
  weights: RankingWeights
): ScoredCandidate[] {
  const { candidates, experience } = gathered.recalled
  return without?.includes('learned') === true
    ? scoreByRanks(candidates, gathered.plan.weights)
    : scoreLearned(
        candidates,
        gathered,
        experience.length > 0 ? weights.experience : weights.documentation
      )
}

/** How many of each source's first are looked at beside those of the learned order. */
const firstOf: Readonly<Record<string, number>> = { meaning: 16, words: 10, names: 8, exact: 8 }

/** The first of the order, and what single sources put first, in the order's sequence. */
function broadly(documents: readonly ScoredCandidate[], limit: number): ScoredCandidate[] {
  return documents.filter(
    ({ candidate }, i) =>
      i < limit || candidate.found.some(({ source, rank }) => rank <= (firstOf[source] ?? 0))
  )
}

function idsOf({ candidate }: ScoredCandidate): string[] {
  return candidate.api === null ? [candidate.doc] : [candidate.doc, candidate.api]
}

function rankedDocuments(
  shown: readonly ScoredCandidate[],
  memories: ReadonlyMap<string, Presented>,
  gathered: Gathered
): Ranked[] {
  const stops = new Map<string, Stop>(
    gathered.recalled.candidates.map((candidate) => [candidate.entry, stopOf(candidate)])
  )
  for (const hit of gathered.recalled.experience) {
    const title = hit.label.toLowerCase()
    stops.set(hit.id, { ...hit, title, found: [{ source: hit.source, rank: 1 }], links: [] })
  }
  return shown.flatMap(({ candidate, score }, i): Ranked[] => {
    const api = memories.get(candidate.api ?? '') ?? null
    const section = memories.get(candidate.doc) ?? api
    if (section === null) return []
    const path = pathOf(stopOf(candidate), (id) => stops.get(id))
    const cosines = [section.similarity, api?.similarity].filter((one) => one != null)
    return [
      {
        memory: section.memory,
        api: api?.memory ?? null,
        score,
        similarity: cosines.length === 0 ? null : Math.max(...cosines),
        rank: i + 1,
        standing: candidate.standing,
        path,
        found: candidate.found,
        links: candidate.links
      }
    ]
  })
}
