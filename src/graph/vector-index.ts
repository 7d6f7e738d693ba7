import type { Database } from './database.js'
import neo4j from 'neo4j-driver'

/** Name of the one vector index over everything that is searched by meaning. */
const name = 'memory_vector'

/**
 * Makes the vector index for vectors of this many dimensions, if there is none. Filters on space,
 * kind and library are answered inside the index. Vectors are not quantised: at our sizes that is
 * exact and faster (design/neo4j.md).
 */
export async function createVectorIndex(db: Database, dimensions: number): Promise<void> {
  await db.raw(
    `CYPHER 25 CREATE VECTOR INDEX ${name} IF NOT EXISTS
     FOR (n:Doc|Api|Problem|Trace|Lesson|Insight) ON n.embedding WITH [n.space, n.kind, n.library]
     OPTIONS $options`,
    {
      options: {
        indexConfig: {
          'vector.dimensions': neo4j.int(dimensions),
          'vector.similarity_function': 'cosine',
          'vector.quantization.enabled': false
        }
      }
    }
  )
}

/** Drops the vector index, before vectors of another size are written. */
export async function dropVectorIndex(db: Database): Promise<void> {
  await db.raw(`DROP INDEX ${name} IF EXISTS`)
}
