// Removes the sections of these pages that are not kept; what advice once cited stays as history.
// @write
// @param pages: string[]
// @param keep: string[]
// @row removed: int
MATCH (d:Doc) WHERE d.page IN $pages AND NOT d.id IN $keep
OPTIONAL MATCH (d)<-[cited:CITES|BACKED_BY|USED]-()
WITH d, count(cited) AS citations
FOREACH (_ IN CASE WHEN citations > 0 THEN [1] ELSE [] END |
  SET d:Retired, d.retiredAt = datetime()
  REMOVE d:Doc, d.embedding, d.hash)
WITH d, citations
OPTIONAL MATCH (d)-[edge:PART_OF|DOCUMENTS]-()
DELETE edge
WITH DISTINCT d, citations
FOREACH (_ IN CASE WHEN citations = 0 THEN [1] ELSE [] END | DETACH DELETE d)
RETURN count(*) AS removed
