// The quotations that back an insight, with the documentation around them; one whose words or section went holds no more.
// @read
// @param id: string
// @row doc: string
// @row title: string
// @row library: string?
// @row url: string?
// @row quote: string
// @row holds: boolean
// @row before: string
// @row after: string
MATCH (:Insight {id: $id})-[b:BACKED_BY]->(d:Doc|Retired)
WITH b, d, 'Doc' IN labels(d) AND coalesce(d.text, '') CONTAINS b.quote AS holds
WITH b, d, holds, CASE WHEN holds AND b.quote <> '' THEN split(d.text, b.quote)[0] ELSE '' END AS before
RETURN d.id AS doc, coalesce(d.title, d.id) AS title, d.library AS library, d.url AS url, b.quote AS quote, holds, right(before, 400) AS before,
  CASE WHEN holds THEN substring(d.text, size(before) + size(b.quote), 400) ELSE '' END AS after
ORDER BY doc, quote
