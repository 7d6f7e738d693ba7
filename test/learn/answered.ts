import { createLearning, type Learning } from '../../src/learn/learning.js'
import type { Database } from '../../src/graph/database.js'
import { createLexicalEmbedder } from '../../src/model/lexical-embedder.js'
import { testDatabase } from '../support/build-cairn.js'

/** The verbs of the room at a time of our own, in a space of the run's Neo4j. */
export function learningAt(
  clock: { now: number } = { now: Date.UTC(2026, 0, 1) },
  space = 'public',
  principal: string | null = null
): { learning: Learning; db: Database; clock: { now: number } } {
  const db = testDatabase()
  open.push(db)
  const deps = { db, embedder: createLexicalEmbedder(), now: () => clock.now }
  const who = { principal, trust: 'self-reported' } as const
  return { learning: createLearning(deps, { space, who }), db, clock }
}

const open: Database[] = []

/** For afterEach. */
export async function closeDatabases(): Promise<void> {
  for (const db of open.splice(0)) await db.close()
}

/** An answer that was recorded: what it cites, by number from 1. */
export async function answer(
  db: Database,
  of: { id: string; cites?: readonly string[]; libraries?: readonly string[]; space?: string }
): Promise<string> {
  // The space first, as in any graph that is used: two that are told of at once would each make one where nothing keeps them apart.
  await db.raw(
    `MERGE (:Space {id: $space})
     CREATE (r:Recommendation {id: 'recommendation:' + $id, question: 'q', libraries: $libraries, space: $space, createdAt: datetime()})
     WITH r UNWIND range(0, size($cites) - 1) AS i
     MERGE (d:Doc {id: $cites[i]}) ON CREATE SET d.space = $space, d.library = 'pypi/frames@1.4.0'
     CREATE (r)-[:CITES {rank: i + 1}]->(d)`,
    { cites: [], libraries: [], space: 'public', ...of }
  )
  return `recommendation:${of.id}`
}
