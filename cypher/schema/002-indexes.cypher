// Look-ups by name and page, and the two full-text indexes.
// @since 0.1.0
// memory_names holds identifiers that we split ourselves (lower case, whole and in parts);
// memory_text holds prose, stemmed, with the parts of the identifiers that stand in it.
CREATE INDEX api_name IF NOT EXISTS FOR (n:Api) ON (n.name);
CREATE INDEX api_qualified_name IF NOT EXISTS FOR (n:Api) ON (n.qualifiedName);
CREATE INDEX api_library IF NOT EXISTS FOR (n:Api) ON (n.library);
CREATE INDEX api_page IF NOT EXISTS FOR (n:Api) ON (n.page);
CREATE INDEX doc_library IF NOT EXISTS FOR (n:Doc) ON (n.library);
CREATE INDEX doc_page IF NOT EXISTS FOR (n:Doc) ON (n.page);
CREATE INDEX doc_path IF NOT EXISTS FOR (n:Doc) ON (n.path);
CREATE INDEX library_name IF NOT EXISTS FOR (n:Library) ON (n.name);
CREATE INDEX retired_id IF NOT EXISTS FOR (n:Retired) ON (n.id);
CREATE INDEX job_state IF NOT EXISTS FOR (n:Job) ON (n.state);
CREATE FULLTEXT INDEX memory_names IF NOT EXISTS FOR (n:Library|Doc|Api|Insight) ON EACH [n.names, n.space, n.library]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'whitespace' } };
CREATE FULLTEXT INDEX memory_text IF NOT EXISTS FOR (n:Doc|Api|Problem|Trace|Lesson|Insight) ON EACH [n.title, n.text, n.terms, n.space, n.library]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'english' } };
