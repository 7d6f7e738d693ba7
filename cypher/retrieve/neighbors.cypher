// The neighbours in sight of nodes that are in sight, along edges of these types (all, when none is named), in a fixed order, a limited number a node.
// Filters left empty let everything by; one by outcome is about attempts, one by epoch about insights, one by time about what has a time.
// An insight that nobody approved is in sight only where drafts are.
// @read
// @param ids: string[]
// @param types: string[]
// @param spaces: string[]
// @param drafts: string[]
// @param perNode: int
// @param labels: string[]
// @param libraries: string[]
// @param outcome: string
// @param since: string
// @param until: string
// @param epoch: int
// @row from: string
// @row to: string
// @row type: string
// @row note: string?
// @row id: string
MATCH (n:Library|Doc|Api|Problem|Trace|State|ErrorSignature|Lesson|Insight|Recommendation|Feedback|KnowledgeRequest|Review|Epoch|Retired|Job)
WHERE n.id IN $ids AND ('State' IN labels(n) OR 'ErrorSignature' IN labels(n) OR n.space IN $spaces)
CALL (n) {
  MATCH (n)-[r]-(other:Library|Doc|Api|Problem|Trace|State|ErrorSignature|Lesson|Insight|Recommendation|Feedback|KnowledgeRequest|Review|Epoch|Retired|Job)
  WHERE (size($types) = 0 OR type(r) IN $types)
    AND ('State' IN labels(other) OR 'ErrorSignature' IN labels(other) OR other.space IN $spaces) AND (NOT type(r) IN ['STEP', 'SHORTCUT'] OR r.space IN $spaces)
    AND (NOT 'Insight' IN labels(other) OR NOT (coalesce(other.kind, 'reviewed') = 'candidate' OR coalesce(other.state, '') = 'rejected') OR other.space IN $drafts)
    AND (size($labels) = 0 OR labels(other)[0] IN $labels)
    AND (size($libraries) = 0 OR other.library IN $libraries OR other.key IN $libraries
      OR any(library IN coalesce(other.libraries, []) WHERE library IN $libraries))
    AND ($outcome = '' OR NOT 'Trace' IN labels(other) OR other.outcome = $outcome)
    AND ($epoch = 0 OR NOT 'Insight' IN labels(other) OR EXISTS {
      MATCH (e:Epoch {number: $epoch})
      WHERE e.space IN $spaces AND CASE e.state WHEN 'open' THEN other.kind = 'reviewed' AND other.space = e.space
        ELSE EXISTS { (other)-[:IN_FORCE_IN]->(e) } END })
  WITH r, other, coalesce(other.createdAt, other.recordedAt, other.ingestedAt, other.at, other.openedAt, other.startedAt, other.retiredAt) AS at
  WHERE ($since = '' OR at IS NULL OR datetime(toString(at)) >= datetime($since)) AND ($until = '' OR at IS NULL OR datetime(toString(at)) <= datetime($until))
  RETURN r, other
  ORDER BY type(r), other.id
  LIMIT $perNode
}
RETURN startNode(r).id AS from, endNode(r).id AS to, type(r) AS type, left(coalesce(r.quote, r.instruction, r.reason), 300) AS note, other.id AS id
ORDER BY from, type, to, note
