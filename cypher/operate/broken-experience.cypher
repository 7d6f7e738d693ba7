// What experience may never be while nobody writes, as src/README.md says it: the rule, how often it is broken, and where first. For eval:faults.
// @read
// @row rule: string
// @row times: int
// @row first: string
CALL () {
  MATCH (t:Trace)
  WHERE COUNT { (t)-[:ATTEMPTS]->(:Problem) } <> 1
  RETURN 'trace without its problem' AS rule, t.id AS id
  UNION ALL
  MATCH (t:Trace)
  WHERE t.steps > 0 AND (NOT EXISTS { (t)-[:STARTS_AT]->(:State) } OR NOT EXISTS { (t)-[:ENDS_AT]->(:State) })
  RETURN 'trace with steps and without its ends' AS rule, t.id AS id
  UNION ALL
  MATCH (:State)-[s:STEP]->(:State)
  WITH s.trace AS trace, count(s) AS steps
  OPTIONAL MATCH (t:Trace {id: trace})
  WITH trace, steps, t
  WHERE t IS NULL OR t.steps <> steps
  RETURN 'trace with other steps than it counts' AS rule, trace AS id
  UNION ALL
  MATCH (t:Trace)-[r:RESOLVED]->(e:ErrorSignature)
  WHERE NOT coalesce(r.own, false) AND (t.outcome <> 'passed' OR NOT EXISTS {
    (t)-[:ATTEMPTS]->(:Problem)<-[:ATTEMPTS]-(other:Trace)-[:RAISED]->(e)
    WHERE other.outcome <> 'passed'
  })
  RETURN 'resolution that nothing bears out' AS rule, t.id AS id
  UNION ALL
  MATCH (t:Trace)
  WHERE t.confirmed AND NOT EXISTS {
    (t)-[:ATTEMPTS]->(:Problem)<-[:ATTEMPTS]-(other:Trace {outcome: 'passed'}) WHERE other.principal <> t.principal
  } AND NOT EXISTS { (t)<-[:USED]-(f:Feedback {outcome: 'passed'}) WHERE f.principal <> t.principal }
  RETURN 'outcome that is confirmed by nobody' AS rule, t.id AS id
  UNION ALL
  MATCH (p:Problem)
  WHERE NOT EXISTS { (p)<-[:ATTEMPTS]-(:Trace) } AND NOT EXISTS { (p)<-[:FOR|CITES]-(:Recommendation) }
  RETURN 'problem that nobody attempted' AS rule, p.id AS id
  UNION ALL
  MATCH (s:State)
  WHERE NOT EXISTS { (s)<-[:STARTS_AT|ENDS_AT]-(:Trace) } AND NOT EXISTS { (s)-[:STEP]-(:State) }
  RETURN 'state that no trace passed' AS rule, s.id AS id
  UNION ALL
  MATCH (l:Lesson)
  WHERE l.retired IS NULL AND NOT EXISTS { (l)-[:LEARNED_IN]->(:Trace) }
  RETURN 'note that no trace says' AS rule, l.id AS id
  UNION ALL
  MATCH (l:Lesson)
  WHERE l.retired IS NULL AND l.subjectKey IS NOT NULL AND (l.grouped IS NULL OR l.embedding IS NULL)
  RETURN 'note that still waits for its vector and its place' AS rule, l.id AS id
  UNION ALL
  MATCH (n:Doc|Api|Trace|Lesson|Insight|Problem)
  OPTIONAL MATCH (f:Feedback)-[:USED]->(n)
  WITH n, count(f) AS uses
  WHERE coalesce(n.evidenceUses, 0) <> uses
  RETURN 'uses that no feedback bears out' AS rule, n.id AS id
  UNION ALL
  MATCH (f:Feedback)
  WHERE COUNT { (f)-[:ON]->(:Recommendation) } <> 1
  RETURN 'feedback without its answer' AS rule, f.id AS id
}
WITH rule, id ORDER BY rule, id
RETURN rule, count(*) AS times, head(collect(id)) AS first
ORDER BY rule
