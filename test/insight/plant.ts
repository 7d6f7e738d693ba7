import type { Cairn } from '../../src/cairn.js'
import { apiId } from '../../src/domain/documentation.js'
import { createReview, type Review } from '../../src/insight/review.js'
import { createLexicalEmbedder } from '../../src/model/lexical-embedder.js'
import type { Database } from '../../src/graph/database.js'
import { buildCairn, ingested, temporaryFolder, testDatabase } from '../support/build-cairn.js'
import { functionPage, writeDump } from '../support/dump.js'

/** Cairn with a small library in it, the curators' verbs with a clock of their own, and the graph. */
export interface Desk {
  readonly cairn: Cairn
  readonly review: Review
  readonly db: Database
  /** Moves the curators' clock on. */
  pass(minutes: number): void
  /** Writes a candidate as curation does. */
  plant(name: string, more?: Record<string, unknown>): Promise<string>
}

export const doc = 'doc:docs/frames@2.1/api/frames.spread'
export const quote = 'The other columns repeat.'

export interface Call {
  readonly name: string
  readonly call: string
  readonly text: string
  readonly more?: string
}

export const calls: readonly Call[] = [
  {
    name: 'frames.spread',
    call: 'spread(column, keep=True)',
    text: `Turn each item of a list in a column into a row of its own. ${quote}`
  },
  { name: 'frames.pick', call: 'pick(rows)', text: 'Take rows by their position.' }
]

/** Takes a version of the library in. */
export async function ingestFrames(
  cairn: Cairn,
  release: string,
  documented: readonly Call[] = calls
): Promise<void> {
  const pages = documented.map(({ name, ...says }) => functionPage(name, says))
  const folder = writeDump(temporaryFolder(), {
    name: 'Frames',
    release,
    pages,
    entries: pages.map((page) => ({ name: page.path, path: page.path }))
  })
  await ingested(cairn, 'devdocs', [folder])
}

const desks: Database[] = []

export async function closeDesks(): Promise<void> {
  for (const db of desks.splice(0)) await db.close()
}

export async function openDesk(): Promise<Desk> {
  const cairn = await buildCairn()
  await ingestFrames(cairn, '2.1')
  const db = testDatabase()
  desks.push(db)
  const embedder = createLexicalEmbedder()
  let time = Date.parse('2026-11-21T12:00:00Z')
  const now = () => new Date((time += 1))
  return {
    cairn,
    db,
    review: createReview({ db, embedder, now }, 'public'),
    pass: (minutes) => {
      time += minutes * 60_000
    },
    plant: (name, more = {}) => plant({ db, embedder }, name, more)
  }
}

async function plant(
  at: { db: Database; embedder: ReturnType<typeof createLexicalEmbedder> },
  name: string,
  more: Record<string, unknown>
): Promise<string> {
  const id = `insight:${name}`
  const title = `Spread lists with ${name}`
  const text = `${title}\nLists in a column\nCall spread and keep the ${name} column.`
  const [vector] = await at.embedder.embed([text])
  await at.db.raw(
    `CREATE (i:Insight {id: $id, createdAt: datetime(), embedding: $embedding}) SET i += $properties, i.version = 1, i.revision = 1
     WITH i MATCH (d:Doc {id: $doc}), (a:Api {id: $api}) CREATE (i)-[:BACKED_BY {quote: $quote}]->(d), (i)-[:ABOUT]->(a)`,
    {
      id,
      doc,
      quote,
      api: apiId('docs/frames@2.1', 'frames.spread'),
      embedding: Array.from(vector ?? []),
      properties: {
        space: 'public',
        kind: 'candidate',
        state: 'candidate',
        lineage: id,
        title,
        applies: 'Lists in a column',
        advice: `Call spread and keep the ${name} column.`,
        avoid: '',
        text,
        terms: '',
        names: 'spread',
        flags: [],
        tainted: false,
        gap: 'api-confusion',
        writer: 'rules',
        gates: JSON.stringify([{ gate: 'backed', passed: true, reason: 'It stands there.' }]),
        ...more
      }
    }
  )
  return id
}
