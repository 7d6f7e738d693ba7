// Which trace a run tells of, and whether one principal or several told of attempts, is asked while somebody waits: neither reads all traces.
// @since 0.2.0
CREATE INDEX trace_project_created IF NOT EXISTS FOR (n:Trace) ON (n.project, n.createdAt);
CREATE INDEX trace_space_principal IF NOT EXISTS FOR (n:Trace) ON (n.space, n.principal);
