// The text of a state that a trace in sight passed through.
// @read
// @param id: string
// @param spaces: string[]
// @row text: string
MATCH (s:State)
WHERE s.id IN [$id, 'state:' + $id] AND (EXISTS { MATCH (s)<-[:STARTS_AT|ENDS_AT]-(t:Trace) WHERE t.space IN $spaces }
  OR EXISTS { MATCH (s)-[r:STEP]-(:State) WHERE r.space IN $spaces })
RETURN s.text AS text
LIMIT 1
