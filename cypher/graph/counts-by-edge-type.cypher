// How many edges of each type are in sight: those of which both ends are. A state or an error at the end of a trace in sight is in sight by that;
// between states the edge itself says whose it is.
// @read
// @param spaces: string[]
// @row type: string
// @row count: int
CALL () {
  MATCH (n:Library|Doc|Api|Problem|Trace|Lesson|Insight|Recommendation|Feedback|KnowledgeRequest|Review|Epoch|Retired|Job)
  WHERE n.space IN $spaces
  MATCH (n)-[r]->(other:Library|Doc|Api|Problem|Trace|State|ErrorSignature|Lesson|Insight|Recommendation|Feedback|KnowledgeRequest|Review|Epoch|Retired|Job)
  WHERE other:State|ErrorSignature OR other.space IN $spaces
  RETURN type(r) AS type, count(*) AS count
  UNION ALL
  MATCH (:State)-[r:STEP|SHORTCUT]->(:State)
  WHERE r.space IN $spaces
  RETURN type(r) AS type, count(*) AS count
}
RETURN type, count
ORDER BY type
