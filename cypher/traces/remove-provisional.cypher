// Removes what stood in for documentation of these last names and that nothing hangs on any more.
// @write
// @param names: string[]
// @param space: string
MATCH (a:Api)
WHERE a.name IN $names AND a.space = $space AND a.provisional AND NOT EXISTS { (a)<-[:ABOUT]-(:Lesson|Insight) } AND NOT EXISTS { (a)<-[:CITES]-(:Recommendation) }
DETACH DELETE a
