// Says anew what notes are about, as their traces mean it now.
// @write
// @param rows: map[]
UNWIND $rows AS row
MATCH (l:Lesson {id: row.id})
CALL (l, row) {
  UNWIND row.said AS said
  MATCH (l)-[r:LEARNED_IN]->(:Trace {id: said.trace})
  SET r.subject = said.subject, r.subjects = said.subjects, r.about = said.about
}
CALL (l, row) {
  MATCH (l)-[r:ABOUT]->(a:Api)
  WHERE NOT a.id IN row.nodes
  DELETE r
}
CALL (l, row) {
  UNWIND row.nodes AS id
  MATCH (a:Api {id: id})
  MERGE (l)-[:ABOUT]->(a)
}
