import { publicSpace } from '../domain/caller.js'
import type { Database } from './database.js'
import { countsByEdgeType, countsByLabel, edgesOfAll, nodesOfAll, outOfSight } from './queries.js'

/**
 * How many nodes of each label are in sight from these spaces. Who sees every space is told what Neo4j counts as it
 * writes; for others all of them are looked at.
 */
export async function nodeCounts(
  db: Database,
  spaces: readonly string[] = [publicSpace]
): Promise<Record<string, number>> {
  const rows = (await isAllInSight(db, spaces))
    ? await db.run(nodesOfAll, {})
    : await db.run(countsByLabel, { spaces })
  return Object.fromEntries(rows.map(({ label, count }) => [label, count]))
}

/** How many edges of each type are in sight, both ends with them; as for nodes, they are looked at only where something is out of sight. */
export async function edgeCounts(
  db: Database,
  spaces: readonly string[] = [publicSpace]
): Promise<Record<string, number>> {
  const rows = (await isAllInSight(db, spaces))
    ? await db.run(edgesOfAll, {})
    : await db.run(countsByEdgeType, { spaces })
  return Object.fromEntries(rows.map(({ type, count }) => [type, count]))
}

async function isAllInSight(db: Database, spaces: readonly string[]): Promise<boolean> {
  const [hidden] = await db.run(outOfSight, { spaces })
  return hidden?.some === false
}
