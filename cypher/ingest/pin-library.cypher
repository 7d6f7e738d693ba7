// Has a library stay whatever its version is, or not any more.
// @write
// @param key: string
// @param space: string
// @param pinned: boolean
// @row id: string
MATCH (l:Library {key: $key, space: $space})
SET l.pinned = $pinned
RETURN l.id AS id
