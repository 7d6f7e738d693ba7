import type { Retrieved } from '../retrieve/memory.js'
import type { Assessment } from '../retrieve/relevance/assess.js'

/** What came this near is worth a word; what is further off is not. */
const worthAWord = 0.05

/**
 * So many are named where the question says which library it is about: of 64 such questions that were wrongly met with
 * silence, what answers them was the nearest in 18 (eval/README.md).
 */
const mostNamed = 3
const lookedAt = 6

/**
 * The one line of an answer that has nothing to say, in Cairn's own words: what the question is about and is not held,
 * or what is held that came nearest, by names that only code would write. Pure.
 */
export function nothingFits({ intent }: Retrieved, { items }: Assessment): string {
  if (intent.foreign !== null) return `Nothing here fits: ${intent.foreign} is not in this memory.`
  const names = items
    .filter(({ memory, probability }) => memory.library !== null && probability >= worthAWord)
    .slice(0, intent.libraries.length > 0 ? lookedAt : 1)
    .map(({ api }) => api?.qualifiedName ?? '')
    .filter((name) => /^[\w$./@-]{2,80}$/.test(name))
  const named = [...new Set(names)].slice(0, mostNamed).join(', ')
  return named === ''
    ? 'Nothing here fits.'
    : `Nothing here fits. Nearest of what is held: ${named}.`
}

/**
 * Whether a question is about work that this memory could learn of: small talk and what has nothing in common with
 * anything held is no gap in it. Pure.
 */
export function isGap({ intent }: Retrieved, { items }: Assessment): boolean {
  return (
    // Where nothing is held that a question could be compared with, nothing tells small talk from work.
    items.length === 0 ||
    intent.foreign !== null ||
    intent.kind === 'error' ||
    intent.names.length > 0 ||
    intent.libraries.length > 0 ||
    (items[0]?.probability ?? 0) >= worthAWord
  )
}
