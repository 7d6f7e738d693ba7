// Whether a copy of the whole graph is being made or put back: a transaction that says so is under way.
// @read
// @row closed: boolean
SHOW TRANSACTIONS
YIELD metaData
WHERE metaData.app = 'cairn' AND metaData.gate = 'closed'
RETURN count(*) > 0 AS closed
