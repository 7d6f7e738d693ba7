// Flags lessons that rest on APIs that changed.
// @write
// @param rows: map[]
UNWIND $rows AS row
MATCH (l:Lesson {id: row.id})
SET l.changes = row.changes,
  l.flags = [flag IN coalesce(l.flags, []) WHERE flag <> 'api-changed'] + ['api-changed']
