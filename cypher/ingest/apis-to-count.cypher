// Every API with what is known of its use, for counting anew how often documentation uses it.
// @read
// @row id: string
// @row qualifiedName: string
// @row name: string
// @row kind: string
// @row library: string
// @row space: string
// @row doc: string
// @row docs: string[]
// @row standing: float[]
MATCH (a:Api)
WHERE NOT coalesce(a.provisional, false)
RETURN a.id AS id, a.qualifiedName AS qualifiedName, a.name AS name, a.kind AS kind, a.library AS library, a.space AS space, a.doc AS doc,
  COLLECT { MATCH (d:Doc)-[:DOCUMENTS]->(a) RETURN d.id ORDER BY d.id } AS docs,
  coalesce(a.standing, []) AS standing
ORDER BY id
