// Insights of these spaces that were written or decided on since a moment, the first first.
// @read
// @param spaces: string[]
// @param since: int
// @param limit: int
// @row id: string
// @row space: string
// @row state: string
// @row version: int
// @row at: int
CALL () {
  MATCH (i:Insight)
  WHERE i.space IN $spaces AND i.createdAt >= datetime({epochMillis: $since})
  RETURN i, i.createdAt.epochMillis AS at
  UNION ALL
  MATCH (r:Review)-[:DECIDED]->(i:Insight)
  WHERE r.space IN $spaces AND r.at >= toString(datetime({epochMillis: $since}))
  RETURN i, datetime(r.at).epochMillis AS at
}
WITH i, max(at) AS at
RETURN i.id AS id, i.space AS space, coalesce(i.state, 'approved') AS state, toInteger(coalesce(i.version, 1)) AS version, at
ORDER BY at, id
LIMIT $limit
