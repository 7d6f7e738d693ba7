// Removes errors and states that a corrected trace left and that nothing leads to or from any more. Each is locked before it is looked at, as another writer may be about to lead to it.
// @write
// @param errors: string[]
// @param states: string[]
CALL () {
  MATCH (n:ErrorSignature)
  WHERE n.id IN $errors
  RETURN n
  UNION
  MATCH (n:State)
  WHERE n.id IN $states
  RETURN n
}
WITH n ORDER BY n.id
SET n.kind = n.kind
WITH n
WHERE NOT EXISTS { (n)--() }
DELETE n
