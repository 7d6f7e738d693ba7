// Notes that migrations were applied.
// @write
// @param rows: map[]
UNWIND $rows AS row
MERGE (m:Migration {number: toInteger(row.number)})
SET m.name = row.name, m.checksum = row.checksum, m.appliedAt = datetime()
