// Records decisions together with what they change: each insight gets its new standing, its next version, and exactly the SUPERSEDES edges named.
// @write
// @param rows: map[]
// @row changed: int
UNWIND $rows AS row
CREATE (r:Review {id: row.id})
SET r += row.review, r.ordinal = toInteger(row.ordinal)
WITH r, row
UNWIND row.changes AS change
MATCH (i:Insight {id: change.id})
SET i += change.standing, i.version = toInteger(change.version)
CREATE (r)-[:DECIDED]->(i)
WITH i, change
CALL (i, change) {
  MATCH (i)-[s:SUPERSEDES]->(old:Insight)
  WHERE NOT old.id IN change.supersedes
  DELETE s
}
CALL (i, change) {
  UNWIND change.supersedes AS id
  MATCH (old:Insight {id: id})
  MERGE (i)-[:SUPERSEDES]->(old)
}
RETURN count(*) AS changed
