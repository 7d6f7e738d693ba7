// The space that everybody sees, and those of teams, which every admin sees.
// @read
// @row id: string
// @row name: string
// @row kind: string
MATCH (s:Space)
WHERE s.id = 'public' OR s.kind = 'team'
RETURN s.id AS id, coalesce(s.name, s.id) AS name, coalesce(s.kind, 'team') AS kind
