// One node with all that may be shown of it, and how many neighbours in sight it has along edges of each type. A state has no space of its own: it is
// in sight where a trace in sight passed through it (whether it ran is joined over all, so it is not told); so is an error where one raised or resolved it, and the example shown is of such a trace.
// An insight that nobody approved is in sight only where drafts are.
// @read
// @param ids: string[]
// @param spaces: string[]
// @param drafts: string[]
// @row id: string
// @row label: string
// @row properties: map
// @row edges: map[]
MATCH (n:Library|Doc|Api|Problem|Trace|State|ErrorSignature|Lesson|Insight|Recommendation|Feedback|KnowledgeRequest|Review|Epoch|Retired|Job)
WHERE n.id IN $ids
WITH DISTINCT n // Before the rest is asked: planned together with it the look-up takes a second to plan.
WHERE CASE
  WHEN n:State THEN EXISTS { MATCH (n)<-[:STARTS_AT|ENDS_AT]-(t:Trace) WHERE t.space IN $spaces }
    OR EXISTS { MATCH (n)-[r:STEP]-(:State) WHERE r.space IN $spaces }
  WHEN n:ErrorSignature THEN EXISTS { MATCH (n)<-[:RAISED|RESOLVED]-(t:Trace) WHERE t.space IN $spaces }
  WHEN n:Insight THEN n.space IN $spaces AND (n.space IN $drafts OR NOT (coalesce(n.kind, 'reviewed') = 'candidate' OR coalesce(n.state, '') = 'rejected'))
  ELSE n.space IN $spaces END
CALL (n) {
  MATCH (n)-[r]-(other:Library|Doc|Api|Problem|Trace|State|ErrorSignature|Lesson|Insight|Recommendation|Feedback|KnowledgeRequest|Review|Epoch|Retired|Job)
  WHERE (other:State|ErrorSignature OR other.space IN $spaces) AND (NOT type(r) IN ['STEP', 'SHORTCUT'] OR r.space IN $spaces)
    AND (NOT other:Insight OR NOT (coalesce(other.kind, 'reviewed') = 'candidate' OR coalesce(other.state, '') = 'rejected') OR other.space IN $drafts)
  WITH type(r) AS type, startNode(r) = n AS out, count(DISTINCT other) AS count
  ORDER BY type, out
  RETURN collect({type: type, out: out, count: count}) AS edges
}
CALL (n) {
  OPTIONAL MATCH (n:ErrorSignature)<-[r:RAISED]-(t:Trace)
  WHERE t.space IN $spaces
  RETURN min(r.example) AS example
}
RETURN n.id AS id, labels(n)[0] AS label,
  n {.*, text: CASE WHEN n:ErrorSignature THEN example ELSE n.text END, embedding: null, names: null, terms: null, calls: null, standing: null,
    hash: null, fingerprint: null, sources: null, claim: null, linked: null, lock: null, owner: null, marks: null, evidenceOf: null, evidencePassedOf: null, evidenceFailedOf: null, input: null, runs: null, within: null, taskKey: null, sessionKey: null} AS properties,
  edges
ORDER BY id
