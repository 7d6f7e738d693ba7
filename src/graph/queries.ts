// GENERATED from cypher/ by `npm run generate`; edit the .cypher files instead.
import type { GraphMap, Query } from './query.js'

/** The migrations that this graph has been through. */
export const appliedMigrations: Query<
  Record<string, never>,
  { readonly number: number; readonly checksum: string }
> = {
  name: 'appliedMigrations',
  access: 'read',
  integers: [],
  columns: { number: 'int', checksum: 'string' },
  text: 'MATCH (m:Migration)\nRETURN m.number AS number, m.checksum AS checksum\nORDER BY number'
}

/** Waits until every index is online. */
export const awaitIndexes: Query<{ readonly seconds: number }, { readonly done: boolean }> = {
  name: 'awaitIndexes',
  access: 'read',
  integers: ['seconds'],
  columns: { done: 'boolean' },
  text: 'CALL db.awaitIndexes($seconds)\nRETURN true AS done'
}

/** The floor of retrieval: one vector query and nothing else, for measurements. */
export const bareSearch: Query<
  { readonly vector: readonly number[]; readonly limit: number },
  { readonly id: string }
> = {
  name: 'bareSearch',
  access: 'read',
  integers: ['limit'],
  columns: { id: 'string' },
  text: 'CYPHER 25\nMATCH (n:Doc|Api)\n  SEARCH n IN (VECTOR INDEX memory_vector FOR $vector LIMIT $limit) SCORE AS score\nRETURN n.id AS id'
}

/** The floor of ingestion: nodes with a vector each and nothing else, for measurements. */
export const bareWrite: Query<{ readonly rows: readonly GraphMap[] }, Record<string, never>> = {
  name: 'bareWrite',
  access: 'write',
  integers: [],
  columns: {},
  text: "UNWIND $rows AS row\nCREATE (n:Problem {id: row.id, space: 'public', kind: 'bare', library: 'none', embedding: row.embedding})"
}

/** How many edges of each type there are. */
export const countsByEdgeType: Query<
  Record<string, never>,
  { readonly type: string; readonly count: number }
> = {
  name: 'countsByEdgeType',
  access: 'read',
  integers: [],
  columns: { type: 'string', count: 'int' },
  text: 'MATCH ()-[r]->()\nRETURN type(r) AS type, count(*) AS count\nORDER BY type'
}

/** How many nodes of each label there are. */
export const countsByLabel: Query<
  Record<string, never>,
  { readonly label: string; readonly count: number }
> = {
  name: 'countsByLabel',
  access: 'read',
  integers: [],
  columns: { label: 'string', count: 'int' },
  text: 'MATCH (n)\nUNWIND labels(n) AS label\nRETURN label, count(*) AS count\nORDER BY label'
}

/** The edges that leave these nodes, in a fixed order. */
export const exportEdges: Query<
  { readonly label: string; readonly ids: readonly string[] },
  {
    readonly from: string
    readonly type: string
    readonly to: string
    readonly properties: GraphMap
  }
> = {
  name: 'exportEdges',
  access: 'read',
  integers: [],
  columns: { from: 'string', type: 'string', to: 'string', properties: 'map' },
  text: 'CYPHER 25\nMATCH (n:$($label))-[r]->(m)\nWHERE n.id IN $ids\nRETURN n.id AS from, type(r) AS type, m.id AS to, properties(r) AS properties\nORDER BY from, type, to'
}

/** Nodes in the order of their ids, after a cursor, with all that they hold. */
export const exportNodes: Query<
  { readonly label: string; readonly after: string; readonly limit: number },
  { readonly id: string; readonly labels: readonly string[]; readonly properties: GraphMap }
> = {
  name: 'exportNodes',
  access: 'read',
  integers: ['limit'],
  columns: { id: 'string', labels: 'string[]', properties: 'map' },
  text: 'CYPHER 25\nMATCH (n:$($label))\nWHERE n.id > $after\nWITH n ORDER BY n.id LIMIT $limit\nRETURN n.id AS id, labels(n) AS labels, n {.*, createdAt: toString(n.createdAt), ingestedAt: toString(n.ingestedAt), retiredAt: toString(n.retiredAt),\n  startedAt: toString(n.startedAt), updatedAt: toString(n.updatedAt), finishedAt: toString(n.finishedAt), appliedAt: toString(n.appliedAt)} AS properties'
}

/** Notes that vectors are being made anew for another embedder, from the start, so that a kill in between is known. */
export const markReembedding: Query<{ readonly embedder: string }, Record<string, never>> = {
  name: 'markReembedding',
  access: 'write',
  integers: [],
  columns: {},
  text: "MERGE (m:Meta {id: 'cairn'})\nSET m.reembedding = $embedder, m.cursor = ''"
}

/** What the graph remembers of how it was built. */
export const readMeta: Query<
  Record<string, never>,
  {
    readonly embedder: string | null
    readonly dimensions: number | null
    readonly reembedding: string | null
    readonly cursor: string | null
  }
