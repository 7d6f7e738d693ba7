// Whether a space lets a share of its answers go without an insight, so that what insights do can be measured, and the seed of the lots where there is one.
// @read
// @param space: string
// @row withhold: boolean
// @row seed: string?
OPTIONAL MATCH (s:Space {id: $space})
OPTIONAL MATCH (m:Meta {id: 'withholding'})
RETURN coalesce(s.withhold, true) AS withhold, m.seed AS seed
