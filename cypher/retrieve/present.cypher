// What is shown of these nodes; text and code are cut to their first 1,600 characters.
// @read
// @param ids: string[]
// @param spaces: string[]
// @row id: string
// @row label: string
// @row node: map
MATCH (n:Doc|Api|Problem|Trace|Lesson|Insight)
WHERE n.id IN $ids AND n.space IN $spaces
RETURN n.id AS id, head([l IN labels(n) WHERE l <> 'Retired']) AS label,
  n {.kind, .library, .title, .qualifiedName, .signature, .summary, .deprecated, .doc, .path, .anchor, .part, .url, .breadcrumb,
     .outcome, .agent, .applies, .advice, .avoid, .evidencePassed, .evidenceFailed, evidenceAt: n.evidenceAt.epochMillis, text: left(n.text, 1600), code: left(n.code, 1600)} AS node
ORDER BY id
