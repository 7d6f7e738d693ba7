import { randomFrom } from '../../src/domain/random-from.js'
import { familyFolds } from '../../src/domain/families.js'
import type { Problem } from '../retrieval/problems.js'

/** Which families are never seen, and in which epoch each other one arrives. */
export interface Split {
  readonly heldOut: ReadonlySet<string>
  /** From 1, by family. */
  readonly epochOf: ReadonlyMap<string, number>
}

/** One family of so many is never seen. */
const heldOutShare = 3

/** A third of the families is held out, the rest is dealt over the epochs; the same way every time for the same seed. */
export function splitFamilies(
  families: readonly string[],
  { epochs, seed }: { readonly epochs: number; readonly seed: number }
): Split {
  const thirds = [...familyFolds(families, heldOutShare, seed)]
  const heldOut = new Set(thirds.flatMap(([family, third]) => (third === 0 ? [family] : [])))
  const seen = thirds.flatMap(([family, third]) => (third === 0 ? [] : [family]))
  const dealt = familyFolds(seen, epochs, seed + 1)
  return { heldOut, epochOf: new Map([...dealt].map(([family, at]) => [family, at + 1])) }
}

/** Whole families, chosen by the seed, until there are so many problems. */
export function takeFamilies(
  problems: readonly Problem[],
  { limit, seed }: { readonly limit: number; readonly seed: number }
): Problem[] {
  const random = randomFrom(seed)
  const families = [...new Set(problems.map(({ family }) => family))]
    .sort()
    .map((family) => ({ family, at: random() }))
    .sort((a, b) => a.at - b.at)
  const taken = new Set<string>()
  let count = 0
  for (const { family } of families) {
    if (count >= limit) break
    taken.add(family)
    count += problems.filter((problem) => problem.family === family).length
  }
  return problems.filter(({ family }) => taken.has(family))
}