> = {
  name: 'readMeta',
  access: 'read',
  integers: [],
  columns: { embedder: 'string?', dimensions: 'int?', reembedding: 'string?', cursor: 'string?' },
  text: "MATCH (m:Meta {id: 'cairn'})\nRETURN m.embedder AS embedder, m.dimensions AS dimensions, m.reembedding AS reembedding, m.cursor AS cursor"
}

/** Notes that a migration was applied. */
export const recordMigration: Query<
  { readonly number: number; readonly name: string; readonly checksum: string },
  Record<string, never>
> = {
  name: 'recordMigration',
  access: 'write',
  integers: ['number'],
  columns: {},
  text: 'MERGE (m:Migration {number: $number})\nSET m.name = $name, m.checksum = $checksum, m.appliedAt = datetime()'
}

/** Remembers the embedder whose vectors the graph holds; whatever re-embedding there was is over. */
export const writeMeta: Query<
  { readonly embedder: string; readonly dimensions: number },
  Record<string, never>
> = {
  name: 'writeMeta',
  access: 'write',
  integers: ['dimensions'],
  columns: {},
  text: "MERGE (m:Meta {id: 'cairn'})\nSET m.embedder = $embedder, m.dimensions = $dimensions\nREMOVE m.reembedding, m.cursor\nMERGE (s:Space {id: 'public'})\nSET s.name = 'public', s.kind = 'public'"
}

/** Adds ALIAS_OF edges between APIs. */
export const addAliasOf: Query<{ readonly rows: readonly GraphMap[] }, Record<string, never>> = {
  name: 'addAliasOf',
  access: 'write',
  integers: [],
  columns: {},
  text: 'UNWIND $rows AS row\nMATCH (a:Api {id: row.from})\nMATCH (b:Api {id: row.to})\nMERGE (a)-[:ALIAS_OF]->(b)'
}

/** Adds REPLACED_BY edges between APIs. */
export const addReplacedBy: Query<{ readonly rows: readonly GraphMap[] }, Record<string, never>> = {
  name: 'addReplacedBy',
  access: 'write',
  integers: [],
  columns: {},
  text: 'UNWIND $rows AS row\nMATCH (a:Api {id: row.from})\nMATCH (b:Api {id: row.to})\nMERGE (a)-[:REPLACED_BY]->(b)'
}

/** Adds SEE_ALSO edges between APIs. */
export const addSeeAlso: Query<{ readonly rows: readonly GraphMap[] }, Record<string, never>> = {
  name: 'addSeeAlso',
  access: 'write',
  integers: [],
  columns: {},
  text: 'UNWIND $rows AS row\nMATCH (a:Api {id: row.from})\nMATCH (b:Api {id: row.to})\nMERGE (a)-[:SEE_ALSO]->(b)'
}

/** Each API of a library with what its own section says of others, and where it hangs today. */
export const apisToLink: Query<
  { readonly library: string },
  {
    readonly id: string
    readonly qualifiedName: string
    readonly aliasOf: readonly string[]
    readonly replacedBy: readonly string[]
    readonly links: readonly string[]
    readonly docs: readonly string[]
    readonly parent: string | null
  }
> = {
  name: 'apisToLink',
  access: 'read',
  integers: [],
  columns: {
    id: 'string',
    qualifiedName: 'string',
    aliasOf: 'string[]',
    replacedBy: 'string[]',
    links: 'string[]',
    docs: 'string[]',
    parent: 'string?'
  },
  text: 'MATCH (a:Api {library: $library})\nOPTIONAL MATCH (own:Doc {id: a.doc})\nCALL (a) { MATCH (d:Doc)-[:DOCUMENTS]->(a) RETURN collect(d.id) AS docs }\nCALL (a) { OPTIONAL MATCH (a)-[:MEMBER_OF]->(p) RETURN head(collect(p.id)) AS parent }\nRETURN a.id AS id, a.qualifiedName AS qualifiedName, a.aliasOf AS aliasOf, a.replacedBy AS replacedBy,\n  coalesce(own.links, []) AS links, docs, parent\nORDER BY id'
}

/** How many nodes carry vectors, and how many of them stand after a cursor. */
export const countEmbedded: Query<
  { readonly after: string },
  { readonly total: number; readonly left: number }
> = {
  name: 'countEmbedded',
  access: 'read',
  integers: [],
  columns: { total: 'int', left: 'int' },
  text: 'MATCH (n:Doc|Api|Problem|Trace|Insight)\nRETURN count(n) AS total, sum(CASE WHEN n.id > $after THEN 1 ELSE 0 END) AS left'
}

/** Marks a library as wholly ingested. */
export const finishLibrary: Query<
  { readonly id: string; readonly fingerprint: string },
  Record<string, never>
> = {
  name: 'finishLibrary',
  access: 'write',
  integers: [],
  columns: {},
  text: "MATCH (l:Library {id: $id})\nSET l.state = 'complete', l.fingerprint = $fingerprint, l.ingestedAt = datetime()"
}

