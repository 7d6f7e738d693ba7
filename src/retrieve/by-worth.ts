import { utilityOf } from '../domain/learned-success.js'
import type { Ranked } from './memory.js'

/**
 * Best first, by how well a memory fits times how well advice that cited it turned out (0.8 to 1.2, 1 where
 * nobody said). Scores stay from 0 to 1; ties are broken by id.
 */
export function byWorth(found: readonly Ranked[], now = Date.now()): Ranked[] {
  const weighed = found.map((entry) => ({ ...entry, score: entry.score * utilityIn(entry, now) }))
  const top = weighed.reduce((most, { score }) => Math.max(most, score), 1)
  return weighed
    .map((entry) => ({ ...entry, score: entry.score / top }))
    .sort((a, b) => b.score - a.score || (a.memory.id < b.memory.id ? -1 : 1))
}

function utilityIn({ memory, api }: Ranked, now: number): number {
  const evidence = memory.evidence ?? api?.evidence ?? null
  return evidence === null ? 1 : utilityOf(evidence, now)
}
