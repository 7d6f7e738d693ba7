// Removes a library that has no pages any more; one that problems or insights are about stays as history.
// @write
// @param id: string
MATCH (l:Library {id: $id})
WITH l, EXISTS { (l)<-[:ABOUT]-() } OR EXISTS { MATCH (i:Insight) WHERE i.library = l.key } AS used
FOREACH (_ IN CASE WHEN used THEN [1] ELSE [] END |
  SET l:Retired, l.retiredAt = datetime()
  REMOVE l:Library, l.sources, l.fingerprint, l.state)
FOREACH (_ IN CASE WHEN used THEN [] ELSE [1] END | DETACH DELETE l)
