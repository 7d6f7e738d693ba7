// What decisions, keys and work may never be while nobody writes, as src/README.md says it: the rule, how often it is broken, and where first. For eval:faults.
// @read
// @row rule: string
// @row times: int
// @row first: string
CALL () {
  MATCH (i:Insight)
  WHERE (i.kind = 'reviewed' AND NOT i.state IN ['approved', 'in-review']) OR (i.state = 'approved' AND i.kind <> 'reviewed')
  RETURN 'guidance that is not approved, or the reverse' AS rule, i.id AS id
  UNION ALL
  MATCH (i:Insight {kind: 'reviewed'})
  WHERE NOT EXISTS { (i)<-[:DECIDED]-(r:Review) WHERE r.kind IN ['approve', 'record', 'enter-force', 'undo'] }
  RETURN 'guidance that nobody decided on' AS rule, i.id AS id
  UNION ALL
  MATCH (r:Review)
  WHERE COUNT { (r)-[:DECIDED]->(:Insight) } = 0
  RETURN 'decision on nothing' AS rule, r.id AS id
  UNION ALL
  MATCH (i:Insight {kind: 'reviewed'})
  WITH i.space AS space, i.lineage AS lineage, count(*) AS revisions
  WHERE revisions > 1
  RETURN 'two revisions of one insight in force' AS rule, lineage AS id
  UNION ALL
  MATCH (e:Epoch)
  WITH e.space AS space, sum(CASE e.state WHEN 'open' THEN 1 ELSE 0 END) AS open
  WHERE open <> 1
  RETURN 'space without exactly one open epoch' AS rule, space AS id
  UNION ALL
  MATCH (j:Job)
  WHERE j.state IN ['queued', 'running']
  RETURN 'job that has not ended' AS rule, j.id AS id
  UNION ALL
  MATCH (j:Job)
  WHERE j.state IN ['done', 'failed', 'cancelled'] AND (j.finishedAt IS NULL OR (j.state = 'done' AND j.result IS NULL))
  RETURN 'job that ended without its end' AS rule, j.id AS id
  UNION ALL
  MATCH (m:Meta {id: 'restore'})
  RETURN 'restore that has not ended' AS rule, m.id AS id
  UNION ALL
  MATCH (n:Key|Principal|Space|Meta)
  WHERE any(name IN keys(n) WHERE toStringOrNull(n[name]) =~ 'cairn_[A-Za-z0-9_-]{40,}')
  RETURN 'key that is kept' AS rule, n.id AS id
  UNION ALL
  MATCH (k:Key)
  WHERE COUNT { (k)-[:OF]->(:Principal) } <> 1
  RETURN 'key of nobody' AS rule, k.id AS id
  UNION ALL
  MATCH (n:Library|Doc|Api|Problem|Trace|Lesson|Insight|Recommendation|Feedback|KnowledgeRequest|Epoch|Job)
  WHERE n.space IS NULL
  RETURN 'node without a space' AS rule, n.id AS id
}
WITH rule, id ORDER BY rule, id
RETURN rule, count(*) AS times, head(collect(id)) AS first
ORDER BY rule
