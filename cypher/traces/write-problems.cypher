// Writes problems. What several attempts say of one is joined so that their order does not matter. Called under the lock of each problem: its edges are created where they
// are missing, for MERGE would lock the space and the library, which all attempts have in common, until the transaction ends.
// @write
// @param rows: map[]
// @param space: string
MERGE (s:Space {id: $space})
WITH s
UNWIND $rows AS row
MERGE (p:Problem {id: row.id})
ON CREATE SET p.createdAt = datetime(), p.space = $space, p.kind = 'task', p.title = row.title, p.named = row.named, p.text = row.text,
  p.terms = row.terms
SET p.title = CASE WHEN row.named AND (NOT coalesce(p.named, false) OR row.title < p.title) THEN row.title ELSE p.title END,
  p.named = coalesce(p.named, false) OR row.named,
  p.family = CASE WHEN p.family IS NULL OR row.family < p.family THEN row.family ELSE p.family END,
  p.embedding = coalesce(p.embedding, row.embedding)
FOREACH (new IN CASE WHEN EXISTS { (p)-[:IN]->(s) } THEN [] ELSE [1] END | CREATE (p)-[:IN]->(s))
WITH p, row
CALL (p, row) {
  UNWIND coalesce(p.libraries, []) + row.libraries AS library
  WITH DISTINCT library ORDER BY library
  RETURN collect(library) AS libraries
}
SET p.libraries = libraries
WITH p, row
UNWIND row.about AS id
MATCH (l:Library {id: id})
FOREACH (new IN CASE WHEN EXISTS { (p)-[:ABOUT]->(l) } THEN [] ELSE [1] END | CREATE (p)-[:ABOUT]->(l))
