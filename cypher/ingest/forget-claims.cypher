// Takes back what these pages said of their APIs, and which sections document what, before they are written again.
// @write
// @param pages: string[]
MATCH (a:Api) WHERE a.page IN $pages
SET a.claim = null
WITH count(*) AS released
MATCH (d:Doc) WHERE d.page IN $pages
MATCH (d)-[edge:DOCUMENTS|PART_OF]->()
DELETE edge
