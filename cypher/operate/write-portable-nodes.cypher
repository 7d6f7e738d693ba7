// Puts nodes back as they were copied, and says by which names they are known from now on.
// @write
// @param rows: map[]
// @row was: int
// @row element: string
UNWIND $rows AS row
CREATE (n:$(row.labels))
SET n = row.properties
RETURN row.was AS was, elementId(n) AS element
