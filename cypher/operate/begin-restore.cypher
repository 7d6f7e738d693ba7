// Notes that a backup is being put back, so that whoever opens the graph meanwhile knows.
// @write
// @param takenAt: string
MERGE (m:Meta {id: 'restore'})
SET m.takenAt = $takenAt, m.begunAt = datetime()
