// The migrations that this graph has been through.
// @read
// @row number: int
// @row checksum: string
MATCH (m:Migration)
RETURN m.number AS number, m.checksum AS checksum
ORDER BY number
