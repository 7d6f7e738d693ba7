import { compareVersions } from '../domain/api-changes.js'
import { badInput } from '../errors.js'
import type { Database } from '../graph/database.js'
import { librariesInUse } from '../graph/queries.js'
import { removeFromLibrary, type LibraryRemoval, type RemovalRun } from './remove-library.js'

export interface PruneInput {
  readonly space: string
  /** How many of the newest versions of each library stay, whatever uses them. */
  readonly keep: number
  /** Only versions of the library with this name; of all where it is null. */
  readonly name: string | null
}

/** A version that is older than those that are kept. */
export interface OldVersion {
  /** Key of the library. */
  readonly library: string
  readonly docs: number
  readonly apis: number
  /** Whether anything cites, uses or is about it: then it stays. */
  readonly used: boolean
}

interface Version extends OldVersion {
  readonly version: string
  readonly pinned: boolean
}

/** @throws CairnError BAD_INPUT */
export function checkKeep(keep: number): number {
  if (Number.isInteger(keep) && keep >= 1 && keep <= 1_000) return keep
  throw badInput('keep', String(keep), 'how many versions stay, 1 to 1000')
}

/** The versions of each library that are older than its newest ones and not pinned, oldest first. */
export async function oldVersions(db: Database, input: PruneInput): Promise<OldVersion[]> {
  const families = new Map<string, Version[]>()
  for (const { key, ecosystem, name, ...row } of await db.run(librariesInUse, {
    space: input.space
  })) {
    if (input.name !== null && name !== input.name) continue
    const family = `${ecosystem}/${name}`
    families.set(family, [...(families.get(family) ?? []), { library: key, ...row }])
  }
  return [...families.values()].flatMap((versions) =>
    versions
      .sort((a, b) => compareVersions(a.version, b.version))
      .slice(0, -checkKeep(input.keep))
      .filter(({ pinned }) => !pinned)
      .map(({ library, docs, apis, used }) => ({ library, docs, apis, used }))
  )
}

/** Removes those old versions that nothing uses. @throws CairnError as removeFromLibrary */
export async function pruneLibraries(
  db: Database,
  input: PruneInput,
  run: RemovalRun
): Promise<LibraryRemoval[]> {
  const unused = (await oldVersions(db, input)).filter(({ used }) => !used)
  const removed: LibraryRemoval[] = []
  for (const { library } of unused)
    removed.push(await removeFromLibrary(db, { library, source: null }, run))
  return removed
}
