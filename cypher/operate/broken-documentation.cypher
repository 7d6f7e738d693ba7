// What documentation may never be once ingestion has ended, as src/README.md says it: the rule, how often it is broken, and where first. For eval:faults.
// @read
// @row rule: string
// @row times: int
// @row first: string
CALL () {
  MATCH (n:Doc|Api|Library|Retired)
  WITH n.id AS id, count(*) AS nodes
  WHERE nodes > 1
  RETURN 'documentation that is two nodes' AS rule, id
  UNION ALL
  MATCH (d:Doc)
  WHERE NOT EXISTS { (d)-[:PART_OF]->() }
  RETURN 'section that is part of nothing' AS rule, d.id AS id
  UNION ALL
  MATCH (d:Doc)
  OPTIONAL MATCH (page:Doc {id: d.page})
  WITH d, page
  WHERE page.hash IS NULL
  RETURN 'section of a page that is not whole' AS rule, d.id AS id
  UNION ALL
  MATCH (d:Doc)
  WITH d.page AS page, collect(d.ordinal) AS ordinals
  WHERE size(ordinals) <> toInteger(reduce(most = 0, one IN ordinals | CASE WHEN one > most THEN one ELSE most END)) + 1
  RETURN 'page that lacks a section' AS rule, page AS id
  UNION ALL
  MATCH (a:Api)
  WHERE NOT coalesce(a.provisional, false) AND NOT EXISTS { (a)<-[:DOCUMENTS]-(:Doc) }
  RETURN 'API that no section documents' AS rule, a.id AS id
  UNION ALL
  MATCH (n:Doc|Api)
  WHERE n.embedding IS NULL AND NOT coalesce(n.provisional, false)
  RETURN 'documentation without a vector' AS rule, n.id AS id
}
WITH rule, id ORDER BY rule, id
RETURN rule, count(*) AS times, head(collect(id)) AS first
ORDER BY rule
