// The pages of a library that the graph holds, with the hash of what each was made from.
// @read
// @param library: string
// @row path: string
// @row hash: string
// @row source: string?
MATCH (d:Doc {library: $library})
WHERE d.hash IS NOT NULL
RETURN d.path AS path, d.hash AS hash, d.source AS source
