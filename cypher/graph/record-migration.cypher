// Notes that a migration was applied.
// @write
// @param number: int
// @param name: string
// @param checksum: string
MERGE (m:Migration {number: $number})
SET m.name = $name, m.checksum = $checksum, m.appliedAt = datetime()
