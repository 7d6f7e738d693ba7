// Writes how often lessons were at hand, how often that helped, and the factor that follows.
// @write
// @param rows: map[]
UNWIND $rows AS row
MATCH (l:Lesson {id: row.id})
SET l.uses = toInteger(row.uses), l.helped = toInteger(row.helped), l.factor = row.factor
