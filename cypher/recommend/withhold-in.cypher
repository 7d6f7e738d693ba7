// Whether a space lets a share of its answers go without an insight, so that what insights do can be measured.
// @read
// @param space: string
// @row withhold: boolean
OPTIONAL MATCH (s:Space {id: $space})
RETURN coalesce(s.withhold, true) AS withhold
