// Removes what a sender said of a recommendation before; what it asked for is asked for by the feedback that takes its place.
// @write
// @param feedback: string
// @param earlier: string[]
MATCH (f:Feedback {id: $feedback})
UNWIND $earlier AS id
MATCH (old:Feedback {id: id})
CALL (f, old) {
  MATCH (old)-[:ASKS_FOR]->(k:KnowledgeRequest)
  MERGE (f)-[:ASKS_FOR]->(k)
}
DETACH DELETE old
