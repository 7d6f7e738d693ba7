// First in a transaction: no row where the lease went to somebody else; nobody takes it over while the transaction is open.
// @write
// @param id: string
// @param token: string
// @row beat: int
MATCH (m:Meta {id: $id})
SET m.asked = $token
REMOVE m.asked
WITH m
WHERE m.token = $token
SET m.beat = m.beat + 1
RETURN m.beat AS beat