/** Takes back what these pages said of their APIs, and which sections document what, before they are written again. */
export const forgetClaims: Query<{ readonly pages: readonly string[] }, Record<string, never>> = {
  name: 'forgetClaims',
  access: 'write',
  integers: [],
  columns: {},
  text: 'MATCH (a:Api) WHERE a.page IN $pages\nSET a.claim = null\nWITH count(*) AS released\nMATCH (d:Doc) WHERE d.page IN $pages\nMATCH (d)-[edge:DOCUMENTS|PART_OF]->()\nDELETE edge'
}

/** Says which section documents which API. */
export const joinApis: Query<{ readonly rows: readonly GraphMap[] }, Record<string, never>> = {
  name: 'joinApis',
  access: 'write',
  integers: [],
  columns: {},
  text: 'UNWIND $rows AS row\nMATCH (d:Doc {id: row.doc})\nMATCH (a:Api {id: row.api})\nMERGE (d)-[:DOCUMENTS]->(a)'
}

/** Hangs pages under their library. */
export const joinPages: Query<
  { readonly pages: readonly string[]; readonly library: string },
  Record<string, never>
> = {
  name: 'joinPages',
  access: 'write',
  integers: [],
  columns: {},
  text: 'MATCH (l:Library {id: $library})\nUNWIND $pages AS page\nMATCH (d:Doc {id: page})\nMERGE (d)-[:PART_OF]->(l)'
}

/** Hangs sections under their section or page. */
export const joinSections: Query<{ readonly rows: readonly GraphMap[] }, Record<string, never>> = {
  name: 'joinSections',
  access: 'write',
  integers: [],
  columns: {},
  text: 'UNWIND $rows AS row\nMATCH (d:Doc {id: row.id})\nMATCH (parent:Doc {id: row.parent})\nMERGE (d)-[:PART_OF]->(parent)'
}

/** How far the ingestion of a library has come. */
export const libraryState: Query<
  { readonly id: string },
  { readonly state: string; readonly fingerprint: string | null }
> = {
  name: 'libraryState',
  access: 'read',
  integers: [],
  columns: { state: 'string', fingerprint: 'string?' },
  text: 'MATCH (l:Library {id: $id})\nRETURN l.state AS state, l.fingerprint AS fingerprint'
}

/** The edges between the APIs of a library that were made from links and names. */
export const linksOfLibrary: Query<
  { readonly library: string },
  { readonly from: string; readonly type: string; readonly to: string }
> = {
  name: 'linksOfLibrary',
  access: 'read',
  integers: [],
  columns: { from: 'string', type: 'string', to: 'string' },
  text: 'MATCH (a:Api {library: $library})-[r:SEE_ALSO|ALIAS_OF|REPLACED_BY]->(b:Api)\nRETURN a.id AS from, type(r) AS type, b.id AS to'
}

/** Hangs APIs under the API or library that they belong to, and nowhere else. */
export const moveMembers: Query<{ readonly rows: readonly GraphMap[] }, Record<string, never>> = {
  name: 'moveMembers',
  access: 'write',
  integers: [],
  columns: {},
  text: 'UNWIND $rows AS row\nMATCH (a:Api {id: row.id})\nOPTIONAL MATCH (a)-[old:MEMBER_OF]->()\nDELETE old\nWITH DISTINCT a, row\nMATCH (parent:Library|Api {id: row.parent})\nMERGE (a)-[:MEMBER_OF]->(parent)'
}

/** The next nodes after a cursor, with what their vectors are made of. */
export const nodesToEmbed: Query<
  { readonly after: string; readonly limit: number },
  {
    readonly id: string
    readonly label: string
    readonly title: string
    readonly text: string
    readonly breadcrumb: readonly string[]
    readonly qualifiedName: string
    readonly summary: string
    readonly task: string
  }
> = {
  name: 'nodesToEmbed',
  access: 'read',
  integers: ['limit'],
  columns: {
    id: 'string',
    label: 'string',
    title: 'string',
    text: 'string',
    breadcrumb: 'string[]',
    qualifiedName: 'string',
    summary: 'string',
    task: 'string'
  },
  text: "CALL () {\n  MATCH (n:Doc) WHERE n.id > $after RETURN n ORDER BY n.id LIMIT $limit\n  UNION ALL\n  MATCH (n:Api) WHERE n.id > $after RETURN n ORDER BY n.id LIMIT $limit\n  UNION ALL\n  MATCH (n:Problem) WHERE n.id > $after RETURN n ORDER BY n.id LIMIT $limit\n  UNION ALL\n  MATCH (n:Trace) WHERE n.id > $after RETURN n ORDER BY n.id LIMIT $limit\n  UNION ALL\n  MATCH (n:Insight) WHERE n.id > $after RETURN n ORDER BY n.id LIMIT $limit\n}\nRETURN n.id AS id, labels(n)[0] AS label, coalesce(n.title, '') AS title, left(coalesce(n.text, ''), 1000) AS text,\n  coalesce(n.breadcrumb, []) AS breadcrumb, coalesce(n.qualifiedName, '') AS qualifiedName, coalesce(n.summary, '') AS summary,\n  left(coalesce(n.task, ''), 1000) AS task\nORDER BY id\nLIMIT $limit"
}

