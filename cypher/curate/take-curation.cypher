// Lets one run at a time curate a space: takes the lock where nobody holds it, or from a holder who was seen at this beat and has been silent since.
// @write
// @param id: string
// @param owner: string
// @param silent: string?
// @param beat: int
// @row taken: boolean
// @row owner: string?
// @row beat: int
MERGE (m:Meta {id: $id})
SET m.asked = $owner
WITH m, m.owner AS before, coalesce(m.beat, 0) AS beat
WITH m, before, beat, before IS NULL OR (before = $silent AND beat = $beat) AS free
SET m.owner = CASE WHEN free THEN $owner ELSE before END, m.beat = CASE WHEN free THEN beat + 1 ELSE beat END
RETURN free AS taken, before AS owner, beat
