/** What is told of a running Cairn. */

export interface LibraryCount {
  readonly id: string
  readonly key: string
  readonly ecosystem: string
  readonly name: string
  readonly version: string
  readonly title: string
  readonly state: string
  readonly ingestedAt: string | null
  readonly docs: number
  readonly apis: number
  /** In which space it is. */
  readonly space: string
  /** Whether it stays, however old its version is. */
  readonly pinned: boolean
}

/** What a library came from. */
export interface LibrarySource {
  /** Key of the library. */
  readonly library: string
  /** Its kind and name, such as `markdown:docs`. */
  readonly source: string
  readonly pages: number
  /** Pages that are to be read again, because another source that told of the same APIs changed or went. */
  readonly waiting: number
}

/** What this Cairn runs on; known without asking the graph. */
export interface About {
  readonly embedder: string
  readonly dimensions: number
  readonly graph: string
  readonly browserUrl: string | null
  readonly neo4jPid: number | null
}

/** @param graph where it is, and the process of an embedded Neo4j */
export function aboutOf(
  graph: { readonly uri: string; readonly browserUrl: string | null; readonly pid: number | null },
  { id, dimensions }: { readonly id: string; readonly dimensions: number }
): About {
  const { uri, browserUrl, pid } = graph
  return { embedder: id, dimensions, graph: uri, browserUrl, neo4jPid: pid }
}

export interface Status extends About {
  readonly nodes: Readonly<Record<string, number>>
  readonly edges: Readonly<Record<string, number>>
}
