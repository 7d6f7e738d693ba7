// The shortcuts whose instruction is nearest to one.
// @read
// @param vector: float[]
// @param spaces: string[]
// @param near: int
// @param limit: int
// @param epsilon: float
// @row from: string
// @row similarity: float
// @row instruction: string
// @row gain: float
// @row trace: string
// @row to: string
// @row text: string
MATCH ()-[r:SHORTCUT]->()
  SEARCH r IN (VECTOR INDEX shortcut_vector FOR $vector WHERE r.space IN $spaces AND r.gain >= $epsilon LIMIT $near) SCORE AS score
WITH r, score, startNode(r) AS a, endNode(r) AS b
RETURN a.id AS from, score AS similarity, r.instruction AS instruction, r.gain AS gain, r.trace AS trace, b.id AS to, left(b.text, 8000) AS text
ORDER BY similarity DESC, gain DESC, trace, to
LIMIT $limit
