// How many nodes of each label are in sight: states and errors where a trace in sight met them, all else by its space.
// @read
// @param spaces: string[]
// @row label: string
// @row count: int
CALL () {
  MATCH (n:Library|Doc|Api|Problem|Trace|Lesson|Insight|Recommendation|Feedback|KnowledgeRequest|Review|Epoch|Retired|Job)
  WHERE n.space IN $spaces
  RETURN labels(n)[0] AS label, count(*) AS count
  UNION ALL
  MATCH (n:State)
  WHERE EXISTS { MATCH (n)<-[:STARTS_AT|ENDS_AT]-(t:Trace) WHERE t.space IN $spaces } OR EXISTS { MATCH (n)-[r:STEP]-(:State) WHERE r.space IN $spaces }
  RETURN 'State' AS label, count(*) AS count
  UNION ALL
  MATCH (n:ErrorSignature)
  WHERE EXISTS { MATCH (n)<-[:RAISED|RESOLVED]-(t:Trace) WHERE t.space IN $spaces }
  RETURN 'ErrorSignature' AS label, count(*) AS count
}
WITH label, count
WHERE count > 0
RETURN label, count
ORDER BY label
