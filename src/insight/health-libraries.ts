import { compareVersions } from '../domain/api-changes.js'
import type { Database } from '../graph/database.js'
import { healthVersions, libraryCounts } from '../graph/queries.js'
import type { HealthFinding } from './health.js'

/** Questions of so many days say what projects use. */
const days = 30

/**
 * Libraries whose newest version that is held is older than what projects have locked from which was asked: agents there are
 * told of a version that they do not use. A pinned version is meant to stay.
 */
export async function staleLibraries(
  db: Database,
  { space, spaces, examples }: { space: string; spaces: readonly string[]; examples: number }
): Promise<HealthFinding> {
  const [locked, held] = await Promise.all([
    db.run(healthVersions, { space, days }),
    db.run(libraryCounts, { spaces })
  ])
  const stale = new Map<string, { id: string; title: string }>()
  for (const { locked: said, questions } of locked) {
    const at = said.lastIndexOf('@')
    const [name, version] = [said.slice(0, at), said.slice(at + 1)]
    const versions = held.filter((one) => one.name === name)
    const newest = versions.toSorted((a, b) => compareVersions(b.version, a.version)).at(0)
    if (newest === undefined || versions.some(({ pinned }) => pinned)) continue
    if (compareVersions(newest.version, version) >= 0 || stale.has(name)) continue
    const from = `${String(questions)} question${questions === 1 ? '' : 's'}`
    const title = `${name} ${newest.version} is held, ${version} is used (${from})`
    stale.set(name, { id: newest.id, title })
  }
  return { what: 'stale', count: stale.size, examples: [...stale.values()].slice(0, examples) }
}
