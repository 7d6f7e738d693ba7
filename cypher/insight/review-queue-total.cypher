// How many insights are in these states.
// @read
// @param space: string
// @param states: string[]
// @param library: string?
// @param gap: string?
// @param flag: string?
// @row total: int
MATCH (i:Insight)
WHERE i.state IN $states AND i.space = $space AND ($library IS NULL OR i.library = $library) AND ($gap IS NULL OR i.gap = $gap)
  AND ($flag IS NULL OR $flag IN coalesce(i.flags, []))
RETURN count(*) AS total
