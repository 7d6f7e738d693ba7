// Words of what was tried and learned, apart from documentation: in one index the few would drown in the many.
// @since 0.1.0
CREATE FULLTEXT INDEX experience_text IF NOT EXISTS FOR (n:Problem|Trace|Lesson|Insight) ON EACH [n.title, n.text, n.terms, n.space]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'english' } };
