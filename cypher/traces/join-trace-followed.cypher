// Links attempts to the recommendations that they followed, of those that whoever made them can read.
// @write
// @param rows: map[]
UNWIND $rows AS row
MATCH (t:Trace {id: row.trace})
MATCH (r:Recommendation)
WHERE r.id IN [row.followed, 'recommendation:' + row.followed] AND r.space IN row.spaces
MERGE (t)-[:FOLLOWED]->(r)
