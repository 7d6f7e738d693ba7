// How many nodes there are that no start makes by itself.
// @read
// @row nodes: int
MATCH (n)
WHERE NOT n:Meta AND NOT n:Migration AND NOT n:Key AND NOT (n:Principal AND n.id = 'principal:local') AND NOT (n:Space AND n.id = 'public')
RETURN count(n) AS nodes
