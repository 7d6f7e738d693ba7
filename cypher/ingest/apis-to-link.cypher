// Each API of a library with what its own section says of others, and where it hangs today. `docs` are the sections that tell of it, and the places within them.
// @read
// @param library: string
// @row id: string
// @row qualifiedName: string
// @row aliasOf: string[]
// @row replacedBy: string[]
// @row links: string[]
// @row docs: string[]
// @row parent: string?
MATCH (a:Api {library: $library})
OPTIONAL MATCH (own:Doc {id: a.doc})
CALL (a) { MATCH (d:Doc)-[:DOCUMENTS]->(a) RETURN reduce(all = [], of IN collect(d) | all + of.id + coalesce(of.marks, [])) AS docs }
CALL (a) { OPTIONAL MATCH (a)-[:MEMBER_OF]->(p) RETURN head(collect(p.id)) AS parent }
RETURN a.id AS id, a.qualifiedName AS qualifiedName, a.aliasOf AS aliasOf, a.replacedBy AS replacedBy,
  coalesce(own.links, []) AS links, docs, parent
ORDER BY id
