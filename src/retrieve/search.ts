import { CairnError } from '../errors.js'
import type { PathStep } from '../domain/recommendation.js'
import type { HeldTerm, Ranked } from './memory.js'
import { exactness } from './relevance/exactness.js'
import { assess, type Assessed } from './relevance/assess.js'
import { retrieve, type RetrieveDeps, type RetrieveOptions } from './retrieve.js'
import type { Question } from './question.js'
import { bestPassage } from '../domain/best-passage.js'

export interface Found {
  readonly id: string
  readonly label: string
  readonly title: string
  readonly library: string | null
  /** The part of its text that holds the question's words. */
  readonly snippet: string
  readonly url: string | null
  readonly score: number
  readonly path: readonly PathStep[]
}

const maxLimit = 100
const snippetCharacters = 200

/** Beside what fits, search shows what may: a list is looked over, an answer is believed. */
const floorShare = 0.1

/**
 * The nodes that fit a question, best first; what holds a rare token of it comes before all else. Fewer than the limit
 * where fewer fit.
 * @throws CairnError as retrieve does, BAD_INPUT for a limit out of range
 */
export async function search(
  deps: RetrieveDeps,
  question: Question,
  at: RetrieveOptions
): Promise<Found[]> {
  if (!Number.isInteger(at.limit) || at.limit < 1 || at.limit > maxLimit) {
    throw new CairnError(
      'BAD_INPUT',
      `limit is ${at.limit}; expected a whole number from 1 to ${maxLimit}.`,
      {
        details: { field: 'limit', value: at.limit, expected: `1 to ${maxLimit}` }
      }
    )
  }
  const retrieved = await retrieve(deps, question, {
    ...at,
    limit: Math.max(at.limit, leastLooked),
    exact: true,
    broad: true
  })
  const { items, thresholds } = assess(retrieved, deps.embedder.id)
  const floor = floorShare * thresholds.answer
  const words = retrieved.terms.map(({ word }) => word)
  const order = new Map(retrieved.ranked.map(({ memory }, i) => [memory.id, i]))
  // In other words the question may hold what it does not hold itself.
  const isWidened = (question.also ?? []).length > 0
  return items
    .filter(
      (entry) => isWidened || entry.probability >= floor || holdsExactly(entry, retrieved.terms)
    )
    .sort((a, b) => (order.get(a.memory.id) ?? 0) - (order.get(b.memory.id) ?? 0))
    .sort((a, b) => exactness(b, retrieved.terms) - exactness(a, retrieved.terms))
    .slice(0, at.limit)
    .map((entry) => foundOf(entry, words))
}

const leastLooked = 30

/** Whether what few entries hold stands in this one, as it is written. */
function holdsExactly(entry: Ranked, terms: readonly HeldTerm[]): boolean {
  return exactness(entry, terms) > 0
}

function foundOf({ memory, api, probability, path }: Assessed, words: readonly string[]): Found {
  const text = withoutTitle(memory.text, memory.title)
  const passage = bestPassage(text, words)
  return {
    id: memory.id,
    label: memory.label,
    title: api?.qualifiedName ?? memory.title,
    library: memory.library,
    snippet: (passage === '' ? text : passage)
      .replace(/\s+/g, ' ')
      .slice(0, snippetCharacters)
      .toWellFormed(),
    url: memory.url,
    score: shownScore(probability),
    path
  }
}

/** What recordings and pages say below their first line, where that is the title, which is shown already. */
function withoutTitle(text: string, title: string): string {
  const said = text.trimStart()
  const rest = said.startsWith(title) ? said.slice(title.length) : said
  return title !== '' && /^\s*(?:\n|$)/.test(rest) ? rest.trimStart() : text
}

/**
 * A score as it is shown, to one decimal. How rare a word is, full-text search counts over all spaces:
 * finer figures would tell of words in spaces that are not in sight.
 */
export function shownScore(score: number): number {
  return Math.round(score * 10) / 10
}
