// The neighbours of nodes along edges of these types (all, when none is named), in a fixed order, a limited number a node.
// A state is in sight as far as traces in sight pass through it.
// @read
// @param ids: string[]
// @param types: string[]
// @param spaces: string[]
// @param perNode: int
// @row from: string
// @row to: string
// @row type: string
// @row id: string
// @row label: string
// @row title: string?
// @row kind: string?
// @row library: string?
MATCH (n:Library|Doc|Api|Problem|Trace|State|ErrorSignature|Lesson|Insight|Recommendation|Feedback|KnowledgeRequest|Review|Epoch|Retired)
WHERE n.id IN $ids AND (n.space IS NULL OR n.space IN $spaces)
CALL (n) {
  MATCH (n)-[r]-(other)
  WHERE (size($types) = 0 OR type(r) IN $types) AND (other.space IS NULL OR other.space IN $spaces) AND (r.space IS NULL OR r.space IN $spaces)
  RETURN r, other
  ORDER BY type(r), other.id
  LIMIT $perNode
}
RETURN startNode(r).id AS from, endNode(r).id AS to, type(r) AS type,
  other.id AS id, labels(other)[0] AS label, coalesce(other.title, other.name, other.question, CASE WHEN other:State THEN left(split(other.text, '\n')[0], 120) END) AS title, other.kind AS kind, other.library AS library
ORDER BY from, type, to
