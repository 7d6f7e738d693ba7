// What is known of a library, and what each of its sources said of it when it last came in.
// @read
// @param id: string
// @row ecosystem: string
// @row name: string
// @row version: string
// @row sources: string?
// @row title: string
// @row importNames: string[]
// @row homepage: string?
MATCH (l:Library {id: $id})
RETURN l.ecosystem AS ecosystem, l.name AS name, l.version AS version, l.sources AS sources, coalesce(l.title, l.name, '') AS title, coalesce(l.importNames, []) AS importNames, l.homepage AS homepage
