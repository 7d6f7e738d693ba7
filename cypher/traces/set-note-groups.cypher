// Writes which notes say the same, how many saw it, how far that is trusted, and what says the opposite.
// @write
// @param rows: map[]
UNWIND $rows AS row
MATCH (l:Lesson {id: row.id})
SET l.behaviour = row.behaviour, l.witnesses = toInteger(row.witnesses), l.principals = toInteger(row.principals), l.by = row.by, l.trust = row.trust, l.weight = row.weight,
  l.disputed = row.disputed, l.opposes = row.opposes, l.grouped = true
