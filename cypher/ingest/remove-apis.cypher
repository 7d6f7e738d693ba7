// Removes the APIs that these pages told of and that are not kept; what was cited or used stays as history.
// @write
// @param pages: string[]
// @param keep: string[]
// @row removed: int
MATCH (a:Api) WHERE a.page IN $pages AND NOT a.id IN $keep
OPTIONAL MATCH (a)<-[told:CITES|USES|ABOUT|USED]-()
WITH a, count(told) AS mentions
FOREACH (_ IN CASE WHEN mentions > 0 THEN [1] ELSE [] END |
  SET a:Retired, a.retiredAt = datetime()
  REMOVE a:Api, a.embedding)
WITH a, mentions
OPTIONAL MATCH (a)-[edge:MEMBER_OF|DOCUMENTS|SEE_ALSO|ALIAS_OF|REPLACED_BY]-()
DELETE edge
WITH DISTINCT a, mentions
FOREACH (_ IN CASE WHEN mentions = 0 THEN [1] ELSE [] END | DETACH DELETE a)
RETURN count(*) AS removed
