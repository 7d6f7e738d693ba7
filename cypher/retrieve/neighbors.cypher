// The neighbours in sight of nodes that are in sight, along edges of these types (all, when none is named), a limited number a node: what was tried, failed and learned
// first, then what belongs together in documentation, and what keeps books last.
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
  WITH r, other, CASE type(r)
    WHEN 'ATTEMPTS' THEN 1 WHEN 'RESOLVED' THEN 2 WHEN 'RAISED' THEN 3 WHEN 'ABOUT' THEN 4 WHEN 'USES' THEN 5 WHEN 'DERIVED_FROM' THEN 6 WHEN 'LEARNED_IN' THEN 7
    WHEN 'BACKED_BY' THEN 8 WHEN 'CONTRADICTS' THEN 9 WHEN 'SUPERSEDES' THEN 10 WHEN 'FOLLOWED' THEN 11 WHEN 'USED_WITH' THEN 12
    WHEN 'CITES' THEN 31 WHEN 'WITHHELD' THEN 32 WHEN 'USED' THEN 33 WHEN 'ON' THEN 34 WHEN 'FOR' THEN 35 WHEN 'ASKS_FOR' THEN 36 WHEN 'DECIDED' THEN 37
    WHEN 'IN_FORCE_IN' THEN 38 WHEN 'STARTS_AT' THEN 39 WHEN 'ENDS_AT' THEN 40 WHEN 'STEP' THEN 41 WHEN 'SHORTCUT' THEN 42
    ELSE 20 END AS place
  RETURN r, other, place
  ORDER BY place, type(r), other.id
  LIMIT $perNode
}
RETURN startNode(r).id AS from, endNode(r).id AS to, type(r) AS type, left(coalesce(r.quote, r.instruction, r.reason), 300) AS note, other.id AS id
ORDER BY place, from, type, to, note
