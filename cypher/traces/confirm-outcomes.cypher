// Says of the attempts at these problems, and at those that these traces attempt, whether somebody else bears out that they passed: who passed there with the same solution but for blanks,
// or who used it from an answer and told that this went well. It follows from the attempts and the feedback that there are; what is nobody's bears nothing out and is not borne out.
// @write
// @param problems: string[]
// @param traces: string[]
CALL () {
  UNWIND $problems AS id
  MATCH (p:Problem {id: id})
  RETURN p
  UNION
  UNWIND $traces AS id
  MATCH (:Trace {id: id})-[:ATTEMPTS]->(p:Problem)
  RETURN p
}
WITH DISTINCT p ORDER BY p.id
SET p.lock = true
REMOVE p.lock
WITH p
CALL (p) {
  MATCH (p)<-[:ATTEMPTS]-(t:Trace {outcome: 'passed'})
  WHERE t.principal IS NOT NULL AND NOT coalesce(t.tainted, false) AND t.code IS NOT NULL
  WITH [word IN split(replace(replace(replace(t.code, '\r', ' '), '\n', ' '), '\t', ' '), ' ') WHERE word <> ''] AS solution, t
  WHERE size(solution) > 0
  WITH solution, collect(t.id) AS same, count(DISTINCT t.principal) AS principals
  WHERE principals > 1
  UNWIND same AS id
  RETURN collect(id) AS agreeing
}
MATCH (p)<-[:ATTEMPTS]-(t:Trace)
WITH t, t.outcome = 'passed' AND t.principal IS NOT NULL AND NOT coalesce(t.tainted, false) AND (t.id IN agreeing OR EXISTS {
  (t)<-[:USED]-(f:Feedback {outcome: 'passed'}) WHERE f.space = t.space AND f.principal IS NOT NULL AND f.principal <> t.principal
}) AS confirmed
WHERE coalesce(t.confirmed, false) <> confirmed
SET t.confirmed = CASE WHEN confirmed THEN true END
