// How many nodes carry vectors, and how many of them stand after a cursor.
// @read
// @param after: string
// @row total: int
// @row left: int
MATCH (n:Doc|Api|Problem|Trace|Insight)
RETURN count(n) AS total, sum(CASE WHEN n.id > $after THEN 1 ELSE 0 END) AS left
