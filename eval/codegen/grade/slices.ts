import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../../src/package-root.js'
import type { CodeProblem } from '../problems.js'

/**
 * Why a problem is looked at apart: its own reference solution does not pass here (it needs the network, a
 * library that is not installed, or something else), or its test or reference is known to be weak.
 */
export type Slice =
  | 'needs-network'
  | 'needs-library'
  | 'reference-fails'
  | 'ambiguous-test'
  | 'weak-reference'

export interface Excluded {
  readonly id: string
  readonly slice: Slice
  readonly reason: string
  /** The package whose installation would help. */
  readonly needs?: string
}

/** Slices whose problems no solution can pass here: pass@1 is given with and without them. */
const hopeless: ReadonlySet<Slice> = new Set(['needs-network', 'needs-library', 'reference-fails'])

export function excludedFile(): string {
  return join(packageRoot(), 'eval/codegen/excluded.json')
}

/** Ids and reasons, no text of any problem. */
export function readExcluded(file = excludedFile()): Excluded[] {
  return JSON.parse(readFileSync(file, 'utf8')) as Excluded[]
}

const modules: Readonly<Record<string, string>> = { pytorch: 'torch', tensorflow: 'tensorflow' }

/** The package without which no problem of its library runs, where it is not installed. */
export function missingPackage(
  problem: CodeProblem,
  packages: Readonly<Record<string, string>>
): string | null {
  const needed = modules[problem.library.toLowerCase()]
  return needed === undefined || Object.hasOwn(packages, needed) ? null : needed
}

/** The slices of each problem of a run. */
export function slicesOf(
  problems: readonly CodeProblem[],
  packages: Readonly<Record<string, string>>,
  excluded: readonly Excluded[] = readExcluded()
): ReadonlyMap<string, ReadonlySet<Slice>> {
  const slices = new Map<string, Set<Slice>>(problems.map(({ id }) => [id, new Set<Slice>()]))
  for (const { id, slice, needs } of excluded)
    if (needs === undefined || !Object.hasOwn(packages, needs)) slices.get(id)?.add(slice)
  for (const problem of problems)
    if (missingPackage(problem, packages) !== null) slices.get(problem.id)?.add('needs-library')
  return slices
}

/** Whether any solution could pass here. */
export function canPass(slices: ReadonlySet<Slice> | undefined): boolean {
  return ![...(slices ?? [])].some((slice) => hopeless.has(slice))
}
