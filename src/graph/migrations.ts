// GENERATED from cypher/ by `npm run generate`; edit the .cypher files instead.
import type { Migration } from './migrate.js'

export const migrations: readonly Migration[] = [
  {
    number: 1,
    name: '001-constraints',
    since: '0.1.0',
    says: 'Every node has an id of its own, unique within its label.',
    checksum: 'e4c3cbda889b94dd',
    statements: [
      'CREATE CONSTRAINT meta_id IF NOT EXISTS FOR (n:Meta) REQUIRE n.id IS UNIQUE',
      'CREATE CONSTRAINT migration_number IF NOT EXISTS FOR (n:Migration) REQUIRE n.number IS UNIQUE',
      'CREATE CONSTRAINT space_id IF NOT EXISTS FOR (n:Space) REQUIRE n.id IS UNIQUE',
      'CREATE CONSTRAINT library_id IF NOT EXISTS FOR (n:Library) REQUIRE n.id IS UNIQUE',
      'CREATE CONSTRAINT doc_id IF NOT EXISTS FOR (n:Doc) REQUIRE n.id IS UNIQUE',
      'CREATE CONSTRAINT api_id IF NOT EXISTS FOR (n:Api) REQUIRE n.id IS UNIQUE',
      'CREATE CONSTRAINT problem_id IF NOT EXISTS FOR (n:Problem) REQUIRE n.id IS UNIQUE',
      'CREATE CONSTRAINT trace_id IF NOT EXISTS FOR (n:Trace) REQUIRE n.id IS UNIQUE',
      'CREATE CONSTRAINT error_signature_id IF NOT EXISTS FOR (n:ErrorSignature) REQUIRE n.id IS UNIQUE',
      'CREATE CONSTRAINT insight_id IF NOT EXISTS FOR (n:Insight) REQUIRE n.id IS UNIQUE',
      'CREATE CONSTRAINT recommendation_id IF NOT EXISTS FOR (n:Recommendation) REQUIRE n.id IS UNIQUE',
      'CREATE CONSTRAINT job_id IF NOT EXISTS FOR (n:Job) REQUIRE n.id IS UNIQUE'
    ]
  },
  {
    number: 2,
    name: '002-indexes',
    since: '0.1.0',
    says: 'Look-ups by name and page, and the two full-text indexes.',
    checksum: '44b4db4bae36ebff',
    statements: [
      'CREATE INDEX api_name IF NOT EXISTS FOR (n:Api) ON (n.name)',
      'CREATE INDEX api_qualified_name IF NOT EXISTS FOR (n:Api) ON (n.qualifiedName)',
      'CREATE INDEX api_library IF NOT EXISTS FOR (n:Api) ON (n.library)',
      'CREATE INDEX api_page IF NOT EXISTS FOR (n:Api) ON (n.page)',
      'CREATE INDEX doc_library IF NOT EXISTS FOR (n:Doc) ON (n.library)',
      'CREATE INDEX doc_page IF NOT EXISTS FOR (n:Doc) ON (n.page)',
      'CREATE INDEX doc_path IF NOT EXISTS FOR (n:Doc) ON (n.path)',
      'CREATE INDEX library_name IF NOT EXISTS FOR (n:Library) ON (n.name)',
      'CREATE INDEX retired_id IF NOT EXISTS FOR (n:Retired) ON (n.id)',
      'CREATE INDEX job_state IF NOT EXISTS FOR (n:Job) ON (n.state)',
      "CREATE FULLTEXT INDEX memory_names IF NOT EXISTS FOR (n:Library|Doc|Api|Insight) ON EACH [n.names, n.space, n.library]\nOPTIONS { indexConfig: { `fulltext.analyzer`: 'whitespace' } }",
      "CREATE FULLTEXT INDEX memory_text IF NOT EXISTS FOR (n:Doc|Api|Problem|Trace|Lesson|Insight) ON EACH [n.title, n.text, n.terms, n.space, n.library]\nOPTIONS { indexConfig: { `fulltext.analyzer`: 'english' } }"
    ]
  },
  {
    number: 3,
    name: '003-experience',
    since: '0.1.0',
    says: 'States and lessons have ids of their own; steps and shortcuts are found by the trace that they belong to.',
    checksum: 'df526384e2048655',
    statements: [
      'CREATE CONSTRAINT state_id IF NOT EXISTS FOR (n:State) REQUIRE n.id IS UNIQUE',
      'CREATE CONSTRAINT lesson_id IF NOT EXISTS FOR (n:Lesson) REQUIRE n.id IS UNIQUE',
      'CREATE INDEX lesson_problem IF NOT EXISTS FOR (n:Lesson) ON (n.problem)',
      'CREATE INDEX trace_file IF NOT EXISTS FOR (n:Trace) ON (n.file)',
      'CREATE INDEX error_type IF NOT EXISTS FOR (n:ErrorSignature) ON (n.type)',
      'CREATE INDEX step_trace IF NOT EXISTS FOR ()-[r:STEP]-() ON (r.trace)',
      'CREATE INDEX shortcut_trace IF NOT EXISTS FOR ()-[r:SHORTCUT]-() ON (r.trace)'
    ]
  },
  {
    number: 4,
    name: '004-curation',
    since: '0.1.0',
    says: 'Feedback, gaps, decisions and epochs have ids of their own; the queue is read by state.',
    checksum: 'c3cc2daecf4147b5',
    statements: [
      'CREATE CONSTRAINT feedback_id IF NOT EXISTS FOR (n:Feedback) REQUIRE n.id IS UNIQUE',
      'CREATE CONSTRAINT knowledge_request_id IF NOT EXISTS FOR (n:KnowledgeRequest) REQUIRE n.id IS UNIQUE',
      'CREATE CONSTRAINT review_id IF NOT EXISTS FOR (n:Review) REQUIRE n.id IS UNIQUE',
      'CREATE CONSTRAINT epoch_id IF NOT EXISTS FOR (n:Epoch) REQUIRE n.id IS UNIQUE',
      'CREATE INDEX insight_state IF NOT EXISTS FOR (n:Insight) ON (n.state)',
      'CREATE INDEX insight_lineage IF NOT EXISTS FOR (n:Insight) ON (n.lineage)',
      'CREATE INDEX knowledge_request_state IF NOT EXISTS FOR (n:KnowledgeRequest) ON (n.state)'
    ]
  },
  {
    number: 5,
    name: '005-experience-text',
    since: '0.1.0',
    says: 'Words of what was tried and learned, apart from documentation: in one index the few would drown in the many.',
    checksum: 'fb6332dce0505f8d',
    statements: [
      "CREATE FULLTEXT INDEX experience_text IF NOT EXISTS FOR (n:Problem|Trace|Lesson|Insight) ON EACH [n.title, n.text, n.terms, n.space]\nOPTIONS { indexConfig: { `fulltext.analyzer`: 'english' } }"
    ]
  },
  {
    number: 6,
    name: '006-access',
    since: '0.1.0',
    says: 'Who may do what: principals, their keys and sessions by hash. Jobs from before belong to the public space.',
    checksum: '6da0da0e881d31eb',
    statements: [
      'CREATE CONSTRAINT principal_id IF NOT EXISTS FOR (n:Principal) REQUIRE n.id IS UNIQUE',
      'CREATE CONSTRAINT key_id IF NOT EXISTS FOR (n:Key) REQUIRE n.id IS UNIQUE',
      'CREATE CONSTRAINT key_hash IF NOT EXISTS FOR (n:Key) REQUIRE n.hash IS UNIQUE',
      'CREATE INDEX job_started IF NOT EXISTS FOR (n:Job) ON (n.startedAt)',
      "MATCH (j:Job) WHERE j.space IS NULL SET j.space = 'public'"
    ]
  },
  {
    number: 30,
    name: '030-documentation-identity',
    since: '0.1.0',
    says: 'What was removed while it was cited and came back as a second node is one node again, with its citations and its evidence.',
    checksum: '789008424031af1d',
    statements: [
      'MATCH (old:Retired)\nMATCH (live:Doc|Api {id: old.id})\nCALL (old, live) {\n  MATCH (source)-[edge]->(old)\n  CREATE (source)-[copy:$(type(edge))]->(live)\n  SET copy = properties(edge)\n}\nWITH old, live, properties(old) AS was, properties(live) AS now\nSET live = was\nSET live += now\nSET live.evidencePassed = coalesce(was.evidencePassed + now.evidencePassed, was.evidencePassed, now.evidencePassed),\n  live.evidenceFailed = coalesce(was.evidenceFailed + now.evidenceFailed, was.evidenceFailed, now.evidenceFailed)\nREMOVE live.retiredAt\nDETACH DELETE old'
    ]
  },
  {
    number: 40,
    name: '040-field-notes',
    since: '0.2.0',
    says: 'Field notes: what agents learned, found by what it is about. Lessons that only counted names go, unless they were cited.',
    checksum: '36bdee441bcffe1e',
    statements: [
      'CREATE INDEX lesson_subject_key IF NOT EXISTS FOR (n:Lesson) ON (n.subjectKey)',
      'CREATE INDEX lesson_behaviour IF NOT EXISTS FOR (n:Lesson) ON (n.behaviour)',
      "MATCH (l:Lesson) WHERE coalesce(l.writer, 'rules') = 'rules' AND NOT EXISTS { (l)<-[:CITES|USED]-() } AND NOT EXISTS { (l)<-[:DERIVED_FROM]-() } DETACH DELETE l",
      "MATCH (l:Lesson) WHERE coalesce(l.writer, 'rules') = 'rules' SET l.retired = true, l.kind = 'withdrawn', l.weight = 0.0",
      "MATCH (l:Lesson) WHERE l.retired IS NULL AND l.happens IS NULL SET l.happens = l.text, l.source = 'model', l.trust = 'self-reported', l.witnesses = 1, l.principals = 1, l.weight = 0.25",
      "MATCH (t:Trace) WHERE t.trust IS NULL SET t.trust = CASE WHEN t.format IS NULL THEN 'self-reported' ELSE 'imported' END"
    ]
  },
  {
    number: 45,
    name: '045-candidates-of-clusters',
    since: '0.2.0',
    says: 'Curation proposes what field notes tell of: what clusters of tasks proposed in lists of names goes where nobody took it up, with what was written down of the clusters.',
    checksum: '8968ea922a57c4a7',
    statements: [
      "MATCH (i:Insight) WHERE i.note IS NULL AND i.state = 'candidate' AND i.writer = 'rules' AND NOT EXISTS { (i)<-[:CITES|USED|REVIEWED|REFINES]-() } DETACH DELETE i",
      "MATCH (i:Insight) WHERE i.note IS NULL AND i.state = 'in-review' AND i.writer = 'rules' AND i.claimedBy IS NULL AND NOT EXISTS { (i)<-[:CITES|USED]-() } SET i.state = 'superseded', i.kind = 'withdrawn', i.version = coalesce(i.version, 1) + 1",
      'MATCH (p:Problem) WHERE p.awaits IS NOT NULL REMOVE p.awaits',
      "MATCH (m:Meta) WHERE m.id STARTS WITH 'curation:' AND m.id CONTAINS '/' AND m.problems IS NOT NULL DETACH DELETE m",
      "MATCH (m:Meta) WHERE m.id STARTS WITH 'curation:' AND m.phase = 'planning' SET m.phase = 'working'"
    ]
  },
  {
    number: 50,
    name: '050-documentation-text',
    since: '0.2.0',
    says: "Full text of documentation alone: in the index that held experience too, attempts that repeat a question's words crowded documentation out.",
    checksum: 'c6269046a6adce4f',
    statements: [
      "CREATE FULLTEXT INDEX documentation_text IF NOT EXISTS FOR (n:Doc|Api) ON EACH [n.title, n.text, n.terms, n.qualifiedName, n.signature, n.summary, n.space, n.library]\nOPTIONS { indexConfig: { `fulltext.analyzer`: 'english' } }",
      'DROP INDEX memory_text IF EXISTS'
    ]
  },
  {
    number: 60,
    name: '060-states-within',
    since: '0.2.0',
    says: "A state says the one space whose traces passed through it, so that the nearest of one's own are looked for inside the index; where there are several it says none.",
    checksum: '61e20a89b581e6dd',
    statements: [
      "MATCH (s:State) WHERE s.within IS NULL\nWITH s, COLLECT { MATCH (s)-[r:STEP]-(:State) RETURN DISTINCT r.space } + COLLECT { MATCH (s)<-[:STARTS_AT|ENDS_AT]-(t:Trace) RETURN DISTINCT t.space } AS spaces\nSET s.within = CASE WHEN all(space IN spaces WHERE space = spaces[0]) THEN coalesce(spaces[0], '') ELSE '' END"
    ]
  },
  {
    number: 61,
    name: '061-one-sender',
    since: '0.2.0',
    says: "What was recorded and said by the admin's key bore no principal: it is that key's now, as all that comes by it from here on.",
    checksum: 'cbaa244418f7463d',
    statements: [
      "MATCH (t:Trace) WHERE t.principal IS NULL AND t.trust = 'self-reported' SET t.principal = 'principal:local'",
      "MATCH (f:Feedback) WHERE f.principal IS NULL SET f.principal = 'principal:local'"
    ]
  },
  {
    number: 62,
    name: '062-hours',
    since: '0.2.0',
    says: 'What came and went in a space is counted hour by hour; so that an hour is made anew without a scan, what is counted is found by its space and time.',
    checksum: 'ede91aac8cb4243c',
    statements: [
      'CREATE CONSTRAINT hour_id IF NOT EXISTS FOR (n:Hour) REQUIRE n.id IS UNIQUE',
      'CREATE CONSTRAINT stale_hour_id IF NOT EXISTS FOR (n:StaleHour) REQUIRE n.id IS UNIQUE',
      'CREATE INDEX hour_space_at IF NOT EXISTS FOR (n:Hour) ON (n.space, n.at)',
      'CREATE INDEX stale_hour_space IF NOT EXISTS FOR (n:StaleHour) ON (n.space)',
      'CREATE INDEX recommendation_space_created IF NOT EXISTS FOR (n:Recommendation) ON (n.space, n.createdAt)',
      'CREATE INDEX trace_space_created IF NOT EXISTS FOR (n:Trace) ON (n.space, n.createdAt)',
      'CREATE INDEX problem_space_created IF NOT EXISTS FOR (n:Problem) ON (n.space, n.createdAt)',
      'CREATE INDEX lesson_space_created IF NOT EXISTS FOR (n:Lesson) ON (n.space, n.createdAt)',
      'CREATE INDEX insight_space_created IF NOT EXISTS FOR (n:Insight) ON (n.space, n.createdAt)',
      'CREATE INDEX knowledge_request_space_created IF NOT EXISTS FOR (n:KnowledgeRequest) ON (n.space, n.createdAt)',
      'CREATE INDEX insight_space_state IF NOT EXISTS FOR (n:Insight) ON (n.space, n.state)',
      'CREATE INDEX knowledge_request_space_state IF NOT EXISTS FOR (n:KnowledgeRequest) ON (n.space, n.state)',
      'CREATE INDEX library_space_ingested IF NOT EXISTS FOR (n:Library) ON (n.space, n.ingestedAt)'
    ]
  },
  {
    number: 63,
    name: '063-traces-by-project',
    since: '0.2.0',
    says: 'Which trace a run tells of, and whether one principal or several told of attempts, is asked while somebody waits: neither reads all traces.',
    checksum: '0aca6b2b7b0cf9c5',
    statements: [
      'CREATE INDEX trace_project_created IF NOT EXISTS FOR (n:Trace) ON (n.project, n.createdAt)',
      'CREATE INDEX trace_space_principal IF NOT EXISTS FOR (n:Trace) ON (n.space, n.principal)'
    ]
  }
]
