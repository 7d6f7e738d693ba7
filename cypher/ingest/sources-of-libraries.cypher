// What these libraries came from, and how many pages each source brought.
// @read
// @param libraries: string[]
// @param spaces: string[]
// @row library: string
// @row source: string
// @row pages: int
// @row waiting: int
UNWIND $libraries AS library
MATCH (d:Doc {library: library})
WHERE d.hash IS NOT NULL AND d.space IN $spaces
RETURN library, coalesce(d.source, 'unknown') AS source, count(d) AS pages, count(CASE WHEN d.hash = '' THEN 1 END) AS waiting
ORDER BY library, source
