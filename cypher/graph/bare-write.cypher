// The floor of ingestion: nodes with a vector each and nothing else, for measurements.
// @write
// @param rows: map[]
UNWIND $rows AS row
CREATE (n:Problem {id: row.id, space: 'public', kind: 'bare', library: 'none', embedding: row.embedding})
