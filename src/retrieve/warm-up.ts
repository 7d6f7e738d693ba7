import type { Database } from '../graph/database.js'
import {
  companionsOf,
  experienceOf,
  hasExperience,
  knownLibraries,
  outcomesOf,
  present,
  principalByHash,
  recallExperience,
  recallMeaning,
  recallNames,
  recallPopular,
  recallTasks,
  recallWords,
  recordRecommendation,
  similarityOf,
  timesUsed
} from '../graph/queries.js'
import { luceneQuery } from './lucene.js'

/** One term that any documentation has, in each field that questions ask. */
const anything = luceneQuery({
  must: {},
  any: [{ term: 'read', boost: 1 }],
  fields: { title: 1, text: 1, terms: 1 }
})
const anyName = luceneQuery({
  must: {},
  any: [{ term: 'read', boost: 1 }],
  fields: { names: 1 }
})

/** What a question asks once its sources have answered. */
const later = [principalByHash, companionsOf, similarityOf, present, recordRecommendation]

/**
 * Has Neo4j plan the statements of a question and open its indexes before somebody waits for it:
 * the first run of each on a fresh server takes hundreds of milliseconds, the next ones a few.
 */
export async function warmUp(db: Database, dimensions: number): Promise<void> {
  // All at once: of statements that fail together, as when Cairn is closed meanwhile, none is left unheard.
  await Promise.all([...later.map((query) => db.plan(query)), warmSources(db, dimensions)])
}

async function warmSources(db: Database, dimensions: number): Promise<void> {
  const spaces = ['public']
  const [known, [experience]] = await Promise.all([
    db.run(knownLibraries, { spaces }),
    db.run(hasExperience, { spaces })
  ])
  const libraries = known.map((library) => library.key)
  const vector = Array.from({ length: dimensions }, () => 1 / Math.sqrt(dimensions))
  const scope = { spaces, libraries, limit: 20 }
  await Promise.all([
    db.run(recallMeaning, { vector, ...scope }),
    db.run(recallWords, { query: anything, ...scope }),
    db.run(recallNames, { query: anyName, ...scope }),
    db.run(recallPopular, scope),
    ...(experience?.any === true ? warmExperience(db, { spaces, vector }) : [])
  ])
}

function warmExperience(
  db: Database,
  at: { spaces: string[]; vector: number[] }
): Promise<unknown>[] {
  const { spaces, vector } = at
  return [
    db.run(recallExperience, { vector, spaces, limit: 20 }),
    db.run(recallTasks, { query: anything, spaces, limit: 20 }),
    db.plan(experienceOf),
    db.plan(timesUsed),
    db.plan(outcomesOf)
  ]
}
