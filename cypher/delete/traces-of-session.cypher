// The attempts that came of one recorded session, those of its sub-agents among them, by the session's name, with that of its host before it or without, or by the file of the recording.
// @read
// @param name: string
// @param spaces: string[]
// @row id: string
// @row space: string
MATCH (t:Trace)
WHERE t.space IN $spaces
  AND (t.ref = $name OR t.file = $name
    OR t.ref STARTS WITH $name + '/' OR t.ref STARTS WITH $name + '~'
    OR t.id ENDS WITH ':' + $name OR t.id ENDS WITH '/' + $name
    OR t.id CONTAINS ':' + $name + '/' OR t.id CONTAINS '/' + $name + '/'
    OR t.id CONTAINS ':' + $name + '~' OR t.id CONTAINS '/' + $name + '~')
RETURN t.id AS id, t.space AS space
ORDER BY id
