// The APIs of a library with what they do. For eval:scale.
// @read
// @param library: string
// @row id: string
// @row name: string
// @row summary: string
MATCH (a:Api {library: $library})
WHERE NOT coalesce(a.provisional, false) AND size(coalesce(a.summary, '')) > 20
RETURN a.id AS id, a.qualifiedName AS name, left(a.summary, 200) AS summary
ORDER BY id