/** The pages of a library that the graph holds, with the hash of what each was made from. */
export const pagesOfLibrary: Query<
  { readonly library: string },
  { readonly path: string; readonly hash: string }
> = {
  name: 'pagesOfLibrary',
  access: 'read',
  integers: [],
  columns: { path: 'string', hash: 'string' },
  text: 'MATCH (d:Doc {library: $library})\nWHERE d.hash IS NOT NULL\nRETURN d.path AS path, d.hash AS hash'
}

/** Before pages are written again or go: other pages that document the same APIs must say so anew, because one of them may now be the best account of it. */
export const releasePages: Query<{ readonly pages: readonly string[] }, Record<string, never>> = {
  name: 'releasePages',
  access: 'write',
  integers: [],
  columns: {},
  text: "MATCH (a:Api) WHERE a.page IN $pages\nMATCH (other:Doc)-[:DOCUMENTS]->(a)\nWHERE NOT other.page IN $pages\nMATCH (page:Doc {id: other.page})\nSET page.hash = ''"
}

/** Removes the APIs that these pages told of and that are not kept; what was cited or used stays as history. */
export const removeApis: Query<
  { readonly pages: readonly string[]; readonly keep: readonly string[] },
  { readonly removed: number }
> = {
  name: 'removeApis',
  access: 'write',
  integers: [],
  columns: { removed: 'int' },
  text: 'MATCH (a:Api) WHERE a.page IN $pages AND NOT a.id IN $keep\nOPTIONAL MATCH (a)<-[told:CITES|USES|ABOUT]-()\nWITH a, count(told) AS mentions\nFOREACH (_ IN CASE WHEN mentions > 0 THEN [1] ELSE [] END |\n  SET a:Retired, a.retiredAt = datetime()\n  REMOVE a:Api, a.embedding)\nWITH a, mentions\nOPTIONAL MATCH (a)-[edge:MEMBER_OF|DOCUMENTS|SEE_ALSO|ALIAS_OF|REPLACED_BY]-()\nDELETE edge\nWITH DISTINCT a, mentions\nFOREACH (_ IN CASE WHEN mentions = 0 THEN [1] ELSE [] END | DETACH DELETE a)\nRETURN count(*) AS removed'
}

/** Removes the sections of these pages that are not kept; what advice once cited stays as history. */
export const removeDocs: Query<
  { readonly pages: readonly string[]; readonly keep: readonly string[] },
  { readonly removed: number }
> = {
  name: 'removeDocs',
  access: 'write',
  integers: [],
  columns: { removed: 'int' },
  text: 'MATCH (d:Doc) WHERE d.page IN $pages AND NOT d.id IN $keep\nOPTIONAL MATCH (d)<-[cited:CITES|BACKED_BY]-()\nWITH d, count(cited) AS citations\nFOREACH (_ IN CASE WHEN citations > 0 THEN [1] ELSE [] END |\n  SET d:Retired, d.retiredAt = datetime()\n  REMOVE d:Doc, d.embedding, d.hash)\nWITH d, citations\nOPTIONAL MATCH (d)-[edge:PART_OF|DOCUMENTS]-()\nDELETE edge\nWITH DISTINCT d, citations\nFOREACH (_ IN CASE WHEN citations = 0 THEN [1] ELSE [] END | DETACH DELETE d)\nRETURN count(*) AS removed'
}

/** Removes edges between APIs that the documentation no longer gives. */
export const removeLinks: Query<{ readonly rows: readonly GraphMap[] }, Record<string, never>> = {
  name: 'removeLinks',
  access: 'write',
  integers: [],
  columns: {},
  text: 'UNWIND $rows AS row\nMATCH (a:Api {id: row.from})-[r:SEE_ALSO|ALIAS_OF|REPLACED_BY]->(b:Api {id: row.to})\nWHERE type(r) = row.type\nDELETE r'
}

/** Gives nodes new vectors and moves the cursor, in one transaction. */
export const setEmbeddings: Query<
  { readonly rows: readonly GraphMap[]; readonly cursor: string },
  Record<string, never>
> = {
  name: 'setEmbeddings',
  access: 'write',
  integers: [],
  columns: {},
  text: "MERGE (m:Meta {id: 'cairn'})\nSET m.cursor = $cursor\nWITH m\nUNWIND $rows AS row\nMATCH (n:Doc|Api|Problem|Trace|Insight {id: row.id})\nSET n.embedding = row.embedding"
}

/** Begins or goes on with the ingestion of a library; until it is finished the library says so. */
export const startLibrary: Query<
  { readonly id: string; readonly properties: GraphMap; readonly space: string },
  Record<string, never>
> = {
  name: 'startLibrary',
  access: 'write',
  integers: [],
  columns: {},
  text: "MERGE (l:Library {id: $id})\nSET l += $properties, l.state = 'ingesting', l.space = $space, l.kind = 'library'\nMERGE (s:Space {id: $space})\nMERGE (l)-[:IN]->(s)"
}

