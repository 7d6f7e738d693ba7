import { takeFamilies } from '../../learning/split.js'
import { familyFolds } from '../../retrieval/metrics.js'
import type { CodeProblem } from '../problems.js'

/** Which problems are put to the models, and from which memory each is kept. */
export interface HoldOut {
  readonly tested: readonly CodeProblem[]
  /** How many memories there are; each lacks the families of one fold. */
  readonly folds: number
  /** By family, of families under test only. */
  readonly foldOf: ReadonlyMap<string, number>
}

/**
 * Chooses whole families until there are `limit` problems (or all), the first `limit` of which are put to the test,
 * and deals the families into folds. The memory of a fold holds every family but those of that fold under test.
 */
export function holdOut(
  problems: readonly CodeProblem[],
  { limit, folds, seed }: { readonly limit: number; readonly folds: number; readonly seed: number }
): HoldOut {
  const taken = new Set(takeFamilies(problems, { limit, seed }).map(({ id }) => id))
  const tested = problems.filter(({ id }) => taken.has(id)).slice(0, limit)
  const families = tested.map(({ family }) => family)
  return { tested, folds, foldOf: familyFolds(families, folds, seed) }
}

/** The problems of a fold: those whose families its memory must lack. */
export function heldOutOf({ tested, foldOf }: HoldOut, fold: number): CodeProblem[] {
  return tested.filter(({ family }) => foldOf.get(family) === fold)
}

/** The space of the memory that lacks a fold's families. */
export function memorySpace(fold: number): string {
  return `memory-${fold}`
}
