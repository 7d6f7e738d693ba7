// Writes down what was learned of the order of documentation in a space; without weights the shipped ones are in force.
// @write
// @param id: string
// @param report: string
// @param ranking: string?
// @param problems: int
MERGE (m:Meta {id: $id})
SET m.report = $report, m.ranking = $ranking, m.problems = $problems, m.learnedAt = datetime()
