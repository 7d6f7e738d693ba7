// How many insights are in these states, of those that can be approved, or cannot, where that is asked.
// @read
// @param space: string
// @param states: string[]
// @param library: string?
// @param gap: string?
// @param flag: string?
// @param words: string
// @param by: string?
// @param ready: boolean?
// @row total: int
MATCH (i:Insight)
WHERE i.state IN $states AND i.space = $space AND ($library IS NULL OR i.library = $library) AND ($gap IS NULL OR i.gap = $gap)
  AND ($flag IS NULL OR $flag IN coalesce(i.flags, []))
  AND ($words = '' OR toLower(coalesce(i.text, '') + ' ' + coalesce(i.title, '') + ' ' + coalesce(i.names, '')) CONTAINS $words)
  AND ($by IS NULL OR i.claimedBy = $by)
  AND ($ready IS NULL OR $ready = (i.state <> 'needs-work'
    AND NOT replace(coalesce(i.gates, ''), '"gate":"not-contradiction","passed":false', '') CONTAINS '"passed":false'
    AND (coalesce(i.gates, '') CONTAINS '"gate":"observed"' OR EXISTS { MATCH (i)-[b:BACKED_BY]->(d:Doc) WHERE d.text CONTAINS b.quote })))
RETURN count(*) AS total
