// Feedback, gaps, decisions and epochs have ids of their own; the queue is read by state.
// @since 0.1.0
CREATE CONSTRAINT feedback_id IF NOT EXISTS FOR (n:Feedback) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT knowledge_request_id IF NOT EXISTS FOR (n:KnowledgeRequest) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT review_id IF NOT EXISTS FOR (n:Review) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT epoch_id IF NOT EXISTS FOR (n:Epoch) REQUIRE n.id IS UNIQUE;
CREATE INDEX insight_state IF NOT EXISTS FOR (n:Insight) ON (n.state);
CREATE INDEX insight_lineage IF NOT EXISTS FOR (n:Insight) ON (n.lineage);
CREATE INDEX knowledge_request_state IF NOT EXISTS FOR (n:KnowledgeRequest) ON (n.state);
