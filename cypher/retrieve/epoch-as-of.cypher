// The epoch of a number, and how many there are.
// @read
// @param number: int
// @param space: string
// @row id: string?
// @row state: string?
// @row last: int
OPTIONAL MATCH (e:Epoch {space: $space})
WITH max(e.number) AS last
OPTIONAL MATCH (e:Epoch {id: 'epoch:' + $space + ':' + toString($number)})
RETURN e.id AS id, e.state AS state, toInteger(coalesce(last, 0)) AS last
