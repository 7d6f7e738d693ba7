// Withdraws notes that no trace says any more: they stay as history and hang on nothing.
// @write
// @param ids: string[]
MATCH (l:Lesson)
WHERE l.id IN $ids
SET l.retired = true, l.kind = 'withdrawn', l.weight = 0.0, l.behaviour = null
WITH l
MATCH (l)-[r:LEARNED_IN|ABOUT]->()
DELETE r
