// Says which source the pages are from that an earlier version wrote with its kind alone.
// @write
// @param library: string
// @param kind: string
// @param source: string
MATCH (d:Doc {library: $library})
WHERE d.hash IS NOT NULL AND (d.source IS NULL OR d.source = $kind)
SET d.source = $source
