import { CairnError } from '../errors.js'
import type { PathStep } from '../domain/recommendation.js'
import { retrieve, type RetrieveDeps, type RetrieveOptions } from './retrieve.js'
import type { Question } from './question.js'

export interface Found {
  readonly id: string
  readonly label: string
  readonly title: string
  readonly library: string | null
  /** The beginning of its text. */
  readonly snippet: string
  readonly url: string | null
  readonly score: number
  readonly path: readonly PathStep[]
}

const maxLimit = 100
const snippetCharacters = 200

/**
 * The nodes that fit a question, best first.
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
  const { ranked } = await retrieve(deps, question, at)
  return ranked.slice(0, at.limit).map(({ memory, api, score, path }) => ({
    id: memory.id,
    label: memory.label,
    title: api?.qualifiedName ?? memory.title,
    library: memory.library,
    snippet: memory.text.replace(/\s+/g, ' ').slice(0, snippetCharacters).toWellFormed(),
    url: memory.url,
    score: shownScore(score),
    path
  }))
}

/**
 * A score as it is shown, to one decimal. How rare a word is, full-text search counts over all spaces:
 * finer figures would tell of words in spaces that are not in sight.
 */
export function shownScore(score: number): number {
  return Math.round(score * 10) / 10
}
