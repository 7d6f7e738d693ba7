// The number of the last revision of a lineage.
// @read
// @param lineage: string
// @row revision: int
MATCH (i:Insight {lineage: $lineage})
RETURN toInteger(coalesce(max(i.revision), 0)) AS revision
