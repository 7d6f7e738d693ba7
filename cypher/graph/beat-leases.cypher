// Says that the holders of these leases live; what is missing from the answer is held no more.
// @write
// @param leases: map[]
// @row id: string
// @row cancel: boolean
UNWIND $leases AS lease
MATCH (m:Meta {id: lease.id})
WHERE m.token = lease.token
SET m.beat = m.beat + 1
RETURN m.id AS id, coalesce(m.cancel, false) AS cancel
