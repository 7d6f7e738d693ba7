// Takes a lease that is free, or that was seen with this token and this beat in the hands of somebody who is gone; says who had it.
// @write
// @param id: string
// @param token: string
// @param holder: string
// @param from: string?
// @param beat: int
// @row taken: boolean
// @row token: string?
// @row holder: string?
// @row beat: int
MERGE (m:Meta {id: $id})
SET m.asked = $token
REMOVE m.asked, m.owner
WITH m, m.token AS before, m.holder AS holder, coalesce(m.beat, 0) AS beat
WITH m, before, holder, beat, before IS NULL OR before = $token OR (before = $from AND beat = $beat) AS free
FOREACH (_ IN CASE WHEN free THEN [1] ELSE [] END |
  SET m.token = $token, m.holder = $holder, m.beat = beat + 1)
RETURN free AS taken, before AS token, holder, beat
