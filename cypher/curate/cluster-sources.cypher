// Attempts with all that an insight is drawn from: what they used, what they raised and resolved, how they ended, their code.
// @read
// @param traces: string[]
// @row id: string
// @row problem: string
// @row problemTitle: string
// @row problemText: string
// @row family: string?
// @row outcome: string
// @row judgedBy: string?
// @row agent: string
// @row tainted: boolean
// @row text: string
// @row code: string?
// @row codeUses: string[]
// @row uses: map[]
// @row raised: map[]
// @row resolved: string[]
// @row evidencePassed: float
// @row evidenceFailed: float
UNWIND $traces AS wanted
MATCH (t:Trace {id: wanted})-[:ATTEMPTS]->(p:Problem)
CALL (t) {
  MATCH (t)-[u:USES]->(a:Api)
  WHERE u.weight >= 0.5
  WITH a, COUNT { (a)<-[:USES]-() } AS used ORDER BY a.id
  RETURN collect({id: a.id, name: a.qualifiedName, library: a.library, used: used, kind: a.kind}) AS uses
}
CALL (t) {
  MATCH (t)-[r:RAISED]->(e:ErrorSignature)
  WITH r, e ORDER BY e.id
  RETURN collect({id: e.id, type: e.type, title: e.title, last: coalesce(r.last, false), vague: coalesce(e.vague, false)}) AS raised
}
CALL (t) {
  MATCH (t)-[:RESOLVED]->(e:ErrorSignature)
  WITH e ORDER BY e.id LIMIT 50
  RETURN collect(e.id) AS resolved
}
RETURN t.id AS id, p.id AS problem, left(coalesce(p.title, ''), 200) AS problemTitle, left(coalesce(p.text, ''), 1500) AS problemText, p.family AS family,
  t.outcome AS outcome, t.judgedBy AS judgedBy, coalesce(t.principal, t.agent, '') AS agent, coalesce(t.tainted, false) AS tainted, left(coalesce(t.text, ''), 1500) AS text,
  left(t.code, 6000) AS code, coalesce(t.codeUses, []) AS codeUses, uses, raised, resolved,
  toFloat(coalesce(t.evidencePassed, 0)) AS evidencePassed, toFloat(coalesce(t.evidenceFailed, 0)) AS evidenceFailed
ORDER BY id
