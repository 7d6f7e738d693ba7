// What was recorded and said by the admin's key bore no principal: it is that key's now, as all that comes by it from here on.
// @since 0.2.0
MATCH (t:Trace) WHERE t.principal IS NULL AND t.trust = 'self-reported' SET t.principal = 'principal:local';
MATCH (f:Feedback) WHERE f.principal IS NULL SET f.principal = 'principal:local';
