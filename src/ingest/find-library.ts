import { badInput, CairnError } from '../errors.js'
import type { Database } from '../graph/database.js'
import { knownLibraries, sourcesOfLibraries } from '../graph/queries.js'

/**
 * The key of a library of a space, by its id, its key, or its name with or without its version.
 * @throws CairnError NOT_FOUND; BAD_INPUT where several libraries are called so
 */
export async function findLibrary(db: Database, said: string, space: string): Promise<string> {
  const asked = said.trim().replace(/^library:/, '')
  const all = await db.run(knownLibraries, { spaces: [space] })
  const exact = all.find(({ key }) => key === asked)
  if (exact !== undefined) return exact.key
  const named = all.filter(({ name, version }) => asked === name || asked === `${name}@${version}`)
  const [first, ...others] = named
  if (first !== undefined && others.length === 0) return first.key
  const keys = (libraries: readonly { key: string }[]) => libraries.map(({ key }) => key).join(', ')
  if (first !== undefined) throw badInput('library', asked, `one of ${keys(named)}`)
  throw new CairnError(
    'NOT_FOUND',
    `There is no library '${asked.slice(0, 100)}' in the space '${space}'.`,
    {
      details: {
        field: 'library',
        value: asked,
        expected: 'its key, as `cairn library list` shows it'
      }
    }
  )
}

/** @throws CairnError NOT_FOUND that names the sources that the library has */
export async function requireSource(
  db: Database,
  { library, source, space }: { library: string; source: string; space: string }
): Promise<void> {
  const rows = await db.run(sourcesOfLibraries, { libraries: [library], spaces: [space] })
  const names = rows.map((row) => row.source)
  if (names.includes(source)) return
  const expected = names.length === 0 ? 'nothing: it has none' : `one of ${names.join(', ')}`
  throw new CairnError(
    'NOT_FOUND',
    `${library} has no source '${source.slice(0, 100)}'; expected ${expected}.`,
    {
      details: { field: 'source', value: source, expected }
    }
  )
}
