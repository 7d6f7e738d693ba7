// Says who sees to it that a gap is filled; nobody where no name is given. One that somebody else has taken stays theirs.
// @write
// @param id: string
// @param by: string
// @param take: boolean
// @param spaces: string[]
// @param now: int
// @row takenBy: string?
MATCH (k:KnowledgeRequest {id: $id})
WHERE k.space IN $spaces
SET k.lock = true
REMOVE k.lock
WITH k, k.takenBy IS NULL OR k.takenBy = $by AS free
SET k.takenBy = CASE WHEN NOT free THEN k.takenBy WHEN $take THEN $by END,
  k.takenAt = CASE WHEN NOT free THEN k.takenAt WHEN $take THEN datetime({epochMillis: $now}) END
RETURN k.takenBy AS takenBy
