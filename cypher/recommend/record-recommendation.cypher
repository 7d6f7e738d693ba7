// Records an answer with what it cites, and says which citations hold: the node is there, in sight, and has the words.
// @write
// @param id: string
// @param question: string
// @param problems: string[]
// @param kind: string
// @param libraries: string[]
// @param space: string
// @param spaces: string[]
// @param task: string
// @param session: string?
// @param locked: string[]
// @param cites: map[]
// @row number: int
CREATE (r:Recommendation {id: $id, question: $question, kind: $kind, libraries: $libraries, space: $space, taskKey: $task, sessionKey: $session, locked: CASE WHEN size($locked) = 0 THEN null ELSE $locked END, createdAt: datetime()})
WITH r
CALL (r) {
  MATCH (p:Problem)
  WHERE p.id IN $problems AND p.space IN $spaces
  CREATE (r)-[:FOR]->(p)
}
WITH r
UNWIND $cites AS cite
MATCH (n:Doc|Api|Trace|Lesson|Insight {id: cite.id})
WHERE n.space IN $spaces AND (n.text CONTAINS cite.quote OR n.title = cite.quote)
CREATE (r)-[:CITES {rank: toInteger(cite.number), section: cite.section, reason: cite.reason, quote: cite.quote}]->(n)
RETURN toInteger(cite.number) AS number
ORDER BY number
