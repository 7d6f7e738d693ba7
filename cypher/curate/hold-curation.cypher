// Says that a run goes on, and lets nobody else curate the space while a transaction is open; no row where another has taken over.
// @write
// @param id: string
// @param owner: string
// @row beat: int
MATCH (m:Meta {id: $id})
WHERE m.owner = $owner
SET m.beat = m.beat + 1
RETURN m.beat AS beat
