// What was removed while it was cited and came back as a second node is one node again, with its citations and its evidence.
// @since 0.1.0
MATCH (old:Retired)
MATCH (live:Doc|Api {id: old.id})
CALL (old, live) {
  MATCH (source)-[edge]->(old)
  CREATE (source)-[copy:$(type(edge))]->(live)
  SET copy = properties(edge)
}
WITH old, live, properties(old) AS was, properties(live) AS now
SET live = was
SET live += now
SET live.evidencePassed = coalesce(was.evidencePassed + now.evidencePassed, was.evidencePassed, now.evidencePassed),
  live.evidenceFailed = coalesce(was.evidenceFailed + now.evidenceFailed, was.evidenceFailed, now.evidenceFailed)
REMOVE live.retiredAt
DETACH DELETE old;
