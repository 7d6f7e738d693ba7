// Which of these nodes are in sight.
// An insight that nobody approved is in sight only where drafts are.
// @read
// @param ids: string[]
// @param spaces: string[]
// @param drafts: string[]
// @row id: string
MATCH (n:Library|Doc|Api|Problem|Trace|State|ErrorSignature|Lesson|Insight|Recommendation|Feedback|KnowledgeRequest|Review|Epoch|Retired|Job)
WHERE n.id IN $ids
WITH DISTINCT n // Before the rest is asked: planned together with it the look-up takes a second to plan.
WHERE CASE
  WHEN n:State THEN EXISTS { MATCH (n)<-[:STARTS_AT|ENDS_AT]-(t:Trace) WHERE t.space IN $spaces }
    OR EXISTS { MATCH (n)-[r:STEP]-(:State) WHERE r.space IN $spaces }
  WHEN n:ErrorSignature THEN EXISTS { MATCH (n)<-[:RAISED|RESOLVED]-(t:Trace) WHERE t.space IN $spaces }
  WHEN n:Insight THEN n.space IN $spaces AND (n.space IN $drafts OR NOT (coalesce(n.kind, 'reviewed') = 'candidate' OR coalesce(n.state, '') = 'rejected'))
  ELSE n.space IN $spaces END
RETURN n.id AS id
ORDER BY id