/** Writes APIs. Where several sections document one, the best claim (smallest text) tells of it. */
export const writeApis: Query<{ readonly rows: readonly GraphMap[] }, Record<string, never>> = {
  name: 'writeApis',
  access: 'write',
  integers: [],
  columns: {},
  text: 'UNWIND $rows AS row\nMERGE (a:Api {id: row.id})\nWITH a, row\nWHERE a.claim IS NULL OR row.claim <= a.claim\nSET a += row'
}

/** Writes sections of documentation; the key comes first, then all that is known of it. */
export const writeDocs: Query<{ readonly rows: readonly GraphMap[] }, Record<string, never>> = {
  name: 'writeDocs',
  access: 'write',
  integers: [],
  columns: {},
  text: 'UNWIND $rows AS row\nMERGE (d:Doc {id: row.id})\nSET d += row'
}

/** Writes a reviewed insight with what it rests on, and says how many of its quotations stand where it says. */
export const writeInsight: Query<
  {
    readonly id: string
    readonly space: string
    readonly properties: GraphMap
    readonly backedBy: readonly GraphMap[]
    readonly derivedFrom: readonly string[]
    readonly about: readonly string[]
  },
  { readonly backed: number }
> = {
  name: 'writeInsight',
  access: 'write',
  integers: [],
  columns: { backed: 'int' },
  text: 'MERGE (s:Space {id: $space})\nMERGE (i:Insight {id: $id})\nON CREATE SET i.createdAt = datetime()\nSET i += $properties\nMERGE (i)-[:IN]->(s)\nWITH i\nCALL (i) {\n  UNWIND $derivedFrom AS trace\n  MATCH (t:Trace {id: trace})\n  MERGE (i)-[:DERIVED_FROM]->(t)\n}\nCALL (i) {\n  UNWIND $about AS name\n  MATCH (a:Api {qualifiedName: name})\n  MERGE (i)-[:ABOUT]->(a)\n}\nCALL (i) {\n  UNWIND $backedBy AS backing\n  MATCH (d:Doc {id: backing.doc})\n  WHERE d.text CONTAINS backing.quote\n  MERGE (i)-[b:BACKED_BY]->(d)\n  SET b.quote = backing.quote\n  RETURN count(*) AS backed\n}\nRETURN backed'
}

/** Takes a job over from a process that died, unless another was faster. */
export const claimJob: Query<
  { readonly id: string; readonly from: string; readonly to: string },
  { readonly id: string }
> = {
  name: 'claimJob',
  access: 'write',
  integers: [],
  columns: { id: 'string' },
  text: "MATCH (j:Job {id: $id})\nSET j.lock = true\nWITH j\nWHERE coalesce(j.owner, '') = $from\nSET j.owner = $to, j.updatedAt = datetime()\nRETURN j.id AS id"
}

/** Jobs by id, or the newest ones when no id is given. */
export const jobs: Query<
  { readonly ids: readonly string[]; readonly limit: number },
  {
    readonly id: string
    readonly kind: string
    readonly label: string
    readonly state: string
    readonly done: number
    readonly total: number
    readonly input: string
    readonly result: string | null
    readonly code: string | null
    readonly message: string | null
    readonly startedAt: string
    readonly finishedAt: string | null
  }
> = {
  name: 'jobs',
  access: 'read',
  integers: ['limit'],
  columns: {
    id: 'string',
    kind: 'string',
    label: 'string',
    state: 'string',
    done: 'int',
    total: 'int',
    input: 'string',
    result: 'string?',
    code: 'string?',
    message: 'string?',
    startedAt: 'string',
    finishedAt: 'string?'
  },
  text: 'MATCH (j:Job)\nWHERE size($ids) = 0 OR j.id IN $ids\nRETURN j.id AS id, j.kind AS kind, j.label AS label, j.state AS state, toInteger(j.done) AS done, toInteger(j.total) AS total,\n  j.input AS input, j.result AS result, j.code AS code, j.message AS message,\n  toString(j.startedAt) AS startedAt, toString(j.finishedAt) AS finishedAt\nORDER BY startedAt DESC, id\nLIMIT $limit'
}

/** Writes how a job stands. */
export const saveJob: Query<
  { readonly id: string; readonly properties: GraphMap },
  Record<string, never>
> = {
  name: 'saveJob',
  access: 'write',
  integers: [],
  columns: {},
  text: "MERGE (j:Job {id: $id})\nON CREATE SET j.startedAt = datetime()\nSET j += $properties, j.updatedAt = datetime()\nFOREACH (_ IN CASE WHEN $properties.state IN ['done', 'failed', 'cancelled'] THEN [1] ELSE [] END | SET j.finishedAt = datetime())"
}

/** Jobs that a process began and did not end, with who that was and how long ago it last said something. */
export const unfinishedJobs: Query<
  Record<string, never>,
  {
    readonly id: string
    readonly kind: string
    readonly input: string
    readonly owner: string
    readonly silentSeconds: number
  }
