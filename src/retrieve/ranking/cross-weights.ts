import type { Weights } from '../ranking-weights.js'
import type { Lesson } from './listwise.js'

/** Weights for each fold of families, learned from the lessons of the other folds; by family. */
export async function crossWeights(
  lessons: readonly Lesson[],
  folds: ReadonlyMap<string, number>,
  learnFrom: (others: readonly Lesson[]) => Promise<Weights>
): Promise<(family: string) => Weights> {
  const byFold = new Map<number, Weights>()
  for (const fold of [...new Set(folds.values())].sort((a, b) => a - b))
    byFold.set(fold, await learnFrom(lessons.filter(({ family }) => folds.get(family) !== fold)))
  return (family) => byFold.get(folds.get(family) ?? 0) ?? []
}
