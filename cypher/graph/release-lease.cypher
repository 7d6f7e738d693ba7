// Gives a lease back; a node that is nothing but a lease goes with it.
// @write
// @param id: string
// @param token: string
MATCH (m:Meta {id: $id})
SET m.asked = $token
REMOVE m.asked
WITH m
WHERE m.token = $token
REMOVE m.token, m.holder, m.beat, m.cancel
WITH m
WHERE size(keys(m)) = 1
DELETE m
