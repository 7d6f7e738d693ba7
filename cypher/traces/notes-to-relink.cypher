// Notes about things of these last names, a page of them, with the code and the libraries that tell what their traces mean by it.
// @read
// @param space: string
// @param keys: string[]
// @param after: string
// @param limit: int
// @row id: string
// @row about: string[]
// @row traces: map[]
MATCH (l:Lesson)
WHERE l.subjectKey IN $keys AND l.space = $space AND l.retired IS NULL AND l.id > $after AND l.aboutSaid IS NOT NULL
WITH l ORDER BY l.id LIMIT $limit
CALL (l) {
  MATCH (l)-[r:LEARNED_IN]->(t:Trace)
  WHERE r.source IN ['said', 'written']
  WITH t ORDER BY t.id LIMIT 20
  RETURN collect({id: t.id, code: left(coalesce(t.code, ''), 20000), libraries: t.libraries, uses: t.codeUses, candidates: t.codeCandidates}) AS traces
}
RETURN l.id AS id, l.aboutSaid AS about, traces
ORDER BY id
