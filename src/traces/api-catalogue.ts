import { publicSpace } from '../domain/caller.js'
import type { CodeUse } from '../domain/code-uses/code-uses.js'
import type { ApiCatalogue, ApiEntry } from '../domain/code-uses/resolve-uses.js'
import type { Transaction } from '../graph/database.js'
import { apisNamed } from '../graph/queries.js'

/** Look-ups in what is documented, grown by the names that are met. */
export interface GrowingCatalogue extends ApiCatalogue {
  /** Reads the APIs behind these uses from the graph, as far as they are not known. */
  learn(uses: readonly CodeUse[]): Promise<void>
}

const mostNames = 20_000
const mostApis = 50_000

/** Attempts of a space are linked to its own documentation and to the public one, never to what others may not see. */
export function documentationFor(space: string): string[] {
  return [...new Set([space, publicSpace])]
}

/** Holds what an import needs of the documentation and never all of it; begins anew where that becomes too much. */
export function createCatalogue(db: Pick<Transaction, 'run'>, space: string): GrowingCatalogue {
  const spaces = documentationFor(space)
  const byLast = new Map<string, ApiEntry[]>()
  const byQualified = new Map<string, string[]>()
  return {
    byQualifiedName: (name) => byQualified.get(name) ?? [],
    byLastName: (name) => byLast.get(name) ?? [],
    learn: async (uses) => {
      if (byLast.size > mostNames) {
        byLast.clear()
        byQualified.clear()
      }
      const names = [...new Set(uses.flatMap(lastNamesOf))].filter((name) => !byLast.has(name))
      if (names.length === 0) return
      for (const name of names) byLast.set(name, [])
      for (const { name, ...entry } of await db.run(apisNamed, {
        names,
        spaces,
        limit: mostApis
      })) {
        byLast.get(name)?.push(entry)
        const ids = byQualified.get(entry.qualifiedName) ?? []
        byQualified.set(entry.qualifiedName, [...ids, entry.id])
      }
    }
  }
}

/** The last names under which a use may be documented, those of its twins included. */
export function lastNamesOf(use: CodeUse): string[] {
  const names = [use.name, ...(use.candidates ?? []).map(({ qualifiedName }) => qualifiedName)]
  return names.flatMap((name) => {
    const last = name.slice(name.lastIndexOf('.') + 1)
    const plain = last.replace(/^set_/, '')
    return [last, plain, ...(/^(?:max|min)$/.test(last) ? [`a${last}`] : [])]
  })
}
