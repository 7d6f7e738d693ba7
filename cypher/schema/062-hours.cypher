// What came and went in a space is counted hour by hour; so that an hour is made anew without a scan, what is counted is found by its space and time.
// @since 0.2.0
CREATE CONSTRAINT hour_id IF NOT EXISTS FOR (n:Hour) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT stale_hour_id IF NOT EXISTS FOR (n:StaleHour) REQUIRE n.id IS UNIQUE;
CREATE INDEX hour_space_at IF NOT EXISTS FOR (n:Hour) ON (n.space, n.at);
CREATE INDEX stale_hour_space IF NOT EXISTS FOR (n:StaleHour) ON (n.space);
CREATE INDEX recommendation_space_created IF NOT EXISTS FOR (n:Recommendation) ON (n.space, n.createdAt);
CREATE INDEX trace_space_created IF NOT EXISTS FOR (n:Trace) ON (n.space, n.createdAt);
CREATE INDEX problem_space_created IF NOT EXISTS FOR (n:Problem) ON (n.space, n.createdAt);
CREATE INDEX lesson_space_created IF NOT EXISTS FOR (n:Lesson) ON (n.space, n.createdAt);
CREATE INDEX insight_space_created IF NOT EXISTS FOR (n:Insight) ON (n.space, n.createdAt);
CREATE INDEX knowledge_request_space_created IF NOT EXISTS FOR (n:KnowledgeRequest) ON (n.space, n.createdAt);
CREATE INDEX insight_space_state IF NOT EXISTS FOR (n:Insight) ON (n.space, n.state);
CREATE INDEX knowledge_request_space_state IF NOT EXISTS FOR (n:KnowledgeRequest) ON (n.space, n.state);
CREATE INDEX library_space_ingested IF NOT EXISTS FOR (n:Library) ON (n.space, n.ingestedAt);
