import { CairnError } from '../errors.js'
import type { Database } from '../graph/database.js'
import { knownLibraries } from '../graph/queries.js'

export interface KnownLibrary {
  readonly key: string
  readonly name: string
  readonly version: string
  readonly title: string
  readonly importNames: readonly string[]
  readonly state: string
}

/** How long a list of libraries is trusted before it is read again. */
const freshMs = 2_000

export interface LibraryShelf {
  list(spaces: readonly string[]): Promise<readonly KnownLibrary[]>
  /** Says that libraries came or went. */
  forget(): void
}

/** The libraries in the graph, remembered for two seconds: every question asks for them. */
export function createLibraryShelf(db: Database): LibraryShelf {
  const remembered = new Map<string, { at: number; list: Promise<readonly KnownLibrary[]> }>()
  return {
    list: (spaces) => {
      const key = spaces.join('\n')
      const found = remembered.get(key)
      if (found !== undefined && performance.now() - found.at < freshMs) return found.list
      const list = db.run(knownLibraries, { spaces })
      list.catch(() => remembered.delete(key))
      remembered.set(key, { at: performance.now(), list })
      return list
    },
    forget: () => {
      remembered.clear()
    }
  }
}

/**
 * The libraries meant by names a caller gave: `pandas`, `pandas@1.4.0` or `pypi/pandas@1.4.0`.
 * @throws CairnError NOT_FOUND that names the nearest ones there are
 */
export function librariesNamed(
  names: readonly string[],
  known: readonly KnownLibrary[]
): KnownLibrary[] {
  return names.flatMap((name) => {
    const wanted = name.trim().toLowerCase()
    const found = known.filter((library) =>
      [
        library.key,
        library.name,
        library.title,
        `${library.name}@${library.version}`,
        ...library.importNames
      ].some((form) => form.toLowerCase() === wanted)
    )
    if (found.length > 0) return found
    throw new CairnError('NOT_FOUND', unknownLibrary(name, known), {
      details: {
        field: 'libraries',
        value: name.slice(0, 200),
        expected: 'a library in this graph'
      }
    })
  })
}

function unknownLibrary(name: string, known: readonly KnownLibrary[]): string {
  const shown = name.slice(0, 80)
  if (known.length === 0)
    return `There is no library '${shown}' here, nor any other yet. Add one with \`cairn ingest\`.`
  const list = known.slice(0, 12).map((library) => `${library.name}@${library.version}`)
  const more = known.length > list.length ? ` and ${known.length - list.length} more` : ''
  return `There is no library '${shown}' here. Known: ${list.join(', ')}${more}. Add it with \`cairn ingest\`.`
}
