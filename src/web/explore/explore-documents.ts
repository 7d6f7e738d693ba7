import { ask } from '../data/ask.js'

/** What Explore asks the server. */

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
}

export interface Edge {
  readonly from: string
  readonly to: string
  readonly type: string
  readonly note: string | null
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

const briefFields = 'id label title kind library space outcome createdAt degree epochs'
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

/** The node with what is right around it, 50 nodes at most. */
export async function around(id: string, options: Options = {}): Promise<Found> {
  const document = `query ExploreAround($id: ID!) { neighborhood(id: $id, depth: 1, nodes: 51, edges: 400) { ${found} } }`
  return (await ask<{ neighborhood: Found }>(document, { id }, options)).neighborhood
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

export async function paths(from: string, to: string, options: Options = {}): Promise<GraphPath[]> {
  const document = `query ExplorePaths($from: ID!, $to: ID!) { paths(from: $from, to: $to) { length ${found} } }`
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
