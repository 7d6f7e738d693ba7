// The backup that is being put back, where that was begun and not ended.
// @read
// @row takenAt: string
MATCH (m:Meta {id: 'restore'})
RETURN m.takenAt AS takenAt
