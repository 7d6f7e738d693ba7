// Writes the lessons that a chat model gave, but for those that somebody deleted; one that is there keeps what is known of its use and its vector.
// @write
// @param rows: map[]
UNWIND $rows AS row
WITH row
WHERE NOT EXISTS { (:Retired {id: row.id, named: true}) }
MERGE (l:Lesson {id: row.id})
ON CREATE SET l.createdAt = datetime(), l.factor = 1.0, l.uses = 0, l.helped = 0, l.kind = 'lesson', l.problem = row.problem, l.space = row.space
SET l.tag = row.tag, l.effect = row.effect, l.tainted = row.tainted, l.writer = row.writer, l.title = row.text, l.text = row.text,
  l.terms = row.terms, l.embedding = coalesce(row.embedding, l.embedding), l.happens = row.text, l.source = 'model', l.trust = 'self-reported', l.witnesses = 1,
  l.principals = 1, l.weight = 0.25, l.about = row.apis, l.aboutSaid = row.apis, l.subject = 'api:' + coalesce(head(row.apis), ''),
  l.subjectKey = toLower(coalesce(last(split(head(row.apis), '.')), '')), l.subjects = [name IN row.apis | 'api:' + name], l.retired = null, l.grouped = null
WITH l, row
CALL (l, row) {
  MATCH (l)-[r:LEARNED_IN]->(t:Trace)
  WHERE NOT t.id IN row.attempts
  DELETE r
}
CALL (l) {
  MATCH (l)-[r:ABOUT]->(:Api)
  DELETE r
}
UNWIND row.attempts AS attempt
MATCH (t:Trace {id: attempt})
MERGE (l)-[:LEARNED_IN]->(t)
WITH l, row, t
MATCH (t)-[u:USES]->(a:Api)
WHERE any(name IN u.names WHERE name IN row.apis)
MERGE (l)-[:ABOUT]->(a)
