// Removes attempts by template, with what came with them, that are beyond a number: their writing was broken off. For eval:scale.
// @batched
// @param from: int
// @param to: int
UNWIND range($from, $to - 1) AS i
CALL (i) {
  WITH toString(i) AS n, toString(i / 10) AS group
  MATCH (x:Trace|Lesson|Recommendation|Feedback|KnowledgeRequest|Insight|State)
  WHERE x.id IN ['trace:scale-' + n, 'lesson:scale-' + n, 'recommendation:scale-' + n, 'feedback:scale-' + n, 'gap:scale-' + n, 'insight:scale-' + n, 'state:scale-' + group + '-' + n]
  DETACH DELETE x
} IN TRANSACTIONS OF 200 ROWS
