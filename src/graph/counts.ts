import { publicSpace } from '../domain/caller.js'
import type { Database } from './database.js'
import { countsByEdgeType, countsByLabel, countsOfAll, outOfSight } from './queries.js'

/**
 * How many nodes of each label are in sight from these spaces. Who sees every space is told what Neo4j counts as it
 * writes; for others all of them are looked at.
 */
export async function nodeCounts(
  db: Database,
  spaces: readonly string[] = [publicSpace]
): Promise<Record<string, number>> {
  const all = await countsOfWhole(db, spaces, 'node')
  if (all !== null) return all
  const rows = await db.run(countsByLabel, { spaces })
  return Object.fromEntries(rows.map((row) => [row.label, row.count]))
}

/** How many edges of each type are in sight, both ends with them; as for nodes, they are looked at only where something is out of sight. */
export async function edgeCounts(
  db: Database,
  spaces: readonly string[] = [publicSpace]
): Promise<Record<string, number>> {
  const all = await countsOfWhole(db, spaces, 'edge')
  if (all !== null) return all
  const rows = await db.run(countsByEdgeType, { spaces })
  return Object.fromEntries(rows.map((row) => [row.type, row.count]))
}

/** Null where something is out of sight. */
async function countsOfWhole(
  db: Database,
  spaces: readonly string[],
  kind: 'node' | 'edge'
): Promise<Record<string, number> | null> {
  const [hidden] = await db.run(outOfSight, { spaces })
  if (hidden?.some !== false) return null
  const rows = await db.run(countsOfAll, {})
  return Object.fromEntries(
    rows.filter(({ what }) => what === kind).map(({ name, count }) => [name, count])
  )
}
