// How many nodes of each label and edges of each type there are in the whole graph, from the counts that Neo4j keeps: nothing is looked at. For who
// sees every space.
// @read
// @row what: string
// @row name: string
// @row count: int
CALL () {
  MATCH (n:Library) RETURN 'node' AS what, 'Library' AS name, count(n) AS count
  UNION ALL
  MATCH (n:Doc) RETURN 'node' AS what, 'Doc' AS name, count(n) AS count
  UNION ALL
  MATCH (n:Api) RETURN 'node' AS what, 'Api' AS name, count(n) AS count
  UNION ALL
  MATCH (n:Problem) RETURN 'node' AS what, 'Problem' AS name, count(n) AS count
  UNION ALL
  MATCH (n:Trace) RETURN 'node' AS what, 'Trace' AS name, count(n) AS count
  UNION ALL
  MATCH (n:State) RETURN 'node' AS what, 'State' AS name, count(n) AS count
  UNION ALL
  MATCH (n:ErrorSignature) RETURN 'node' AS what, 'ErrorSignature' AS name, count(n) AS count
  UNION ALL
  MATCH (n:Lesson) RETURN 'node' AS what, 'Lesson' AS name, count(n) AS count
  UNION ALL
  MATCH (n:Insight) RETURN 'node' AS what, 'Insight' AS name, count(n) AS count
  UNION ALL
  MATCH (n:Recommendation) RETURN 'node' AS what, 'Recommendation' AS name, count(n) AS count
  UNION ALL
  MATCH (n:Feedback) RETURN 'node' AS what, 'Feedback' AS name, count(n) AS count
  UNION ALL
  MATCH (n:KnowledgeRequest) RETURN 'node' AS what, 'KnowledgeRequest' AS name, count(n) AS count
  UNION ALL
  MATCH (n:Review) RETURN 'node' AS what, 'Review' AS name, count(n) AS count
  UNION ALL
  MATCH (n:Epoch) RETURN 'node' AS what, 'Epoch' AS name, count(n) AS count
  UNION ALL
  MATCH (n:Retired) WHERE labels(n)[0] = 'Retired' RETURN 'node' AS what, 'Retired' AS name, count(n) AS count
  UNION ALL
  MATCH (n:Job) WHERE n.space IS NOT NULL RETURN 'node' AS what, 'Job' AS name, count(n) AS count
  UNION ALL
  MATCH ()-[r:MEMBER_OF]->() RETURN 'edge' AS what, 'MEMBER_OF' AS name, count(r) AS count
  UNION ALL
  MATCH ()-[r:PART_OF]->() RETURN 'edge' AS what, 'PART_OF' AS name, count(r) AS count
  UNION ALL
  MATCH ()-[r:DOCUMENTS]->() RETURN 'edge' AS what, 'DOCUMENTS' AS name, count(r) AS count
  UNION ALL
  MATCH ()-[r:SEE_ALSO]->() RETURN 'edge' AS what, 'SEE_ALSO' AS name, count(r) AS count
  UNION ALL
  MATCH ()-[r:ALIAS_OF]->() RETURN 'edge' AS what, 'ALIAS_OF' AS name, count(r) AS count
  UNION ALL
  MATCH ()-[r:REPLACED_BY]->() RETURN 'edge' AS what, 'REPLACED_BY' AS name, count(r) AS count
  UNION ALL
  MATCH ()-[r:USED_WITH]->() RETURN 'edge' AS what, 'USED_WITH' AS name, count(r) AS count
  UNION ALL
  MATCH ()-[r:ABOUT]->() RETURN 'edge' AS what, 'ABOUT' AS name, count(r) AS count
  UNION ALL
  MATCH ()-[r:ATTEMPTS]->() RETURN 'edge' AS what, 'ATTEMPTS' AS name, count(r) AS count
  UNION ALL
  MATCH ()-[r:USES]->() RETURN 'edge' AS what, 'USES' AS name, count(r) AS count
  UNION ALL
  MATCH ()-[r:RAISED]->() RETURN 'edge' AS what, 'RAISED' AS name, count(r) AS count
  UNION ALL
  MATCH ()-[r:RESOLVED]->() RETURN 'edge' AS what, 'RESOLVED' AS name, count(r) AS count
  UNION ALL
  MATCH ()-[r:STEP]->() RETURN 'edge' AS what, 'STEP' AS name, count(r) AS count
  UNION ALL
  MATCH ()-[r:SHORTCUT]->() RETURN 'edge' AS what, 'SHORTCUT' AS name, count(r) AS count
  UNION ALL
  MATCH ()-[r:STARTS_AT]->() RETURN 'edge' AS what, 'STARTS_AT' AS name, count(r) AS count
  UNION ALL
  MATCH ()-[r:ENDS_AT]->() RETURN 'edge' AS what, 'ENDS_AT' AS name, count(r) AS count
  UNION ALL
  MATCH ()-[r:FOLLOWED]->() RETURN 'edge' AS what, 'FOLLOWED' AS name, count(r) AS count
  UNION ALL
  MATCH ()-[r:LEARNED_IN]->() RETURN 'edge' AS what, 'LEARNED_IN' AS name, count(r) AS count
  UNION ALL
  MATCH ()-[r:DERIVED_FROM]->() RETURN 'edge' AS what, 'DERIVED_FROM' AS name, count(r) AS count
  UNION ALL
  MATCH ()-[r:BACKED_BY]->() RETURN 'edge' AS what, 'BACKED_BY' AS name, count(r) AS count
  UNION ALL
  MATCH ()-[r:SUPERSEDES]->() RETURN 'edge' AS what, 'SUPERSEDES' AS name, count(r) AS count
  UNION ALL
  MATCH ()-[r:CONTRADICTS]->() RETURN 'edge' AS what, 'CONTRADICTS' AS name, count(r) AS count
  UNION ALL
  MATCH ()-[r:IN_FORCE_IN]->() RETURN 'edge' AS what, 'IN_FORCE_IN' AS name, count(r) AS count
  UNION ALL
  MATCH ()-[r:FOR]->() RETURN 'edge' AS what, 'FOR' AS name, count(r) AS count
  UNION ALL
  MATCH ()-[r:CITES]->() RETURN 'edge' AS what, 'CITES' AS name, count(r) AS count
  UNION ALL
  MATCH ()-[r:WITHHELD]->() RETURN 'edge' AS what, 'WITHHELD' AS name, count(r) AS count
  UNION ALL
  MATCH ()-[r:ASKS_FOR]->() RETURN 'edge' AS what, 'ASKS_FOR' AS name, count(r) AS count
  UNION ALL
  MATCH ()-[r:ON]->() RETURN 'edge' AS what, 'ON' AS name, count(r) AS count
  UNION ALL
  MATCH ()-[r:USED]->() RETURN 'edge' AS what, 'USED' AS name, count(r) AS count
  UNION ALL
  MATCH ()-[r:DECIDED]->() RETURN 'edge' AS what, 'DECIDED' AS name, count(r) AS count
}
WITH what, name, count
WHERE count > 0
RETURN what, name, count
ORDER BY what, name
