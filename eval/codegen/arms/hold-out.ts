import { createHash } from 'node:crypto'
import { takeFamilies } from '../../learning/split.js'
import { familyFolds } from '../../../src/domain/families.js'
import type { CodeProblem } from '../problems.js'

/** Which problems are put to the models, and from which memory each is kept. */
export interface HoldOut {
  readonly tested: readonly CodeProblem[]
  /** How many memories there are; each lacks the families of one fold. */
  readonly folds: number
  /** By family, of families under test only. */
  readonly foldOf: ReadonlyMap<string, number>
  /** By what they are made of: where other problems are tested, or from other attempts, it is another memory. */
  readonly name: string
}

interface Dealing {
  readonly folds: number
  readonly seed: number
  /** Where the attempts come from that the memories hold. */
  readonly traces?: string | undefined
}

/**
 * Chooses whole families until there are `limit` problems (or all), the first `limit` of which are put to the test,
 * and deals the families into folds. The memory of a fold holds every family but those of that fold under test.
 */
export function holdOut(
  problems: readonly CodeProblem[],
  { limit, ...dealing }: Dealing & { readonly limit: number }
): HoldOut {
  const { seed } = dealing
  const taken = new Set(takeFamilies(problems, { limit, seed }).map(({ id }) => id))
  return dealt(problems.filter(({ id }) => taken.has(id)).slice(0, limit), dealing)
}

/** The same for problems that were chosen already. */
export function dealt(tested: readonly CodeProblem[], { folds, seed, traces }: Dealing): HoldOut {
  const families = tested.map(({ family }) => family)
  const foldOf = familyFolds(families, folds, seed)
  const content = JSON.stringify([tested.map(({ id }) => id), [...foldOf], traces ?? null])
  const name = createHash('sha256').update(content).digest('hex').slice(0, 12)
  return { tested, folds, foldOf, name }
}

/** The problems of a fold: those whose families its memory must lack. */
export function heldOutOf({ tested, foldOf }: HoldOut, fold: number): CodeProblem[] {
  return tested.filter(({ family }) => foldOf.get(family) === fold)
}

/** The space of the memory that lacks a fold's families. */
export function memorySpace({ name }: Pick<HoldOut, 'name'>, fold: number): string {
  return `memory-${name}-${fold}`
}

/** The space of the memory that lacks this family, and those that were dealt with it. */
export function spaceFor(held: HoldOut, { family }: CodeProblem): string {
  return memorySpace(held, held.foldOf.get(family) ?? 0)
}
