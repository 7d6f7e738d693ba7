// Insights in these states after a place in their order: the oldest first, or the most worth deciding on.
// Worth is how well an insight is witnessed and backed, how many attempts with what it is about failed, and what came of answers that showed it.
// Ready is what can be approved: no gate fails but that against contradictions, which a person weighs, and agents saw it or a quotation holds.
// @read
// @param space: string
// @param states: string[]
// @param library: string?
// @param gap: string?
// @param flag: string?
// @param words: string
// @param by: string?
// @param ready: boolean?
// @param byWorth: boolean
// @param afterPlace: int
// @param afterId: string
// @param limit: int
// @row id: string
// @row place: int
// @row node: map
MATCH (i:Insight)
WHERE i.state IN $states AND i.space = $space AND ($library IS NULL OR i.library = $library) AND ($gap IS NULL OR i.gap = $gap)
  AND ($flag IS NULL OR $flag IN coalesce(i.flags, []))
  AND ($words = '' OR toLower(coalesce(i.text, '') + ' ' + coalesce(i.title, '') + ' ' + coalesce(i.names, '')) CONTAINS $words)
  AND ($by IS NULL OR i.claimedBy = $by)
  AND ($ready IS NULL OR $ready = (i.state <> 'needs-work'
    AND NOT replace(coalesce(i.gates, ''), '"gate":"not-contradiction","passed":false', '') CONTAINS '"passed":false'
    AND (coalesce(i.gates, '') CONTAINS '"gate":"observed"' OR EXISTS { MATCH (i)-[b:BACKED_BY]->(d:Doc) WHERE d.text CONTAINS b.quote })))
WITH i, CASE WHEN $byWorth THEN -toInteger(round(1000.0 * (
    log(1 + coalesce(i.support, 0)) + log(1 + coalesce(i.agents, 0))
    + CASE WHEN EXISTS { MATCH (i)-[b:BACKED_BY]->(d:Doc) WHERE d.text CONTAINS b.quote } THEN 1 ELSE 0 END
    + 0.5 * log(1 + COUNT { MATCH (i)-[:ABOUT]->(a:Api)<-[:USES]-(t:Trace {outcome: 'failed'}) WHERE t.space IN [$space, 'public'] RETURN t LIMIT 100 })
    + 2.0 * (coalesce(i.evidencePassed, 0.0) - coalesce(i.evidenceFailed, 0.0)) / (2.0 + coalesce(i.evidencePassed, 0.0) + coalesce(i.evidenceFailed, 0.0)))))
  ELSE coalesce(i.createdAt.epochMillis, 0) END AS place
WHERE place > $afterPlace OR (place = $afterPlace AND i.id > $afterId)
WITH i, place
ORDER BY place, i.id
LIMIT $limit
RETURN i.id AS id, place, i {.*, embedding: null, createdAt: toString(i.createdAt)} AS node
ORDER BY place, id
