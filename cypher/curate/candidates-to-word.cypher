// Candidates of a run that are ready for the queue and still have the words of the rules, in order.
// @read
// @param space: string
// @param run: int
// @row id: string
// @row libraries: string[]
// @row medoid: string
MATCH (i:Insight)
WHERE i.state = 'candidate' AND i.ready AND i.unworded AND i.space = $space AND i.proposedIn = $run
RETURN i.id AS id, coalesce(i.libraries, []) AS libraries, coalesce(i.medoid, '') AS medoid ORDER BY id
