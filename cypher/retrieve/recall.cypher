// Everything that one question brings up: hits by meaning, words, names and errors, each with its rank in
// its source, and the neighbours of the best hits along typed edges.
// @read
// @param vector: float[]
// @param spaces: string[]
// @param libraries: string[]
// @param documents: int
// @param experiences: int
// @param textQuery: string
// @param nameQuery: string
// @param errors: string[]
// @param expandTop: int
// @row id: string
// @row label: string
// @row node: map
// @row found: map[]
// @row links: map[]
// @row doc: map?
CYPHER 25
CALL () {
  MATCH (n:Doc|Api)
    SEARCH n IN (VECTOR INDEX memory_vector FOR $vector WHERE n.space IN $spaces AND n.library IN $libraries LIMIT $documents) SCORE AS score
  RETURN n AS hit, score, 'meaning' AS source
  UNION ALL
  MATCH (n:Problem|Trace|Lesson|Insight)
    SEARCH n IN (VECTOR INDEX memory_vector FOR $vector WHERE n.space IN $spaces LIMIT $experiences) SCORE AS score
  RETURN n AS hit, score, 'experience' AS source
  UNION ALL
  CALL db.index.fulltext.queryNodes('memory_text', $textQuery, {limit: $documents}) YIELD node, score
  WHERE node.space IN $spaces AND (node.library IS NULL OR node.library IN $libraries)
  RETURN node AS hit, score, 'words' AS source
  UNION ALL
  CALL db.index.fulltext.queryNodes('memory_names', $nameQuery, {limit: $documents}) YIELD node, score
  WHERE node.space IN $spaces AND (node.library IS NULL OR node.library IN $libraries) AND NOT node:Library
  RETURN node AS hit, score, 'names' AS source
  UNION ALL
  MATCH (e:ErrorSignature)<-[:RAISED]-(failed:Trace)-[:ATTEMPTS]->(:Problem)<-[:ATTEMPTS]-(t:Trace)
  WHERE e.id IN $errors AND t.space IN $spaces AND failed.space IN $spaces
  WITH DISTINCT t
  RETURN t AS hit, CASE t.outcome WHEN 'passed' THEN 1.0 ELSE 0.5 END AS score, 'errors' AS source
  ORDER BY score DESC, t.id
  LIMIT $experiences
  UNION ALL
  MATCH (e:ErrorSignature)<-[:RAISED]-(t:Trace)
  WHERE e.id IN $errors AND t.space IN $spaces
  WITH DISTINCT t
  RETURN t AS hit, 0.4 AS score, 'errors' AS source
  ORDER BY t.id
  LIMIT $experiences
}
WITH source, hit, max(score) AS score
ORDER BY source, score DESC, hit.id
WITH source, collect({hit: hit, score: score}) AS list
UNWIND range(0, size(list) - 1) AS place
WITH list[place].hit AS hit, collect({source: source, rank: place + 1, score: list[place].score}) AS found
WITH hit, found, reduce(best = 1000, f IN found | CASE WHEN f.rank < best THEN f.rank ELSE best END) AS best
CALL (hit, best) {
  WITH hit, best
  WHERE best <= $expandTop
  MATCH (hit)-[r:DOCUMENTS|SEE_ALSO|ALIAS_OF|REPLACED_BY|USES|ATTEMPTS|ABOUT|BACKED_BY]->(other)
  WHERE other.space IN $spaces
  WITH r, other ORDER BY type(r), other.id LIMIT 8
  RETURN collect({node: other, type: type(r)}) AS forward
}
CALL (hit, best) {
  WITH hit, best
  WHERE best <= $expandTop
  MATCH (hit)<-[r:USES|ATTEMPTS|ABOUT|BACKED_BY]-(other:Trace|Insight|Lesson|Problem)
  WHERE other.space IN $spaces
  WITH r, other ORDER BY type(r), other.id LIMIT 6
  RETURN collect({node: other, type: 'of ' + type(r)}) AS backward
}
WITH hit, found, forward + backward AS edges
UNWIND [{node: hit, found: found, from: null, type: null}]
  + [e IN edges | {node: e.node, found: [], from: hit.id, type: e.type}] AS row
WITH row.node AS n, collect(row.found) AS founds, [l IN collect({from: row.from, type: row.type}) WHERE l.from IS NOT NULL] AS links
OPTIONAL MATCH (d:Doc {id: n.doc})
RETURN n.id AS id,
  head([l IN labels(n) WHERE l <> 'Retired']) AS label,
  n {.kind, .library, .title, .qualifiedName, .signature, .summary, .deprecated, .doc, .path, .anchor, .part, .url, .breadcrumb,
     .outcome, .agent, .applies, .advice, .avoid, text: left(n.text, 1600), code: left(n.code, 1600)} AS node,
  reduce(all = [], f IN founds | all + f) AS found,
  links,
  d {.id, .kind, .library, .title, .path, .anchor, .part, .url, .breadcrumb, text: left(d.text, 1600)} AS doc
ORDER BY id
