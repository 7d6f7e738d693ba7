import type { Database } from './database.js'
import neo4j from 'neo4j-driver'
import { vectorIndexes } from './queries.js'

interface VectorIndex {
  readonly name: string
  readonly on: string
}

/** States that something leads on from, with the space whose traces passed through them, and the instructions of shortcuts: the two memories of co-reasoning. */
const experienceIndexes = [
  { name: 'state_vector', on: 'FOR (n:State) ON n.embedding WITH [n.kind, n.within]' },
  { name: 'shortcut_vector', on: 'FOR ()-[r:SHORTCUT]-() ON r.embedding WITH [r.space, r.gain]' }
] as const

/** The one vector index over everything that is searched by meaning. */
const memoryIndex = {
  name: 'memory_vector',
  on: 'FOR (n:Doc|Api|Problem|Trace|Lesson|Insight) ON n.embedding WITH [n.space, n.kind, n.library]'
} as const

/**
 * Makes the vector indexes for vectors of this many dimensions, where there are none, and anew where they were
 * made for another number or on something else: Neo4j leaves vectors that do not fit out of an index without a word. Filters on
 * space, kind and library are answered inside the index. Vectors are not quantised: at our sizes that is
 * exact and faster (design/neo4j.md).
 */
export async function createVectorIndex(db: Database, dimensions: number): Promise<void> {
  const there = new Map((await db.run(vectorIndexes, {})).map((index) => [index.name, index]))
  for (const { name, on } of [memoryIndex, ...experienceIndexes]) {
    const made = there.get(name)
    if (made?.dimensions === dimensions && isOn(made, { name, on })) continue
    if (made !== undefined) await db.raw(`DROP INDEX ${name} IF EXISTS`)
    await db.raw(`CYPHER 25 CREATE VECTOR INDEX ${name} IF NOT EXISTS ${on} OPTIONS $options`, {
      options: {
        indexConfig: {
          'vector.dimensions': neo4j.int(dimensions),
          'vector.similarity_function': 'cosine',
          'vector.quantization.enabled': false
        }
      }
    })
  }
}

/** Whether an index is on the labels or types, and on the properties, that its definition names. */
function isOn(
  made: { readonly on: readonly string[]; readonly properties: readonly string[] },
  { on }: VectorIndex
): boolean {
  const [, labels = ''] = /\(n?:([\w|]+)\)|\[r:(\w+)\]/.exec(on)?.filter((part) => part) ?? []
  const properties = [...on.matchAll(/\b[nr]\.(\w+)/g)].map(([, name = '']) => name)
  return same(made.on, labels.split('|')) && same(made.properties, properties)
}

function same(some: readonly string[], others: readonly string[]): boolean {
  return some.toSorted().join() === others.toSorted().join()
}

/** Drops the vector indexes, before vectors of another size are written. */
export async function dropVectorIndex(db: Database): Promise<void> {
  for (const { name } of [memoryIndex, ...experienceIndexes])
    await db.raw(`DROP INDEX ${name} IF EXISTS`)
}
