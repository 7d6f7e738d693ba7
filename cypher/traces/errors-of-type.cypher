// Errors of a type that somebody resolved.
// @read
// @param type: string
// @param spaces: string[]
// @row id: string
// @row normalForm: string
// @row example: string
MATCH (e:ErrorSignature {type: $type})
WHERE e.space IN $spaces AND NOT coalesce(e.vague, false) AND EXISTS { MATCH (e)<-[:RESOLVED]-(t:Trace) WHERE t.space IN $spaces }
RETURN e.id AS id, e.title AS normalForm, coalesce(e.text, '') AS example
ORDER BY id
LIMIT 2000
