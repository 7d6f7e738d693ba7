import type { Citation, Item, Recommendation } from '../../src/domain/recommendation.js'
import type { AnswerQuestion } from './questions.js'

export type Verdict = 'right' | 'relevant' | 'irrelevant'

/** What an answer came to, measured against its key. */
export interface Judged {
  readonly question: AnswerQuestion
  readonly verdicts: readonly Verdict[]
  /** Place of the first right item, from 1; null where none is shown. */
  readonly place: number | null
  readonly nothing: boolean
  readonly tokens: number
  /** Items with code, and items whose source holds an example. */
  readonly withCode: number
  readonly withExample: number
  readonly ms: number
}

/** Judges items by patterns alone; pure. An item of another library than those the question is about is never right. */
export function verdictsOf(question: AnswerQuestion, answer: Recommendation): Verdict[] {
  return answer.items.map((item) => verdictOf(question, item, answer.citations))
}

function verdictOf(question: AnswerQuestion, item: Item, citations: readonly Citation[]): Verdict {
  if (question.unknown) return 'irrelevant'
  const cited = citations.filter(({ number }) => item.citations.includes(number))
  const names = question.libraries.map(({ name }) => name)
  if (names.length > 0 && !cited.some(({ id }) => names.some((name) => isOf(id, name))))
    return 'irrelevant'
  const texts = [item.title, ...cited.flatMap(({ id, source, quote }) => [id, source, quote])]
  const meets = (patterns: readonly string[]) =>
    patterns.some((pattern) => texts.some((text) => new RegExp(pattern).test(text)))
  if (meets(question.right)) return 'right'
  return meets(question.relevant) ? 'relevant' : 'irrelevant'
}

/** Whether a node's id lies in a library of this name, however its registry writes that: `Jinja2`. */
function isOf(id: string, name: string): boolean {
  const library = /^[a-z]+:[^/]+\/((?:@[^/]+\/)?[^@/]+)@/.exec(id)?.[1]
  return library === undefined || library.toLowerCase() === name.toLowerCase()
}
