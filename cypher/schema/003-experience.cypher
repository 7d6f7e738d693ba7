// States and lessons have ids of their own; steps and shortcuts are found by the trace that they belong to.
// @since 0.1.0
CREATE CONSTRAINT state_id IF NOT EXISTS FOR (n:State) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT lesson_id IF NOT EXISTS FOR (n:Lesson) REQUIRE n.id IS UNIQUE;
CREATE INDEX lesson_problem IF NOT EXISTS FOR (n:Lesson) ON (n.problem);
CREATE INDEX trace_file IF NOT EXISTS FOR (n:Trace) ON (n.file);
CREATE INDEX error_type IF NOT EXISTS FOR (n:ErrorSignature) ON (n.type);
CREATE INDEX step_trace IF NOT EXISTS FOR ()-[r:STEP]-() ON (r.trace);
CREATE INDEX shortcut_trace IF NOT EXISTS FOR ()-[r:SHORTCUT]-() ON (r.trace);
