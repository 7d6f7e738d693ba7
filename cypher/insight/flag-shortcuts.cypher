// Flags the shortcuts of traces that used APIs that changed.
// @write
// @param rows: map[]
UNWIND $rows AS row
MATCH (:State)-[r:SHORTCUT {trace: row.id}]->(:State)
SET r.changes = row.changes,
  r.flags = [flag IN coalesce(r.flags, []) WHERE flag <> 'api-changed'] + ['api-changed']
