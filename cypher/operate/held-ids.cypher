// All that was recorded, answered, said, decided and started by somebody, by label; what Cairn does by itself is left out. What eval:faults compares with what was acknowledged.
// @read
// @row label: string
// @row ids: string[]
MATCH (n:Trace|Recommendation|Feedback|Review|Job)
WHERE NOT (n:Job AND n.by IS NULL) AND NOT (n:Review AND n.by = 'cairn')
WITH labels(n)[0] AS label, n.id AS id ORDER BY label, id
RETURN label, collect(id) AS ids
ORDER BY label
