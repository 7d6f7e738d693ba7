// One node with all that may be shown of it, and how many edges of each type it has. A state has no space of its own: it is in sight where a trace
// in sight passed through it, and of its edges those of such traces are.
// @read
// @param ids: string[]
// @param spaces: string[]
// @row id: string
// @row label: string
// @row properties: map
// @row edges: map[]
MATCH (n:Library|Doc|Api|Problem|Trace|State|ErrorSignature|Lesson|Insight|Recommendation|Feedback|KnowledgeRequest|Review|Epoch|Retired|Job)
WHERE n.id IN $ids AND (n.space IN $spaces OR (n.space IS NULL AND (NOT 'State' IN labels(n)
  OR EXISTS { MATCH (n)<-[:STARTS_AT|ENDS_AT]-(t:Trace) WHERE t.space IN $spaces }
  OR EXISTS { MATCH (n)-[r:STEP]-(:State) WHERE r.space IN $spaces })))
CALL (n) {
  MATCH (n)-[r]-(other)
  WHERE (other.space IS NULL OR other.space IN $spaces) AND (r.space IS NULL OR r.space IN $spaces)
  WITH type(r) AS type, startNode(r) = n AS out, count(*) AS count
  ORDER BY type, out
  RETURN collect({type: type, out: out, count: count}) AS edges
}
RETURN n.id AS id, labels(n)[0] AS label,
  n {.*, embedding: null, names: null, terms: null, calls: null, standing: null} AS properties,
  edges
ORDER BY id
