// Begins or goes on with the ingestion of a library; until it is finished the library says so.
// @write
// @param id: string
// @param properties: map
// @param space: string
MERGE (l:Library {id: $id})
WITH l, coalesce(l.importNames, []) AS known, l.homepage AS homepage, l.names AS words
SET l += $properties, l.state = 'ingesting', l.space = $space, l.kind = 'library'
// What a source does not know, another may have said.
SET l.importNames = CASE WHEN size($properties.importNames) > 0 THEN $properties.importNames ELSE known END,
  l.homepage = coalesce($properties.homepage, homepage),
  l.names = CASE WHEN size($properties.importNames) = 0 AND size(known) > 0 THEN words ELSE $properties.names END
MERGE (s:Space {id: $space})
MERGE (l)-[:IN]->(s)
MERGE (m:Meta {id: 'cairn'})
SET m.usageStale = true
