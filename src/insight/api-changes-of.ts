import type { ApiChange } from '../domain/api-changes.js'
import { CairnError } from '../errors.js'
import type { TurnDeps } from './turn.js'
import { changesBetween, familiesOf } from './flag-changed.js'

/** How the APIs of a library differ from those of the version before it here. */
export interface VersionDifference {
  /** Key of the earlier version, `pypi/pandas@1.4.0`. */
  readonly from: string
  readonly to: string
  readonly added: number
  readonly removed: number
  readonly signature: number
  readonly deprecated: number
  /** Without those that were added, if these were not asked for. */
  readonly changes: readonly ApiChange[]
}

export interface ApiChangesQuestion {
  /** A name, for all its versions, or the key of one version, for the step that led to it. */
  readonly library: string
  /** List what was added too; most of it is news to nobody. */
  readonly added?: boolean
}

/**
 * The differences between neighbouring versions that are here, the newest step first; none where
 * there is one version only. Versions of one space are compared, those of every space that is named.
 * @throws CairnError NOT_FOUND for a library that is not here
 */
export async function apiChanges(
  { db }: TurnDeps,
  question: ApiChangesQuestion,
  spaces: readonly string[]
): Promise<VersionDifference[]> {
  const library = question.library.trim()
  const families: string[][] = []
  for (const space of spaces) families.push(...(await familiesOf(db, [library], space)))
  if (families.length === 0) {
    const value = library.slice(0, 100)
    throw new CairnError(
      'NOT_FOUND',
      `There is no library '${value}' here. \`cairn status\` lists what is.`,
      { details: { field: 'library', value, expected: 'the name or key of a library' } }
    )
  }
  const steps = families
    .flatMap((keys) => keys.slice(1).map((to, i) => ({ from: keys[i] ?? to, to })))
    .filter(({ to }) => !library.includes('@') || to.toLowerCase() === library.toLowerCase())
  const differences: VersionDifference[] = []
  for (const { from, to } of steps.reverse()) {
    const all = await changesBetween(db, from, to)
    const count = (kind: ApiChange['kind']) => all.filter((change) => change.kind === kind).length
    differences.push({
      from,
      to,
      added: count('added'),
      removed: count('removed'),
      signature: count('signature'),
      deprecated: count('deprecated'),
      changes: question.added === true ? all : all.filter(({ kind }) => kind !== 'added')
    })
  }
  return differences
}
