// Which quotations stand, word for word, in the sections that they name.
// @read
// @param quotes: map[]
// @row at: int
UNWIND range(0, size($quotes) - 1) AS at
WITH at, $quotes[at] AS quote
MATCH (d:Doc {id: quote.doc})
WHERE d.text CONTAINS quote.quote
RETURN at ORDER BY at
