import type { Database } from '../graph/database.js'
import {
  companionsOf,
  experienceOf,
  familiesUsing,
  present,
  recallExperience,
  recallMeaning,
  recallNames,
  recallTasks,
  recallTerms,
  recallWords,
  similarityOf
} from '../graph/queries.js'
import type { LibraryShelf } from './known-libraries.js'
import { luceneQuery } from './lucene.js'
import { width } from './recall.js'
import { nearSolved } from './solved.js'

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

/** As many ids as a question comes to, none of anything. */
const nothing = Array.from({ length: 20 }, (_, i) => `doc:nothing/${i}`)

/**
 * Has Neo4j plan the statements of a question and open its indexes before somebody waits for it:
 * the first run of each on a fresh server takes hundreds of milliseconds, the next ones a few.
 */
export async function warmUp(deps: WarmUpDeps, dimensions: number): Promise<void> {
  const spaces = ['public']
  const vector = Array.from({ length: dimensions }, () => 1 / Math.sqrt(dimensions))
  // All at once: of statements that fail together, as when Cairn is closed meanwhile, none is left unheard.
  await Promise.all([warmSources(deps, { spaces, vector }), warmRest(deps, { spaces, vector })])
}

interface WarmUpDeps {
  readonly db: Database
  /** Remembers what the first question would read again. */
  readonly shelf: LibraryShelf
}

interface At {
  readonly spaces: string[]
  readonly vector: number[]
}

async function warmSources({ db, shelf }: WarmUpDeps, { spaces, vector }: At): Promise<void> {
  const [known, experience] = await Promise.all([shelf.list(spaces), shelf.experience(spaces)])
  const libraries = known.map((library) => library.key)
  const scope = { spaces, libraries, limit: 20 }
  await Promise.all([
    db.run(recallMeaning, { vector, ...scope }),
    db.run(recallWords, { query: anything, ...scope }),
    db.run(recallNames, { query: anyName, ...scope }),
    db.run(recallTerms, { queries: [anything], ...scope, shown: 1 }),
    shelf.popular({ spaces, libraries, limit: width.popular }),
    ...(experience.any ? warmExperience(db, { spaces, vector }) : [])
  ])
}

/** What a question asks once its sources have answered; really asked, for what is only explained Neo4j plans anew. */
async function warmRest({ db }: WarmUpDeps, { spaces, vector }: At): Promise<void> {
  await Promise.all([
    db.run(similarityOf, { ids: nothing, vector }),
    db.run(companionsOf, { entries: nothing, spaces, vector }),
    db.run(present, { ids: nothing, spaces, vector })
  ])
}

function warmExperience(db: Database, { spaces, vector }: At): Promise<unknown>[] {
  const most = 20
  return [
    db.run(recallExperience, { vector, spaces, limit: most }),
    db.run(recallTasks, { query: anything, spaces, limit: most }),
    db.run(experienceOf, {
      apis: nothing,
      docs: nothing,
      problems: nothing,
      spaces,
      perNode: most
    }),
    nearSolved(db, { vector, spaces, several: true }),
    db.run(familiesUsing, {
      ...{ apis: nothing, spaces, most, mostOfOne: most },
      ...{ trust: 1, claim: 1, told: 1 }
    })
  ]
}
