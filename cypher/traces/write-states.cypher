// Writes artefact states, each shared by all traces that passed through it. It runs if it ran in any. A source is one from which
// somebody went on, or with which an attempt failed. `within` is the one space whose traces passed through it, or nothing where there are several.
// @write
// @param rows: map[]
UNWIND $rows AS row
MERGE (s:State {id: row.id})
ON CREATE SET s.text = row.text, s.kind = 'state', s.runs = false, s.within = row.space
WITH s, row
WHERE (row.runs AND NOT coalesce(s.runs, false)) OR NOT coalesce(s.within IN ['', row.space], false) OR (s.embedding IS NULL AND row.embedding IS NOT NULL)
  OR (row.failed AND coalesce(s.kind, '') <> 'source') OR (row.language IS NOT NULL AND (s.language IS NULL OR row.language < s.language))
SET s.runs = s.runs OR row.runs, s.within = CASE s.within WHEN row.space THEN row.space ELSE '' END, s.embedding = coalesce(s.embedding, row.embedding),
  s.kind = CASE WHEN row.failed THEN 'source' ELSE s.kind END,
  s.language = CASE WHEN s.language IS NULL OR row.language < s.language THEN row.language ELSE s.language END