> = {
  name: 'unfinishedJobs',
  access: 'read',
  integers: [],
  columns: { id: 'string', kind: 'string', input: 'string', owner: 'string', silentSeconds: 'int' },
  text: "MATCH (j:Job)\nWHERE j.state = 'running' OR j.state = 'queued'\nRETURN j.id AS id, j.kind AS kind, j.input AS input, coalesce(j.owner, '') AS owner,\n  duration.inSeconds(j.updatedAt, datetime()).seconds AS silentSeconds\nORDER BY j.startedAt, j.id"
}

/** Records an answer with what it cites, and says which citations hold: the node is there, in sight, and has the words. */
export const recordRecommendation: Query<
  {
    readonly id: string
    readonly question: string
    readonly problem: string
    readonly kind: string
    readonly libraries: readonly string[]
    readonly space: string
    readonly spaces: readonly string[]
    readonly cites: readonly GraphMap[]
  },
  { readonly number: number }
> = {
  name: 'recordRecommendation',
  access: 'write',
  integers: [],
  columns: { number: 'int' },
  text: 'CREATE (r:Recommendation {id: $id, question: $question, kind: $kind, libraries: $libraries, space: $space, createdAt: datetime()})\nWITH r\nCALL (r) {\n  MATCH (p:Problem {id: $problem})\n  WHERE p.space IN $spaces\n  CREATE (r)-[:FOR]->(p)\n}\nWITH r\nUNWIND $cites AS cite\nMATCH (n:Doc|Api|Trace|Insight {id: cite.id})\nWHERE n.space IN $spaces AND (n.text CONTAINS cite.quote OR n.title = cite.quote)\nCREATE (r)-[:CITES {rank: toInteger(cite.number), section: cite.section, reason: cite.reason, quote: cite.quote}]->(n)\nRETURN toInteger(cite.number) AS number\nORDER BY number'
}

/** The libraries that a caller of these spaces may know of. */
export const knownLibraries: Query<
  { readonly spaces: readonly string[] },
  {
    readonly key: string
    readonly name: string
    readonly version: string
    readonly title: string
    readonly importNames: readonly string[]
    readonly state: string
  }
> = {
  name: 'knownLibraries',
  access: 'read',
  integers: [],
  columns: {
    key: 'string',
    name: 'string',
    version: 'string',
    title: 'string',
    importNames: 'string[]',
    state: 'string'
  },
  text: 'MATCH (l:Library) WHERE l.space IN $spaces\nRETURN l.key AS key, l.name AS name, l.version AS version, l.title AS title, l.importNames AS importNames, l.state AS state\nORDER BY key'
}

/** The libraries in sight with how much is known of each. */
export const libraryCounts: Query<
  { readonly spaces: readonly string[] },
  {
    readonly id: string
    readonly key: string
    readonly ecosystem: string
    readonly name: string
    readonly version: string
    readonly title: string
    readonly state: string
    readonly ingestedAt: string | null
    readonly docs: number
    readonly apis: number
  }
> = {
  name: 'libraryCounts',
  access: 'read',
  integers: [],
  columns: {
    id: 'string',
    key: 'string',
    ecosystem: 'string',
    name: 'string',
    version: 'string',
    title: 'string',
    state: 'string',
    ingestedAt: 'string?',
    docs: 'int',
    apis: 'int'
  },
  text: 'MATCH (l:Library) WHERE l.space IN $spaces\nRETURN l.id AS id, l.key AS key, l.ecosystem AS ecosystem, l.name AS name, l.version AS version, l.title AS title, l.state AS state,\n  toString(l.ingestedAt) AS ingestedAt,\n  COUNT { MATCH (d:Doc {library: l.key}) } AS docs, COUNT { MATCH (a:Api {library: l.key}) } AS apis\nORDER BY key'
}

/** The neighbours of nodes along edges of these types (all, when none is named), in a fixed order, a limited number a node. */
export const neighbors: Query<
  {
    readonly ids: readonly string[]
    readonly types: readonly string[]
    readonly spaces: readonly string[]
    readonly perNode: number
  },
  {
    readonly from: string
    readonly to: string
    readonly type: string
    readonly id: string
    readonly label: string
    readonly title: string | null
    readonly kind: string | null
    readonly library: string | null
  }
> = {
  name: 'neighbors',
  access: 'read',
  integers: ['perNode'],
  columns: {
    from: 'string',
    to: 'string',
    type: 'string',
    id: 'string',
    label: 'string',
    title: 'string?',
    kind: 'string?',
    library: 'string?'
  },
  text: 'MATCH (n:Library|Doc|Api|Problem|Trace|ErrorSignature|Insight|Recommendation|Retired)\nWHERE n.id IN $ids AND (n.space IS NULL OR n.space IN $spaces)\nCALL (n) {\n  MATCH (n)-[r]-(other)\n  WHERE (size($types) = 0 OR type(r) IN $types) AND (other.space IS NULL OR other.space IN $spaces)\n  RETURN r, other\n  ORDER BY type(r), other.id\n  LIMIT $perNode\n}\nRETURN startNode(r).id AS from, endNode(r).id AS to, type(r) AS type,\n  other.id AS id, labels(other)[0] AS label, coalesce(other.title, other.name, other.question) AS title, other.kind AS kind, other.library AS library\nORDER BY from, type, to'
}

