// One node with all that may be shown of it, and how many edges of each type it has.
// @read
// @param ids: string[]
// @param spaces: string[]
// @row id: string
// @row label: string
// @row properties: map
// @row edges: map[]
MATCH (n:Library|Doc|Api|Problem|Trace|ErrorSignature|Insight|Recommendation|Retired|Job)
WHERE n.id IN $ids AND (n.space IS NULL OR n.space IN $spaces)
CALL (n) {
  MATCH (n)-[r]-(other)
  WHERE other.space IS NULL OR other.space IN $spaces
  WITH type(r) AS type, startNode(r) = n AS out, count(*) AS count
  ORDER BY type, out
  RETURN collect({type: type, out: out, count: count}) AS edges
}
RETURN n.id AS id, labels(n)[0] AS label,
  n {.*, embedding: null, names: null, terms: null, createdAt: toString(n.createdAt), ingestedAt: toString(n.ingestedAt),
     retiredAt: toString(n.retiredAt), startedAt: toString(n.startedAt), updatedAt: toString(n.updatedAt), finishedAt: toString(n.finishedAt)} AS properties,
  edges
ORDER BY id
