// What a line of the queue says of these insights: what they are about, the first quotation that holds, and how many attempts with what they are about failed (100 at most).
// @read
// @param ids: string[]
// @param spaces: string[]
// @row id: string
// @row about: string[]
// @row quote: string?
// @row needs: int
MATCH (i:Insight)
WHERE i.id IN $ids AND i.space IN $spaces
CALL (i) {
  OPTIONAL MATCH (i)-[:ABOUT]->(a:Api)
  WITH DISTINCT a.qualifiedName AS name ORDER BY name LIMIT 3
  RETURN collect(name) AS apis
}
CALL (i) {
  OPTIONAL MATCH (i)-[:DERIVED_FROM]->(l:Lesson)
  WITH l ORDER BY l.id LIMIT 1
  RETURN head(collect(coalesce(l.about, [])[..3])) AS subjects
}
CALL (i) {
  OPTIONAL MATCH (i)-[b:BACKED_BY]->(d:Doc)
  WHERE d.text CONTAINS b.quote
  WITH b.quote AS quote ORDER BY quote LIMIT 1
  RETURN head(collect(quote)) AS quote
}
RETURN i.id AS id, CASE WHEN size(apis) > 0 THEN apis ELSE coalesce(subjects, []) END AS about, quote,
  COUNT { MATCH (i)-[:ABOUT]->(a:Api)<-[:USES]-(t:Trace {outcome: 'failed'}) WHERE t.space IN $spaces RETURN t LIMIT 100 } AS needs
ORDER BY id
