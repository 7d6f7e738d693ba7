import { CairnError } from '../errors.js'
import type { Database } from '../graph/database.js'
import { experienceIn, knownLibraries, recallPopular, severalPrincipals } from '../graph/queries.js'
import type { CandidateRow } from './candidate.js'
import { rankingId, unpackRanking, type StoredRanking } from './ranking/stored-ranking.js'

export interface KnownLibrary {
  readonly key: string
  readonly name: string
  readonly version: string
  readonly title: string
  readonly importNames: readonly string[]
  readonly state: string
}

/** How long a list of libraries is trusted before it is read again; and what their examples use most, and who tells. */
const freshMs = 2_000
const popularFreshMs = 60_000

export interface ExperienceIn {
  readonly any: boolean
  /** Orders that were learned in these spaces, from most problems first. */
  readonly rankings: readonly StoredRanking[]
}

export interface LibraryShelf {
  list(spaces: readonly string[]): Promise<readonly KnownLibrary[]>
  /** The APIs of these libraries that documentation uses most. */
  popular(at: {
    spaces: readonly string[]
    libraries: readonly string[]
    limit: number
  }): Promise<CandidateRow[]>
  /** Whether there is anything but documentation to ask, and what was learned from it. */
  experience(spaces: readonly string[]): Promise<ExperienceIn>
  /** Whether more than one principal tells of attempts there. */
  several(spaces: readonly string[]): Promise<boolean>
  /** Says that libraries or experience came or went. */
  forget(): void
}

/** The libraries in the graph, remembered for two seconds, and their most used APIs, for a minute: every question asks for them. */
export function createLibraryShelf(db: Database): LibraryShelf {
  const lists = createMemo<readonly KnownLibrary[]>(freshMs)
  const populars = createMemo<CandidateRow[]>(popularFreshMs)
  const experience = createMemo<ExperienceIn>(freshMs)
  const several = createMemo<boolean>(popularFreshMs)
  return {
    list: (spaces) => lists.get(spaces.join('\n'), () => db.run(knownLibraries, { spaces })),
    popular: (at) => populars.get(JSON.stringify(at), () => db.run(recallPopular, at)),
    experience: (spaces) =>
      experience.get(spaces.join('\n'), async () => {
        const [row] = await db.run(experienceIn, { spaces, rankings: spaces.map(rankingId) })
        return { any: row?.any === true, rankings: row?.rankings.map(unpackRanking) ?? [] }
      }),
    several: (spaces) =>
      several.get(spaces.join('\n'), async () => {
        const [row] = await db.run(severalPrincipals, { spaces })
        return row?.several === true
      }),
    forget: () => {
      experience.clear()
      several.clear()
      lists.clear()
      populars.clear()
    }
  }
}

/** How many answers are remembered at most. */
const mostRemembered = 200

function createMemo<T>(fresh: number) {
  const remembered = new Map<string, { at: number; value: Promise<T> }>()
  return {
    get: (key: string, read: () => Promise<T>): Promise<T> => {
      const found = remembered.get(key)
      if (found !== undefined && performance.now() - found.at < fresh) return found.value
      if (remembered.size >= mostRemembered) remembered.clear()
      const value = read()
      value.catch(() => remembered.delete(key))
      remembered.set(key, { at: performance.now(), value })
      return value
    },
    clear: () => {
      remembered.clear()
    }
  }
}

/** Whether a library may be meant by a name: `pandas`, `pandas@1.4.0` or `pypi/pandas@1.4.0`. */
export function isCalled(library: KnownLibrary, name: string): boolean {
  const wanted = name.trim().toLowerCase()
  return [
    library.key,
    library.name,
    library.title,
    `${library.name}@${library.version}`,
    ...library.importNames
  ].some((form) => form.toLowerCase() === wanted)
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
    const found = known.filter((library) => isCalled(library, name))
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
