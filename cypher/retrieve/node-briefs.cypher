// Those of these nodes that are in sight, in short, with how many neighbours in sight each has, and how it fared: a problem by its attempts, the rest by the evidence on it.
// An insight that nobody approved is in sight only where drafts are.
// @read
// @param ids: string[]
// @param spaces: string[]
// @param drafts: string[]
// @row id: string
// @row label: string
// @row title: string
// @row kind: string?
// @row library: string?
// @row space: string?
// @row outcome: string?
// @row createdAt: string?
// @row degree: int
// @row epochs: int[]
// @row passed: float
// @row failed: float
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
  RETURN count(DISTINCT other) AS degree
}
CALL (n) {
  OPTIONAL MATCH (n:Insight)
  MATCH (e:Epoch)
  WHERE e.space IN $spaces AND CASE e.state WHEN 'open' THEN n.kind = 'reviewed' AND n.space = e.space ELSE EXISTS { (n)-[:IN_FORCE_IN]->(e) } END
  WITH DISTINCT toInteger(e.number) AS number ORDER BY number
  RETURN collect(number) AS epochs
}
WITH n, degree, epochs, labels(n)[0] AS label,
  coalesce(n.title, n.name, n.question, n.label, n.note, CASE WHEN n:State|KnowledgeRequest THEN split(n.text, '\n')[0] WHEN n:Epoch THEN 'Epoch ' + toString(toInteger(n.number))
    WHEN n:Review THEN n.kind END, '') AS title
RETURN n.id AS id, label, CASE WHEN trim(title) = '' THEN n.id ELSE left(title, 160) END AS title, n.kind AS kind, coalesce(n.library, CASE WHEN n:Library THEN n.key END) AS library,
  CASE WHEN n:State|ErrorSignature THEN null ELSE n.space END AS space, n.outcome AS outcome,
  toString(coalesce(n.createdAt, n.recordedAt, n.ingestedAt, n.at, n.openedAt, n.startedAt, n.retiredAt)) AS createdAt, degree, epochs,
  CASE WHEN n:Problem THEN toFloat(COUNT { MATCH (n)<-[:ATTEMPTS]-(t:Trace {outcome: 'passed'}) WHERE t.space IN $spaces }) ELSE toFloat(coalesce(n.evidencePassed, 0)) END AS passed,
  CASE WHEN n:Problem THEN toFloat(COUNT { MATCH (n)<-[:ATTEMPTS]-(t:Trace {outcome: 'failed'}) WHERE t.space IN $spaces }) ELSE toFloat(coalesce(n.evidenceFailed, 0)) END AS failed
ORDER BY id
