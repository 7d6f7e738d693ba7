/** Nodes that a query for Neo4j Browser names at most: it stands in an address. */
const mostNamed = 60

/** The query that shows these nodes and the edges between them. */
export function browserQuery(ids: readonly string[]): string {
  const list = ids.slice(0, mostNamed).map(quoted).join(', ')
  return `WITH [${list}] AS ids\nMATCH (n) WHERE n.id IN ids\nOPTIONAL MATCH (n)-[r]-(m) WHERE m.id IN ids\nRETURN n, r, m`
}

/** Neo4j Browser with a query in its editor, not yet run. */
export function browserLink(browser: string, query: string): string {
  const url = new URL(browser)
  url.searchParams.set('cmd', 'edit')
  url.searchParams.set('arg', query)
  return url.toString()
}

function quoted(id: string): string {
  return `'${id.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
