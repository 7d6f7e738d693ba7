// Copies a library's node under another name; while what belongs to it is being copied it says so. For eval:scale.
// @write
// @param library: string
// @param world: string
// @param growing: boolean
MATCH (l:Library {key: $library})
WITH l, replace(l.key, '@', $world + '@') AS key
MERGE (c:Library {id: replace(l.id, l.key, key)})
SET c = l {.*, id: replace(l.id, l.key, key), key: key, name: l.name + $world, title: l.title + $world,
  importNames: [name IN coalesce(l.importNames, []) | replace(name + $world, '-', '_')], growing: CASE WHEN $growing THEN true END}
WITH l, c
MATCH (l)-[:IN]->(s:Space)
MERGE (c)-[:IN]->(s)
