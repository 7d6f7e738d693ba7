// How many attempts, answers and open gaps there are in these spaces.
// @read
// @param spaces: string[]
// @param outcome: string?
// @row traces: int
// @row recommendations: int
// @row gaps: int
RETURN COUNT { MATCH (t:Trace) WHERE t.space IN $spaces AND ($outcome IS NULL OR t.outcome = $outcome) } AS traces,
  COUNT { MATCH (r:Recommendation) WHERE r.space IN $spaces } AS recommendations,
  COUNT { MATCH (k:KnowledgeRequest {state: 'open'}) WHERE k.space IN $spaces } AS gaps
