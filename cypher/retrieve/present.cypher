// What is shown of these nodes, and how close each is in meaning to a vector, as the vector index scores it; text and code are cut to their first 6,000 characters.
// @read
// @param ids: string[]
// @param spaces: string[]
// @param vector: float[]
// @row id: string
// @row label: string
// @row similarity: float?
// @row libraries: string[]
// @row node: map
MATCH (n:Doc|Api|Problem|Trace|Lesson|Insight)
WHERE n.id IN $ids AND n.space IN $spaces
RETURN n.id AS id, head([l IN labels(n) WHERE l <> 'Retired']) AS label,
  CASE WHEN n.embedding IS NOT NULL AND size($vector) > 0 THEN vector.similarity.cosine(n.embedding, $vector) END AS similarity,
  CASE WHEN n:Problem|Trace|Lesson|Insight THEN coalesce(n.libraries, []) + COLLECT {
    MATCH (n)-[:USES|ABOUT]->(a:Api)
    WHERE a.library IS NOT NULL
    RETURN DISTINCT a.library AS library ORDER BY library } ELSE [] END AS libraries,
  n {.kind, .library, .title, .qualifiedName, .signature, .summary, .deprecated, .doc, .path, .anchor, .part, .url, .breadcrumb, .examples,
     .outcome, .agent, .applies, .advice, .avoid, .judgedBy, .trust, .principal, .confirmed, .observed, .observedCommand, .witnesses, .principals, .happens, .when, .instead, .shownBy, .noteKind, .source, .disputed,
     .evidencePassed, .evidenceFailed, evidenceAt: n.evidenceAt.epochMillis, text: left(n.text, 6000), code: left(n.code, 6000)} AS node
ORDER BY id
