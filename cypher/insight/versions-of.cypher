// All versions here of the libraries with these keys, names or titles, in lower case.
// @read
// @param libraries: string[]
// @param space: string
// @row ecosystem: string
// @row name: string
// @row version: string
// @row key: string
MATCH (l:Library)
WHERE (toLower(l.key) IN $libraries OR toLower(l.name) IN $libraries OR toLower(l.title) IN $libraries) AND l.space = $space
WITH DISTINCT l.ecosystem AS ecosystem, l.name AS name
MATCH (v:Library {name: name})
WHERE v.ecosystem = ecosystem AND v.space = $space AND v.state = 'complete'
RETURN ecosystem, name, v.version AS version, v.key AS key
ORDER BY ecosystem, name, version, key
