// Field notes: what agents learned, found by what it is about. Lessons that only counted names go, unless they were cited.
// @since 0.2.0
CREATE INDEX lesson_subject_key IF NOT EXISTS FOR (n:Lesson) ON (n.subjectKey);
CREATE INDEX lesson_behaviour IF NOT EXISTS FOR (n:Lesson) ON (n.behaviour);
MATCH (l:Lesson) WHERE coalesce(l.writer, 'rules') = 'rules' AND NOT EXISTS { (l)<-[:CITES|USED]-() } AND NOT EXISTS { (l)<-[:DERIVED_FROM]-() } DETACH DELETE l;
MATCH (l:Lesson) WHERE coalesce(l.writer, 'rules') = 'rules' SET l.retired = true, l.kind = 'withdrawn', l.weight = 0.0;
MATCH (l:Lesson) WHERE l.retired IS NULL AND l.happens IS NULL SET l.happens = l.text, l.source = 'model', l.trust = 'self-reported', l.witnesses = 1, l.principals = 1, l.weight = 0.25;
MATCH (t:Trace) WHERE t.trust IS NULL SET t.trust = CASE WHEN t.format IS NULL THEN 'self-reported' ELSE 'imported' END;
