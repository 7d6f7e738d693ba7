// Transactions that may be writing, those that hold the gate apart.
// @read
// @row writers: string[]
// @row gates: int
SHOW TRANSACTIONS
YIELD database, transactionId, metaData
WHERE database <> 'system' AND coalesce(metaData.access, '') <> 'read'
RETURN [id IN collect(CASE WHEN metaData.gate IS NULL THEN transactionId END) WHERE id IS NOT NULL] AS writers, count(metaData.gate) AS gates
