import type { Database } from '../graph/database.js'
import { mapAttempts, mapInsights, mapLibraries } from '../graph/queries.js'
import { briefNodes, type NodeBrief } from './brief-nodes.js'
import { sightOf, type Sight } from './sight.js'

/** A node of the map with what the last attempts say of it. */
export interface MapNode {
  readonly node: NodeBrief
  /** Attempts at this problem, or with this library, among the last ones. */
  readonly attempts: number
  readonly passed: number
  readonly failed: number
}

/** That a problem or an insight concerns a library, or an insight a problem. */
export interface MapEdge {
  readonly from: string
  readonly to: string
  /** How many attempts say so; of insights 1. */
  readonly count: number
}

/** The main libraries, problems and insights in sight, and how they belong together. */
export interface SpaceMap {
  readonly nodes: readonly MapNode[]
  readonly edges: readonly MapEdge[]
  /** How many attempts it was drawn from. */
  readonly attempts: number
}

/** Attempts that are looked at: what they are about is what goes on, and reading them takes some milliseconds. */
const lastAttempts = 1_000
const newestInsights = 100
/** More of a kind than this are no map any more. */
const most = { libraries: 14, problems: 18, insights: 10 }

/** The map of what is in sight, drawn from the last thousand attempts and the newest insights in force. */
export async function spaceMap(db: Database, sight: Sight | readonly string[]): Promise<SpaceMap> {
  const { spaces } = sightOf(sight)
  const [attempts, insights, libraries] = await Promise.all([
    db.run(mapAttempts, { spaces, limit: lastAttempts }),
    db.run(mapInsights, { spaces, limit: newestInsights }),
    db.run(mapLibraries, { spaces })
  ])
  const ids = new Map(libraries.map(({ id, key }) => [key, id]))
  const idsOf = (keys: readonly string[]) => keys.flatMap((key) => ids.get(key) ?? [])
  const tally = createTally()
  for (const { problem, outcome, libraries: used } of attempts) {
    tally.attempt(problem, outcome)
    for (const id of idsOf(used)) {
      tally.attempt(id, outcome)
      tally.join(problem, id)
    }
  }
  const chosen = chosenOf(tally, {
    libraries: libraries.map(({ id }) => id),
    problems: attempts.map(({ problem }) => problem),
    insights
  })
  for (const { id, libraries: about, problems } of insights)
    for (const other of [...idsOf(about), ...problems]) tally.join(id, other)
  const nodes = await briefNodes(db, chosen, sight)
  const there = new Set(nodes.map(({ id }) => id))
  return {
    nodes: nodes.map((node) => ({ node, ...tally.of(node.id) })),
    edges: tally.joins().filter(({ from, to }) => there.has(from) && there.has(to)),
    attempts: attempts.length
  }
}

/** The ids that the map shows: what is attempted most, then what came last. */
function chosenOf(
  tally: Tally,
  all: {
    readonly libraries: readonly string[]
    readonly problems: readonly string[]
    readonly insights: readonly { readonly id: string; readonly uses: number }[]
  }
): string[] {
  const byAttempts = (ids: readonly string[], many: number) =>
    [...new Set(ids)].toSorted((a, b) => tally.of(b).attempts - tally.of(a).attempts).slice(0, many)
  return [
    ...byAttempts(all.libraries, most.libraries),
    ...byAttempts(all.problems, most.problems),
    ...all.insights
      .toSorted((a, b) => b.uses - a.uses)
      .slice(0, most.insights)
      .map(({ id }) => id)
  ]
}

type Figures = Omit<MapNode, 'node'>

interface Tally {
  readonly attempt: (id: string, outcome: string) => void
  readonly join: (from: string, to: string) => void
  readonly of: (id: string) => Figures
  readonly joins: () => MapEdge[]
}

const none: Figures = { attempts: 0, passed: 0, failed: 0 }

function createTally(): Tally {
  const figures = new Map<string, Figures>()
  const joins = new Map<string, MapEdge>()
  const of = (id: string) => figures.get(id) ?? none
  return {
    of,
    attempt: (id, outcome) => {
      const { attempts, passed, failed } = of(id)
      figures.set(id, {
        attempts: attempts + 1,
        passed: passed + (outcome === 'passed' ? 1 : 0),
        failed: failed + (outcome === 'failed' ? 1 : 0)
      })
    },
    join: (from, to) => {
      const key = `${from}\n${to}`
      joins.set(key, { from, to, count: (joins.get(key)?.count ?? 0) + 1 })
    },
    joins: () => [...joins.values()]
  }
}
