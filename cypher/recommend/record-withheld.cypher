// Records by which lots the insights of an answer were shown, and which were left out.
// @write
// @param id: string
// @param spaces: string[]
// @param shown: map[]
// @param withheld: map[]
MATCH (r:Recommendation {id: $id})
CALL (r) {
  UNWIND $shown AS lot
  MATCH (r)-[c:CITES]->(i:Insight)
  WHERE i.id = lot.insight
  SET c.share = lot.share
}
CALL (r) {
  UNWIND $withheld AS lot
  MATCH (i:Insight {id: lot.insight})
  WHERE i.space IN $spaces
  CREATE (r)-[:WITHHELD {share: lot.share, rank: toInteger(lot.rank)}]->(i)
}
