// Experience that hangs on what was found: attempts that used an API, attempts at a found problem, insights about or backed by it.
// @read
// @param apis: string[]
// @param docs: string[]
// @param problems: string[]
// @param spaces: string[]
// @param perNode: int
// @row from: string
// @row type: string
// @row id: string
// @row label: string
// @row outcome: string?
CALL () {
  UNWIND $apis AS id
  MATCH (a:Api {id: id})
  CALL (a) {
    MATCH (a)<-[r:USES|ABOUT]-(n:Trace|Insight|Lesson)
    WHERE (NOT n:Insight OR n.kind = 'reviewed') AND n.space IN $spaces AND NOT coalesce(n.tainted, false)
    RETURN r, n
    ORDER BY n.outcome DESC, n.id
    LIMIT $perNode
  }
  RETURN a.id AS from, 'of ' + type(r) AS type, n
  UNION ALL
  UNWIND $docs AS id
  MATCH (d:Doc {id: id})<-[r:BACKED_BY]-(n:Insight)
  WHERE n.kind = 'reviewed' AND n.space IN $spaces AND NOT coalesce(n.tainted, false)
  RETURN d.id AS from, 'of BACKED_BY' AS type, n
  UNION ALL
  UNWIND $problems AS id
  MATCH (p:Problem {id: id})
  CALL (p) {
    MATCH (p)<-[r:ATTEMPTS]-(n:Trace)
    WHERE n.space IN $spaces AND NOT coalesce(n.tainted, false)
    RETURN r, n
    ORDER BY n.outcome DESC, n.id
    LIMIT $perNode
  }
  RETURN p.id AS from, 'of ATTEMPTS' AS type, n
}
RETURN from, type, n.id AS id, labels(n)[0] AS label, n.outcome AS outcome
ORDER BY from, type, id
