import { publicSpace } from '../domain/caller.js'
import type { Database } from '../graph/database.js'
import {
  addCompanions,
  apisToCount,
  callsOfLibrary,
  companions as companionsQuery,
  librariesWithDocs,
  removeCompanions,
  setApiStanding,
  setDocStanding,
  usageCounted,
  usageState
} from '../graph/queries.js'
import type { GraphMap, Query } from '../graph/query.js'
import { batches } from './batches.js'
import { standingsOf } from './standings.js'
import { usageOf, type Companion } from './usage.js'

/** An edge whose weight moved by less stays as it is. */
const sameWeight = 0.0005

/**
 * After documentation changed, counts anew how all of it uses each API: in examples, by mention, by
 * links, and which APIs its examples use together. Everything is looked at, because the examples of
 * one library use the APIs of others; only differences are written, and the order in which libraries
 * came makes none. What is public is counted from what is public alone, what is in another space from
 * that and what is public: a count never tells of documentation that its reader may not see.
 * @returns how many nodes and edges were changed
 */
export async function countUsage(db: Database): Promise<{ nodes: number; edges: number }> {
  const [meta] = await db.run(usageState, {})
  if (meta?.stale !== true) return { nodes: 0, edges: 0 }
  const apis = await db.run(apisToCount, {})
  const sections: Section[] = []
  for (const { library } of await db.run(librariesWithDocs, {})) {
    sections.push(...withLinksArriving(await db.run(callsOfLibrary, { library }), library))
  }
  const companions: Companion[] = []
  let nodes = 0
  for (const space of new Set([...apis, ...sections].map((node) => node.space))) {
    const counted = await countedIn(space, apis, sections)
    for (const rows of batches(counted.apis)) await db.run(setApiStanding, { rows })
    for (const rows of batches(counted.docs)) await db.run(setDocStanding, { rows })
    companions.push(...counted.companions)
    nodes += counted.apis.length + counted.docs.length
  }
  const edges = await bringCompanions(db, companions)
  await db.run(usageCounted, {})
  return { nodes, edges }
}

type RowOf<Q> = Q extends Query<unknown, infer Row> ? Row : never
type Api = RowOf<typeof apisToCount>
type Section = RowOf<typeof callsOfLibrary> & { readonly library: string }

/** A link to a place within a section leads to that section. */
function withLinksArriving(rows: readonly RowOf<typeof callsOfLibrary>[], library: string) {
  const sectionOf = new Map(rows.flatMap(({ id, marks }) => marks.map((mark) => [mark, id])))
  return rows.map((row): Section => {
    const links = row.links.map((link) => sectionOf.get(link) ?? link)
    return { ...row, links, library }
  })
}

/** What changes in one space, as it is seen from there. */
async function countedIn(space: string, allApis: readonly Api[], allSections: readonly Section[]) {
  const inSight = (node: { readonly space: string }) =>
    node.space === space || node.space === publicSpace
  const apis = allApis.filter(inSight)
  const sections = allSections.filter(inSight)
  const { counts, linkedDocs, companions } = await usageOf(apis, sections)
  const standings = await standingsOf({ apis, sections, counts, linkedDocs })
  const own = new Set(
    [...apis, ...sections].flatMap((node) => (node.space === space ? node.id : []))
  )
  return {
    apis: standings.apis.filter(({ id }) => own.has(id)),
    docs: standings.docs.filter(({ id }) => own.has(id)),
    companions: companions.filter(({ from }) => own.has(from))
  }
}

async function bringCompanions(db: Database, wanted: readonly Companion[]): Promise<number> {
  const present = new Map(
    (await db.run(companionsQuery, {})).map((edge) => [`${edge.from}\n${edge.to}`, edge])
  )
  const keys = new Set(wanted.map((edge) => `${edge.from}\n${edge.to}`))
  const gone = [...present].filter(([key]) => !keys.has(key)).map(([, edge]) => edge)
  const fresh = wanted.filter((edge) => {
    const known = present.get(`${edge.from}\n${edge.to}`)
    return known === undefined || Math.abs(known.weight - edge.weight) >= sameWeight
  })
  for (const rows of batches(gone)) {
    await db.run(removeCompanions, { rows: rows.map(({ from, to }) => ({ from, to })) })
  }
  for (const rows of batches(fresh)) await db.run(addCompanions, { rows: rows.map(asMap) })
  return gone.length + fresh.length
}

function asMap(edge: Companion): GraphMap {
  return { ...edge }
}
