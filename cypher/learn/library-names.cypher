// The names by which libraries in sight are known: their own and those that they are imported by.
// @read
// @param spaces: string[]
// @row names: string[]
MATCH (l:Library)
WHERE l.space IN $spaces
UNWIND [toLower(l.name)] + [name IN coalesce(l.importNames, []) | toLower(name)] AS name
RETURN collect(DISTINCT name) AS names
