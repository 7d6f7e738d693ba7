// Who may do what: principals, their keys and sessions by hash. Jobs from before belong to the public space.
// @since 0.1.0
CREATE CONSTRAINT principal_id IF NOT EXISTS FOR (n:Principal) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT key_id IF NOT EXISTS FOR (n:Key) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT key_hash IF NOT EXISTS FOR (n:Key) REQUIRE n.hash IS UNIQUE;
CREATE INDEX job_started IF NOT EXISTS FOR (n:Job) ON (n.startedAt);
MATCH (j:Job) WHERE j.space IS NULL SET j.space = 'public';
