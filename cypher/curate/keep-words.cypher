// Says that a candidate keeps the words that it has.
// @write
// @param id: string
MATCH (i:Insight {id: $id})
WHERE i.state = 'candidate'
SET i.unworded = null
