// A state says the one space whose traces passed through it, so that the nearest of one's own are looked for inside the index; where there are several it says none.
// @since 0.2.0
MATCH (s:State) WHERE s.within IS NULL
WITH s, COLLECT { MATCH (s)-[r:STEP]-(:State) RETURN DISTINCT r.space } + COLLECT { MATCH (s)<-[:STARTS_AT|ENDS_AT]-(t:Trace) RETURN DISTINCT t.space } AS spaces
SET s.within = CASE WHEN all(space IN spaces WHERE space = spaces[0]) THEN coalesce(spaces[0], '') ELSE '' END;
