// An insight with everything under it: what it was drawn from, what backs it, what it is about
// Put the id of an insight in the first line; left empty, the insight with the most traces beneath it is taken.
WITH '' AS id
MATCH (i:Insight)
WHERE id = '' OR i.id = id
WITH i ORDER BY coalesce(i.support, 0) DESC, i.id LIMIT 1
OPTIONAL MATCH drawn = (i)-[:DERIVED_FROM]->(:Trace|Lesson)
OPTIONAL MATCH backed = (i)-[:BACKED_BY]->(:Doc|Retired)
OPTIONAL MATCH about = (i)-[:ABOUT]->(:Api)
OPTIONAL MATCH decided = (i)<-[:DECIDED]-(:Review)
RETURN i, drawn, backed, about, decided
LIMIT 200;

// Where attempts with an API fail: the attempts, the errors that they raised, and who got rid of them
// Put the last name of an API in the first line.
WITH 'DataFrame' AS name
MATCH (a:Api {name: name})<-[:USES]-(t:Trace {outcome: 'failed'})
WITH a, t LIMIT 50
OPTIONAL MATCH raised = (t)-[:RAISED]->(e:ErrorSignature)
OPTIONAL MATCH resolved = (e)<-[:RESOLVED]-(:Trace)
RETURN a, t, raised, resolved
LIMIT 200;

// APIs that fail most often: attempts that used them, by how they ended
MATCH (a:Api)<-[:USES]-(t:Trace)
WITH a, count(*) AS attempts, count(CASE WHEN t.outcome = 'failed' THEN 1 END) AS failed
WHERE attempts >= 5
RETURN a.qualifiedName AS api, a.library AS library, attempts, failed, round(100.0 * failed / attempts) AS percent
ORDER BY percent DESC, attempts DESC, api
LIMIT 50;

// Gaps: what was asked and is not known, with the questions that found nothing
MATCH (k:KnowledgeRequest {state: 'open'})
WITH k ORDER BY k.asks DESC, k.id LIMIT 25
OPTIONAL MATCH asked = (k)<-[:ASKS_FOR]-(:Recommendation|Feedback)
RETURN k, asked;

// The shortest path between two nodes
// Put two ids in the first line; the pages list them, and copy them with one click.
WITH 'library:pypi/pandas@1.4.0' AS from, 'library:pypi/numpy@1.22.0' AS to
MATCH (a:Library|Doc|Api|Problem|Trace|State|ErrorSignature|Lesson|Insight|Recommendation {id: from})
MATCH (b:Library|Doc|Api|Problem|Trace|State|ErrorSignature|Lesson|Insight|Recommendation {id: to})
MATCH path = shortestPath((a)-[*..6]-(b))
RETURN path;

// A problem and every attempt at it, with the states that they began and ended at
MATCH (p:Problem)<-[:ATTEMPTS]-(t:Trace)
WITH p, count(t) AS attempts ORDER BY attempts DESC, p.id LIMIT 1
MATCH (p)<-[:ATTEMPTS]-(t:Trace)
OPTIONAL MATCH begins = (t)-[:STARTS_AT]->(:State)
OPTIONAL MATCH ends = (t)-[:ENDS_AT]->(:State)
RETURN p, t, begins, ends
LIMIT 200;

// What an answer was made of: a recommendation, what it cites, and what came of it
MATCH (r:Recommendation)
WITH r ORDER BY r.createdAt DESC LIMIT 1
OPTIONAL MATCH cited = (r)-[:CITES]->(:Doc|Api|Trace|Insight|Problem|Lesson|Retired)
OPTIONAL MATCH said = (r)<-[:ON]-(:Feedback)
RETURN r, cited, said;

// Insights that contradict each other
MATCH path = (:Insight)-[:CONTRADICTS]->(:Insight)
RETURN path
LIMIT 100;

// What changed from one epoch to the next: in force only in one of the two
WITH 1 AS before, 2 AS after
MATCH (i:Insight)-[in:IN_FORCE_IN]->(e:Epoch)
WHERE e.number IN [before, after]
WITH i, collect(e.number) AS numbers, after
WHERE size(numbers) = 1
RETURN CASE WHEN after IN numbers THEN 'added' ELSE 'gone' END AS change, i.title AS insight, i.library AS library
ORDER BY change, insight;

// Orphans: documentation that hangs on no library, attempts at no problem
CALL () {
  MATCH (d:Doc)
  WHERE NOT EXISTS { (d)-[:PART_OF]->() }
  RETURN d AS node
  UNION ALL
  MATCH (t:Trace)
  WHERE NOT EXISTS { (t)-[:ATTEMPTS]->() }
  RETURN t AS node
}
RETURN node
LIMIT 100;
