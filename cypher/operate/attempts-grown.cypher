// How many attempts by template are there with all that came with them. For eval:scale.
// @read
// @row attempts: int
OPTIONAL MATCH (m:Meta {id: 'scale'})
RETURN toInteger(coalesce(m.attempts, 0)) AS attempts
