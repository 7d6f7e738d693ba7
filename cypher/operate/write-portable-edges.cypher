// Puts edges back between nodes that were put back before, and says how many.
// @write
// @param rows: map[]
// @row made: int
UNWIND $rows AS row
MATCH (n) WHERE elementId(n) = row.from
MATCH (m) WHERE elementId(m) = row.to
CREATE (n)-[r:$(row.type)]->(m)
SET r = row.properties
RETURN count(*) AS made