/** One node with all that may be shown of it, and how many edges of each type it has. */
export const openNode: Query<
  { readonly ids: readonly string[]; readonly spaces: readonly string[] },
  {
    readonly id: string
    readonly label: string
    readonly properties: GraphMap
    readonly edges: readonly GraphMap[]
  }
> = {
  name: 'openNode',
  access: 'read',
  integers: [],
  columns: { id: 'string', label: 'string', properties: 'map', edges: 'map[]' },
  text: 'MATCH (n:Library|Doc|Api|Problem|Trace|ErrorSignature|Insight|Recommendation|Retired|Job)\nWHERE n.id IN $ids AND (n.space IS NULL OR n.space IN $spaces)\nCALL (n) {\n  MATCH (n)-[r]-(other)\n  WHERE other.space IS NULL OR other.space IN $spaces\n  WITH type(r) AS type, startNode(r) = n AS out, count(*) AS count\n  ORDER BY type, out\n  RETURN collect({type: type, out: out, count: count}) AS edges\n}\nRETURN n.id AS id, labels(n)[0] AS label,\n  n {.*, embedding: null, names: null, terms: null, createdAt: toString(n.createdAt), ingestedAt: toString(n.ingestedAt),\n     retiredAt: toString(n.retiredAt), startedAt: toString(n.startedAt), updatedAt: toString(n.updatedAt), finishedAt: toString(n.finishedAt)} AS properties,\n  edges\nORDER BY id'
}

/** Everything that one question brings up: hits by meaning, words, names and errors, each with its rank in its source, and the neighbours of the best hits along typed edges. */
export const recall: Query<
  {
    readonly vector: readonly number[]
    readonly spaces: readonly string[]
    readonly libraries: readonly string[]
    readonly documents: number
    readonly experiences: number
    readonly textQuery: string
    readonly nameQuery: string
    readonly errors: readonly string[]
    readonly expandTop: number
  },
  {
    readonly id: string
    readonly label: string
    readonly node: GraphMap
    readonly found: readonly GraphMap[]
    readonly links: readonly GraphMap[]
    readonly doc: GraphMap | null
  }
> = {
  name: 'recall',
  access: 'read',
  integers: ['documents', 'experiences', 'expandTop'],
  columns: {
    id: 'string',
    label: 'string',
    node: 'map',
    found: 'map[]',
    links: 'map[]',
    doc: 'map?'
  },
  text: "CYPHER 25\nCALL () {\n  MATCH (n:Doc|Api)\n    SEARCH n IN (VECTOR INDEX memory_vector FOR $vector WHERE n.space IN $spaces AND n.library IN $libraries LIMIT $documents) SCORE AS score\n  RETURN n AS hit, score, 'meaning' AS source\n  UNION ALL\n  MATCH (n:Problem|Trace|Lesson|Insight)\n    SEARCH n IN (VECTOR INDEX memory_vector FOR $vector WHERE n.space IN $spaces LIMIT $experiences) SCORE AS score\n  RETURN n AS hit, score, 'experience' AS source\n  UNION ALL\n  CALL db.index.fulltext.queryNodes('memory_text', $textQuery, {limit: $documents}) YIELD node, score\n  WHERE node.space IN $spaces AND (node.library IS NULL OR node.library IN $libraries)\n  RETURN node AS hit, score, 'words' AS source\n  UNION ALL\n  CALL db.index.fulltext.queryNodes('memory_names', $nameQuery, {limit: $documents}) YIELD node, score\n  WHERE node.space IN $spaces AND (node.library IS NULL OR node.library IN $libraries) AND NOT node:Library\n  RETURN node AS hit, score, 'names' AS source\n  UNION ALL\n  MATCH (e:ErrorSignature)<-[:RAISED]-(failed:Trace)-[:ATTEMPTS]->(:Problem)<-[:ATTEMPTS]-(t:Trace)\n  WHERE e.id IN $errors AND t.space IN $spaces AND failed.space IN $spaces\n  WITH DISTINCT t\n  RETURN t AS hit, CASE t.outcome WHEN 'passed' THEN 1.0 ELSE 0.5 END AS score, 'errors' AS source\n  ORDER BY score DESC, t.id\n  LIMIT $experiences\n  UNION ALL\n  MATCH (e:ErrorSignature)<-[:RAISED]-(t:Trace)\n  WHERE e.id IN $errors AND t.space IN $spaces\n  WITH DISTINCT t\n  RETURN t AS hit, 0.4 AS score, 'errors' AS source\n  ORDER BY t.id\n  LIMIT $experiences\n}\nWITH source, hit, max(score) AS score\nORDER BY source, score DESC, hit.id\nWITH source, collect({hit: hit, score: score}) AS list\nUNWIND range(0, size(list) - 1) AS place\nWITH list[place].hit AS hit, collect({source: source, rank: place + 1, score: list[place].score}) AS found\nWITH hit, found, reduce(best = 1000, f IN found | CASE WHEN f.rank < best THEN f.rank ELSE best END) AS best\nCALL (hit, best) {\n  WITH hit, best\n  WHERE best <= $expandTop\n  MATCH (hit)-[r:DOCUMENTS|SEE_ALSO|ALIAS_OF|REPLACED_BY|USES|ATTEMPTS|ABOUT|BACKED_BY]->(other)\n  WHERE other.space IN $spaces\n  WITH r, other ORDER BY type(r), other.id LIMIT 8\n  RETURN collect({node: other, type: type(r)}) AS forward\n}\nCALL (hit, best) {\n  WITH hit, best\n  WHERE best <= $expandTop\n  MATCH (hit)<-[r:USES|ATTEMPTS|ABOUT|BACKED_BY]-(other:Trace|Insight|Lesson|Problem)\n  WHERE other.space IN $spaces\n  WITH r, other ORDER BY type(r), other.id LIMIT 6\n  RETURN collect({node: other, type: 'of ' + type(r)}) AS backward\n}\nWITH hit, found, forward + backward AS edges\nUNWIND [{node: hit, found: found, from: null, type: null}]\n  + [e IN edges | {node: e.node, found: [], from: hit.id, type: e.type}] AS row\nWITH row.node AS n, collect(row.found) AS founds, [l IN collect({from: row.from, type: row.type}) WHERE l.from IS NOT NULL] AS links\nOPTIONAL MATCH (d:Doc {id: n.doc})\nRETURN n.id AS id,\n  head([l IN labels(n) WHERE l <> 'Retired']) AS label,\n  n {.kind, .library, .title, .qualifiedName, .signature, .summary, .deprecated, .doc, .path, .anchor, .part, .url, .breadcrumb,\n     .outcome, .agent, .applies, .advice, .avoid, text: left(n.text, 1600), code: left(n.code, 1600)} AS node,\n  reduce(all = [], f IN founds | all + f) AS found,\n  links,\n  d {.id, .kind, .library, .title, .path, .anchor, .part, .url, .breadcrumb, text: left(d.text, 1600)} AS doc\nORDER BY id"
}

