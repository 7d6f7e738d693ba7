// Writes how a job stands, and says whether somebody asked to stop it.
// @write
// @param id: string
// @param properties: map
// @row cancel: boolean
MERGE (j:Job {id: $id})
ON CREATE SET j.startedAt = datetime()
SET j += $properties, j.updatedAt = datetime()
FOREACH (_ IN CASE WHEN $properties.state IN ['done', 'failed', 'cancelled'] THEN [1] ELSE [] END | SET j.finishedAt = datetime())
RETURN coalesce(j.cancel, false) AS cancel
