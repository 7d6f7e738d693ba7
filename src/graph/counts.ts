import { publicSpace } from '../domain/caller.js'
import type { Database } from './database.js'
import { countsByEdgeType, countsByLabel } from './queries.js'

/** How many nodes of each label are in sight from these spaces; looks at all of them. */
export async function nodeCounts(
  db: Database,
  spaces: readonly string[] = [publicSpace]
): Promise<Record<string, number>> {
  const rows = await db.run(countsByLabel, { spaces })
  return Object.fromEntries(rows.map((row) => [row.label, row.count]))
}

/** How many edges of each type are in sight, both ends with them; looks at all of them. */
export async function edgeCounts(
  db: Database,
  spaces: readonly string[] = [publicSpace]
): Promise<Record<string, number>> {
  const rows = await db.run(countsByEdgeType, { spaces })
  return Object.fromEntries(rows.map((row) => [row.type, row.count]))
}
