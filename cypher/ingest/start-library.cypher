// Begins or goes on with the ingestion of a source of a library; until it is finished the library says so. One that was removed while it was used is the same node again.
// @write
// @param id: string
// @param properties: map
// @param space: string
CALL () {
  MATCH (gone:Retired {id: $id})
  SET gone:Library
  REMOVE gone:Retired, gone.retiredAt
}
MERGE (l:Library {id: $id})
SET l += $properties, l.space = $space, l.kind = 'library'
MERGE (s:Space {id: $space})
MERGE (l)-[:IN]->(s)
MERGE (m:Meta {id: 'cairn'})
SET m.usageStale = true
