import type { Database } from '../graph/database.js'
import { recall } from '../graph/queries.js'
import { luceneQuery } from './lucene.js'

/**
 * Has Neo4j plan the one large query and open its indexes before somebody waits for it: the first
 * recall of a fresh server takes seconds, the next ones milliseconds.
 */
export async function warmUp(db: Database, dimensions: number): Promise<void> {
  const any = [{ term: 'read', boost: 1 }]
  await db.run(recall, {
    vector: Array.from({ length: dimensions }, () => 1 / Math.sqrt(dimensions)),
    spaces: ['public'],
    libraries: [],
    documents: 5,
    experiences: 5,
    textQuery: luceneQuery({ must: {}, any, fields: { text: 1 } }),
    nameQuery: luceneQuery({ must: {}, any, fields: { names: 1 } }),
    errors: [],
    expandTop: 5
  })
}
