// Curation proposes what field notes tell of: what clusters of tasks proposed in lists of names goes where nobody took it up, with what was written down of the clusters.
// @since 0.2.0
MATCH (i:Insight) WHERE i.note IS NULL AND i.state = 'candidate' AND i.writer = 'rules' AND NOT EXISTS { (i)<-[:CITES|USED|REVIEWED|REFINES]-() } DETACH DELETE i;
MATCH (i:Insight) WHERE i.note IS NULL AND i.state = 'in-review' AND i.writer = 'rules' AND i.claimedBy IS NULL AND NOT EXISTS { (i)<-[:CITES|USED]-() } SET i.state = 'superseded', i.kind = 'withdrawn', i.version = coalesce(i.version, 1) + 1;
MATCH (p:Problem) WHERE p.awaits IS NOT NULL REMOVE p.awaits;
MATCH (m:Meta) WHERE m.id STARTS WITH 'curation:' AND m.id CONTAINS '/' AND m.problems IS NOT NULL DETACH DELETE m;
MATCH (m:Meta) WHERE m.id STARTS WITH 'curation:' AND m.phase = 'planning' SET m.phase = 'working';
