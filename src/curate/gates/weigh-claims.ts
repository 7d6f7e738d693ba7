import { isClaim, type LessonBeneath, type Source } from '../source.js'
import { independentSupport } from './independence.js'
import { leastAgents, leastTraces } from './run-gates.js'

/** What an insight may rest on, and what was set aside for it. */
export interface Weighed {
  readonly sources: readonly Source[]
  readonly lessons: readonly LessonBeneath[]
  readonly aside: readonly Source[]
}

/**
 * What an agent merely claims about itself is no evidence where somebody else judged: as soon as the
 * judged attempts alone are enough for an insight (the measure of the gate `supported`), claims and
 * what was learned from them are set aside. Before that they are kept, and a person has to see it.
 * Follows from the set alone, so a run that is taken up comes to the same.
 */
export function weighClaims(
  sources: readonly Source[],
  lessons: readonly LessonBeneath[]
): Weighed {
  const kept = { sources, lessons, aside: [] }
  if (!sources.some(isClaim) && !lessons.some(({ claimed }) => claimed)) return kept
  const judged = withoutClaims(sources)
  const { traces, agents } = independentSupport(judged)
  if (traces < leastTraces || agents < leastAgents) return kept
  return {
    sources: judged,
    lessons: lessons.filter(({ claimed }) => !claimed),
    aside: sources.filter(isClaim)
  }
}

export function withoutClaims(sources: readonly Source[]): Source[] {
  return sources.filter((source) => !isClaim(source))
}

/** Whether any of it is a claim: what is made of it carries the flag. */
export function restsOnClaims({ sources, lessons }: Pick<Weighed, 'sources' | 'lessons'>): boolean {
  return sources.some(isClaim) || lessons.some(({ claimed }) => claimed)
}
