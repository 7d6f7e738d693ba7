// Remembers as which insight of the public space this one was proposed to everybody.
// @write
// @param id: string
// @param as: string
MATCH (i:Insight {id: $id})
SET i.publishedAs = $as
