// Removes the APIs that these pages told of and that are not kept; what was cited or used stays as history. One that
// another page documents too is that page's from now on, without what the first one said: it is told anew when that page is read again.
// @write
// @param pages: string[]
// @param keep: string[]
// @row removed: int
MATCH (a:Api) WHERE a.page IN $pages AND NOT a.id IN $keep
CALL (a) {
  OPTIONAL MATCH (other:Doc)-[:DOCUMENTS]->(a) WHERE NOT other.page IN $pages
  WITH other ORDER BY other.id
  RETURN head(collect(other)) AS heir
}
FOREACH (doc IN CASE WHEN heir IS NULL THEN [] ELSE [heir] END |
  SET a.page = doc.page, a.doc = doc.id, a.signature = null, a.summary = '', a.text = a.qualifiedName, a.parameters = '[]', a.examples = null,
    a.deprecated = null, a.aliasOf = [], a.replacedBy = [], a.terms = ''
  REMOVE a.claim)
WITH a, heir
WHERE heir IS NULL
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
