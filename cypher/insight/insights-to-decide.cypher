// Insights with all that a decision on them rests on; a quotation holds while its words stand in documentation that is here.
// @read
// @param ids: string[]
// @param space: string
// @row id: string
// @row node: map
// @row supersedes: string[]
// @row quotes: map[]
MATCH (i:Insight)
WHERE i.id IN $ids AND i.space = $space
RETURN i.id AS id, i {.*, embedding: null, createdAt: toString(i.createdAt)} AS node,
  COLLECT { MATCH (i)-[:SUPERSEDES]->(old:Insight) RETURN old.id ORDER BY old.id } AS supersedes,
  COLLECT { MATCH (i)-[b:BACKED_BY]->(d:Doc|Retired)
            RETURN {doc: d.id, quote: b.quote, holds: 'Doc' IN labels(d) AND d.text CONTAINS b.quote} ORDER BY d.id, b.quote } AS quotes
ORDER BY id