/** Which of these ids are sections of documentation here. */
export const whichExist: Query<
  { readonly ids: readonly string[]; readonly spaces: readonly string[] },
  { readonly id: string }
> = {
  name: 'whichExist',
  access: 'read',
  integers: [],
  columns: { id: 'string' },
  text: 'MATCH (d:Doc)\nWHERE d.id IN $ids AND d.space IN $spaces\nRETURN d.id AS id'
}

/** Links attempts to the APIs that they used, by qualified name. */
export const joinTraceApis: Query<{ readonly rows: readonly GraphMap[] }, Record<string, never>> = {
  name: 'joinTraceApis',
  access: 'write',
  integers: [],
  columns: {},
  text: 'UNWIND $rows AS row\nMATCH (t:Trace {id: row.trace})\nMATCH (a:Api {qualifiedName: row.name})\nMERGE (t)-[:USES]->(a)'
}

/** Links attempts to the errors that they raised. */
export const joinTraceErrors: Query<
  { readonly rows: readonly GraphMap[] },
  Record<string, never>
> = {
  name: 'joinTraceErrors',
  access: 'write',
  integers: [],
  columns: {},
  text: "UNWIND $rows AS row\nMATCH (t:Trace {id: row.trace})\nMERGE (e:ErrorSignature {id: row.id})\nON CREATE SET e.type = row.type, e.title = row.normalForm, e.text = row.example, e.kind = 'error', e.space = row.space\nMERGE (t)-[:RAISED]->(e)"
}

/** Writes problems; one that is there already keeps its title. */
export const writeProblems: Query<
  { readonly rows: readonly GraphMap[]; readonly space: string },
  Record<string, never>
> = {
  name: 'writeProblems',
  access: 'write',
  integers: [],
  columns: {},
  text: "MERGE (s:Space {id: $space})\nWITH s\nUNWIND $rows AS row\nMERGE (p:Problem {id: row.id})\nON CREATE SET p += row, p.createdAt = datetime()\nMERGE (p)-[:IN]->(s)\nWITH p, row\nUNWIND row.libraries AS key\nMATCH (l:Library {id: 'library:' + key})\nMERGE (p)-[:ABOUT]->(l)"
}

/** Writes attempts at problems. */
export const writeTraces: Query<
  { readonly rows: readonly GraphMap[]; readonly space: string },
  Record<string, never>
> = {
  name: 'writeTraces',
  access: 'write',
  integers: [],
  columns: {},
  text: 'MERGE (s:Space {id: $space})\nWITH s\nUNWIND $rows AS row\nMATCH (p:Problem {id: row.problem})\nMERGE (t:Trace {id: row.id})\nON CREATE SET t += row, t.createdAt = datetime()\nMERGE (t)-[:ATTEMPTS]->(p)\nMERGE (t)-[:IN]->(s)'
}
