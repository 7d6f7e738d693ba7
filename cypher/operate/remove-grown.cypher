// Removes what was copied of a library before its copy was broken off. For eval:scale.
// @batched
// @param key: string
MATCH (n:Doc|Api {library: $key})
CALL (n) {
  DETACH DELETE n
} IN TRANSACTIONS OF 1000 ROWS
