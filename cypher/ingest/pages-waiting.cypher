// How many pages of a source are to be read again, because another page that told of the same APIs changed or went.
// @read
// @param library: string
// @param source: string
// @row waiting: int
MATCH (d:Doc {library: $library})
WHERE d.hash = '' AND d.source = $source
RETURN count(d) AS waiting
