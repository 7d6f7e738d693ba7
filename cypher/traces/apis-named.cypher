// The documented APIs whose last names are among these.
// @read
// @param names: string[]
// @param spaces: string[]
// @param limit: int
// @row id: string
// @row qualifiedName: string
// @row name: string
// @row library: string
MATCH (a:Api)
WHERE a.name IN $names AND a.space IN $spaces AND NOT coalesce(a.provisional, false)
RETURN a.id AS id, a.qualifiedName AS qualifiedName, a.name AS name, coalesce(a.library, '') AS library
ORDER BY id
LIMIT $limit
