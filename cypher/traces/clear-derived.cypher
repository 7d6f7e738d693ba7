// Takes away what followed from the attempts at problems and no longer does, and says of which notes.
// @write
// @param problems: string[]
// @param space: string
// @param keep: string[]
// @row id: string
MATCH (p:Problem)<-[:ATTEMPTS]-(t:Trace)<-[r:LEARNED_IN {source: 'difference'}]-(l:Lesson)
WHERE p.id IN $problems AND t.space = $space AND NOT l.id + ' ' + t.id IN $keep
DELETE r
RETURN DISTINCT l.id AS id
ORDER BY id
