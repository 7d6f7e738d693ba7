// How many edges of each type there are in the whole graph, from the counts that Neo4j keeps: nothing is looked at. For who sees every space.
// @read
// @row type: string
// @row count: int
CALL () {
  MATCH ()-[r:MEMBER_OF]->() RETURN 'MEMBER_OF' AS type, count(r) AS count
  UNION ALL
  MATCH ()-[r:PART_OF]->() RETURN 'PART_OF' AS type, count(r) AS count
  UNION ALL
  MATCH ()-[r:DOCUMENTS]->() RETURN 'DOCUMENTS' AS type, count(r) AS count
  UNION ALL
  MATCH ()-[r:SEE_ALSO]->() RETURN 'SEE_ALSO' AS type, count(r) AS count
  UNION ALL
  MATCH ()-[r:ALIAS_OF]->() RETURN 'ALIAS_OF' AS type, count(r) AS count
  UNION ALL
  MATCH ()-[r:REPLACED_BY]->() RETURN 'REPLACED_BY' AS type, count(r) AS count
  UNION ALL
  MATCH ()-[r:USED_WITH]->() RETURN 'USED_WITH' AS type, count(r) AS count
  UNION ALL
  MATCH ()-[r:ABOUT]->() RETURN 'ABOUT' AS type, count(r) AS count
  UNION ALL
  MATCH ()-[r:ATTEMPTS]->() RETURN 'ATTEMPTS' AS type, count(r) AS count
  UNION ALL
  MATCH ()-[r:USES]->() RETURN 'USES' AS type, count(r) AS count
  UNION ALL
  MATCH ()-[r:RAISED]->() RETURN 'RAISED' AS type, count(r) AS count
  UNION ALL
  MATCH ()-[r:RESOLVED]->() RETURN 'RESOLVED' AS type, count(r) AS count
  UNION ALL
  MATCH ()-[r:STEP]->() RETURN 'STEP' AS type, count(r) AS count
  UNION ALL
  MATCH ()-[r:SHORTCUT]->() RETURN 'SHORTCUT' AS type, count(r) AS count
  UNION ALL
  MATCH ()-[r:STARTS_AT]->() RETURN 'STARTS_AT' AS type, count(r) AS count
  UNION ALL
  MATCH ()-[r:ENDS_AT]->() RETURN 'ENDS_AT' AS type, count(r) AS count
  UNION ALL
  MATCH ()-[r:FOLLOWED]->() RETURN 'FOLLOWED' AS type, count(r) AS count
  UNION ALL
  MATCH ()-[r:LEARNED_IN]->() RETURN 'LEARNED_IN' AS type, count(r) AS count
  UNION ALL
  MATCH ()-[r:DERIVED_FROM]->() RETURN 'DERIVED_FROM' AS type, count(r) AS count
  UNION ALL
  MATCH ()-[r:BACKED_BY]->() RETURN 'BACKED_BY' AS type, count(r) AS count
  UNION ALL
  MATCH ()-[r:SUPERSEDES]->() RETURN 'SUPERSEDES' AS type, count(r) AS count
  UNION ALL
  MATCH ()-[r:CONTRADICTS]->() RETURN 'CONTRADICTS' AS type, count(r) AS count
  UNION ALL
  MATCH ()-[r:IN_FORCE_IN]->() RETURN 'IN_FORCE_IN' AS type, count(r) AS count
  UNION ALL
  MATCH ()-[r:FOR]->() RETURN 'FOR' AS type, count(r) AS count
  UNION ALL
  MATCH ()-[r:CITES]->() RETURN 'CITES' AS type, count(r) AS count
  UNION ALL
  MATCH ()-[r:WITHHELD]->() RETURN 'WITHHELD' AS type, count(r) AS count
  UNION ALL
  MATCH ()-[r:ASKS_FOR]->() RETURN 'ASKS_FOR' AS type, count(r) AS count
  UNION ALL
  MATCH ()-[r:ON]->() RETURN 'ON' AS type, count(r) AS count
  UNION ALL
  MATCH ()-[r:USED]->() RETURN 'USED' AS type, count(r) AS count
  UNION ALL
  MATCH ()-[r:DECIDED]->() RETURN 'DECIDED' AS type, count(r) AS count
}
WITH type, count
WHERE count > 0
RETURN type, count
ORDER BY type
