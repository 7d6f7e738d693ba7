// Waits until every index is online.
// @read
// @param seconds: int
// @row done: boolean
CALL db.awaitIndexes($seconds)
RETURN true AS done
