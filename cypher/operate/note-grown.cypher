// Says that attempts by template are there up to before a number; a run of curation has seen them. For eval:scale.
// @write
// @param attempts: int
// @param space: string
MERGE (m:Meta {id: 'scale'})
SET m.attempts = $attempts
MERGE (c:Meta {id: 'curation:' + $space})
ON CREATE SET c.run = 1, c.phase = 'done', c.seed = 1
