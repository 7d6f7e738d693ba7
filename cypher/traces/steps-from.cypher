// From the states nearest to one: the shortcuts that lead on, and where there are none the next steps of attempts that passed.
// Where an attempt failed with such a state, the end of those that passed at the same problem is a next step too.
// @read
// @param id: string
// @param vector: float[]
// @param spaces: string[]
// @param within: string[]
// @param near: int
// @param limit: int
// @param epsilon: float
// @row from: string
// @row similarity: float
// @row kind: string
// @row instruction: string
// @row gain: float
// @row trace: string
// @row to: string
// @row text: string
// @row code: string
CALL () {
  MATCH (s:State {id: $id})
  RETURN s, 1.0 AS score
  UNION ALL
  MATCH (s:State)
    SEARCH s IN (VECTOR INDEX state_vector FOR $vector WHERE s.kind = 'source' AND s.within IN $within LIMIT $near) SCORE AS score
  WHERE s.id <> $id
  RETURN s, score
}
CALL (s) {
  MATCH (s)-[r:SHORTCUT]->(b:State)
  WHERE r.space IN $spaces AND r.gain >= $epsilon
  RETURN 'shortcut' AS kind, r.instruction AS instruction, r.gain AS gain, r.trace AS trace, b
  UNION ALL
  MATCH (s)-[r:STEP]->(b:State)
  WHERE r.space IN $spaces AND EXISTS { MATCH (t:Trace {id: r.trace, outcome: 'passed'}) WHERE NOT coalesce(t.tainted, false) }
  RETURN 'step' AS kind, r.instruction AS instruction, coalesce(r.value, 0.0) AS gain, r.trace AS trace, b
  UNION ALL
  MATCH (s)<-[:ENDS_AT]-(f:Trace {outcome: 'failed'})-[:ATTEMPTS]->(p:Problem)
  WHERE f.space IN $spaces
  WITH DISTINCT s, p
  ORDER BY p.id
  LIMIT $near
  MATCH (p)<-[:ATTEMPTS]-(t:Trace {outcome: 'passed'})-[:ENDS_AT]->(b:State)
  WHERE t.space IN $spaces AND b <> s AND NOT coalesce(t.tainted, false)
  WITH t, b
  ORDER BY t.id
  LIMIT $near
  RETURN 'step' AS kind, left(t.text, 2000) AS instruction, 0.0 AS gain, t.id AS trace, b
}
RETURN s.id AS from, toFloat(score) AS similarity, kind, instruction, toFloat(gain) AS gain, trace, b.id AS to, left(b.text, 8000) AS text, left(s.text, 8000) AS code
ORDER BY similarity DESC, kind, gain DESC, trace, to
LIMIT $limit
