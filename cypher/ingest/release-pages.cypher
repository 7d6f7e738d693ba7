// Before pages are written again or go: other pages that document the same APIs must say so anew,
// because one of them may now be the best account of it.
// @write
// @param pages: string[]
MATCH (a:Api) WHERE a.page IN $pages
MATCH (other:Doc)-[:DOCUMENTS]->(a)
WHERE NOT other.page IN $pages
MATCH (page:Doc {id: other.page})
SET page.hash = ''
