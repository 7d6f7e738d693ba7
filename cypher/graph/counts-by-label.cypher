// How many nodes of each label there are.
// @read
// @row label: string
// @row count: int
MATCH (n)
UNWIND labels(n) AS label
RETURN label, count(*) AS count
ORDER BY label
