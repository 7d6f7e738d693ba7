import type { HeldTerm } from '../retrieve/memory.js'
import type { Assessed } from '../retrieve/relevance/assess.js'
import { stemsOf } from '../retrieve/relevance/question-terms.js'

/** In Python an option is a parameter of what is called. */
export function isParameter(api: Assessed['api']): boolean {
  return api?.kind === 'option' && api.library?.startsWith('pypi/') === true
}

/** In Python an option and what it is an option of are one call, which is shown once: this names it. */
export function callOf({ api, memory }: Assessed): string {
  const name = api?.qualifiedName ?? memory.title
  const callable = isParameter(api) ? name.slice(0, name.lastIndexOf('.')) : name
  return `${api?.library ?? memory.id} ${callable}`
}

/**
 * An option was often found by the name of what it is an option of: a style of a progress bar, where one asked for a
 * progress bar. Where that is among the entries and says as much of the question by itself, and
 * is as near to it, it takes the option's place.
 * Pure.
 */
export function withCallables(
  entries: readonly Assessed[],
  terms: readonly HeldTerm[]
): Assessed[] {
  const callables = new Map(
    entries.filter(({ api }) => api !== null && !isParameter(api)).map((one) => [callOf(one), one])
  )
  const said = (entry: Assessed) => saidBy(entry, terms)
  return entries.map((entry) => {
    const callable = isParameter(entry.api) ? callables.get(callOf(entry)) : undefined
    if (callable === undefined || isNearer(entry, callable) || said(callable) < said(entry))
      return entry
    return { ...callable, probability: Math.max(callable.probability, entry.probability) }
  })
}

function isNearer(one: Assessed, other: Assessed): boolean {
  return (one.similarity ?? 0) > (other.similarity ?? 0)
}

/** How much of the question's rarity its own last name and summary hold. */
function saidBy({ api }: Assessed, terms: readonly HeldTerm[]): number {
  const name = (api?.qualifiedName ?? '').split('.').at(-1) ?? ''
  const stems = stemsOf(`${name} ${api?.summary ?? ''}`)
  return terms.reduce((sum, { stem, rarity }) => sum + (stems.has(stem) ? rarity : 0), 0)
}
