// What the documentation says of APIs: the sections that document each, the entry's own first, at most four.
// @read
// @param apis: string[]
// @param spaces: string[]
// @row api: string
// @row name: string
// @row deprecated: string?
// @row docs: map[]
UNWIND $apis AS wanted
MATCH (a:Api {id: wanted})
CALL (a) {
  MATCH (d:Doc)-[:DOCUMENTS]->(a)
  WHERE d.space IN $spaces
  WITH a, d ORDER BY CASE WHEN d.id = a.doc THEN 0 ELSE 1 END, d.id LIMIT 4
  RETURN collect({id: d.id, title: d.title, text: left(d.text, 8000)}) AS docs
}
RETURN a.id AS api, a.qualifiedName AS name, a.deprecated AS deprecated, docs
ORDER BY api
