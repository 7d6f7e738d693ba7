// How much a library holds, or one source of it where that is not '', and how much of that is cited or used and would stay as history.
// @read
// @param library: string
// @param source: string
// @row pages: int
// @row docs: int
// @row apis: int
// @row cited: int
WITH COLLECT {
  MATCH (p:Doc {library: $library})
  WHERE p.hash IS NOT NULL AND ($source = '' OR p.source = $source)
  RETURN p.id
} AS pages
CALL (pages) {
  MATCH (d:Doc) WHERE d.page IN pages
  RETURN count(d) AS docs, count(CASE WHEN EXISTS { (d)<-[:CITES|BACKED_BY|USED]-() } THEN 1 END) AS citedDocs
}
CALL (pages) {
  MATCH (a:Api) WHERE a.page IN pages
  RETURN count(a) AS apis, count(CASE WHEN EXISTS { (a)<-[:CITES|USES|ABOUT|USED]-() } THEN 1 END) AS citedApis
}
RETURN size(pages) AS pages, docs, apis, citedDocs + citedApis AS cited
