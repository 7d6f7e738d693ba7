// The edges between the APIs of a library that were made from links and names.
// @read
// @param library: string
// @row from: string
// @row type: string
// @row to: string
MATCH (a:Api {library: $library})-[r:SEE_ALSO|ALIAS_OF|REPLACED_BY]->(b:Api)
RETURN a.id AS from, type(r) AS type, b.id AS to
