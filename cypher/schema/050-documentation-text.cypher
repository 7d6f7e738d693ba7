// Full text of documentation alone: in the index that held experience too, attempts that repeat a question's words crowded documentation out.
// @since 0.2.0
CREATE FULLTEXT INDEX documentation_text IF NOT EXISTS FOR (n:Doc|Api) ON EACH [n.title, n.text, n.terms, n.qualifiedName, n.signature, n.summary, n.space, n.library]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'english' } };
DROP INDEX memory_text IF EXISTS;
