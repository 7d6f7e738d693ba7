// Whether answers in a space may go without an insight now and then, so that what insights do can be measured.
// @write
// @param space: string
// @param withhold: boolean
MERGE (s:Space {id: $space})
SET s.withhold = $withhold
