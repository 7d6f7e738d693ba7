// Removes so many nodes, before a backup is put back: all but the steps of the schema and the note of the restore.
// @write
// @param limit: int
// @row removed: int
MATCH (n)
WHERE NOT n:Migration AND NOT (n:Meta AND n.id = 'restore')
WITH n LIMIT $limit
DETACH DELETE n
RETURN count(*) AS removed
