// What may be told in public of an insight of another space: counts, and the quotations that stand in public documentation.
// @read
// @param id: string
// @param quotes: map[]
// @row support: int
// @row agents: int
// @row problems: int
// @row public: int[]
MATCH (i:Insight {id: $id})
CALL () {
  UNWIND range(0, size($quotes) - 1) AS at
  WITH at, $quotes[at] AS quote
  MATCH (d:Doc {id: quote.doc})
  WHERE d.space = 'public' AND d.text CONTAINS quote.quote
  WITH DISTINCT at ORDER BY at
  RETURN collect(at) AS public
}
RETURN toInteger(coalesce(i.support, 0)) AS support, toInteger(coalesce(i.agents, 0)) AS agents, toInteger(coalesce(i.problems, 0)) AS problems, public
