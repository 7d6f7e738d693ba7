// The gain that a share of the shortcuts in these spaces lies below: an epsilon that fits the embedder in use.
// @read
// @param quantile: float
// @param spaces: string[]
// @row epsilon: float?
MATCH ()-[r:SHORTCUT]->()
WHERE r.space IN $spaces
WITH r.gain AS gain LIMIT 100000
RETURN percentileCont(gain, $quantile) AS epsilon
