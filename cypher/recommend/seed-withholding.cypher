// The seed by which lots are drawn, made where there is none. It never leaves the server: who knew it could write tasks that draw as they like.
// @write
// @row seed: string
MERGE (m:Meta {id: 'withholding'})
ON CREATE SET m.seed = randomUUID() + randomUUID()
RETURN m.seed AS seed
