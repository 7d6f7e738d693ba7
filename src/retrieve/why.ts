import type { Question } from './question.js'
import { assess, type Assessed } from './relevance/assess.js'
import { retrieve, type RetrieveDeps } from './retrieve.js'
import { shownScore } from './search.js'

/** Something that was looked at for a question, and what became of it. */
export interface WhyCandidate {
  readonly id: string
  readonly title: string
  readonly library: string | null
  readonly rank: number
  readonly reason: string
  readonly probability: number
  readonly shown: boolean
}

export interface WhyNode {
  readonly id: string
  readonly fate: string
  readonly probability: number | null
  readonly rank: number | null
}

export interface Why {
  readonly question: string
  readonly libraries: readonly string[]
  readonly foreign: string | null
  readonly threshold: number
  readonly candidates: readonly WhyCandidate[]
  readonly node: WhyNode | null
}

/** So many are looked at for an answer, and so many more when it is asked where a node was lost. */
const considered = 30
const deep = 100

/**
 * What an answer to this question is chosen from, and for a named node where it was lost. A node that the caller may not
 * see answers as one that does not exist.
 * @throws CairnError as retrieve does
 */
export async function why(
  deps: RetrieveDeps,
  question: Question,
  at: { readonly spaces: readonly string[]; readonly node: string | null }
): Promise<Why> {
  const retrieved = await retrieve(deps, question, { spaces: at.spaces, limit: deep, broad: true })
  const { items, thresholds } = assess(retrieved, deps.embedder.id)
  const { libraries, foreign } = retrieved.intent
  const threshold = thresholds.answer
  return {
    question: retrieved.question,
    libraries: libraries.map(({ key }) => key),
    foreign,
    threshold,
    candidates: items.slice(0, considered).map((entry) => candidateOf(entry, threshold)),
    node:
      at.node === null
        ? null
        : nodeFate(at.node, items, { threshold, libraries: libraries.map(({ key }) => key) })
  }
}

function candidateOf(entry: Assessed, threshold: number): WhyCandidate {
  const { memory, api, rank, path, probability } = entry
  return {
    id: memory.id,
    title: api?.qualifiedName ?? memory.title,
    library: memory.library,
    rank,
    reason: path.map(({ title, by }) => `${title}: ${by}`).join(' > '),
    probability: shownScore(probability),
    shown: probability >= threshold && rank <= considered
  }
}

function nodeFate(
  id: string,
  items: readonly Assessed[],
  { threshold, libraries }: { threshold: number; libraries: readonly string[] }
): WhyNode {
  const entry = items.find(({ memory, api }) => memory.id === id || api?.id === id)
  if (entry === undefined) {
    const bound = libraries.length > 0 && !libraries.some((key) => id.includes(`:${key}/`))
    const fate = bound
      ? `The question is bound to ${libraries.join(', ')}, and this is not of it, or there is no such node in sight.`
      : `Not among the ${String(deep)} that come nearest to this question, or there is no such node in sight.`
    return { id, fate, probability: null, rank: null }
  }
  const { probability, rank } = entry
  const place = items.indexOf(entry) + 1
  const fate =
    rank > considered
      ? `Place ${String(rank)} in the learned order; the first ${String(considered)} are looked at more closely.`
      : probability < threshold
        ? `Not likely enough to be of use: ${String(shownScore(probability))}, and ${String(threshold)} is needed.`
        : `Likely enough to be shown, at place ${String(place)} of what was looked at; an answer has room for the first few.`
  return { id, fate, probability: shownScore(probability), rank }
}
