// Writes field notes with the traces that say them and what they are about; where nothing is documented, the thing itself is made, to be joined when documentation comes.
// @write
// @param rows: map[]
UNWIND $rows AS row
MATCH (t:Trace {id: row.trace})
// What somebody deleted is not written again.
WHERE NOT EXISTS { (:Retired {id: row.id, named: true}) }
MERGE (l:Lesson {id: row.id})
ON CREATE SET l.createdAt = datetime(), l.kind = 'lesson', l.factor = 1.0, l.uses = 0, l.helped = 0, l.disputes = 0, l.space = row.space
SET l.happens = row.happens, l.when = row.when, l.instead = row.instead, l.aboutSaid = row.aboutSaid, l.project = row.project, l.writer = 'agents',
  l.orders = row.tainted, l.embedding = coalesce(l.embedding, row.embedding), l.retired = null
MERGE (l)-[r:LEARNED_IN]->(t)
SET r.source = row.source, r.span = row.span, r.shownBy = row.shownBy, r.noteKind = row.noteKind, r.text = row.text, r.subject = row.subject,
  r.subjectKey = row.subjectKey, r.subjects = row.subjects, r.about = row.about, r.terms = row.terms
WITH l, row
CALL (row) {
  UNWIND row.provisional AS made
  MERGE (a:Api {id: made.id})
  ON CREATE SET a.provisional = true, a.kind = made.kind, a.qualifiedName = made.qualifiedName, a.name = made.name, a.title = made.qualifiedName, a.library = '',
    a.space = row.space, a.createdAt = datetime()
}
CALL (l, row) {
  UNWIND row.nodes AS id
  MATCH (a:Api {id: id})
  FOREACH (new IN CASE WHEN EXISTS { (l)-[:ABOUT]->(a) } THEN [] ELSE [1] END | CREATE (l)-[:ABOUT]->(a))
}
CALL (l, row) {
  UNWIND row.nodes AS id
  MATCH (e:ErrorSignature {id: id})
  FOREACH (new IN CASE WHEN EXISTS { (l)-[:ABOUT]->(e) } THEN [] ELSE [1] END | CREATE (l)-[:ABOUT]->(e))
}
