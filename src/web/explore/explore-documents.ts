import { ask } from '../data/ask.js'
import type { Effect } from '../parts/effect.js'

/** What Explore asks the server. */

/** Type of the edges that stand on the map alone: by the attempts between them one thing concerns another. */
export const mapEdge = 'CONCERNS'

export interface NodeBrief {
  readonly id: string
  readonly label: string
  readonly title: string
  readonly kind: string | null
  readonly library: string | null
  readonly space: string | null
  readonly outcome: string | null
  readonly createdAt: string | null
  /** Neighbours that it has in the memory. */
  readonly degree: number
  readonly epochs: readonly number[]
  /** How it fared: attempts at a problem, of the rest the evidence on it. */
  readonly passed: number
  readonly failed: number
  /** On the map: how many of the last attempts were at it or with it. */
  readonly attempts?: number
}

export interface Edge {
  readonly from: string
  readonly to: string
  readonly type: string
  readonly note: string | null
  /** On the map: how many attempts say so. */
  readonly count?: number
}

export interface Found {
  readonly nodes: readonly NodeBrief[]
  readonly edges: readonly Edge[]
}

export interface Expansion extends Found {
  readonly total: number
  readonly next: string | null
}

export interface GraphPath extends Found {
  readonly length: number
}

export interface EdgeCount {
  readonly type: string
  readonly out: boolean
  readonly count: number
}

export interface OpenedNode {
  readonly id: string
  readonly label: string
  readonly title: string
  readonly properties: Readonly<Record<string, unknown>>
  readonly edges: readonly EdgeCount[]
}

export interface HistoryEntry {
  readonly at: string | null
  readonly what: string
  readonly by: string | null
  readonly text: string | null
  readonly node: string | null
}

export interface Hit {
  readonly id: string
  readonly label: string
  readonly title: string
  readonly library: string | null
  readonly snippet: string
}

export interface LibraryEntry {
  readonly id: string
  readonly key: string
  readonly title: string
  readonly docs: number
  readonly apis: number
}

const briefFields =
  'id label title kind library space outcome createdAt degree epochs passed failed'
const found = `nodes { ${briefFields} } edges { from to type note }`

type Options = { readonly signal?: AbortSignal }

export async function openNode(id: string, options: Options = {}): Promise<OpenedNode> {
  const document =
    'query ExploreNode($id: ID!) { node(id: $id) { id label title properties edges { type out count } } }'
  return (await ask<{ node: OpenedNode }>(document, { id }, options)).node
}

export async function subgraph(ids: readonly string[], options: Options = {}): Promise<Found> {
  const document = `query ExploreSubgraph($ids: [ID!]!) { subgraph(ids: $ids) { ${found} } }`
  return (await ask<{ subgraph: Found }>(document, { ids }, options)).subgraph
}

/** The node with what is right around it and of these kinds, 50 nodes at most, the most telling first. */
export async function around(
  id: string,
  labels: readonly string[],
  options: Options = {}
): Promise<Found> {
  const document = `query ExploreAround($id: ID!, $labels: [String!]!) { neighborhood(id: $id, labels: $labels, depth: 1, nodes: 51, edges: 400) { ${found} } }`
  return (await ask<{ neighborhood: Found }>(document, { id, labels }, options)).neighborhood
}

/** The next page of neighbours along edges of one type. */
export async function expand(
  question: {
    readonly id: string
    readonly type: string
    readonly out: boolean
    readonly after: string | null
    readonly drawn: readonly string[]
  },
  options: Options = {}
): Promise<Expansion> {
  const document = `query ExploreExpand($id: ID!, $type: String!, $out: Boolean!, $after: String, $drawn: [ID!]!) {
    expand(id: $id, type: $type, out: $out, after: $after, drawn: $drawn) { total next ${found} } }`
  return (await ask<{ expand: Expansion }>(document, question, options)).expand
}

/** More paths than are shown, the shortest first: the best of them are chosen by what they say. */
export async function paths(from: string, to: string, options: Options = {}): Promise<GraphPath[]> {
  const document = `query ExplorePaths($from: ID!, $to: ID!) { paths(from: $from, to: $to, most: 12) { length ${found} } }`
  return (await ask<{ paths: GraphPath[] }>(document, { from, to }, options)).paths
}

export async function history(id: string, options: Options = {}): Promise<HistoryEntry[]> {
  const document = 'query ExploreHistory($id: ID!) { history(id: $id) { at what by text node } }'
  return (await ask<{ history: HistoryEntry[] }>(document, { id }, options)).history
}

export async function search(question: string, options: Options = {}): Promise<Hit[]> {
  const document =
    'query ExploreSearch($question: String!) { search(question: $question, limit: 12) { id label title library snippet } }'
  return (await ask<{ search: Hit[] }>(document, { question }, options)).search
}

export async function libraries(options: Options = {}): Promise<LibraryEntry[]> {
  const document = 'query ExploreLibraries { libraries { id key title docs apis } }'
  return (await ask<{ libraries: LibraryEntry[] }>(document, {}, options)).libraries
}

/** Where Neo4j Browser of the embedded server is; null where the graph is somebody else's server. */
export async function browserUrl(options: Options = {}): Promise<string | null> {
  const document = 'query ExploreBrowser { status { browserUrl } }'
  return (await ask<{ status: { browserUrl: string | null } }>(document, {}, options)).status
    .browserUrl
}

/** How many nodes of each label are in sight. */
export async function holdings(
  options: Options = {}
): Promise<readonly { readonly name: string; readonly count: number }[]> {
  const document = 'query ExploreHoldings { status { nodes { name count } } }'
  const { status } = await ask<{ status: { nodes: { name: string; count: number }[] } }>(
    document,
    {},
    options
  )
  return status.nodes
}

/** What has to do with an API, a section or a library: attempts, errors, problems, field notes or insights. */
export async function concerning(
  question: { readonly id: string; readonly kind: string; readonly outcome: string | null },
  options: Options = {}
): Promise<Found & { readonly truncated: boolean }> {
  const document = `query ExploreConcerning($id: ID!, $kind: String!, $outcome: String) {
    concerning(id: $id, kind: $kind, outcome: $outcome) { truncated ${found} } }`
  type Answer = { concerning: Found & { truncated: boolean } }
  return (await ask<Answer>(document, question, options)).concerning
}

/** The effect of each insight that was measured, for the colours. */
export async function effects(options: Options = {}): Promise<ReadonlyMap<string, Effect>> {
  const document =
    'query ExploreEffects { insightEffects(limit: 500) { insight effect low high shown { n passed } withheld { n passed } } }'
  type Answer = { insightEffects: (Effect & { readonly insight: string })[] }
  const { insightEffects } = await ask<Answer>(document, {}, options)
  return new Map(insightEffects.map((one) => [one.insight, one]))
}

/** The main libraries, problems and insights with how they belong together, and of how many attempts that tells. */
export async function spaceMap(
  options: Options = {}
): Promise<Found & { readonly attempts: number }> {
  const document = `query ExploreMap { spaceMap { attempts nodes { attempts node { ${briefFields} } } edges { from to count } } }`
  type Answer = {
    spaceMap: {
      attempts: number
      nodes: { attempts: number; node: NodeBrief }[]
      edges: { from: string; to: string; count: number }[]
    }
  }
  const { attempts, nodes, edges } = (await ask<Answer>(document, {}, options)).spaceMap
  return {
    attempts,
    nodes: nodes.map((one) => ({ ...one.node, attempts: one.attempts })),
    edges: edges.map((edge) => ({ ...edge, type: mapEdge, note: null }))
  }
}
