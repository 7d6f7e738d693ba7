// Problems with what tells which belong together: their vector, and of each attempt what it used, how it ended and, where it may be unsafe, its code.
// @read
// @param ids: string[]
// @param space: string
// @row id: string
// @row family: string?
// @row libraries: string[]
// @row about: string[]
// @row embedding: float[]?
// @row attempts: map[]
UNWIND $ids AS wanted
MATCH (p:Problem {id: wanted})
CALL (p) {
  MATCH (p)<-[:ATTEMPTS]-(t:Trace)
  WHERE t.space = $space AND t.curation IS NOT NULL
  WITH t ORDER BY t.id LIMIT 100
  CALL (t) {
    MATCH (t)-[u:USES]->(a:Api)
    WHERE u.weight >= 0.5
    WITH DISTINCT a.qualifiedName AS name, a.library AS library ORDER BY name, library
    RETURN collect(name) AS apis, collect(DISTINCT library) AS libraries
  }
  CALL (t) {
    MATCH (t)-[:RAISED {last: true}]->(e:ErrorSignature)
    WITH DISTINCT e.type AS type ORDER BY type
    RETURN collect(type) AS errors
  }
  RETURN collect({outcome: t.outcome, tainted: coalesce(t.tainted, false), apis: apis, libraries: libraries, errors: errors,
    unsafe: CASE WHEN any(word IN ['eval(', 'exec(', 'pickle.load', 'yaml.load', 'shell=True', 'os.system'] WHERE t.code CONTAINS word)
      THEN left(t.code, 6000) ELSE null END}) AS attempts
}
RETURN p.id AS id, p.family AS family, coalesce(p.libraries, []) AS libraries,
  COLLECT { MATCH (p)-[:ABOUT]->(l:Library) RETURN DISTINCT l.key ORDER BY l.key } AS about, p.embedding AS embedding, attempts
ORDER BY id
