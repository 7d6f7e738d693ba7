// GENERATED from cypher/ by `npm run generate`; edit the .cypher files instead.
import type { GraphMap, Query } from './query.js'

/** Makes a principal belong to a space, with what it may do there. */
export const addMember: Query<
  {
    readonly principal: string
    readonly space: string
    readonly can: string
    readonly role: string | null
  },
  { readonly space: string }
> = {
  name: 'addMember',
  access: 'write',
  integers: [],
  columns: { space: 'string' },
  text: 'CYPHER 25 MATCH (p:Principal {id: $principal})\nMATCH (s:Space {id: $space})\nMERGE (p)-[b:BELONGS_TO]->(s)\nSET b.can = $can, b.role = $role\nRETURN s.id AS space'
}

/** Shuts a principal out, or lets it in again, unless that would leave nobody who may do everything. */
export const disablePrincipal: Query<
  { readonly id: string; readonly now: number | null },
  { readonly id: string; readonly others: number }
> = {
  name: 'disablePrincipal',
  access: 'write',
  integers: ['now'],
  columns: { id: 'string', others: 'int' },
  text: "CYPHER 25 MERGE (m:Meta {id: 'principals'})\nSET m.lock = true\nWITH m\nMATCH (p:Principal {id: $id})\nCALL (p) {\n  MATCH (o:Principal {role: 'admin'})\n  WHERE o.id <> p.id AND o.disabledAt IS NULL AND EXISTS {\n    MATCH (k:Key {kind: 'key'})-[:OF]->(o)\n    WHERE k.revokedAt IS NULL AND (k.expiresAt IS NULL OR k.expiresAt > coalesce($now, 0))\n  }\n  RETURN count(o) AS others\n}\nFOREACH (_ IN CASE WHEN $now IS NULL OR others > 0 OR p.role <> 'admin' THEN [1] ELSE [] END | SET p.disabledAt = $now)\nRETURN p.id AS id, CASE p.role WHEN 'admin' THEN others ELSE 1 END AS others"
}

/** Removes sessions and links that are over. */
export const forgetKeys: Query<{ readonly now: number }, Record<string, never>> = {
  name: 'forgetKeys',
  access: 'write',
  integers: ['now'],
  columns: {},
  text: "CYPHER 25 MATCH (k:Key)\nWHERE k.kind <> 'key' AND (k.expiresAt < $now OR k.revokedAt IS NOT NULL)\nDETACH DELETE k"
}

/** Whose key, session or link this is, as long as it holds, with the spaces that it belongs to. A link is for one use. Simple on purpose: every start plans it before the first answer. */
export const principalByHash: Query<
  { readonly hash: string; readonly now: number },
  {
    readonly key: string
    readonly kind: string
    readonly root: string | null
    readonly id: string
    readonly name: string
    readonly role: string
    readonly home: string
    readonly spaces: readonly GraphMap[]
    readonly lastUsedAt: number | null
  }
> = {
  name: 'principalByHash',
  access: 'read',
  integers: ['now'],
  columns: {
    key: 'string',
    kind: 'string',
    root: 'string?',
    id: 'string',
    name: 'string',
    role: 'string',
    home: 'string',
    spaces: 'map[]',
    lastUsedAt: 'int?'
  },
  text: "CYPHER 25 MATCH (k:Key {hash: $hash})-[:OF]->(p:Principal)\nWHERE k.revokedAt IS NULL AND p.disabledAt IS NULL AND (k.expiresAt IS NULL OR k.expiresAt > $now)\nOPTIONAL MATCH (p)-[b:BELONGS_TO]->(s:Space)\nRETURN k.id AS key, k.kind AS kind, CASE k.kind WHEN 'key' THEN k.id ELSE k.root END AS root, p.id AS id, p.name AS name, p.role AS role, coalesce(p.home, 'public') AS home,\n  collect(CASE WHEN s IS NOT NULL THEN {id: s.id, name: coalesce(s.name, s.id), kind: coalesce(s.kind, 'team'), can: b.can, role: b.role} END) AS spaces,\n  k.lastUsedAt AS lastUsedAt"
}

/** Principals with their keys and the spaces they belong to; sessions and links are not listed. */
export const principals: Query<
  { readonly ids: readonly string[] },
  {
    readonly id: string
    readonly name: string
    readonly role: string
    readonly space: string
    readonly createdAt: number
    readonly disabledAt: number | null
    readonly spaces: readonly GraphMap[]
    readonly keys: readonly GraphMap[]
  }
> = {
  name: 'principals',
  access: 'read',
  integers: [],
  columns: {
    id: 'string',
    name: 'string',
    role: 'string',
    space: 'string',
    createdAt: 'int',
    disabledAt: 'int?',
    spaces: 'map[]',
    keys: 'map[]'
  },
  text: "CYPHER 25 MATCH (p:Principal)\nWHERE size($ids) = 0 OR p.id IN $ids\nRETURN p.id AS id, p.name AS name, p.role AS role, coalesce(p.home, 'public') AS space, p.createdAt AS createdAt, p.disabledAt AS disabledAt,\n  COLLECT { MATCH (p)-[b:BELONGS_TO]->(s:Space) RETURN {space: s.id, can: b.can, role: b.role} ORDER BY s.id } AS spaces,\n  COLLECT {\n    MATCH (k:Key {kind: 'key'})-[:OF]->(p)\n    RETURN {id: k.id, createdAt: k.createdAt, lastUsedAt: k.lastUsedAt, expiresAt: k.expiresAt, revokedAt: k.revokedAt} ORDER BY k.createdAt, k.id\n  } AS keys\nORDER BY id"
}

/** Ends that a principal belongs to a space; what it wrote there stays. */
export const removeMember: Query<
  { readonly principal: string; readonly space: string },
  { readonly removed: number }
> = {
  name: 'removeMember',
  access: 'write',
  integers: [],
  columns: { removed: 'int' },
  text: "CYPHER 25 MATCH (p:Principal {id: $principal})-[b:BELONGS_TO]->(:Space {id: $space})\nDELETE b\nSET p.home = CASE WHEN p.home = $space THEN 'public' ELSE p.home END\nRETURN count(*) AS removed"
}

/** Revokes a key with the sessions and links that were opened with it, unless it is the last by which anybody may do everything; says whose it was. Sessions of before this was kept end with any key of their principal. */
export const revokeKey: Query<
  { readonly id: string; readonly now: number },
  { readonly principal: string; readonly last: boolean }
> = {
  name: 'revokeKey',
  access: 'write',
  integers: ['now'],
  columns: { principal: 'string', last: 'boolean' },
  text: "CYPHER 25 MERGE (m:Meta {id: 'principals'})\nSET m.lock = true\nWITH m\nMATCH (k:Key {id: $id})-[:OF]->(p:Principal)\nCALL (k) {\n  MATCH (o:Key {kind: 'key'})-[:OF]->(a:Principal {role: 'admin'})\n  WHERE o.id <> k.id AND a.disabledAt IS NULL AND o.revokedAt IS NULL AND (o.expiresAt IS NULL OR o.expiresAt > $now)\n  RETURN count(o) AS others\n}\nWITH k, p, others = 0 AND k.kind = 'key' AND p.role = 'admin' AND p.disabledAt IS NULL AND k.revokedAt IS NULL\n  AND (k.expiresAt IS NULL OR k.expiresAt > $now) AS last\nCALL (k, p, last) {\n  WITH k, p, last WHERE NOT last\n  SET k.revokedAt = coalesce(k.revokedAt, $now)\n  WITH k, p WHERE k.kind = 'key'\n  MATCH (s:Key)-[:OF]->(p)\n  WHERE s.kind <> 'key' AND s.revokedAt IS NULL AND coalesce(s.root, k.id) = k.id\n  SET s.revokedAt = $now\n}\nRETURN p.id AS principal, last"
}

/** Says where a principal writes unless a request says otherwise. */
export const setHome: Query<
  { readonly principal: string; readonly space: string },
  { readonly id: string }
> = {
  name: 'setHome',
  access: 'write',
  integers: [],
  columns: { id: 'string' },
  text: 'CYPHER 25 MATCH (p:Principal {id: $principal})\nSET p.home = $space\nRETURN p.id AS id'
}

/** The space that everybody sees, and those of teams, which every admin sees. */
export const sharedSpaces: Query<
  Record<string, never>,
  { readonly id: string; readonly name: string; readonly kind: string }
> = {
  name: 'sharedSpaces',
  access: 'read',
  integers: [],
  columns: { id: 'string', name: 'string', kind: 'string' },
  text: "CYPHER 25 MATCH (s:Space)\nWHERE s.id = 'public' OR s.kind = 'team'\nRETURN s.id AS id, coalesce(s.name, s.id) AS name, coalesce(s.kind, 'team') AS kind"
}

/** In which of these spaces something stands that is decided on, answered or said to be wrong. */
export const spaceOf: Query<
  { readonly id: string; readonly spaces: readonly string[] },
  { readonly space: string }
> = {
  name: 'spaceOf',
  access: 'read',
  integers: [],
  columns: { space: 'string' },
  text: 'CYPHER 25 MATCH (n:Recommendation|Insight|KnowledgeRequest|Lesson)\nWHERE n.id = $id AND n.space IN $spaces\nRETURN n.space AS space'
}

/** Spaces of these ids, or all, with who belongs to each. */
export const spaces: Query<
  { readonly ids: readonly string[] },
  {
    readonly id: string
    readonly name: string
    readonly kind: string
    readonly members: readonly GraphMap[]
  }
> = {
  name: 'spaces',
  access: 'read',
  integers: [],
  columns: { id: 'string', name: 'string', kind: 'string', members: 'map[]' },
  text: "CYPHER 25 MATCH (s:Space)\nWHERE size($ids) = 0 OR s.id IN $ids\nRETURN s.id AS id, coalesce(s.name, s.id) AS name, coalesce(s.kind, 'team') AS kind,\n  COLLECT { MATCH (p:Principal)-[b:BELONGS_TO]->(s) RETURN {principal: p.id, name: p.name, can: b.can, role: b.role} ORDER BY p.id } AS members\nORDER BY id"
}

/** Remembers when a key was last used. */
export const touchKey: Query<
  { readonly id: string; readonly now: number },
  Record<string, never>
> = {
  name: 'touchKey',
  access: 'write',
  integers: ['now'],
  columns: {},
  text: 'CYPHER 25 MATCH (k:Key {id: $id})\nSET k.lastUsedAt = $now'
}

/** Uses up a link: the first that comes gets whose it was, nobody after. */
export const useLink: Query<
  { readonly hash: string; readonly now: number },
  { readonly principal: string; readonly root: string | null }
> = {
  name: 'useLink',
  access: 'write',
  integers: ['now'],
  columns: { principal: 'string', root: 'string?' },
  text: "CYPHER 25 MATCH (k:Key {hash: $hash, kind: 'link'})-[:OF]->(p:Principal)\nSET k.lock = true\nREMOVE k.lock\nWITH k, p\nWHERE k.revokedAt IS NULL AND p.disabledAt IS NULL AND k.expiresAt > $now\nSET k.revokedAt = $now, k.lastUsedAt = $now\nRETURN p.id AS principal, k.root AS root"
}

/** Writes the key of who has the machine, who is let in again with a new one, unless it is known: one that was revoked stays so, and one of somebody else's is not taken over. */
export const writeKeyOnce: Query<
  { readonly principal: string; readonly id: string; readonly hash: string; readonly now: number },
  { readonly principal: string }
> = {
  name: 'writeKeyOnce',
  access: 'write',
  integers: ['now'],
  columns: { principal: 'string' },
  text: "CYPHER 25 MATCH (p:Principal {id: $principal})\nMERGE (k:Key {hash: $hash})\nON CREATE SET k.id = $id, k.kind = 'key', k.createdAt = $now, k.fresh = true\nWITH p, k, coalesce(k.fresh, false) AS fresh\nREMOVE k.fresh\nFOREACH (_ IN CASE WHEN fresh THEN [1] ELSE [] END | CREATE (k)-[:OF]->(p) SET p.disabledAt = null)\nWITH k\nMATCH (k)-[:OF]->(o:Principal)\nRETURN o.id AS principal"
}

/** Writes a key, session or link of a principal that is there; only the hash of what opens is kept. What was opened with a key does not outlast it. */
export const writeKey: Query<
  {
    readonly principal: string
    readonly id: string
    readonly hash: string
    readonly kind: string
    readonly root: string | null
    readonly now: number
    readonly expiresAt: number | null
  },
  { readonly id: string; readonly expiresAt: number | null }
> = {
  name: 'writeKey',
  access: 'write',
  integers: ['now', 'expiresAt'],
  columns: { id: 'string', expiresAt: 'int?' },
  text: 'CYPHER 25 MATCH (p:Principal {id: $principal})\nWHERE p.disabledAt IS NULL\nOPTIONAL MATCH (r:Key {id: $root})\nWITH p, r WHERE r.revokedAt IS NULL\nWITH p, CASE WHEN r.expiresAt < coalesce($expiresAt, r.expiresAt + 1) THEN r.expiresAt ELSE $expiresAt END AS ends\nCREATE (k:Key {id: $id, hash: $hash, kind: $kind, root: $root, createdAt: $now, expiresAt: ends})\nCREATE (k)-[:OF]->(p)\nRETURN k.id AS id, ends AS expiresAt'
}

/** Writes a principal unless one of that id is there, and says whether it was written. */
export const writePrincipal: Query<
  {
    readonly id: string
    readonly name: string
    readonly role: string
    readonly home: string
    readonly now: number
  },
  { readonly fresh: boolean }
> = {
  name: 'writePrincipal',
  access: 'write',
  integers: ['now'],
  columns: { fresh: 'boolean' },
  text: 'CYPHER 25 MERGE (p:Principal {id: $id})\nON CREATE SET p.name = $name, p.role = $role, p.home = $home, p.createdAt = $now, p.fresh = true\nWITH p, coalesce(p.fresh, false) AS fresh\nREMOVE p.fresh\nRETURN fresh'
}

/** Writes a space unless one of that id is there, and says whether it was written. */
export const writeSpace: Query<
  { readonly id: string; readonly name: string; readonly kind: string },
  { readonly fresh: boolean }
> = {
  name: 'writeSpace',
  access: 'write',
  integers: [],
  columns: { fresh: 'boolean' },
  text: 'CYPHER 25 MERGE (s:Space {id: $id})\nON CREATE SET s.fresh = true\nWITH s, coalesce(s.fresh, false) OR s.kind IS NULL AS fresh\nREMOVE s.fresh\nFOREACH (_ IN CASE WHEN fresh THEN [1] ELSE [] END | SET s.name = $name, s.kind = $kind)\nRETURN fresh'
}

/** Behaviours that notes tell of and that no run has looked at as they stand now: the note that speaks for each, all that say the same, who saw it, what documents it, and the insight that rests on it. How an attempt ended is only claimed unless the server knows that: by a runner, by a recording that shows a judgement, or by another who bears it out. What its sender writes of who judged makes no difference. */
export const behavioursToPropose: Query<
  {
    readonly space: string
    readonly after: string
    readonly limit: number
    readonly known: number
  },
  {
    readonly id: string
    readonly standing: string
    readonly text: string
    readonly happens: string
    readonly when: string | null
    readonly instead: string | null
    readonly shownBy: string | null
    readonly noteKind: string | null
    readonly source: string
    readonly trust: string
    readonly witnesses: number
    readonly principals: number
    readonly weight: number
    readonly disputes: number
    readonly helped: number
    readonly misled: number
    readonly subject: string
    readonly about: readonly string[]
    readonly opposes: readonly GraphMap[]
    readonly members: readonly string[]
    readonly seen: readonly GraphMap[]
    readonly problems: number
    readonly apis: readonly GraphMap[]
    readonly insight: string | null
    readonly state: string | null
    readonly flags: readonly string[]
    readonly acknowledged: readonly string[]
    readonly gates: string | null
    readonly beneath: readonly string[]
    readonly embedding: readonly number[] | null
  }
> = {
  name: 'behavioursToPropose',
  access: 'read',
  integers: ['limit', 'known'],
  columns: {
    id: 'string',
    standing: 'string',
    text: 'string',
    happens: 'string',
    when: 'string?',
    instead: 'string?',
    shownBy: 'string?',
    noteKind: 'string?',
    source: 'string',
    trust: 'string',
    witnesses: 'int',
    principals: 'int',
    weight: 'float',
    disputes: 'int',
    helped: 'float',
    misled: 'float',
    subject: 'string',
    about: 'string[]',
    opposes: 'map[]',
    members: 'string[]',
    seen: 'map[]',
    problems: 'int',
    apis: 'map[]',
    insight: 'string?',
    state: 'string?',
    flags: 'string[]',
    acknowledged: 'string[]',
    gates: 'string?',
    beneath: 'string[]',
    embedding: 'float[]?'
  },
  text: "CYPHER 25 MATCH (l:Lesson)\nWHERE l.space = $space AND l.id > $after AND l.behaviour = l.id AND l.retired IS NULL AND NOT coalesce(l.tainted, false) AND l.project IS NULL\nCALL (l) {\n  MATCH (m:Lesson {behaviour: l.id})\n  WHERE m.space = l.space\n  RETURN collect(DISTINCT m) AS notes, sum(coalesce(m.evidencePassed, 0.0)) AS helped, sum(coalesce(m.evidenceFailed, 0.0)) AS misled, sum(coalesce(m.disputes, 0)) AS disputes\n}\nCALL (notes) {\n  UNWIND notes AS m\n  MATCH (m)-[:LEARNED_IN]->(t:Trace)\n  WITH DISTINCT t, t.outcome IN ['passed', 'failed'] AND t.observed IS NULL AND t.confirmed IS NULL AND (coalesce(t.trust, 'self-reported') = 'self-reported' OR coalesce(t.judgedBy, 'agent') = 'agent') AS claimed\n  RETURN count(t) AS traces, sum(CASE WHEN claimed THEN 1 ELSE 0 END) AS claims\n}\nCALL (notes) {\n  UNWIND notes AS m\n  MATCH (m)-[:ABOUT]->(a:Api)\n  WHERE NOT coalesce(a.provisional, false)\n  WITH DISTINCT a ORDER BY a.id LIMIT 12\n  RETURN collect({id: a.id, name: a.qualifiedName, library: a.library}) AS apis, sum(COUNT { (:Doc)-[:DOCUMENTS]->(a) }) AS sections\n}\nCALL (l) {\n  OPTIONAL MATCH (o:Lesson)\n  WHERE o.id IN coalesce(l.opposes, [])\n  OPTIONAL MATCH (i:Insight {state: 'approved', note: true})-[:DERIVED_FROM]->(:Lesson {behaviour: o.id})\n  WHERE i.space = l.space\n  WITH o, i ORDER BY o.id, i.id\n  WITH o, head(collect(i.id)) AS insight\n  RETURN [one IN collect({id: o.id, text: o.text, witnesses: o.witnesses, insight: insight}) WHERE one.id IS NOT NULL][..5] AS opposes\n}\nWITH l, notes, helped, misled, disputes, apis, opposes,\n  reduce(s = '', part IN [toString(l.witnesses), toString(l.principals), l.trust, toString(l.weight), toString(traces), toString(claims), toString(disputes), toString($known > 1),\n    toString(round(helped)), toString(round(misled)), toString(sections), toString(size(apis)), reduce(o = '', one IN opposes | o + one.id + coalesce(one.insight, ''))] | s + ' ' + coalesce(part, '')) AS standing\nWHERE coalesce(l.proposed, '') <> standing\nWITH l, notes, helped, misled, disputes, apis, opposes, standing ORDER BY l.id LIMIT $limit\nCALL (notes) {\n  UNWIND notes AS m\n  WITH m ORDER BY m.id LIMIT 200\n  RETURN collect(m.id) AS members\n}\nCALL (notes) {\n  UNWIND notes AS m\n  MATCH (m)-[:LEARNED_IN]->(t:Trace)\n  WITH DISTINCT t, t.outcome IN ['passed', 'failed'] AND t.observed IS NULL AND t.confirmed IS NULL AND (coalesce(t.trust, 'self-reported') = 'self-reported' OR coalesce(t.judgedBy, 'agent') = 'agent') AS claimed\n  WITH t, claimed ORDER BY claimed, t.id LIMIT 200\n  RETURN collect({id: t.id, claimed: claimed, principal: coalesce(t.principal, ''), problem: t.problem}) AS seen, count(DISTINCT t.problem) AS problems\n}\nCALL (members) {\n  OPTIONAL MATCH (i:Insight)-[:DERIVED_FROM]->(m:Lesson)\n  WHERE m.id IN members AND i.note AND i.state <> 'superseded'\n  WITH DISTINCT i ORDER BY CASE i.state WHEN 'approved' THEN 0 WHEN 'in-review' THEN 1 ELSE 2 END, i.id\n  RETURN head(collect(i)) AS i\n}\nRETURN l.id AS id, standing, l.text AS text, coalesce(l.happens, l.text) AS happens, l.when AS when, l.instead AS instead, l.shownBy AS shownBy, l.noteKind AS noteKind,\n  coalesce(l.source, 'model') AS source, coalesce(l.trust, 'self-reported') AS trust, toInteger(l.witnesses) AS witnesses, toInteger(l.principals) AS principals,\n  toFloat(l.weight) AS weight, toInteger(disputes) AS disputes, helped, misled, coalesce(l.subject, '') AS subject, coalesce(l.about, []) AS about, opposes, members, seen, problems, apis,\n  i.id AS insight, i.state AS state, coalesce(i.flags, []) AS flags, coalesce(i.acknowledged, []) AS acknowledged, i.gates AS gates,\n  CASE WHEN i IS NULL THEN [] ELSE COLLECT { MATCH (i)-[:DERIVED_FROM]->(t:Trace) RETURN t.id ORDER BY t.id } END AS beneath, l.embedding AS embedding\nORDER BY id"
}

/** How far the last run of a space came. */
export const curationState: Query<
  { readonly id: string },
  { readonly run: number; readonly phase: string; readonly seed: number }
> = {
  name: 'curationState',
  access: 'read',
  integers: [],
  columns: { run: 'int', phase: 'string', seed: 'int' },
  text: "CYPHER 25 MATCH (m:Meta {id: $id})\nRETURN coalesce(m.run, 0) AS run, coalesce(m.phase, 'done') AS phase, coalesce(m.seed, 1) AS seed"
}

/** What the documentation says of APIs: the sections that document each, the entry's own first, at most four. */
export const docsOfApis: Query<
  { readonly apis: readonly string[]; readonly spaces: readonly string[] },
  {
    readonly api: string
    readonly name: string
    readonly deprecated: string | null
    readonly docs: readonly GraphMap[]
  }
> = {
  name: 'docsOfApis',
  access: 'read',
  integers: [],
  columns: { api: 'string', name: 'string', deprecated: 'string?', docs: 'map[]' },
  text: 'CYPHER 25 UNWIND $apis AS wanted\nMATCH (a:Api {id: wanted})\nCALL (a) {\n  MATCH (d:Doc)-[:DOCUMENTS]->(a)\n  WHERE d.space IN $spaces\n  WITH a, d ORDER BY CASE WHEN d.id = a.doc THEN 0 ELSE 1 END, d.id LIMIT 4\n  RETURN collect({id: d.id, title: d.title, text: left(d.text, 8000)}) AS docs\n}\nRETURN a.id AS api, a.qualifiedName AS name, a.deprecated AS deprecated, docs\nORDER BY api'
}

/** Insights that stand in a space, a page of them: those that a new one is compared with. What was superseded has its successor there. */
export const insightsKnown: Query<
  { readonly space: string; readonly after: string; readonly limit: number },
  {
    readonly id: string
    readonly state: string
    readonly title: string
    readonly advice: string
    readonly about: readonly string[]
    readonly embedding: readonly number[] | null
  }
> = {
  name: 'insightsKnown',
  access: 'read',
  integers: ['limit'],
  columns: {
    id: 'string',
    state: 'string',
    title: 'string',
    advice: 'string',
    about: 'string[]',
    embedding: 'float[]?'
  },
  text: "CYPHER 25 MATCH (i:Insight)\nWHERE i.id > $after AND i.space = $space AND i.state <> 'superseded'\nWITH i ORDER BY i.id LIMIT $limit\nRETURN i.id AS id, i.state AS state, coalesce(i.title, '') AS title, coalesce(i.advice, '') AS advice,\n  COLLECT { MATCH (i)-[:ABOUT]->(a:Api) RETURN DISTINCT a.qualifiedName ORDER BY a.qualifiedName } AS about, i.embedding AS embedding\nORDER BY id"
}

/** Has the next run look anew at every behaviour that became a candidate which nobody has in hand: what it is about, what documentation says and who saw it may have changed. */
export const lookAgain: Query<{ readonly space: string }, Record<string, never>> = {
  name: 'lookAgain',
  access: 'write',
  integers: [],
  columns: {},
  text: "CYPHER 25 MATCH (i:Insight {state: 'candidate'})-[:DERIVED_FROM]->(m:Lesson)\nWHERE i.space = $space AND i.note\nMATCH (l:Lesson {id: m.behaviour})\nSET l.proposed = null"
}

/** Puts lessons that no run has seen into this one, and says how many. */
export const markLessons: Query<
  { readonly run: number; readonly space: string; readonly limit: number },
  { readonly marked: number }
> = {
  name: 'markLessons',
  access: 'write',
  integers: ['run', 'limit'],
  columns: { marked: 'int' },
  text: 'CYPHER 25 MATCH (l:Lesson)\nWHERE l.curation IS NULL AND l.space = $space\nWITH l LIMIT $limit\nSET l.curation = $run\nRETURN count(l) AS marked'
}

/** Remembers how notes stood when they were looked at. */
export const markProposed: Query<{ readonly rows: readonly GraphMap[] }, Record<string, never>> = {
  name: 'markProposed',
  access: 'write',
  integers: [],
  columns: {},
  text: 'CYPHER 25 UNWIND $rows AS row\nMATCH (l:Lesson {id: row.id})\nSET l.proposed = row.standing'
}

/** Puts traces that no run has seen into this one, and says how many. */
export const markTraces: Query<
  { readonly run: number; readonly space: string; readonly limit: number },
  { readonly marked: number }
> = {
  name: 'markTraces',
  access: 'write',
  integers: ['run', 'limit'],
  columns: { marked: 'int' },
  text: 'CYPHER 25 MATCH (t:Trace)\nWHERE t.curation IS NULL AND t.space = $space\nWITH t LIMIT $limit\nSET t.curation = $run\nRETURN count(t) AS marked'
}

/** Adds what insights rest on without touching their words: a person has them in hand, or approved them. What is tainted is not for them. Counts that are null stay. Where the words stand without what agents claim of themselves, those claims and the flag that told of them go. */
export const mergeEvidence: Query<{ readonly rows: readonly GraphMap[] }, Record<string, never>> = {
  name: 'mergeEvidence',
  access: 'write',
  integers: [],
  columns: {},
  text: "CYPHER 25 UNWIND $rows AS row\nMATCH (i:Insight {id: row.id})\nSET i.support = coalesce(toInteger(row.support), i.support), i.agents = coalesce(toInteger(row.agents), i.agents),\n  i.problems = coalesce(toInteger(row.problems), i.problems)\nWITH i, row\nCALL (i, row) {\n  WITH i, row WHERE row.clears\n  SET i.version = coalesce(i.version, 1) + 1, i.flags = [flag IN coalesce(i.flags, []) WHERE flag <> 'self-judged'], i.acknowledged = [flag IN coalesce(i.acknowledged, []) WHERE flag <> 'self-judged'],\n    i.setAside = row.setAside, i.gates = row.gates\n  WITH i, row\n  MATCH (i)-[r:DERIVED_FROM]->(x:Trace|Lesson)\n  WHERE NOT x.id IN row.traces AND NOT x.id IN row.lessons\n  DELETE r\n}\nCALL (i, row) {\n  UNWIND row.traces AS trace\n  MATCH (t:Trace {id: trace})\n  MERGE (i)-[:DERIVED_FROM]->(t)\n}\nCALL (i, row) {\n  UNWIND row.lessons AS lesson\n  MATCH (l:Lesson {id: lesson})\n  MERGE (i)-[:DERIVED_FROM]->(l)\n}"
}

/** What came in with a run: how many traces and lessons, and at which problems. */
export const newsOfCuration: Query<
  { readonly run: number; readonly space: string },
  { readonly traces: number; readonly lessons: number; readonly problems: readonly string[] }
> = {
  name: 'newsOfCuration',
  access: 'read',
  integers: ['run'],
  columns: { traces: 'int', lessons: 'int', problems: 'string[]' },
  text: 'CYPHER 25 CALL () {\n  MATCH (t:Trace)\n  WHERE t.curation = $run AND t.space = $space\n  RETURN count(t) AS traces, collect(DISTINCT t.problem) AS attempted\n}\nCALL () {\n  MATCH (l:Lesson)\n  WHERE l.curation = $run AND l.space = $space\n  RETURN count(l) AS lessons, collect(DISTINCT l.problem) AS taught\n}\nRETURN traces, lessons, attempted + taught AS problems'
}

/** How many different principals recorded traces in a space. */
export const principalsKnown: Query<{ readonly space: string }, { readonly known: number }> = {
  name: 'principalsKnown',
  access: 'read',
  integers: [],
  columns: { known: 'int' },
  text: 'CYPHER 25 MATCH (t:Trace)\nWHERE t.space = $space AND t.principal IS NOT NULL\nRETURN count(DISTINCT t.principal) AS known'
}

/** Puts the candidates of a space that pass their gates into the queue of the curators, and says how many. */
export const queueCandidates: Query<{ readonly space: string }, { readonly queued: number }> = {
  name: 'queueCandidates',
  access: 'write',
  integers: [],
  columns: { queued: 'int' },
  text: "CYPHER 25 MATCH (i:Insight)\nWHERE i.state = 'candidate' AND i.ready AND i.space = $space\nSET i.state = 'in-review', i.ready = null, i.version = toInteger(coalesce(i.version, 0)) + 1\nRETURN count(i) AS queued"
}

/** Writes down how far a run came. */
export const setCurationState: Query<
  { readonly id: string; readonly run: number; readonly phase: string; readonly seed: number },
  Record<string, never>
> = {
  name: 'setCurationState',
  access: 'write',
  integers: ['run', 'seed'],
  columns: {},
  text: 'CYPHER 25 MERGE (m:Meta {id: $id})\nSET m.run = $run, m.phase = $phase, m.seed = $seed'
}

/** Writes insights that nobody has decided on, with exactly what they rest on; one that a person has taken up meanwhile stays as it is. Says which were written. */
export const writeCandidates: Query<
  { readonly rows: readonly GraphMap[]; readonly space: string },
  { readonly id: string }
> = {
  name: 'writeCandidates',
  access: 'write',
  integers: [],
  columns: { id: 'string' },
  text: "CYPHER 25 MERGE (s:Space {id: $space})\nWITH s\nUNWIND $rows AS row\nMERGE (i:Insight {id: row.id})\nON CREATE SET i.createdAt = datetime(), i.state = 'candidate', i.version = 0\nWITH s, i, row\nWHERE i.state = 'candidate'\nSET i += row.properties, i.version = toInteger(i.version) + 1, i.revision = toInteger(row.properties.revision), i.support = toInteger(row.properties.support),\n  i.agents = toInteger(row.properties.agents), i.problems = toInteger(row.properties.problems), i.proposedIn = toInteger(row.properties.proposedIn)\nMERGE (i)-[:IN]->(s)\nWITH i, row\nCALL (i) {\n  MATCH (i)-[r:BACKED_BY|ABOUT]->()\n  DELETE r\n}\nCALL (i, row) {\n  MATCH (i)-[r:DERIVED_FROM]->(x:Trace|Lesson)\n  WHERE NOT x.id IN row.traces AND NOT x.id IN row.lessons\n  DELETE r\n}\nCALL (i, row) {\n  UNWIND row.traces AS trace\n  MATCH (t:Trace {id: trace})\n  MERGE (i)-[:DERIVED_FROM]->(t)\n}\nCALL (i, row) {\n  UNWIND row.lessons AS lesson\n  MATCH (l:Lesson {id: lesson})\n  MERGE (i)-[:DERIVED_FROM]->(l)\n}\nCALL (i, row) {\n  UNWIND row.about AS api\n  MATCH (a:Api {id: api})\n  MERGE (i)-[:ABOUT]->(a)\n}\nCALL (i, row) {\n  UNWIND row.backedBy AS backing\n  MATCH (d:Doc {id: backing.doc})\n  WHERE d.text CONTAINS backing.quote\n  MERGE (i)-[:BACKED_BY {quote: backing.quote}]->(d)\n}\nCALL (i, row) {\n  UNWIND row.contradicts AS other\n  MATCH (o:Insight {id: other})\n  MERGE (i)-[:CONTRADICTS]->(o)\n  WITH o WHERE NOT 'contradiction' IN coalesce(o.flags, [])\n  SET o.flags = coalesce(o.flags, []) + ['contradiction'], o.version = coalesce(o.version, 1) + 1\n}\nRETURN i.id AS id"
}

/** What was said of these answers or is named itself, with what that is worth as evidence and which nodes it is about. */
export const answersAndFeedback: Query<
  { readonly ids: readonly string[] },
  {
    readonly id: string
    readonly outcome: string | null
    readonly helpfulness: string | null
    readonly advice: string | null
    readonly sender: string
    readonly at: number
    readonly space: string
    readonly libraries: readonly string[]
    readonly cited: readonly GraphMap[]
    readonly used: readonly string[]
  }
> = {
  name: 'answersAndFeedback',
  access: 'read',
  integers: [],
  columns: {
    id: 'string',
    outcome: 'string?',
    helpfulness: 'string?',
    advice: 'string?',
    sender: 'string',
    at: 'int',
    space: 'string',
    libraries: 'string[]',
    cited: 'map[]',
    used: 'string[]'
  },
  text: "CYPHER 25 MATCH (f:Feedback)-[:ON]->(r:Recommendation)\nWHERE f.id IN $ids OR r.id IN $ids\nRETURN f.id AS id, f.outcome AS outcome, f.helpfulness AS helpfulness, f.advice AS advice, coalesce(f.principal, f.by, '') AS sender, f.createdAt.epochMillis AS at, f.space AS space, coalesce(r.libraries, []) AS libraries,\n  COLLECT { MATCH (r)-[:CITES]->(n) WITH DISTINCT n RETURN {id: n.id, library: n.library, versions: n.versions} ORDER BY n.id } AS cited,\n  COLLECT { MATCH (f)-[:USED]->(n) RETURN DISTINCT n.id ORDER BY n.id } AS used\nORDER BY id"
}

/** What a principal, or everybody in a space or at a project, contributed: attempts, what was said of answers, and in a space its answers. What somebody who may speak for others recorded under its name is its too. */
export const contributionsOf: Query<
  {
    readonly principal: string | null
    readonly name: string | null
    readonly space: string | null
    readonly project: string | null
    readonly spaces: readonly string[]
  },
  { readonly id: string }
> = {
  name: 'contributionsOf',
  access: 'read',
  integers: [],
  columns: { id: 'string' },
  text: "CYPHER 25 MATCH (n:Trace|Recommendation|Feedback)\nWHERE n.space IN $spaces AND (n.space = $space OR n.project = $project OR n.principal = $principal\n  OR ($name IN [n.agent, n.by] AND NOT EXISTS { (p:Principal {id: n.principal}) WHERE p.role IN ['agent', 'runner'] }))\nRETURN n.id AS id\nORDER BY id"
}

/** Which of these were deleted. */
export const deletedAmong: Query<{ readonly ids: readonly string[] }, { readonly id: string }> = {
  name: 'deletedAmong',
  access: 'read',
  integers: [],
  columns: { id: 'string' },
  text: "CYPHER 25 MATCH (n:Retired {kind: 'tombstone'})\nWHERE n.id IN $ids\nRETURN n.id AS id\nORDER BY id"
}

/** Takes away what notes are tied to, and says which insights were drawn from them. */
export const detachLessons: Query<
  { readonly ids: readonly string[] },
  { readonly insights: readonly string[] }
> = {
  name: 'detachLessons',
  access: 'write',
  integers: [],
  columns: { insights: 'string[]' },
  text: 'CYPHER 25 MATCH (l:Lesson)\nWHERE l.id IN $ids\nWITH l, COLLECT { MATCH (i:Insight)-[:DERIVED_FROM]->(l) RETURN i.id } AS insights\nCALL (l) {\n  MATCH (l)-[r:LEARNED_IN|ABOUT]->()\n  DELETE r\n}\nCALL (l) {\n  MATCH (l)<-[r:DERIVED_FROM]-(:Insight)\n  DELETE r\n}\nRETURN insights'
}

/** Takes away what attempts consist of, and says what may now rest on nothing. */
export const detachTraces: Query<
  { readonly ids: readonly string[] },
  {
    readonly states: readonly string[]
    readonly errors: readonly string[]
    readonly problems: readonly string[]
    readonly lessons: readonly string[]
    readonly insights: readonly string[]
  }
> = {
  name: 'detachTraces',
  access: 'write',
  integers: [],
  columns: {
    states: 'string[]',
    errors: 'string[]',
    problems: 'string[]',
    lessons: 'string[]',
    insights: 'string[]'
  },
  text: 'CYPHER 25 MATCH (t:Trace)\nWHERE t.id IN $ids\nWITH t,\n  COLLECT { MATCH (t)-[:STARTS_AT|ENDS_AT]->(s:State) RETURN s.id } + COLLECT { MATCH (a:State)-[r:STEP {trace: t.id}]->(:State) RETURN a.id }\n    + COLLECT { MATCH (:State)-[r:STEP {trace: t.id}]->(b:State) RETURN b.id } AS states,\n  COLLECT { MATCH (t)-[:RAISED|RESOLVED]->(e:ErrorSignature) RETURN e.id } AS errors,\n  COLLECT { MATCH (t)-[:ATTEMPTS]->(p:Problem) RETURN p.id } AS problems,\n  COLLECT { MATCH (l:Lesson)-[:LEARNED_IN]->(t) RETURN l.id } AS lessons,\n  COLLECT { MATCH (i:Insight)-[:DERIVED_FROM]->(t) RETURN i.id } + COLLECT { MATCH (i:Insight)-[:DERIVED_FROM]->(:Lesson)-[:LEARNED_IN]->(t) RETURN i.id } AS insights\nCALL (t) {\n  MATCH (:State)-[r:STEP {trace: t.id}]->(:State)\n  DELETE r\n}\nCALL (t) {\n  MATCH (:State)-[r:SHORTCUT {trace: t.id}]->(:State)\n  DELETE r\n}\nCALL (t) {\n  MATCH (t)-[r:ATTEMPTS|USES|RAISED|RESOLVED|STARTS_AT|ENDS_AT|FOLLOWED]->()\n  DELETE r\n}\nCALL (t) {\n  MATCH (t)<-[r:LEARNED_IN|DERIVED_FROM]-()\n  DELETE r\n}\nRETURN states, errors, problems, lessons, insights'
}

/** Leaves of these nodes only that they were and were deleted, and whether somebody named them: citations of them stay, without the words that they quoted. */
export const entomb: Query<
  {
    readonly ids: readonly string[]
    readonly named: readonly string[]
    readonly by: string
    readonly at: string
  },
  { readonly deleted: number }
> = {
  name: 'entomb',
  access: 'write',
  integers: [],
  columns: { deleted: 'int' },
  text: "CYPHER 25 MATCH (n:Trace|Lesson|Recommendation|Feedback|Insight)\nWHERE n.id IN $ids\nCALL (n) {\n  OPTIONAL MATCH (n)-[:ON]->(r:Recommendation)\n  WITH coalesce(r, n) AS counted\n  CREATE (:StaleHour {id: randomUUID(), space: counted.space, at: datetime.truncate('hour', coalesce(counted.createdAt, datetime()))})\n}\nCALL (n) {\n  MATCH (n)-[r]->()\n  DELETE r\n}\nCALL (n) {\n  MATCH (n)<-[r]-()\n  WHERE NOT type(r) IN ['CITES', 'USED']\n  DELETE r\n}\nCALL (n) {\n  MATCH (n)<-[r:CITES]-()\n  SET r.quote = null, r.reason = null\n}\nWITH n, n.id AS id, n.space AS space, labels(n)[0] AS was\nSET n = {id: id, space: space, kind: 'tombstone', was: was, title: 'Deleted', named: id IN $named, deletedBy: $by, retiredAt: datetime($at)}\nSET n:Retired\nREMOVE n:Trace:Lesson:Recommendation:Feedback:Insight\nRETURN count(*) AS deleted"
}

/** Which of these notes no attempt teaches any more. */
export const lessonsOfNothing: Query<{ readonly ids: readonly string[] }, { readonly id: string }> =
  {
    name: 'lessonsOfNothing',
    access: 'read',
    integers: [],
    columns: { id: 'string' },
    text: 'CYPHER 25 MATCH (l:Lesson)\nWHERE l.id IN $ids AND NOT EXISTS { (l)-[:LEARNED_IN]->(:Trace) }\nRETURN l.id AS id\nORDER BY id'
  }

/** Counts anew what insights rest on, and says of each whether anything is left and whether a person has approved it. One in force is marked. */
export const recountInsights: Query<
  { readonly ids: readonly string[] },
  { readonly id: string; readonly bare: boolean; readonly draft: boolean }
> = {
  name: 'recountInsights',
  access: 'write',
  integers: [],
  columns: { id: 'string', bare: 'boolean', draft: 'boolean' },
  text: "CYPHER 25 MATCH (i:Insight)\nWHERE i.id IN $ids\nCALL (i) {\n  OPTIONAL MATCH (i)-[:DERIVED_FROM]->(x:Trace|Lesson)\n  OPTIONAL MATCH (x)-[:LEARNED_IN]->(taught:Trace)\n  WITH collect(DISTINCT CASE WHEN x:Trace THEN x ELSE taught END) AS traces, count(x) AS sources\n  UNWIND CASE WHEN size(traces) = 0 THEN [null] ELSE traces END AS t\n  RETURN count(t) AS support, count(DISTINCT coalesce(t.principal, '')) AS agents, count(DISTINCT t.problem) AS problems, max(sources) AS sources\n}\nSET i.support = support, i.agents = agents, i.problems = problems, i.version = coalesce(i.version, 1) + 1,\n  i.flags = [flag IN coalesce(i.flags, []) WHERE flag <> 'sources-deleted'] + ['sources-deleted']\nRETURN i.id AS id, sources = 0 AS bare, coalesce(i.kind, 'reviewed') = 'candidate' AS draft\nORDER BY id"
}

/** Counts gaps without the answers and the feedback that asked for them; one that nobody else asked for goes. */
export const removeAsked: Query<{ readonly ids: readonly string[] }, { readonly removed: number }> =
  {
    name: 'removeAsked',
    access: 'write',
    integers: [],
    columns: { removed: 'int' },
    text: "CYPHER 25 MATCH (asker:Recommendation|Feedback)-[r:ASKS_FOR]->(k:KnowledgeRequest)\nWHERE asker.id IN $ids\nWITH k, collect(r) AS asked\nSET k.asks = CASE WHEN coalesce(k.asks, 0) > size(asked) THEN k.asks - size(asked) ELSE 0 END\nFOREACH (r IN asked | DELETE r)\nWITH DISTINCT k\nWHERE NOT EXISTS { (k)<-[:ASKS_FOR]-() }\nCREATE (:StaleHour {id: randomUUID(), space: k.space, at: datetime.truncate('hour', coalesce(k.createdAt, datetime()))})\nDETACH DELETE k\nRETURN count(*) AS removed"
  }

/** Removes states, errors and problems that no attempt passed through, raised or tried any more. */
export const removeOrphans: Query<
  {
    readonly states: readonly string[]
    readonly errors: readonly string[]
    readonly problems: readonly string[]
  },
  { readonly removed: number }
> = {
  name: 'removeOrphans',
  access: 'write',
  integers: [],
  columns: { removed: 'int' },
  text: "CYPHER 25 CALL () {\n  MATCH (s:State)\n  WHERE s.id IN $states AND NOT EXISTS { (s)<-[:STARTS_AT|ENDS_AT]-(:Trace) } AND NOT EXISTS { (s)-[:STEP]-(:State) }\n  DETACH DELETE s\n  RETURN count(*) AS states\n}\nCALL () {\n  MATCH (e:ErrorSignature)\n  WHERE e.id IN $errors AND COUNT { (e)<-[:RAISED|RESOLVED]-(:Trace) } = 0\n  DETACH DELETE e\n  RETURN count(*) AS errors\n}\nCALL () {\n  MATCH (p:Problem)\n  WHERE p.id IN $problems AND NOT EXISTS { (p)<-[:ATTEMPTS]-(:Trace) } AND NOT EXISTS { (p)<-[:FOR|CITES]-(:Recommendation) }\n  CREATE (:StaleHour {id: randomUUID(), space: p.space, at: datetime.truncate('hour', coalesce(p.createdAt, datetime()))})\n  DETACH DELETE p\n  RETURN count(*) AS problems\n}\nRETURN states + errors + problems AS removed"
}

/** What these ids name that can be deleted, in these spaces: attempts, notes, answers, and what was said of answers. */
export const toDelete: Query<
  { readonly ids: readonly string[]; readonly spaces: readonly string[] },
  { readonly id: string; readonly label: string; readonly space: string }
> = {
  name: 'toDelete',
  access: 'read',
  integers: [],
  columns: { id: 'string', label: 'string', space: 'string' },
  text: 'CYPHER 25 MATCH (n:Trace|Lesson|Recommendation|Feedback)\nWHERE n.id IN $ids AND n.space IN $spaces\nRETURN n.id AS id, labels(n)[0] AS label, n.space AS space\nORDER BY id'
}

/** The attempts that came of one recorded session, those of its sub-agents among them, by the session's name, with that of its host before it or without, or by the file of the recording. */
export const tracesOfSession: Query<
  { readonly name: string; readonly spaces: readonly string[] },
  { readonly id: string; readonly space: string }
> = {
  name: 'tracesOfSession',
  access: 'read',
  integers: [],
  columns: { id: 'string', space: 'string' },
  text: "CYPHER 25 MATCH (t:Trace)\nWHERE t.space IN $spaces\n  AND (t.ref = $name OR t.file = $name\n    OR t.ref STARTS WITH $name + '/' OR t.ref STARTS WITH $name + '~'\n    OR t.id ENDS WITH ':' + $name OR t.id ENDS WITH '/' + $name\n    OR t.id CONTAINS ':' + $name + '/' OR t.id CONTAINS '/' + $name + '/'\n    OR t.id CONTAINS ':' + $name + '~' OR t.id CONTAINS '/' + $name + '~')\nRETURN t.id AS id, t.space AS space\nORDER BY id"
}

/** The migrations that this graph has been through. */
export const appliedMigrations: Query<
  Record<string, never>,
  { readonly number: number; readonly checksum: string }
> = {
  name: 'appliedMigrations',
  access: 'read',
  integers: [],
  columns: { number: 'int', checksum: 'string' },
  text: 'CYPHER 25 MATCH (m:Migration)\nRETURN m.number AS number, m.checksum AS checksum\nORDER BY number'
}

/** Waits until every index is online. */
export const awaitIndexes: Query<{ readonly seconds: number }, { readonly done: boolean }> = {
  name: 'awaitIndexes',
  access: 'read',
  integers: ['seconds'],
  columns: { done: 'boolean' },
  text: 'CYPHER 25 CALL db.awaitIndexes($seconds)\nRETURN true AS done'
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
  text: 'CYPHER 25 MATCH (n:Doc|Api)\n  SEARCH n IN (VECTOR INDEX memory_vector FOR $vector LIMIT $limit) SCORE AS score\nRETURN n.id AS id'
}

/** The floor of ingestion: nodes with a vector each and nothing else, for measurements. */
export const bareWrite: Query<{ readonly rows: readonly GraphMap[] }, Record<string, never>> = {
  name: 'bareWrite',
  access: 'write',
  integers: [],
  columns: {},
  text: "CYPHER 25 UNWIND $rows AS row\nCREATE (n:Problem {id: row.id, space: 'public', kind: 'bare', library: 'none', embedding: row.embedding})"
}

/** Says that the holders of these leases live; what is missing from the answer is held no more. */
export const beatLeases: Query<
  { readonly leases: readonly GraphMap[] },
  { readonly id: string; readonly cancel: boolean }
> = {
  name: 'beatLeases',
  access: 'write',
  integers: [],
  columns: { id: 'string', cancel: 'boolean' },
  text: 'CYPHER 25 UNWIND $leases AS lease\nMATCH (m:Meta {id: lease.id})\nWHERE m.token = lease.token\nSET m.beat = m.beat + 1\nRETURN m.id AS id, coalesce(m.cancel, false) AS cancel'
}

/** How many edges of each type are in sight: those of which both ends are. A state or an error at the end of a trace in sight is in sight by that; between states the edge itself says whose it is. */
export const countsByEdgeType: Query<
  { readonly spaces: readonly string[] },
  { readonly type: string; readonly count: number }
> = {
  name: 'countsByEdgeType',
  access: 'read',
  integers: [],
  columns: { type: 'string', count: 'int' },
  text: 'CYPHER 25 CALL () {\n  MATCH (n:Library|Doc|Api|Problem|Trace|Lesson|Insight|Recommendation|Feedback|KnowledgeRequest|Review|Epoch|Retired|Job)\n  WHERE n.space IN $spaces\n  MATCH (n)-[r]->(other:Library|Doc|Api|Problem|Trace|State|ErrorSignature|Lesson|Insight|Recommendation|Feedback|KnowledgeRequest|Review|Epoch|Retired|Job)\n  WHERE other:State|ErrorSignature OR other.space IN $spaces\n  RETURN type(r) AS type, count(*) AS count\n  UNION ALL\n  MATCH (:State)-[r:STEP|SHORTCUT]->(:State)\n  WHERE r.space IN $spaces\n  RETURN type(r) AS type, count(*) AS count\n}\nRETURN type, count\nORDER BY type'
}

/** How many nodes of each label are in sight: states and errors where a trace in sight met them, all else by its space. */
export const countsByLabel: Query<
  { readonly spaces: readonly string[] },
  { readonly label: string; readonly count: number }
> = {
  name: 'countsByLabel',
  access: 'read',
  integers: [],
  columns: { label: 'string', count: 'int' },
  text: "CYPHER 25 CALL () {\n  MATCH (n:Library|Doc|Api|Problem|Trace|Lesson|Insight|Recommendation|Feedback|KnowledgeRequest|Review|Epoch|Retired|Job)\n  WHERE n.space IN $spaces\n  RETURN labels(n)[0] AS label, count(*) AS count\n  UNION ALL\n  MATCH (n:State)\n  WHERE EXISTS { MATCH (n)<-[:STARTS_AT|ENDS_AT]-(t:Trace) WHERE t.space IN $spaces } OR EXISTS { MATCH (n)-[r:STEP]-(:State) WHERE r.space IN $spaces }\n  RETURN 'State' AS label, count(*) AS count\n  UNION ALL\n  MATCH (n:ErrorSignature)\n  WHERE EXISTS { MATCH (n)<-[:RAISED|RESOLVED]-(t:Trace) WHERE t.space IN $spaces }\n  RETURN 'ErrorSignature' AS label, count(*) AS count\n}\nWITH label, count\nWHERE count > 0\nRETURN label, count\nORDER BY label"
}

/** How many edges of each type there are in the whole graph, from the counts that Neo4j keeps: nothing is looked at. For who sees every space. */
export const edgesOfAll: Query<
  Record<string, never>,
  { readonly type: string; readonly count: number }
> = {
  name: 'edgesOfAll',
  access: 'read',
  integers: [],
  columns: { type: 'string', count: 'int' },
  text: "CYPHER 25 CALL () {\n  MATCH ()-[r:MEMBER_OF]->() RETURN 'MEMBER_OF' AS type, count(r) AS count\n  UNION ALL\n  MATCH ()-[r:PART_OF]->() RETURN 'PART_OF' AS type, count(r) AS count\n  UNION ALL\n  MATCH ()-[r:DOCUMENTS]->() RETURN 'DOCUMENTS' AS type, count(r) AS count\n  UNION ALL\n  MATCH ()-[r:SEE_ALSO]->() RETURN 'SEE_ALSO' AS type, count(r) AS count\n  UNION ALL\n  MATCH ()-[r:ALIAS_OF]->() RETURN 'ALIAS_OF' AS type, count(r) AS count\n  UNION ALL\n  MATCH ()-[r:REPLACED_BY]->() RETURN 'REPLACED_BY' AS type, count(r) AS count\n  UNION ALL\n  MATCH ()-[r:USED_WITH]->() RETURN 'USED_WITH' AS type, count(r) AS count\n  UNION ALL\n  MATCH ()-[r:ABOUT]->() RETURN 'ABOUT' AS type, count(r) AS count\n  UNION ALL\n  MATCH ()-[r:ATTEMPTS]->() RETURN 'ATTEMPTS' AS type, count(r) AS count\n  UNION ALL\n  MATCH ()-[r:USES]->() RETURN 'USES' AS type, count(r) AS count\n  UNION ALL\n  MATCH ()-[r:RAISED]->() RETURN 'RAISED' AS type, count(r) AS count\n  UNION ALL\n  MATCH ()-[r:RESOLVED]->() RETURN 'RESOLVED' AS type, count(r) AS count\n  UNION ALL\n  MATCH ()-[r:STEP]->() RETURN 'STEP' AS type, count(r) AS count\n  UNION ALL\n  MATCH ()-[r:SHORTCUT]->() RETURN 'SHORTCUT' AS type, count(r) AS count\n  UNION ALL\n  MATCH ()-[r:STARTS_AT]->() RETURN 'STARTS_AT' AS type, count(r) AS count\n  UNION ALL\n  MATCH ()-[r:ENDS_AT]->() RETURN 'ENDS_AT' AS type, count(r) AS count\n  UNION ALL\n  MATCH ()-[r:FOLLOWED]->() RETURN 'FOLLOWED' AS type, count(r) AS count\n  UNION ALL\n  MATCH ()-[r:LEARNED_IN]->() RETURN 'LEARNED_IN' AS type, count(r) AS count\n  UNION ALL\n  MATCH ()-[r:DERIVED_FROM]->() RETURN 'DERIVED_FROM' AS type, count(r) AS count\n  UNION ALL\n  MATCH ()-[r:BACKED_BY]->() RETURN 'BACKED_BY' AS type, count(r) AS count\n  UNION ALL\n  MATCH ()-[r:SUPERSEDES]->() RETURN 'SUPERSEDES' AS type, count(r) AS count\n  UNION ALL\n  MATCH ()-[r:CONTRADICTS]->() RETURN 'CONTRADICTS' AS type, count(r) AS count\n  UNION ALL\n  MATCH ()-[r:IN_FORCE_IN]->() RETURN 'IN_FORCE_IN' AS type, count(r) AS count\n  UNION ALL\n  MATCH ()-[r:FOR]->() RETURN 'FOR' AS type, count(r) AS count\n  UNION ALL\n  MATCH ()-[r:CITES]->() RETURN 'CITES' AS type, count(r) AS count\n  UNION ALL\n  MATCH ()-[r:WITHHELD]->() RETURN 'WITHHELD' AS type, count(r) AS count\n  UNION ALL\n  MATCH ()-[r:ASKS_FOR]->() RETURN 'ASKS_FOR' AS type, count(r) AS count\n  UNION ALL\n  MATCH ()-[r:ON]->() RETURN 'ON' AS type, count(r) AS count\n  UNION ALL\n  MATCH ()-[r:USED]->() RETURN 'USED' AS type, count(r) AS count\n  UNION ALL\n  MATCH ()-[r:DECIDED]->() RETURN 'DECIDED' AS type, count(r) AS count\n}\nWITH type, count\nWHERE count > 0\nRETURN type, count\nORDER BY type"
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
  text: "CYPHER 25 MATCH (n:$($label))-[r]->(m)\nWHERE n.id IN $ids\nRETURN n.id AS from, type(r) AS type, m.id AS to, properties(r) AS properties\nORDER BY from, type, to, coalesce(r.trace, ''), coalesce(r.ordinal, 0)"
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
  text: 'CYPHER 25 MATCH (n:$($label))\nWHERE n.id > $after\nWITH n ORDER BY n.id LIMIT $limit\nRETURN n.id AS id, labels(n) AS labels, properties(n) AS properties'
}

/** How a graph stands that is being opened: whether a backup is only half in it, what it has been through, how it was built. One statement on purpose: each that a fresh Neo4j plans takes a quarter of a second from the first answer. */
export const graphAtStart: Query<
  Record<string, never>,
  {
    readonly restoring: string | null
    readonly migrations: readonly GraphMap[]
    readonly embedder: string | null
    readonly dimensions: number | null
    readonly reembedding: string | null
    readonly empty: boolean
  }
> = {
  name: 'graphAtStart',
  access: 'read',
  integers: [],
  columns: {
    restoring: 'string?',
    migrations: 'map[]',
    embedder: 'string?',
    dimensions: 'int?',
    reembedding: 'string?',
    empty: 'boolean'
  },
  text: "CYPHER 25 OPTIONAL MATCH (m:Meta {id: 'cairn'})\nOPTIONAL MATCH (half:Meta {id: 'restore'})\nOPTIONAL MATCH (step:Migration)\nRETURN half.takenAt AS restoring, collect(CASE WHEN step IS NOT NULL THEN {number: step.number, checksum: step.checksum} END) AS migrations,\n  m.embedder AS embedder, m.dimensions AS dimensions, m.reembedding AS reembedding,\n  NOT EXISTS { MATCH (anything) } AS empty"
}

/** First in a transaction: no row where the lease went to somebody else; nobody takes it over while the transaction is open. */
export const holdLease: Query<
  { readonly id: string; readonly token: string },
  { readonly beat: number }
> = {
  name: 'holdLease',
  access: 'write',
  integers: [],
  columns: { beat: 'int' },
  text: 'CYPHER 25 MATCH (m:Meta {id: $id})\nSET m.asked = $token\nREMOVE m.asked\nWITH m\nWHERE m.token = $token\nSET m.beat = m.beat + 1\nRETURN m.beat AS beat'
}

/** Notes that vectors are being made anew for another embedder, from the start, so that a kill in between is known. */
export const markReembedding: Query<{ readonly embedder: string }, Record<string, never>> = {
  name: 'markReembedding',
  access: 'write',
  integers: [],
  columns: {},
  text: "CYPHER 25 MERGE (m:Meta {id: 'cairn'})\nSET m.reembedding = $embedder, m.cursor = ''"
}

/** How many nodes of each label there are in the whole graph, from the counts that Neo4j keeps: nothing is looked at. For who sees every space. */
export const nodesOfAll: Query<
  Record<string, never>,
  { readonly label: string; readonly count: number }
> = {
  name: 'nodesOfAll',
  access: 'read',
  integers: [],
  columns: { label: 'string', count: 'int' },
  text: "CYPHER 25 CALL () {\n  MATCH (n:Library) RETURN 'Library' AS label, count(n) AS count\n  UNION ALL\n  MATCH (n:Doc) RETURN 'Doc' AS label, count(n) AS count\n  UNION ALL\n  MATCH (n:Api) RETURN 'Api' AS label, count(n) AS count\n  UNION ALL\n  MATCH (n:Problem) RETURN 'Problem' AS label, count(n) AS count\n  UNION ALL\n  MATCH (n:Trace) RETURN 'Trace' AS label, count(n) AS count\n  UNION ALL\n  MATCH (n:State) RETURN 'State' AS label, count(n) AS count\n  UNION ALL\n  MATCH (n:ErrorSignature) RETURN 'ErrorSignature' AS label, count(n) AS count\n  UNION ALL\n  MATCH (n:Lesson) RETURN 'Lesson' AS label, count(n) AS count\n  UNION ALL\n  MATCH (n:Insight) RETURN 'Insight' AS label, count(n) AS count\n  UNION ALL\n  MATCH (n:Recommendation) RETURN 'Recommendation' AS label, count(n) AS count\n  UNION ALL\n  MATCH (n:Feedback) RETURN 'Feedback' AS label, count(n) AS count\n  UNION ALL\n  MATCH (n:KnowledgeRequest) RETURN 'KnowledgeRequest' AS label, count(n) AS count\n  UNION ALL\n  MATCH (n:Review) RETURN 'Review' AS label, count(n) AS count\n  UNION ALL\n  MATCH (n:Epoch) RETURN 'Epoch' AS label, count(n) AS count\n  UNION ALL\n  MATCH (n:Retired) WHERE labels(n)[0] = 'Retired' RETURN 'Retired' AS label, count(n) AS count\n  UNION ALL\n  MATCH (n:Job) WHERE n.space IS NOT NULL RETURN 'Job' AS label, count(n) AS count\n}\nWITH label, count\nWHERE count > 0\nRETURN label, count\nORDER BY label"
}

/** Whether there is anything that these spaces do not hold. */
export const outOfSight: Query<{ readonly spaces: readonly string[] }, { readonly some: boolean }> =
  {
    name: 'outOfSight',
    access: 'read',
    integers: [],
    columns: { some: 'boolean' },
    text: 'CYPHER 25 RETURN EXISTS { MATCH (s:Space) WHERE NOT s.id IN $spaces }\n  OR EXISTS { MATCH (l:Library) WHERE NOT l.space IN $spaces }\n  OR EXISTS { MATCH (j:Job) WHERE NOT j.space IN $spaces } AS some'
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
  text: "CYPHER 25 MATCH (m:Meta {id: 'cairn'})\nRETURN m.embedder AS embedder, m.dimensions AS dimensions, m.reembedding AS reembedding, m.cursor AS cursor"
}

/** Notes that migrations were applied. */
export const recordMigrations: Query<
  { readonly rows: readonly GraphMap[] },
  Record<string, never>
> = {
  name: 'recordMigrations',
  access: 'write',
  integers: [],
  columns: {},
  text: 'CYPHER 25 UNWIND $rows AS row\nMERGE (m:Migration {number: toInteger(row.number)})\nSET m.name = row.name, m.checksum = row.checksum, m.appliedAt = datetime()'
}

/** Gives a lease back; a node that is nothing but a lease goes with it. */
export const releaseLease: Query<
  { readonly id: string; readonly token: string },
  Record<string, never>
> = {
  name: 'releaseLease',
  access: 'write',
  integers: [],
  columns: {},
  text: 'CYPHER 25 MATCH (m:Meta {id: $id})\nSET m.asked = $token\nREMOVE m.asked\nWITH m\nWHERE m.token = $token\nREMOVE m.token, m.holder, m.beat, m.cancel\nWITH m\nWHERE size(keys(m)) = 1\nDELETE m'
}

/** Takes a lease that is free, or that was seen with this token and this beat in the hands of somebody who is gone; says who had it. */
export const takeLease: Query<
  {
    readonly id: string
    readonly token: string
    readonly holder: string
    readonly from: string | null
    readonly beat: number
  },
  {
    readonly taken: boolean
    readonly token: string | null
    readonly holder: string | null
    readonly beat: number
  }
> = {
  name: 'takeLease',
  access: 'write',
  integers: ['beat'],
  columns: { taken: 'boolean', token: 'string?', holder: 'string?', beat: 'int' },
  text: 'CYPHER 25 MERGE (m:Meta {id: $id})\nSET m.asked = $token\nREMOVE m.asked, m.owner\nWITH m, m.token AS before, m.holder AS holder, coalesce(m.beat, 0) AS beat\nWITH m, before, holder, beat, before IS NULL OR before = $token OR (before = $from AND beat = $beat) AS free\nFOREACH (_ IN CASE WHEN free THEN [1] ELSE [] END |\n  SET m.token = $token, m.holder = $holder, m.beat = beat + 1)\nRETURN free AS taken, before AS token, holder, beat'
}

/** The vector indexes that there are, on what each is, and for how many dimensions. */
export const vectorIndexes: Query<
  Record<string, never>,
  {
    readonly name: string
    readonly on: readonly string[]
    readonly properties: readonly string[]
    readonly dimensions: number
  }
> = {
  name: 'vectorIndexes',
  access: 'read',
  integers: [],
  columns: { name: 'string', on: 'string[]', properties: 'string[]', dimensions: 'int' },
  text: "CYPHER 25 SHOW VECTOR INDEXES\nYIELD name, labelsOrTypes, properties, options\nRETURN name, labelsOrTypes AS on, properties, toInteger(options.indexConfig['vector.dimensions']) AS dimensions"
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
  text: "CYPHER 25 MERGE (m:Meta {id: 'cairn'})\nSET m.embedder = $embedder, m.dimensions = $dimensions\nREMOVE m.reembedding, m.cursor\nMERGE (s:Space {id: 'public'})\nSET s.name = 'public', s.kind = 'public'"
}

/** Adds ALIAS_OF edges between APIs. */
export const addAliasOf: Query<{ readonly rows: readonly GraphMap[] }, Record<string, never>> = {
  name: 'addAliasOf',
  access: 'write',
  integers: [],
  columns: {},
  text: 'CYPHER 25 UNWIND $rows AS row\nMATCH (a:Api {id: row.from})\nMATCH (b:Api {id: row.to})\nMERGE (a)-[:ALIAS_OF]->(b)'
}

/** Joins APIs that examples use together; the weight says how surely the second follows the first. */
export const addCompanions: Query<{ readonly rows: readonly GraphMap[] }, Record<string, never>> = {
  name: 'addCompanions',
  access: 'write',
  integers: [],
  columns: {},
  text: 'CYPHER 25 UNWIND $rows AS row\nMATCH (a:Api {id: row.from})\nMATCH (b:Api {id: row.to})\nMERGE (a)-[r:USED_WITH]->(b)\nSET r.weight = row.weight'
}

/** Adds REPLACED_BY edges between APIs. */
export const addReplacedBy: Query<{ readonly rows: readonly GraphMap[] }, Record<string, never>> = {
  name: 'addReplacedBy',
  access: 'write',
  integers: [],
  columns: {},
  text: 'CYPHER 25 UNWIND $rows AS row\nMATCH (a:Api {id: row.from})\nMATCH (b:Api {id: row.to})\nMERGE (a)-[:REPLACED_BY]->(b)'
}

/** Adds SEE_ALSO edges between APIs. */
export const addSeeAlso: Query<{ readonly rows: readonly GraphMap[] }, Record<string, never>> = {
  name: 'addSeeAlso',
  access: 'write',
  integers: [],
  columns: {},
  text: 'CYPHER 25 UNWIND $rows AS row\nMATCH (a:Api {id: row.from})\nMATCH (b:Api {id: row.to})\nMERGE (a)-[:SEE_ALSO]->(b)'
}

/** Says which source the pages are from that an earlier version wrote with its kind alone. */
export const adoptPages: Query<
  { readonly library: string; readonly kind: string; readonly source: string },
  Record<string, never>
> = {
  name: 'adoptPages',
  access: 'write',
  integers: [],
  columns: {},
  text: 'CYPHER 25 MATCH (d:Doc {library: $library})\nWHERE d.hash IS NOT NULL AND (d.source IS NULL OR d.source = $kind)\nSET d.source = $source'
}

/** Whether anything of a library was removed while it was cited, so that it is there as history and may come back. */
export const anyRetired: Query<
  { readonly docs: string; readonly apis: string },
  { readonly retired: boolean }
> = {
  name: 'anyRetired',
  access: 'read',
  integers: [],
  columns: { retired: 'boolean' },
  text: 'CYPHER 25 RETURN EXISTS { MATCH (d:Retired) WHERE d.id STARTS WITH $docs }\n  OR EXISTS { MATCH (a:Retired) WHERE a.id STARTS WITH $apis } AS retired'
}

/** Every API with what is known of its use, for counting anew how often documentation uses it. */
export const apisToCount: Query<
  Record<string, never>,
  {
    readonly id: string
    readonly qualifiedName: string
    readonly name: string
    readonly kind: string
    readonly library: string
    readonly space: string
    readonly doc: string
    readonly docs: readonly string[]
    readonly standing: readonly number[]
  }
> = {
  name: 'apisToCount',
  access: 'read',
  integers: [],
  columns: {
    id: 'string',
    qualifiedName: 'string',
    name: 'string',
    kind: 'string',
    library: 'string',
    space: 'string',
    doc: 'string',
    docs: 'string[]',
    standing: 'float[]'
  },
  text: 'CYPHER 25 MATCH (a:Api)\nWHERE NOT coalesce(a.provisional, false)\nRETURN a.id AS id, a.qualifiedName AS qualifiedName, a.name AS name, a.kind AS kind, a.library AS library, a.space AS space, a.doc AS doc,\n  COLLECT { MATCH (d:Doc)-[:DOCUMENTS]->(a) RETURN d.id ORDER BY d.id } AS docs,\n  coalesce(a.standing, []) AS standing\nORDER BY id'
}

/** Each API of a library with what its own section says of others, and where it hangs today. `docs` are the sections that tell of it, and the places within them. */
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
  text: 'CYPHER 25 MATCH (a:Api {library: $library})\nOPTIONAL MATCH (own:Doc {id: a.doc})\nCALL (a) { MATCH (d:Doc)-[:DOCUMENTS]->(a) RETURN reduce(all = [], of IN collect(d) | all + of.id + coalesce(of.marks, [])) AS docs }\nCALL (a) { OPTIONAL MATCH (a)-[:MEMBER_OF]->(p) RETURN head(collect(p.id)) AS parent }\nRETURN a.id AS id, a.qualifiedName AS qualifiedName, a.aliasOf AS aliasOf, a.replacedBy AS replacedBy,\n  coalesce(own.links, []) AS links, docs, parent\nORDER BY id'
}

/** What the sections of a library call in their examples and link to, and how each stands. */
export const callsOfLibrary: Query<
  { readonly library: string },
  {
    readonly id: string
    readonly space: string
    readonly calls: readonly string[]
    readonly links: readonly string[]
    readonly marks: readonly string[]
    readonly length: number
    readonly about: string | null
    readonly aboutKind: string | null
    readonly standing: readonly number[]
  }
> = {
  name: 'callsOfLibrary',
  access: 'read',
  integers: [],
  columns: {
    id: 'string',
    space: 'string',
    calls: 'string[]',
    links: 'string[]',
    marks: 'string[]',
    length: 'int',
    about: 'string?',
    aboutKind: 'string?',
    standing: 'float[]'
  },
  text: "CYPHER 25 MATCH (d:Doc {library: $library})\nRETURN d.id AS id, d.space AS space, coalesce(d.calls, []) AS calls, coalesce(d.links, []) AS links, coalesce(d.marks, []) AS marks, size(coalesce(d.text, '')) AS length,\n  d.about AS about, d.aboutKind AS aboutKind, coalesce(d.standing, []) AS standing\nORDER BY id"
}

/** The edges between APIs that examples use together. */
export const companions: Query<
  Record<string, never>,
  { readonly from: string; readonly to: string; readonly weight: number }
> = {
  name: 'companions',
  access: 'read',
  integers: [],
  columns: { from: 'string', to: 'string', weight: 'float' },
  text: 'CYPHER 25 MATCH (a:Api)-[r:USED_WITH]->(b:Api)\nRETURN a.id AS from, b.id AS to, r.weight AS weight\nORDER BY from, to'
}

/** How many nodes and shortcuts carry vectors, and how many of them stand after a cursor; shortcuts stand after all nodes. */
export const countEmbedded: Query<
  { readonly after: string; readonly trace: string; readonly place: string },
  { readonly total: number; readonly left: number }
> = {
  name: 'countEmbedded',
  access: 'read',
  integers: [],
  columns: { total: 'int', left: 'int' },
  text: "CYPHER 25 CALL () {\n  MATCH (n:Doc|Api|Problem|Trace|Lesson|Insight)\n  RETURN count(n) AS total, sum(CASE WHEN n.id > $after THEN 1 ELSE 0 END) AS left\n  UNION ALL\n  MATCH (n:State) WHERE n.embedding IS NOT NULL\n  RETURN count(n) AS total, sum(CASE WHEN n.id > $after THEN 1 ELSE 0 END) AS left\n  UNION ALL\n  MATCH (a:State)-[r:SHORTCUT]->(b:State) WHERE r.embedding IS NOT NULL\n  RETURN count(r) AS total,\n    sum(CASE WHEN r.trace > $trace OR (r.trace = $trace AND a.id + ' ' + b.id > $place) THEN 1 ELSE 0 END) AS left\n}\nRETURN sum(total) AS total, sum(left) AS left"
}

/** Says what a library is made of once one of its sources came in whole or went. */
export const finishLibrary: Query<
  { readonly id: string; readonly properties: GraphMap },
  Record<string, never>
> = {
  name: 'finishLibrary',
  access: 'write',
  integers: [],
  columns: {},
  text: 'CYPHER 25 MATCH (l:Library {id: $id})\nSET l += $properties, l.ingestedAt = datetime()'
}

/** Takes back what these pages said of their APIs, and which sections document what, before they are written again. */
export const forgetClaims: Query<{ readonly pages: readonly string[] }, Record<string, never>> = {
  name: 'forgetClaims',
  access: 'write',
  integers: [],
  columns: {},
  text: 'CYPHER 25 MATCH (a:Api) WHERE a.page IN $pages\nSET a.claim = null\nWITH count(*) AS released\nMATCH (d:Doc) WHERE d.page IN $pages\nMATCH (d)-[edge:DOCUMENTS|PART_OF]->()\nDELETE edge'
}

/** Says which section documents which API. */
export const joinApis: Query<{ readonly rows: readonly GraphMap[] }, Record<string, never>> = {
  name: 'joinApis',
  access: 'write',
  integers: [],
  columns: {},
  text: 'CYPHER 25 UNWIND $rows AS row\nMATCH (d:Doc {id: row.doc})\nMATCH (a:Api {id: row.api})\nMERGE (d)-[:DOCUMENTS]->(a)'
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
  text: 'CYPHER 25 MATCH (l:Library {id: $library})\nUNWIND $pages AS page\nMATCH (d:Doc {id: page})\nMERGE (d)-[:PART_OF]->(l)'
}

/** Hangs sections under their section or page. */
export const joinSections: Query<{ readonly rows: readonly GraphMap[] }, Record<string, never>> = {
  name: 'joinSections',
  access: 'write',
  integers: [],
  columns: {},
  text: 'CYPHER 25 UNWIND $rows AS row\nMATCH (d:Doc {id: row.id})\nMATCH (parent:Doc {id: row.parent})\nMERGE (d)-[:PART_OF]->(parent)'
}

/** The libraries of a space, how much each holds, and whether anything cites, uses or is about it. */
export const librariesInUse: Query<
  { readonly space: string },
  {
    readonly key: string
    readonly ecosystem: string
    readonly name: string
    readonly version: string
    readonly docs: number
    readonly apis: number
    readonly pinned: boolean
    readonly used: boolean
  }
> = {
  name: 'librariesInUse',
  access: 'read',
  integers: [],
  columns: {
    key: 'string',
    ecosystem: 'string',
    name: 'string',
    version: 'string',
    docs: 'int',
    apis: 'int',
    pinned: 'boolean',
    used: 'boolean'
  },
  text: 'CYPHER 25 MATCH (l:Library {space: $space})\nRETURN l.key AS key, l.ecosystem AS ecosystem, l.name AS name, l.version AS version,\n  coalesce(l.pinned, false) AS pinned,\n  COUNT { MATCH (d:Doc {library: l.key}) } AS docs,\n  COUNT { MATCH (a:Api {library: l.key}) } AS apis,\n  EXISTS { (l)<-[:ABOUT]-() }\n    OR EXISTS { MATCH (i:Insight) WHERE i.library = l.key }\n    OR EXISTS { MATCH (d:Doc {library: l.key})<-[:CITES|BACKED_BY|USED]-() }\n    OR EXISTS { MATCH (a:Api {library: l.key})<-[:CITES|USES|ABOUT|USED]-() } AS used\nORDER BY key'
}

/** The libraries whose documentation is here. */
export const librariesWithDocs: Query<Record<string, never>, { readonly library: string }> = {
  name: 'librariesWithDocs',
  access: 'read',
  integers: [],
  columns: { library: 'string' },
  text: 'CYPHER 25 MATCH (l:Library)\nRETURN l.key AS library\nORDER BY library'
}

/** How much a library holds, or one source of it where that is not '', and how much of that is cited or used and would stay as history. */
export const libraryRemoval: Query<
  { readonly library: string; readonly source: string },
  { readonly pages: number; readonly docs: number; readonly apis: number; readonly cited: number }
> = {
  name: 'libraryRemoval',
  access: 'read',
  integers: [],
  columns: { pages: 'int', docs: 'int', apis: 'int', cited: 'int' },
  text: "CYPHER 25 WITH COLLECT {\n  MATCH (p:Doc {library: $library})\n  WHERE p.hash IS NOT NULL AND ($source = '' OR p.source = $source)\n  RETURN p.id\n} AS pages\nCALL (pages) {\n  MATCH (d:Doc) WHERE d.page IN pages\n  RETURN count(d) AS docs, count(CASE WHEN EXISTS { (d)<-[:CITES|BACKED_BY|USED]-() } THEN 1 END) AS citedDocs\n}\nCALL (pages) {\n  MATCH (a:Api) WHERE a.page IN pages\n  RETURN count(a) AS apis, count(CASE WHEN EXISTS { (a)<-[:CITES|USES|ABOUT|USED]-() } THEN 1 END) AS citedApis\n}\nRETURN size(pages) AS pages, docs, apis, citedDocs + citedApis AS cited"
}

/** What is known of a library, and what each of its sources said of it when it last came in. */
export const libraryState: Query<
  { readonly id: string },
  {
    readonly ecosystem: string
    readonly name: string
    readonly version: string
    readonly sources: string | null
    readonly title: string
    readonly importNames: readonly string[]
    readonly homepage: string | null
  }
> = {
  name: 'libraryState',
  access: 'read',
  integers: [],
  columns: {
    ecosystem: 'string',
    name: 'string',
    version: 'string',
    sources: 'string?',
    title: 'string',
    importNames: 'string[]',
    homepage: 'string?'
  },
  text: "CYPHER 25 MATCH (l:Library {id: $id})\nRETURN l.ecosystem AS ecosystem, l.name AS name, l.version AS version, l.sources AS sources, coalesce(l.title, l.name, '') AS title, coalesce(l.importNames, []) AS importNames, l.homepage AS homepage"
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
  text: 'CYPHER 25 MATCH (a:Api {library: $library})-[r:SEE_ALSO|ALIAS_OF|REPLACED_BY]->(b:Api)\nRETURN a.id AS from, type(r) AS type, b.id AS to'
}

/** Hangs APIs under the API or library that they belong to, and nowhere else. */
export const moveMembers: Query<{ readonly rows: readonly GraphMap[] }, Record<string, never>> = {
  name: 'moveMembers',
  access: 'write',
  integers: [],
  columns: {},
  text: 'CYPHER 25 UNWIND $rows AS row\nMATCH (a:Api {id: row.id})\nOPTIONAL MATCH (a)-[old:MEMBER_OF]->()\nDELETE old\nWITH DISTINCT a, row\nMATCH (parent:Library|Api {id: row.parent})\nMERGE (a)-[:MEMBER_OF]->(parent)'
}

/** The next nodes after a cursor, with what their vectors are made of. Of states only those that have a vector: the others are not searched. */
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
    summary: 'string'
  },
  text: "CYPHER 25 CALL () {\n  MATCH (n:Doc) WHERE n.id > $after RETURN n, left(coalesce(n.text, ''), 1000) AS text ORDER BY n.id LIMIT $limit\n  UNION ALL\n  MATCH (n:Api) WHERE n.id > $after AND NOT coalesce(n.provisional, false) RETURN n, '' AS text ORDER BY n.id LIMIT $limit\n  UNION ALL\n  MATCH (n:Problem) WHERE n.id > $after RETURN n, left(coalesce(n.text, ''), 60000) AS text ORDER BY n.id LIMIT $limit\n  UNION ALL\n  MATCH (n:Trace)-[:ATTEMPTS]->(p:Problem) WHERE n.id > $after RETURN n, left(coalesce(p.text, ''), 60000) AS text ORDER BY n.id LIMIT $limit\n  UNION ALL\n  MATCH (n:Lesson) WHERE n.id > $after RETURN n, coalesce(n.text, '') AS text ORDER BY n.id LIMIT $limit\n  UNION ALL\n  MATCH (n:State) WHERE n.id > $after AND n.embedding IS NOT NULL RETURN n, left(n.text, 1000) AS text ORDER BY n.id LIMIT $limit\n  UNION ALL\n  MATCH (n:Insight) WHERE n.id > $after RETURN n, left(coalesce(n.text, ''), 1000) AS text ORDER BY n.id LIMIT $limit\n}\nRETURN n.id AS id, labels(n)[0] AS label, coalesce(n.title, '') AS title, text,\n  coalesce(n.breadcrumb, []) AS breadcrumb, coalesce(n.qualifiedName, '') AS qualifiedName, coalesce(n.summary, '') AS summary\nORDER BY id\nLIMIT $limit"
}

/** The pages of a library that the graph holds, with the hash of what each was made from. */
export const pagesOfLibrary: Query<
  { readonly library: string },
  { readonly path: string; readonly hash: string; readonly source: string | null }
> = {
  name: 'pagesOfLibrary',
  access: 'read',
  integers: [],
  columns: { path: 'string', hash: 'string', source: 'string?' },
  text: 'CYPHER 25 MATCH (d:Doc {library: $library})\nWHERE d.hash IS NOT NULL\nRETURN d.path AS path, d.hash AS hash, d.source AS source'
}

/** The pages of a library, or of one source of it where that is not ''. */
export const pagesToRemove: Query<
  { readonly library: string; readonly source: string },
  { readonly page: string }
> = {
  name: 'pagesToRemove',
  access: 'read',
  integers: [],
  columns: { page: 'string' },
  text: "CYPHER 25 CALL () {\n  MATCH (d:Doc {library: $library})\n  WHERE $source = '' OR d.source = $source\n  RETURN d.page AS page\n  UNION\n  MATCH (a:Api {library: $library})\n  WHERE $source = ''\n  RETURN a.page AS page\n}\nRETURN page\nORDER BY page"
}

/** How many pages of a source are to be read again, because another page that told of the same APIs changed or went. */
export const pagesWaiting: Query<
  { readonly library: string; readonly source: string },
  { readonly waiting: number }
> = {
  name: 'pagesWaiting',
  access: 'read',
  integers: [],
  columns: { waiting: 'int' },
  text: "CYPHER 25 MATCH (d:Doc {library: $library})\nWHERE d.hash = '' AND d.source = $source\nRETURN count(d) AS waiting"
}

/** Has a library stay whatever its version is, or not any more. */
export const pinLibrary: Query<
  { readonly key: string; readonly space: string; readonly pinned: boolean },
  { readonly id: string }
> = {
  name: 'pinLibrary',
  access: 'write',
  integers: [],
  columns: { id: 'string' },
  text: 'CYPHER 25 MATCH (l:Library {key: $key, space: $space})\nSET l.pinned = $pinned\nRETURN l.id AS id'
}

/** Before pages are written again or go: other pages that document the same APIs must say so anew, because one of them may now be the best account of it. */
export const releasePages: Query<{ readonly pages: readonly string[] }, Record<string, never>> = {
  name: 'releasePages',
  access: 'write',
  integers: [],
  columns: {},
  text: "CYPHER 25 MATCH (a:Api) WHERE a.page IN $pages\nMATCH (other:Doc)-[:DOCUMENTS]->(a)\nWHERE NOT other.page IN $pages\nMATCH (page:Doc {id: other.page})\nSET page.hash = ''"
}

/** Removes the APIs that these pages told of and that are not kept; what was cited or used stays as history. One that another page documents too is that page's from now on, without what the first one said: it is told anew when that page is read again. */
export const removeApis: Query<
  { readonly pages: readonly string[]; readonly keep: readonly string[] },
  { readonly removed: number }
> = {
  name: 'removeApis',
  access: 'write',
  integers: [],
  columns: { removed: 'int' },
  text: "CYPHER 25 MATCH (a:Api) WHERE a.page IN $pages AND NOT a.id IN $keep\nCALL (a) {\n  OPTIONAL MATCH (other:Doc)-[:DOCUMENTS]->(a) WHERE NOT other.page IN $pages\n  WITH other ORDER BY other.id\n  RETURN head(collect(other)) AS heir\n}\nFOREACH (doc IN CASE WHEN heir IS NULL THEN [] ELSE [heir] END |\n  SET a.page = doc.page, a.doc = doc.id, a.signature = null, a.summary = '', a.text = a.qualifiedName, a.parameters = '[]', a.examples = null,\n    a.deprecated = null, a.aliasOf = [], a.replacedBy = [], a.terms = ''\n  REMOVE a.claim)\nWITH a, heir\nWHERE heir IS NULL\nOPTIONAL MATCH (a)<-[told:CITES|USES|ABOUT|USED]-()\nWITH a, count(told) AS mentions\nFOREACH (_ IN CASE WHEN mentions > 0 THEN [1] ELSE [] END |\n  SET a:Retired, a.retiredAt = datetime()\n  REMOVE a:Api, a.embedding)\nWITH a, mentions\nOPTIONAL MATCH (a)-[edge:MEMBER_OF|DOCUMENTS|SEE_ALSO|ALIAS_OF|REPLACED_BY]-()\nDELETE edge\nWITH DISTINCT a, mentions\nFOREACH (_ IN CASE WHEN mentions = 0 THEN [1] ELSE [] END | DETACH DELETE a)\nRETURN count(*) AS removed"
}

/** Removes edges between APIs that examples no longer use together. */
export const removeCompanions: Query<
  { readonly rows: readonly GraphMap[] },
  Record<string, never>
> = {
  name: 'removeCompanions',
  access: 'write',
  integers: [],
  columns: {},
  text: 'CYPHER 25 UNWIND $rows AS row\nMATCH (:Api {id: row.from})-[r:USED_WITH]->(:Api {id: row.to})\nDELETE r'
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
  text: 'CYPHER 25 MATCH (d:Doc) WHERE d.page IN $pages AND NOT d.id IN $keep\nOPTIONAL MATCH (d)<-[cited:CITES|BACKED_BY|USED]-()\nWITH d, count(cited) AS citations\nFOREACH (_ IN CASE WHEN citations > 0 THEN [1] ELSE [] END |\n  SET d:Retired, d.retiredAt = datetime()\n  REMOVE d:Doc, d.embedding, d.hash)\nWITH d, citations\nOPTIONAL MATCH (d)-[edge:PART_OF|DOCUMENTS]-()\nDELETE edge\nWITH DISTINCT d, citations\nFOREACH (_ IN CASE WHEN citations = 0 THEN [1] ELSE [] END | DETACH DELETE d)\nRETURN count(*) AS removed'
}

/** Removes a library that has no pages any more; one that problems or insights are about stays as history. */
export const removeLibrary: Query<{ readonly id: string }, Record<string, never>> = {
  name: 'removeLibrary',
  access: 'write',
  integers: [],
  columns: {},
  text: 'CYPHER 25 MATCH (l:Library {id: $id})\nWITH l, EXISTS { (l)<-[:ABOUT]-() } OR EXISTS { MATCH (i:Insight) WHERE i.library = l.key } AS used\nFOREACH (_ IN CASE WHEN used THEN [1] ELSE [] END |\n  SET l:Retired, l.retiredAt = datetime()\n  REMOVE l:Library, l.sources, l.fingerprint, l.state)\nFOREACH (_ IN CASE WHEN used THEN [] ELSE [1] END | DETACH DELETE l)'
}

/** Removes edges between APIs that the documentation no longer gives. */
export const removeLinks: Query<{ readonly rows: readonly GraphMap[] }, Record<string, never>> = {
  name: 'removeLinks',
  access: 'write',
  integers: [],
  columns: {},
  text: 'CYPHER 25 UNWIND $rows AS row\nMATCH (a:Api {id: row.from})-[r:SEE_ALSO|ALIAS_OF|REPLACED_BY]->(b:Api {id: row.to})\nWHERE type(r) = row.type\nDELETE r'
}

/** Before documentation is written: what was removed while it was cited and now comes back is the same node again, with all that points to it. */
export const reviveNodes: Query<
  { readonly docs: readonly string[]; readonly apis: readonly string[] },
  { readonly revived: number }
> = {
  name: 'reviveNodes',
  access: 'write',
  integers: [],
  columns: { revived: 'int' },
  text: 'CYPHER 25 CALL () {\n  UNWIND $docs AS id\n  MATCH (d:Retired {id: id})\n  WHERE NOT EXISTS { (:Doc {id: id}) }\n  SET d:Doc\n  REMOVE d:Retired, d.retiredAt\n  RETURN count(d) AS docs\n}\nCALL () {\n  UNWIND $apis AS id\n  MATCH (a:Retired {id: id})\n  WHERE NOT EXISTS { (:Api {id: id}) }\n  SET a:Api\n  REMOVE a:Retired, a.retiredAt, a.claim\n  RETURN count(a) AS apis\n}\nRETURN docs + apis AS revived'
}

/** Says how much the documentation uses these APIs, and how each stands among others. */
export const setApiStanding: Query<
  { readonly rows: readonly GraphMap[] },
  Record<string, never>
> = {
  name: 'setApiStanding',
  access: 'write',
  integers: [],
  columns: {},
  text: 'CYPHER 25 UNWIND $rows AS row\nMATCH (a:Api {id: row.id})\nSET a.usage = toInteger(row.usage), a.mentions = toInteger(row.mentions), a.linked = toInteger(row.linked), a.standing = row.standing'
}

/** Says of sections which API each tells of first, and how that stands among others. */
export const setDocStanding: Query<
  { readonly rows: readonly GraphMap[] },
  Record<string, never>
> = {
  name: 'setDocStanding',
  access: 'write',
  integers: [],
  columns: {},
  text: 'CYPHER 25 UNWIND $rows AS row\nMATCH (d:Doc {id: row.id})\nSET d.about = row.about, d.aboutKind = row.aboutKind, d.standing = row.standing'
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
  text: "CYPHER 25 MERGE (m:Meta {id: 'cairn'})\nSET m.cursor = $cursor\nWITH m\nUNWIND $rows AS row\nMATCH (n:Doc|Api|Problem|Trace|State|Lesson|Insight {id: row.id})\nSET n.embedding = row.embedding"
}

/** Gives shortcuts new vectors and moves the cursor, in one transaction. */
export const setShortcutEmbeddings: Query<
  { readonly rows: readonly GraphMap[]; readonly cursor: string },
  Record<string, never>
> = {
  name: 'setShortcutEmbeddings',
  access: 'write',
  integers: [],
  columns: {},
  text: "CYPHER 25 MERGE (m:Meta {id: 'cairn'})\nSET m.cursor = $cursor\nWITH m\nUNWIND $rows AS row\nMATCH (:State {id: row.from})-[r:SHORTCUT {trace: row.trace}]->(:State {id: row.to})\nSET r.embedding = row.embedding"
}

/** The next shortcuts after one, in the order of their traces and ends, with the instructions that their vectors are made of. */
export const shortcutsToEmbed: Query<
  { readonly trace: string; readonly place: string; readonly limit: number },
  {
    readonly trace: string
    readonly place: string
    readonly from: string
    readonly to: string
    readonly instruction: string
  }
> = {
  name: 'shortcutsToEmbed',
  access: 'read',
  integers: ['limit'],
  columns: {
    trace: 'string',
    place: 'string',
    from: 'string',
    to: 'string',
    instruction: 'string'
  },
  text: "CYPHER 25 MATCH (a:State)-[r:SHORTCUT]->(b:State)\nWHERE r.trace >= $trace AND r.embedding IS NOT NULL\nWITH r.trace AS trace, a.id + ' ' + b.id AS place, a.id AS from, b.id AS to, r.instruction AS instruction\nWHERE trace > $trace OR place > $place\nRETURN trace, place, from, to, instruction\nORDER BY trace, place\nLIMIT $limit"
}

/** What these libraries came from, and how many pages each source brought. */
export const sourcesOfLibraries: Query<
  { readonly libraries: readonly string[]; readonly spaces: readonly string[] },
  {
    readonly library: string
    readonly source: string
    readonly pages: number
    readonly waiting: number
  }
> = {
  name: 'sourcesOfLibraries',
  access: 'read',
  integers: [],
  columns: { library: 'string', source: 'string', pages: 'int', waiting: 'int' },
  text: "CYPHER 25 UNWIND $libraries AS library\nMATCH (d:Doc {library: library})\nWHERE d.hash IS NOT NULL AND d.space IN $spaces\nRETURN library, coalesce(d.source, 'unknown') AS source, count(d) AS pages, count(CASE WHEN d.hash = '' THEN 1 END) AS waiting\nORDER BY library, source"
}

/** Begins or goes on with the ingestion of a source of a library; until it is finished the library says so. One that was removed while it was used is the same node again. */
export const startLibrary: Query<
  { readonly id: string; readonly properties: GraphMap; readonly space: string },
  Record<string, never>
> = {
  name: 'startLibrary',
  access: 'write',
  integers: [],
  columns: {},
  text: "CYPHER 25 CALL () {\n  MATCH (gone:Retired {id: $id})\n  SET gone:Library\n  REMOVE gone:Retired, gone.retiredAt\n}\nMERGE (l:Library {id: $id})\nSET l += $properties, l.space = $space, l.kind = 'library'\nMERGE (s:Space {id: $space})\nMERGE (l)-[:IN]->(s)\nMERGE (m:Meta {id: 'cairn'})\nSET m.usageStale = true"
}

/** Says of a library that something of it is being removed. */
export const startRemoval: Query<
  { readonly id: string; readonly sources: string },
  Record<string, never>
> = {
  name: 'startRemoval',
  access: 'write',
  integers: [],
  columns: {},
  text: "CYPHER 25 MATCH (l:Library {id: $id})\nSET l.sources = $sources, l.state = 'removing'\nMERGE (m:Meta {id: 'cairn'})\nSET m.usageStale = true"
}

/** Says that the use of APIs is counted. */
export const usageCounted: Query<Record<string, never>, Record<string, never>> = {
  name: 'usageCounted',
  access: 'write',
  integers: [],
  columns: {},
  text: "CYPHER 25 MATCH (m:Meta {id: 'cairn'})\nSET m.usageStale = false"
}

/** Whether documentation changed since the use of APIs was counted. */
export const usageState: Query<Record<string, never>, { readonly stale: boolean }> = {
  name: 'usageState',
  access: 'read',
  integers: [],
  columns: { stale: 'boolean' },
  text: "CYPHER 25 OPTIONAL MATCH (m:Meta {id: 'cairn'})\nRETURN coalesce(m.usageStale, false) AS stale"
}

/** Writes APIs. Where several sections document one, the best claim (smallest text) tells of it. */
export const writeApis: Query<{ readonly rows: readonly GraphMap[] }, Record<string, never>> = {
  name: 'writeApis',
  access: 'write',
  integers: [],
  columns: {},
  text: 'CYPHER 25 UNWIND $rows AS row\nMERGE (a:Api {id: row.id})\nWITH a, row\nWHERE a.claim IS NULL OR row.claim <= a.claim\nSET a += row'
}

/** Writes sections of documentation; the key comes first, then all that is known of it. */
export const writeDocs: Query<{ readonly rows: readonly GraphMap[] }, Record<string, never>> = {
  name: 'writeDocs',
  access: 'write',
  integers: [],
  columns: {},
  text: 'CYPHER 25 UNWIND $rows AS row\nMERGE (d:Doc {id: row.id})\nSET d += row'
}

/** The APIs of a version of a library, as far as versions are compared. */
export const apisOfVersion: Query<
  { readonly library: string },
  {
    readonly qualifiedName: string
    readonly signature: string | null
    readonly deprecated: string | null
  }
> = {
  name: 'apisOfVersion',
  access: 'read',
  integers: [],
  columns: { qualifiedName: 'string', signature: 'string?', deprecated: 'string?' },
  text: 'CYPHER 25 MATCH (a:Api {library: $library})\nRETURN a.qualifiedName AS qualifiedName, a.signature AS signature, a.deprecated AS deprecated\nORDER BY qualifiedName'
}

/** Closes the open epoch: what is in force now stays in force in it, and the next one opens. */
export const closeEpoch: Query<
  { readonly space: string; readonly now: string; readonly by: string; readonly note: string },
  { readonly closed: number; readonly opened: number; readonly inForce: number }
> = {
  name: 'closeEpoch',
  access: 'write',
  integers: [],
  columns: { closed: 'int', opened: 'int', inForce: 'int' },
  text: "CYPHER 25 MATCH (e:Epoch {space: $space, state: 'open'})\nSET e.state = 'closed', e.closedAt = $now, e.closedBy = $by, e.note = $note\nWITH e\nCALL (e) {\n  MATCH (i:Insight)\n  WHERE i.kind = 'reviewed' AND i.space = $space\n  CREATE (i)-[:IN_FORCE_IN]->(e)\n  RETURN count(*) AS inForce\n}\nMATCH (s:Space {id: $space})\nCREATE (next:Epoch {id: 'epoch:' + $space + ':' + toString(toInteger(e.number) + 1), number: toInteger(e.number) + 1, space: $space, state: 'open',\n  openedAt: $now, note: ''})\nCREATE (next)-[:IN]->(s)\nRETURN toInteger(e.number) AS closed, toInteger(next.number) AS opened, inForce"
}

/** Writes a new insight made of others: what they were drawn from and are about is united, quotations are kept as far as they stand where they say. */
export const createInsight: Query<
  {
    readonly id: string
    readonly space: string
    readonly properties: GraphMap
    readonly revision: number
    readonly from: readonly string[]
    readonly backedBy: readonly GraphMap[]
  },
  { readonly backed: number }
> = {
  name: 'createInsight',
  access: 'write',
  integers: ['revision'],
  columns: { backed: 'int' },
  text: "CYPHER 25 MERGE (s:Space {id: $space})\nCREATE (i:Insight {id: $id, createdAt: datetime()})\nSET i += $properties, i.revision = $revision\nCREATE (i)-[:IN]->(s)\nWITH i\nCALL (i) {\n  UNWIND $from AS source\n  MATCH (:Insight {id: source})-[:DERIVED_FROM]->(t:Trace|Lesson)\n  MERGE (i)-[:DERIVED_FROM]->(t)\n}\nCALL (i) {\n  UNWIND $from AS source\n  MATCH (:Insight {id: source})-[:ABOUT]->(a:Api)\n  MERGE (i)-[:ABOUT]->(a)\n}\nCALL (i) {\n  UNWIND $from AS source\n  MATCH (:Insight {id: source})-[:CONTRADICTS]-(other:Insight)\n  WHERE NOT other.id IN $from\n  MERGE (i)-[:CONTRADICTS]->(other)\n}\nCALL (i) {\n  OPTIONAL MATCH (i)-[:DERIVED_FROM]->(x:Trace|Lesson)\n  OPTIONAL MATCH (x)-[:LEARNED_IN]->(taught:Trace)\n  WITH collect(DISTINCT CASE WHEN x:Trace THEN x ELSE taught END) AS traces\n  UNWIND CASE WHEN size(traces) = 0 THEN [null] ELSE traces END AS t\n  RETURN count(t) AS support, count(DISTINCT coalesce(t.principal, '')) AS agents, count(DISTINCT t.problem) AS problems\n}\nSET i.support = support, i.agents = agents, i.problems = problems,\n  i.note = CASE WHEN EXISTS { MATCH (source:Insight) WHERE source.id IN $from AND source.note } THEN true ELSE null END\nWITH i\nCALL (i) {\n  UNWIND $backedBy AS backing\n  MATCH (d:Doc {id: backing.doc})\n  WHERE d.text CONTAINS backing.quote AND d.space IN [i.space, 'public']\n  MERGE (i)-[:BACKED_BY {quote: backing.quote}]->(d)\n  RETURN count(*) AS backed\n}\nRETURN backed"
}

/** Decisions on an insight, the newest first. */
export const decisionsOn: Query<
  { readonly id: string; readonly limit: number },
  {
    readonly id: string
    readonly kind: string
    readonly by: string
    readonly at: string
    readonly reason: string
    readonly before: string
    readonly after: string
  }
> = {
  name: 'decisionsOn',
  access: 'read',
  integers: ['limit'],
  columns: {
    id: 'string',
    kind: 'string',
    by: 'string',
    at: 'string',
    reason: 'string',
    before: 'string',
    after: 'string'
  },
  text: 'CYPHER 25 MATCH (:Insight {id: $id})<-[:DECIDED]-(r:Review)\nRETURN r.id AS id, r.kind AS kind, r.by AS by, r.at AS at, r.reason AS reason, r.before AS before, r.after AS after\nORDER BY r.ordinal DESC, r.id\nLIMIT $limit'
}

/** The epochs of a space, the newest first; in the open one is in force what is in force now. */
export const epochs: Query<
  { readonly space: string },
  {
    readonly id: string
    readonly number: number
    readonly state: string
    readonly openedAt: string
    readonly closedAt: string | null
    readonly note: string
    readonly inForce: number
  }
> = {
  name: 'epochs',
  access: 'read',
  integers: [],
  columns: {
    id: 'string',
    number: 'int',
    state: 'string',
    openedAt: 'string',
    closedAt: 'string?',
    note: 'string',
    inForce: 'int'
  },
  text: "CYPHER 25 MATCH (e:Epoch {space: $space})\nCALL (e) {\n  WITH e WHERE e.state = 'closed'\n  MATCH (e)<-[:IN_FORCE_IN]-(i:Insight)\n  RETURN count(i) AS frozen\n}\nCALL (e) {\n  WITH e WHERE e.state = 'open'\n  MATCH (i:Insight)\n  WHERE i.kind = 'reviewed' AND i.space = $space\n  RETURN count(i) AS current\n}\nRETURN e.id AS id, toInteger(e.number) AS number, e.state AS state, e.openedAt AS openedAt, e.closedAt AS closedAt, e.note AS note,\n  frozen + current AS inForce\nORDER BY number DESC"
}

/** Flags lessons that rest on APIs that changed. */
export const flagLessons: Query<{ readonly rows: readonly GraphMap[] }, Record<string, never>> = {
  name: 'flagLessons',
  access: 'write',
  integers: [],
  columns: {},
  text: "CYPHER 25 UNWIND $rows AS row\nMATCH (l:Lesson {id: row.id})\nSET l.changes = row.changes,\n  l.flags = [flag IN coalesce(l.flags, []) WHERE flag <> 'api-changed'] + ['api-changed']"
}

/** Flags the shortcuts of traces that used APIs that changed. */
export const flagShortcuts: Query<{ readonly rows: readonly GraphMap[] }, Record<string, never>> = {
  name: 'flagShortcuts',
  access: 'write',
  integers: [],
  columns: {},
  text: "CYPHER 25 UNWIND $rows AS row\nMATCH (:State)-[r:SHORTCUT {trace: row.id}]->(:State)\nSET r.changes = row.changes,\n  r.flags = [flag IN coalesce(r.flags, []) WHERE flag <> 'api-changed'] + ['api-changed']"
}

/** What the memory lacks and nobody has filled yet. */
export const healthGaps: Query<
  { readonly space: string; readonly examples: number },
  { readonly count: number; readonly examples: readonly GraphMap[] }
> = {
  name: 'healthGaps',
  access: 'read',
  integers: ['examples'],
  columns: { count: 'int', examples: 'map[]' },
  text: "CYPHER 25 MATCH (n:KnowledgeRequest {state: 'open'})\nWHERE n.space = $space\nWITH n ORDER BY n.id\nRETURN count(n) AS count, collect({id: n.id, title: left(coalesce(n.title, n.text, n.question, n.id), 200)})[..$examples] AS examples"
}

/** Those of these insights that are in force in a space: agents are shown them. */
export const healthHurting: Query<
  { readonly ids: readonly string[]; readonly space: string },
  { readonly id: string; readonly title: string }
> = {
  name: 'healthHurting',
  access: 'read',
  integers: [],
  columns: { id: 'string', title: 'string' },
  text: "CYPHER 25 MATCH (n:Insight)\nWHERE n.id IN $ids AND n.kind = 'reviewed' AND n.space = $space\nRETURN n.id AS id, n.title AS title\nORDER BY id"
}

/** Insights in force that no answer of these spaces cited, those that another in force in them contradicts, and those that Cairn took out of force because answers did worse with them. */
export const healthInsights: Query<
  { readonly space: string; readonly spaces: readonly string[]; readonly examples: number },
  { readonly what: string; readonly count: number; readonly examples: readonly GraphMap[] }
> = {
  name: 'healthInsights',
  access: 'read',
  integers: ['examples'],
  columns: { what: 'string', count: 'int', examples: 'map[]' },
  text: "CYPHER 25 CALL () {\n  MATCH (n:Insight)\n  WHERE n.kind = 'reviewed' AND n.space = $space AND NOT EXISTS { MATCH (n)<-[:CITES]-(r:Recommendation) WHERE r.space IN $spaces }\n    AND NOT EXISTS { MATCH (n)<-[:FOLLOWED]-(t:Trace) WHERE t.space IN $spaces }\n  RETURN 'never-used' AS what, n, n.title AS title\n  UNION ALL\n  MATCH (n:Insight)-[:CONTRADICTS]-(other:Insight)\n  WHERE n.kind = 'reviewed' AND n.space = $space AND other.kind = 'reviewed' AND other.space IN $spaces\n  WITH n, min(other.title) AS against\n  RETURN 'contradicted' AS what, n, n.title + ' – against: ' + against AS title\n  UNION ALL\n  MATCH (n:Insight {state: 'in-review'})\n  WHERE n.kind = 'candidate' AND n.space = $space AND 'measured-harm' IN coalesce(n.flags, [])\n  CALL (n) {\n    MATCH (n)<-[:DECIDED]-(s:Review {kind: 'suspend'})\n    RETURN s.reason AS reason ORDER BY s.ordinal DESC LIMIT 1\n  }\n  RETURN 'suspended' AS what, n, n.title + ' – ' + reason AS title\n}\nWITH what, n, title ORDER BY what, n.id\nWITH what, count(n) AS count, collect({id: n.id, title: title})[..$examples] AS examples\nRETURN what, count, examples\nORDER BY what"
}

/** Jobs that failed, those that refused some of what they were to write, and imports that took in nothing, the newest first. */
export const healthJobs: Query<
  { readonly space: string; readonly examples: number },
  { readonly what: string; readonly count: number; readonly examples: readonly GraphMap[] }
> = {
  name: 'healthJobs',
  access: 'read',
  integers: ['examples'],
  columns: { what: 'string', count: 'int', examples: 'map[]' },
  text: "CYPHER 25 CALL () {\n  MATCH (j:Job {state: 'failed'})\n  WHERE coalesce(j.space, 'public') = $space\n  RETURN 'failed' AS what, j, j.label + ': ' + coalesce(j.message, j.code, '') AS title\n  UNION ALL\n  MATCH (j:Job {state: 'done'})\n  WHERE coalesce(j.space, 'public') = $space AND j.result CONTAINS '\"rejected\":' AND j.result =~ '(?s).*\"rejected\":[1-9].*'\n  RETURN 'rejected' AS what, j, j.label AS title\n  UNION ALL\n  MATCH (j:Job {state: 'done', kind: 'import-traces'})\n  WHERE coalesce(j.space, 'public') = $space AND j.result CONTAINS '\"format\":\"all\",\"traces\":0,'\n  RETURN 'empty' AS what, j, j.label AS title\n}\nWITH what, j, title ORDER BY what, j.startedAt DESC, j.id\nWITH what, count(j) AS count, collect({id: j.id, title: title})[..$examples] AS examples\nRETURN what, count, examples\nORDER BY what"
}

/** Pairs of insights in force that say nearly the same: nearer in meaning than a score, the nearest first. Of the newest insights. */
export const healthNearDuplicates: Query<
  { readonly space: string; readonly newest: number; readonly score: number },
  { readonly id: string; readonly other: string; readonly title: string; readonly score: number }
> = {
  name: 'healthNearDuplicates',
  access: 'read',
  integers: ['newest'],
  columns: { id: 'string', other: 'string', title: 'string', score: 'float' },
  text: "CYPHER 25 MATCH (i:Insight)\nWHERE i.kind = 'reviewed' AND i.space = $space AND i.embedding IS NOT NULL\nWITH i ORDER BY i.createdAt DESC, i.id LIMIT $newest\nCALL (i) {\n  MATCH (n:Insight)\n    SEARCH n IN (VECTOR INDEX memory_vector FOR i.embedding WHERE n.space = $space AND n.kind = 'reviewed' LIMIT 6) SCORE AS score\n  RETURN n, score\n}\nWITH i, n, score\nWHERE n.id <> i.id AND score >= $score\nWITH CASE WHEN i.id < n.id THEN i ELSE n END AS a, CASE WHEN i.id < n.id THEN n ELSE i END AS b, score\nWITH a, b, max(score) AS score\nRETURN a.id AS id, b.id AS other, a.title + ' – like: ' + b.title AS title, score\nORDER BY score DESC, id, other"
}

/** Nodes without an edge that every one of their kind should have, how many there are and the first of them. */
export const healthOrphans: Query<
  { readonly space: string; readonly examples: number },
  { readonly what: string; readonly count: number; readonly examples: readonly GraphMap[] }
> = {
  name: 'healthOrphans',
  access: 'read',
  integers: ['examples'],
  columns: { what: 'string', count: 'int', examples: 'map[]' },
  text: "CYPHER 25 CALL () {\n  MATCH (n:Doc) WHERE n.space = $space AND NOT EXISTS { (n)-[:PART_OF]->() }\n  RETURN 'Doc without PART_OF' AS what, n\n  UNION ALL\n  MATCH (n:Api) WHERE n.space = $space AND NOT coalesce(n.provisional, false) AND NOT EXISTS { (n)-[:MEMBER_OF]->() }\n  RETURN 'Api without MEMBER_OF' AS what, n\n  UNION ALL\n  MATCH (n:Trace) WHERE n.space = $space AND NOT EXISTS { (n)-[:ATTEMPTS]->() }\n  RETURN 'Trace without ATTEMPTS' AS what, n\n  UNION ALL\n  MATCH (n:Lesson) WHERE n.space = $space AND n.retired IS NULL AND NOT EXISTS { (n)-[:LEARNED_IN]->() }\n  RETURN 'Lesson without LEARNED_IN' AS what, n\n  UNION ALL\n  MATCH (n:Insight) WHERE n.space = $space AND n.kind = 'reviewed' AND NOT coalesce(n.note, false) AND NOT EXISTS { (n)-[:BACKED_BY]->(:Doc) }\n  RETURN 'Insight in force without BACKED_BY' AS what, n\n  UNION ALL\n  MATCH (n:Insight) WHERE n.space = $space AND n.kind = 'candidate' AND NOT EXISTS { (n)-[:DERIVED_FROM]->() }\n  RETURN 'Candidate without DERIVED_FROM' AS what, n\n  UNION ALL\n  MATCH (n:Feedback) WHERE n.space = $space AND NOT EXISTS { (n)-[:ON]->() }\n  RETURN 'Feedback without ON' AS what, n\n}\nWITH what, n ORDER BY what, n.id\nWITH what, count(n) AS count, collect({id: n.id, title: coalesce(n.title, n.id)})[..$examples] AS examples\nRETURN what, count, examples\nORDER BY what"
}

/** Nodes that should be found by meaning and have no vector, by label; a problem that nobody attempted needs none. */
export const healthVectors: Query<
  { readonly space: string; readonly examples: number },
  { readonly what: string; readonly count: number; readonly examples: readonly GraphMap[] }
> = {
  name: 'healthVectors',
  access: 'read',
  integers: ['examples'],
  columns: { what: 'string', count: 'int', examples: 'map[]' },
  text: 'CYPHER 25 CALL () {\n  MATCH (n:Doc|Api|Trace|Lesson|Insight)\n  WHERE n.embedding IS NULL AND n.space = $space AND NOT coalesce(n.provisional, false)\n  RETURN n\n  UNION ALL\n  MATCH (n:Problem)\n  WHERE n.embedding IS NULL AND n.space = $space AND EXISTS { (n)<-[:ATTEMPTS]-(:Trace) }\n  RETURN n\n}\nWITH labels(n)[0] AS what, n ORDER BY what, n.id\nWITH what, count(n) AS count, collect({id: n.id, title: coalesce(n.title, n.id)})[..$examples] AS examples\nRETURN what, count, examples\nORDER BY what'
}

/** Versions of libraries that projects have locked from which was asked within so many days, and how many questions came from them. */
export const healthVersions: Query<
  { readonly space: string; readonly days: number },
  { readonly locked: string; readonly questions: number }
> = {
  name: 'healthVersions',
  access: 'read',
  integers: ['days'],
  columns: { locked: 'string', questions: 'int' },
  text: 'CYPHER 25 MATCH (r:Recommendation)\nWHERE r.space = $space AND r.createdAt > datetime() - duration({days: $days}) AND r.locked IS NOT NULL\nUNWIND r.locked AS locked\nRETURN locked, count(*) AS questions\nORDER BY questions DESC, locked\nLIMIT 1000'
}

/** Keeps these insights from being written by others until the transaction ends. */
export const holdInsights: Query<{ readonly ids: readonly string[] }, Record<string, never>> = {
  name: 'holdInsights',
  access: 'write',
  integers: [],
  columns: {},
  text: 'CYPHER 25 MATCH (i:Insight)\nWHERE i.id IN $ids\nWITH i ORDER BY i.id\nSET i.version = coalesce(i.version, 1)'
}

/** The insights in force in an epoch; in the open one, now. */
export const inForceIn: Query<
  { readonly epoch: string },
  {
    readonly id: string
    readonly lineage: string
    readonly revision: number
    readonly title: string
    readonly library: string | null
  }
> = {
  name: 'inForceIn',
  access: 'read',
  integers: [],
  columns: {
    id: 'string',
    lineage: 'string',
    revision: 'int',
    title: 'string',
    library: 'string?'
  },
  text: "CYPHER 25 MATCH (e:Epoch {id: $epoch})\nCALL (e) {\n  WITH e WHERE e.state = 'closed'\n  MATCH (i:Insight)-[:IN_FORCE_IN]->(e)\n  RETURN i\n  UNION ALL\n  WITH e WHERE e.state = 'open'\n  MATCH (i:Insight)\n  WHERE i.kind = 'reviewed' AND i.space = e.space\n  RETURN i\n}\nRETURN i.id AS id, coalesce(i.lineage, i.id) AS lineage, toInteger(coalesce(i.revision, 1)) AS revision, i.title AS title, i.library AS library\nORDER BY lineage, revision, id"
}

/** The quotations that back an insight, with the documentation around them; one whose words or section went holds no more. */
export const insightQuotations: Query<
  { readonly id: string },
  {
    readonly doc: string
    readonly title: string
    readonly library: string | null
    readonly url: string | null
    readonly quote: string
    readonly holds: boolean
    readonly before: string
    readonly after: string
  }
> = {
  name: 'insightQuotations',
  access: 'read',
  integers: [],
  columns: {
    doc: 'string',
    title: 'string',
    library: 'string?',
    url: 'string?',
    quote: 'string',
    holds: 'boolean',
    before: 'string',
    after: 'string'
  },
  text: "CYPHER 25 MATCH (:Insight {id: $id})-[b:BACKED_BY]->(d:Doc|Retired)\nWITH b, d, 'Doc' IN labels(d) AND coalesce(d.text, '') CONTAINS b.quote AS holds\nWITH b, d, holds, CASE WHEN holds AND b.quote <> '' THEN split(d.text, b.quote)[0] ELSE '' END AS before\nRETURN d.id AS doc, coalesce(d.title, d.id) AS title, d.library AS library, d.url AS url, b.quote AS quote, holds, right(before, 400) AS before,\n  CASE WHEN holds THEN substring(d.text, size(before) + size(b.quote), 400) ELSE '' END AS after\nORDER BY doc, quote"
}

/** What a line of the queue says of these insights: what they are about, the first quotation that holds, and how many attempts with what they are about failed (100 at most). */
export const insightsAtAGlance: Query<
  { readonly ids: readonly string[]; readonly spaces: readonly string[] },
  {
    readonly id: string
    readonly about: readonly string[]
    readonly quote: string | null
    readonly needs: number
  }
> = {
  name: 'insightsAtAGlance',
  access: 'read',
  integers: [],
  columns: { id: 'string', about: 'string[]', quote: 'string?', needs: 'int' },
  text: "CYPHER 25 MATCH (i:Insight)\nWHERE i.id IN $ids AND i.space IN $spaces\nCALL (i) {\n  OPTIONAL MATCH (i)-[:ABOUT]->(a:Api)\n  WITH DISTINCT a.qualifiedName AS name ORDER BY name LIMIT 3\n  RETURN collect(name) AS apis\n}\nCALL (i) {\n  OPTIONAL MATCH (i)-[:DERIVED_FROM]->(l:Lesson)\n  WITH l ORDER BY l.id LIMIT 1\n  RETURN head(collect(coalesce(l.about, [])[..3])) AS subjects\n}\nCALL (i) {\n  OPTIONAL MATCH (i)-[b:BACKED_BY]->(d:Doc)\n  WHERE d.text CONTAINS b.quote\n  WITH b.quote AS quote ORDER BY quote LIMIT 1\n  RETURN head(collect(quote)) AS quote\n}\nRETURN i.id AS id, CASE WHEN size(apis) > 0 THEN apis ELSE coalesce(subjects, []) END AS about, quote,\n  COUNT { MATCH (i)-[:ABOUT]->(a:Api)<-[:USES]-(t:Trace {outcome: 'failed'}) WHERE t.space IN $spaces RETURN t LIMIT 100 } AS needs\nORDER BY id"
}

/** Insights of these spaces that were written or decided on since a moment, the first first. */
export const insightsChanged: Query<
  { readonly spaces: readonly string[]; readonly since: number; readonly limit: number },
  {
    readonly id: string
    readonly space: string
    readonly state: string
    readonly version: number
    readonly at: number
  }
> = {
  name: 'insightsChanged',
  access: 'read',
  integers: ['since', 'limit'],
  columns: { id: 'string', space: 'string', state: 'string', version: 'int', at: 'int' },
  text: "CYPHER 25 CALL () {\n  MATCH (i:Insight)\n  WHERE i.space IN $spaces AND i.createdAt >= datetime({epochMillis: $since})\n  RETURN i, i.createdAt.epochMillis AS at\n  UNION ALL\n  MATCH (r:Review)-[:DECIDED]->(i:Insight)\n  WHERE r.space IN $spaces AND r.at >= toString(datetime({epochMillis: $since}))\n  RETURN i, datetime(r.at).epochMillis AS at\n}\nWITH i, max(at) AS at\nRETURN i.id AS id, i.space AS space, coalesce(i.state, 'approved') AS state, toInteger(coalesce(i.version, 1)) AS version, at\nORDER BY at, id\nLIMIT $limit"
}

/** The insights that are in force now or were in a closed epoch. */
export const insightsInForce: Query<
  { readonly space: string; readonly epoch: string },
  { readonly id: string; readonly now: boolean; readonly thatTime: boolean }
> = {
  name: 'insightsInForce',
  access: 'read',
  integers: [],
  columns: { id: 'string', now: 'boolean', thatTime: 'boolean' },
  text: "CYPHER 25 CALL () {\n  MATCH (i:Insight)\n  WHERE i.kind = 'reviewed' AND i.space = $space\n  RETURN i\n  UNION\n  MATCH (i:Insight)-[:IN_FORCE_IN]->(:Epoch {id: $epoch})\n  RETURN i\n}\nRETURN i.id AS id, coalesce(i.kind = 'reviewed', false) AS now, EXISTS { (i)-[:IN_FORCE_IN]->(:Epoch {id: $epoch}) } AS thatTime\nORDER BY id"
}

/** Insights close in meaning to one, not withdrawn, the nearest first. */
export const insightsNear: Query<
  { readonly id: string; readonly spaces: readonly string[]; readonly limit: number },
  { readonly id: string; readonly title: string; readonly state: string; readonly score: number }
> = {
  name: 'insightsNear',
  access: 'read',
  integers: ['limit'],
  columns: { id: 'string', title: 'string', state: 'string', score: 'float' },
  text: "CYPHER 25 MATCH (i:Insight {id: $id})\nWHERE i.embedding IS NOT NULL\nCALL (i) {\n  MATCH (n:Insight)\n    SEARCH n IN (VECTOR INDEX memory_vector FOR i.embedding WHERE n.space IN $spaces AND n.kind IN ['candidate', 'reviewed'] LIMIT $limit) SCORE AS score\n  RETURN n, score\n}\nWITH i, n, score\nWHERE n.id <> i.id\nRETURN n.id AS id, n.title AS title, coalesce(n.state, 'approved') AS state, score\nORDER BY score DESC, id"
}

/** Insights of a space that rest on some of these notes. */
export const insightsOfNotes: Query<
  { readonly notes: readonly string[]; readonly space: string },
  { readonly id: string }
> = {
  name: 'insightsOfNotes',
  access: 'read',
  integers: [],
  columns: { id: 'string' },
  text: 'CYPHER 25 UNWIND $notes AS note\nMATCH (i:Insight)-[:DERIVED_FROM]->(:Lesson {id: note})\nWHERE i.space = $space\nRETURN DISTINCT i.id AS id ORDER BY id'
}

/** Insights with all that a decision on them rests on; a quotation holds while its words stand in documentation that is here. */
export const insightsToDecide: Query<
  { readonly ids: readonly string[]; readonly space: string },
  {
    readonly id: string
    readonly node: GraphMap
    readonly supersedes: readonly string[]
    readonly quotes: readonly GraphMap[]
  }
> = {
  name: 'insightsToDecide',
  access: 'read',
  integers: [],
  columns: { id: 'string', node: 'map', supersedes: 'string[]', quotes: 'map[]' },
  text: "CYPHER 25 MATCH (i:Insight)\nWHERE i.id IN $ids AND i.space = $space\nRETURN i.id AS id, i {.*, embedding: null, createdAt: toString(i.createdAt)} AS node,\n  COLLECT { MATCH (i)-[:SUPERSEDES]->(old:Insight) RETURN old.id ORDER BY old.id } AS supersedes,\n  COLLECT { MATCH (i)-[b:BACKED_BY]->(d:Doc|Retired)\n            RETURN {doc: d.id, quote: b.quote, holds: 'Doc' IN labels(d) AND d.text CONTAINS b.quote} ORDER BY d.id, b.quote } AS quotes\nORDER BY id"
}

/** The number of the last revision of a lineage. */
export const lastRevision: Query<{ readonly lineage: string }, { readonly revision: number }> = {
  name: 'lastRevision',
  access: 'read',
  integers: [],
  columns: { revision: 'int' },
  text: 'CYPHER 25 MATCH (i:Insight {lineage: $lineage})\nRETURN toInteger(coalesce(max(i.revision), 0)) AS revision'
}

/** Lets one decision after another be taken in a space: holds its first epoch, made where there is none, until the transaction ends, and counts. */
export const lockDecisions: Query<
  { readonly space: string; readonly now: string },
  { readonly ordinal: number }
> = {
  name: 'lockDecisions',
  access: 'write',
  integers: [],
  columns: { ordinal: 'int' },
  text: "CYPHER 25 MERGE (e:Epoch {id: 'epoch:' + $space + ':1'})\nON CREATE SET e.number = 1, e.space = $space, e.state = 'open', e.openedAt = $now, e.note = ''\nSET e.decisions = coalesce(e.decisions, 0) + 1\nWITH e\nCALL (e) {\n  WITH e WHERE NOT EXISTS { (e)-[:IN]->(:Space) }\n  MERGE (s:Space {id: $space})\n  MERGE (e)-[:IN]->(s)\n}\nRETURN toInteger(e.decisions) AS ordinal"
}

/** Remembers as which insight of the public space this one was proposed to everybody. */
export const markPublished: Query<
  { readonly id: string; readonly as: string },
  Record<string, never>
> = {
  name: 'markPublished',
  access: 'write',
  integers: [],
  columns: {},
  text: 'CYPHER 25 MATCH (i:Insight {id: $id})\nSET i.publishedAs = $as'
}

/** What may be told in public of an insight of another space: counts, and the quotations that stand in public documentation. */
export const publishable: Query<
  { readonly id: string; readonly quotes: readonly GraphMap[] },
  {
    readonly support: number
    readonly agents: number
    readonly problems: number
    readonly public: readonly number[]
  }
> = {
  name: 'publishable',
  access: 'read',
  integers: [],
  columns: { support: 'int', agents: 'int', problems: 'int', public: 'int[]' },
  text: "CYPHER 25 MATCH (i:Insight {id: $id})\nCALL () {\n  UNWIND range(0, size($quotes) - 1) AS at\n  WITH at, $quotes[at] AS quote\n  MATCH (d:Doc {id: quote.doc})\n  WHERE d.space = 'public' AND d.text CONTAINS quote.quote\n  WITH DISTINCT at ORDER BY at\n  RETURN collect(at) AS public\n}\nRETURN toInteger(coalesce(i.support, 0)) AS support, toInteger(coalesce(i.agents, 0)) AS agents, toInteger(coalesce(i.problems, 0)) AS problems, public"
}

/** As which insight of the public space this one was proposed to everybody, and how that stands. */
export const publishedAs: Query<
  { readonly id: string },
  { readonly id: string; readonly state: string; readonly text: string }
> = {
  name: 'publishedAs',
  access: 'read',
  integers: [],
  columns: { id: 'string', state: 'string', text: 'string' },
  text: "CYPHER 25 MATCH (i:Insight {id: $id})\nMATCH (p:Insight {id: i.publishedAs})\nRETURN p.id AS id, coalesce(p.state, 'candidate') AS state, p.text AS text"
}

/** Insights of these spaces that one supersedes, refines or contradicts, and those that do so to it. */
export const relatedInsights: Query<
  { readonly id: string; readonly spaces: readonly string[] },
  { readonly relation: string; readonly id: string; readonly title: string; readonly state: string }
> = {
  name: 'relatedInsights',
  access: 'read',
  integers: [],
  columns: { relation: 'string', id: 'string', title: 'string', state: 'string' },
  text: "CYPHER 25 MATCH (i:Insight {id: $id})\nCALL (i) {\n  MATCH (i)-[:SUPERSEDES]->(n:Insight)\n  RETURN 'supersedes' AS relation, n\n  UNION\n  MATCH (i)<-[:SUPERSEDES]-(n:Insight)\n  RETURN 'superseded-by' AS relation, n\n  UNION\n  MATCH (i)-[:CONTRADICTS]-(n:Insight)\n  RETURN 'contradicts' AS relation, n\n  UNION\n  MATCH (n:Insight {id: i.refines})\n  RETURN 'refines' AS relation, n\n}\nWITH relation, n\nWHERE n.space IN $spaces\nRETURN relation, n.id AS id, n.title AS title, coalesce(n.state, 'approved') AS state\nORDER BY relation, id"
}

/** What an insight takes the place of once it is approved: what it supersedes or refines, and other revisions of its lineage, as far as they are in force. */
export const replacedBy: Query<{ readonly id: string }, { readonly id: string }> = {
  name: 'replacedBy',
  access: 'read',
  integers: [],
  columns: { id: 'string' },
  text: "CYPHER 25 MATCH (i:Insight {id: $id})\nCALL (i) {\n  MATCH (i)-[:SUPERSEDES]->(old:Insight)\n  RETURN old\n  UNION\n  MATCH (old:Insight {id: i.refines})\n  RETURN old\n  UNION\n  MATCH (old:Insight {lineage: i.lineage})\n  RETURN old\n}\nWITH i, old\nWHERE old.kind = 'reviewed' AND old.id <> i.id AND old.space = i.space\nRETURN DISTINCT old.id AS id\nORDER BY id"
}

/** Insights and lessons about these APIs, and traces behind shortcuts that use them, with what they are flagged for already. */
export const restingOn: Query<
  { readonly apis: readonly string[]; readonly space: string },
  {
    readonly id: string
    readonly label: string
    readonly changes: string | null
    readonly apis: readonly string[]
  }
> = {
  name: 'restingOn',
  access: 'read',
  integers: [],
  columns: { id: 'string', label: 'string', changes: 'string?', apis: 'string[]' },
  text: "CYPHER 25 CALL () {\n  MATCH (a:Api)<-[:ABOUT]-(n:Insight|Lesson)\n  WHERE a.id IN $apis AND n.space = $space AND NOT coalesce(n.state, '') IN ['rejected', 'retired', 'superseded']\n  RETURN n, a.qualifiedName AS api, n.changes AS changes\n  UNION\n  MATCH (a:Api)<-[:USES]-(n:Trace)\n  WHERE a.id IN $apis AND n.space = $space\n  MATCH (:State)-[r:SHORTCUT {trace: n.id}]->(:State)\n  RETURN DISTINCT n, a.qualifiedName AS api, r.changes AS changes\n}\nRETURN n.id AS id, labels(n)[0] AS label, changes, collect(DISTINCT api) AS apis\nORDER BY label, id"
}

/** How many insights are in these states, of those that can be approved, or cannot, where that is asked. */
export const reviewQueueTotal: Query<
  {
    readonly space: string
    readonly states: readonly string[]
    readonly library: string | null
    readonly gap: string | null
    readonly flag: string | null
    readonly words: string
    readonly by: string | null
    readonly ready: boolean | null
  },
  { readonly total: number }
> = {
  name: 'reviewQueueTotal',
  access: 'read',
  integers: [],
  columns: { total: 'int' },
  text: "CYPHER 25 MATCH (i:Insight)\nWHERE i.state IN $states AND i.space = $space AND ($library IS NULL OR i.library = $library) AND ($gap IS NULL OR i.gap = $gap)\n  AND ($flag IS NULL OR $flag IN coalesce(i.flags, []))\n  AND ($words = '' OR toLower(coalesce(i.text, '') + ' ' + coalesce(i.title, '') + ' ' + coalesce(i.names, '')) CONTAINS $words)\n  AND ($by IS NULL OR i.claimedBy = $by)\n  AND ($ready IS NULL OR $ready = (i.state <> 'needs-work'\n    AND NOT replace(coalesce(i.gates, ''), '\"gate\":\"not-contradiction\",\"passed\":false', '') CONTAINS '\"passed\":false'\n    AND (coalesce(i.gates, '') CONTAINS '\"gate\":\"observed\"' OR EXISTS { MATCH (i)-[b:BACKED_BY]->(d:Doc) WHERE d.text CONTAINS b.quote })))\nRETURN count(*) AS total"
}

/** Insights in these states after a place in their order: the oldest first, or the most worth deciding on. Worth is how well an insight is witnessed and backed, how many attempts with what it is about failed, and what came of answers that showed it. Ready is what can be approved: no gate fails but that against contradictions, which a person weighs, and agents saw it or a quotation holds. */
export const reviewQueue: Query<
  {
    readonly space: string
    readonly states: readonly string[]
    readonly library: string | null
    readonly gap: string | null
    readonly flag: string | null
    readonly words: string
    readonly by: string | null
    readonly ready: boolean | null
    readonly byWorth: boolean
    readonly afterPlace: number
    readonly afterId: string
    readonly limit: number
  },
  { readonly id: string; readonly place: number; readonly node: GraphMap }
> = {
  name: 'reviewQueue',
  access: 'read',
  integers: ['afterPlace', 'limit'],
  columns: { id: 'string', place: 'int', node: 'map' },
  text: "CYPHER 25 MATCH (i:Insight)\nWHERE i.state IN $states AND i.space = $space AND ($library IS NULL OR i.library = $library) AND ($gap IS NULL OR i.gap = $gap)\n  AND ($flag IS NULL OR $flag IN coalesce(i.flags, []))\n  AND ($words = '' OR toLower(coalesce(i.text, '') + ' ' + coalesce(i.title, '') + ' ' + coalesce(i.names, '')) CONTAINS $words)\n  AND ($by IS NULL OR i.claimedBy = $by)\n  AND ($ready IS NULL OR $ready = (i.state <> 'needs-work'\n    AND NOT replace(coalesce(i.gates, ''), '\"gate\":\"not-contradiction\",\"passed\":false', '') CONTAINS '\"passed\":false'\n    AND (coalesce(i.gates, '') CONTAINS '\"gate\":\"observed\"' OR EXISTS { MATCH (i)-[b:BACKED_BY]->(d:Doc) WHERE d.text CONTAINS b.quote })))\nWITH i, CASE WHEN $byWorth THEN -toInteger(round(1000.0 * (\n    log(1 + coalesce(i.support, 0)) + log(1 + coalesce(i.agents, 0))\n    + CASE WHEN EXISTS { MATCH (i)-[b:BACKED_BY]->(d:Doc) WHERE d.text CONTAINS b.quote } THEN 1 ELSE 0 END\n    + 0.5 * log(1 + COUNT { MATCH (i)-[:ABOUT]->(a:Api)<-[:USES]-(t:Trace {outcome: 'failed'}) WHERE t.space IN [$space, 'public'] RETURN t LIMIT 100 })\n    + 2.0 * (coalesce(i.evidencePassed, 0.0) - coalesce(i.evidenceFailed, 0.0)) / (2.0 + coalesce(i.evidencePassed, 0.0) + coalesce(i.evidenceFailed, 0.0)))))\n  ELSE coalesce(i.createdAt.epochMillis, 0) END AS place\nWHERE place > $afterPlace OR (place = $afterPlace AND i.id > $afterId)\nWITH i, place\nORDER BY place, i.id\nLIMIT $limit\nRETURN i.id AS id, place, i {.*, embedding: null, createdAt: toString(i.createdAt)} AS node\nORDER BY place, id"
}

/** What an insight was drawn from: attempts and lessons, those that passed first, with the beginning of their code and text; and of the problems that these attempts were at, one that failed and one that passed where it rests on none. */
export const reviewSources: Query<
  { readonly id: string; readonly spaces: readonly string[]; readonly limit: number },
  {
    readonly id: string
    readonly label: string
    readonly title: string
    readonly outcome: string | null
    readonly judgedBy: string | null
    readonly trust: string | null
    readonly confirmed: boolean
    readonly observed: string | null
    readonly agent: string | null
    readonly problem: string | null
    readonly own: boolean
    readonly code: string | null
    readonly text: string
    readonly tainted: boolean
  }
> = {
  name: 'reviewSources',
  access: 'read',
  integers: ['limit'],
  columns: {
    id: 'string',
    label: 'string',
    title: 'string',
    outcome: 'string?',
    judgedBy: 'string?',
    trust: 'string?',
    confirmed: 'boolean',
    observed: 'string?',
    agent: 'string?',
    problem: 'string?',
    own: 'boolean',
    code: 'string?',
    text: 'string',
    tainted: 'boolean'
  },
  text: "CYPHER 25 MATCH (i:Insight {id: $id})\nCALL (i) {\n  MATCH (i)-[:DERIVED_FROM]->(n:Trace|Lesson)\n  WITH n ORDER BY CASE n.outcome WHEN 'passed' THEN 0 WHEN 'failed' THEN 1 ELSE 2 END, n.id LIMIT $limit\n  RETURN collect(n) AS own\n}\nCALL (i, own) {\n  UNWIND [n IN own WHERE n:Trace | n.problem][..20] AS problem\n  WITH DISTINCT i, problem\n  UNWIND ['passed', 'failed'] AS outcome\n  CALL (i, problem, outcome) {\n    MATCH (:Problem {id: problem})<-[:ATTEMPTS]-(t:Trace {outcome: outcome})\n    WHERE t.space IN $spaces AND t.code IS NOT NULL\n    WITH i, t ORDER BY t.id LIMIT 50\n    WITH collect(t) AS tried, [t IN collect(t) WHERE EXISTS { MATCH (i)-[:DERIVED_FROM]->(t) }] AS beneath\n    RETURN CASE WHEN size(beneath) > 0 THEN null ELSE head(tried) END AS t\n  }\n  WITH t WHERE t IS NOT NULL\n  RETURN collect(t)[..10] AS beside\n}\nUNWIND [n IN own | {n: n, own: true}] + [n IN beside | {n: n, own: false}] AS one\nWITH one.n AS n, one.own AS own\nRETURN n.id AS id, labels(n)[0] AS label, coalesce(n.title, n.id) AS title, coalesce(n.outcome, n.tag) AS outcome, n.judgedBy AS judgedBy, CASE WHEN n:Trace THEN coalesce(n.trust, 'self-reported') END AS trust, coalesce(n.confirmed, false) AS confirmed,\n  CASE WHEN n.observed IS NOT NULL THEN coalesce(n.observedCommand, '') END AS observed, n.agent AS agent, n.problem AS problem, own,\n  left(n.code, 4000) AS code, left(coalesce(n.text, ''), 2000) AS text, coalesce(n.tainted, false) AS tainted\nORDER BY CASE n.outcome WHEN 'passed' THEN 0 WHEN 'failed' THEN 1 ELSE 2 END, id"
}

/** Writes how much an insight rests on where that cannot be counted in its own space. */
export const setInsightCounts: Query<
  {
    readonly id: string
    readonly support: number
    readonly agents: number
    readonly problems: number
  },
  Record<string, never>
> = {
  name: 'setInsightCounts',
  access: 'write',
  integers: ['support', 'agents', 'problems'],
  columns: {},
  text: 'CYPHER 25 MATCH (i:Insight {id: $id})\nSET i.support = $support, i.agents = $agents, i.problems = $problems'
}

/** All versions here of the libraries with these keys, names or titles, in lower case. */
export const versionsOf: Query<
  { readonly libraries: readonly string[]; readonly space: string },
  {
    readonly ecosystem: string
    readonly name: string
    readonly version: string
    readonly key: string
  }
> = {
  name: 'versionsOf',
  access: 'read',
  integers: [],
  columns: { ecosystem: 'string', name: 'string', version: 'string', key: 'string' },
  text: "CYPHER 25 MATCH (l:Library)\nWHERE (toLower(l.key) IN $libraries OR toLower(l.name) IN $libraries OR toLower(l.title) IN $libraries) AND l.space = $space\nWITH DISTINCT l.ecosystem AS ecosystem, l.name AS name\nMATCH (v:Library {name: name})\nWHERE v.ecosystem = ecosystem AND v.space = $space AND v.state = 'complete'\nRETURN ecosystem, name, v.version AS version, v.key AS key\nORDER BY ecosystem, name, version, key"
}

/** Records decisions together with what they change: each insight gets its new standing, its next version, and exactly the SUPERSEDES edges named. */
export const writeDecisions: Query<
  { readonly rows: readonly GraphMap[] },
  { readonly changed: number }
> = {
  name: 'writeDecisions',
  access: 'write',
  integers: [],
  columns: { changed: 'int' },
  text: 'CYPHER 25 UNWIND $rows AS row\nCREATE (r:Review {id: row.id})\nSET r += row.review, r.ordinal = toInteger(row.ordinal)\nWITH r, row\nUNWIND row.changes AS change\nMATCH (i:Insight {id: change.id})\nSET i += change.standing, i.version = toInteger(change.version)\nCREATE (r)-[:DECIDED]->(i)\nWITH i, change\nCALL (i, change) {\n  MATCH (i)-[s:SUPERSEDES]->(old:Insight)\n  WHERE NOT old.id IN change.supersedes\n  DELETE s\n}\nCALL (i, change) {\n  UNWIND change.supersedes AS id\n  MATCH (old:Insight {id: id})\n  MERGE (i)-[:SUPERSEDES]->(old)\n}\nRETURN count(*) AS changed'
}

/** Writes a reviewed insight with what it rests on, and says how many of its quotations stand where it says. One that is known keeps its standing. */
export const writeInsight: Query<
  {
    readonly id: string
    readonly space: string
    readonly properties: GraphMap
    readonly standing: GraphMap
    readonly backedBy: readonly GraphMap[]
    readonly derivedFrom: readonly string[]
    readonly about: readonly string[]
  },
  { readonly fresh: boolean; readonly backed: number }
> = {
  name: 'writeInsight',
  access: 'write',
  integers: [],
  columns: { fresh: 'boolean', backed: 'int' },
  text: "CYPHER 25 MERGE (s:Space {id: $space})\nMERGE (i:Insight {id: $id})\nON CREATE SET i.createdAt = datetime()\nSET i += $properties\nMERGE (i)-[:IN]->(s)\nWITH i, i.state IS NULL AS fresh\nCALL (i, fresh) {\n  WITH i, fresh WHERE fresh\n  SET i += $standing\n}\nSET i.lineage = coalesce(i.lineage, i.id), i.revision = coalesce(i.revision, 1), i.version = coalesce(i.version, 1)\nWITH i, fresh\nCALL (i) {\n  UNWIND $derivedFrom AS source\n  MATCH (t:Trace|Lesson {id: source})\n  WHERE t.space = i.space\n  MERGE (i)-[:DERIVED_FROM]->(t)\n}\nCALL (i) {\n  UNWIND $about AS name\n  MATCH (a:Api {qualifiedName: name})\n  WHERE a.space IN [i.space, 'public']\n  MERGE (i)-[:ABOUT]->(a)\n}\nCALL (i) {\n  OPTIONAL MATCH (i)-[:DERIVED_FROM]->(t:Trace)\n  RETURN count(t) AS support, count(DISTINCT coalesce(t.principal, '')) AS agents, count(DISTINCT t.problem) AS problems\n}\nSET i.support = support, i.agents = agents, i.problems = problems\nWITH i, fresh\nCALL (i) {\n  UNWIND $backedBy AS backing\n  MATCH (d:Doc {id: backing.doc})\n  WHERE d.text CONTAINS backing.quote AND d.space IN [i.space, 'public']\n  MERGE (i)-[b:BACKED_BY {quote: backing.quote}]->(d)\n  RETURN count(*) AS backed\n}\nRETURN fresh, backed"
}

/** Asks whichever process has a job to stop it; it hears that with its next beat. */
export const askToCancel: Query<
  { readonly id: string; readonly spaces: readonly string[] },
  Record<string, never>
> = {
  name: 'askToCancel',
  access: 'write',
  integers: [],
  columns: {},
  text: "CYPHER 25 MATCH (j:Job {id: $id})\nWHERE j.space IN $spaces AND j.state IN ['queued', 'running']\nSET j.cancel = true\nWITH j\nMATCH (m:Meta {id: 'lease:' + j.id})\nWHERE m.token IS NOT NULL\nSET m.cancel = true"
}

/** After its lease was taken: an unfinished job is this process's now; no row where it has ended meanwhile. */
export const claimJob: Query<{ readonly id: string }, { readonly id: string }> = {
  name: 'claimJob',
  access: 'write',
  integers: [],
  columns: { id: 'string' },
  text: "CYPHER 25 MATCH (j:Job {id: $id})\nSET j.lock = true\nREMOVE j.lock\nWITH j\nWHERE j.state IN ['queued', 'running']\nSET j.updatedAt = datetime()\nRETURN j.id AS id"
}

/** How many jobs there are in these spaces. */
export const countJobs: Query<{ readonly spaces: readonly string[] }, { readonly total: number }> =
  {
    name: 'countJobs',
    access: 'read',
    integers: [],
    columns: { total: 'int' },
    text: 'CYPHER 25 MATCH (j:Job)\nWHERE j.space IN $spaces\nRETURN count(j) AS total'
  }

/** Jobs of these spaces by id, or the newest ones after a place in their order when no id is given. */
export const jobs: Query<
  {
    readonly ids: readonly string[]
    readonly spaces: readonly string[]
    readonly before: string | null
    readonly after: string
    readonly limit: number
  },
  {
    readonly id: string
    readonly kind: string
    readonly label: string
    readonly state: string
    readonly space: string
    readonly by: string | null
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
    space: 'string',
    by: 'string?',
    done: 'int',
    total: 'int',
    input: 'string',
    result: 'string?',
    code: 'string?',
    message: 'string?',
    startedAt: 'string',
    finishedAt: 'string?'
  },
  text: 'CYPHER 25 MATCH (j:Job)\nWHERE j.space IN $spaces AND (size($ids) = 0 OR j.id IN $ids)\n  AND ($before IS NULL OR j.startedAt < datetime($before) OR (j.startedAt = datetime($before) AND j.id > $after))\nRETURN j.id AS id, j.kind AS kind, j.label AS label, j.state AS state, j.space AS space, j.by AS by, toInteger(j.done) AS done, toInteger(j.total) AS total,\n  j.input AS input, j.result AS result, j.code AS code, j.message AS message,\n  toString(j.startedAt) AS startedAt, toString(j.finishedAt) AS finishedAt\nORDER BY j.startedAt DESC, id\nLIMIT $limit'
}

/** Writes how a job stands, and says whether somebody asked to stop it. */
export const saveJob: Query<
  { readonly id: string; readonly properties: GraphMap },
  { readonly cancel: boolean }
> = {
  name: 'saveJob',
  access: 'write',
  integers: [],
  columns: { cancel: 'boolean' },
  text: "CYPHER 25 MERGE (j:Job {id: $id})\nON CREATE SET j.startedAt = datetime()\nSET j += $properties, j.updatedAt = datetime()\nFOREACH (_ IN CASE WHEN $properties.state IN ['done', 'failed', 'cancelled'] THEN [1] ELSE [] END | SET j.finishedAt = datetime())\nRETURN coalesce(j.cancel, false) AS cancel"
}

/** Jobs that have not ended, with the lease of who has them in hand; no token where nobody has. */
export const unfinishedJobs: Query<
  Record<string, never>,
  {
    readonly id: string
    readonly kind: string
    readonly input: string
    readonly token: string | null
    readonly holder: string | null
    readonly beat: number
  }
> = {
  name: 'unfinishedJobs',
  access: 'read',
  integers: [],
  columns: {
    id: 'string',
    kind: 'string',
    input: 'string',
    token: 'string?',
    holder: 'string?',
    beat: 'int'
  },
  text: "CYPHER 25 MATCH (j:Job)\nWHERE j.state = 'running' OR j.state = 'queued'\nOPTIONAL MATCH (m:Meta {id: 'lease:' + j.id})\nRETURN j.id AS id, j.kind AS kind, j.input AS input, m.token AS token, m.holder AS holder, coalesce(m.beat, 0) AS beat\nORDER BY j.startedAt, j.id"
}

/** A job of this kind that waits in this space and that nobody asked to stop. */
export const waitingJob: Query<
  { readonly kind: string; readonly space: string },
  { readonly id: string }
> = {
  name: 'waitingJob',
  access: 'read',
  integers: [],
  columns: { id: 'string' },
  text: "CYPHER 25 MATCH (j:Job {state: 'queued'})\nWHERE j.kind = $kind AND j.space = $space AND NOT coalesce(j.cancel, false)\nRETURN j.id AS id\nORDER BY j.startedAt, id\nLIMIT 1"
}

/** Notes what the memory lacks. A need that is known by its words, or an open one of the same meaning, is asked for once more; an answered one opens again. */
export const askFor: Query<
  {
    readonly asker: string
    readonly need: GraphMap
    readonly space: string
    readonly now: number
    readonly nearest: number
    readonly most: number
  },
  { readonly id: string }
> = {
  name: 'askFor',
  access: 'write',
  integers: ['now', 'most'],
  columns: { id: 'string' },
  text: "CYPHER 25 MERGE (m:Meta {id: 'gaps:' + $space})\nSET m.lock = true\nMERGE (s:Space {id: $space})\nWITH s\nOPTIONAL MATCH (same:KnowledgeRequest {id: $need.id})\nCALL (same) {\n  WITH same\n  WHERE same IS NULL\n  MATCH (k:KnowledgeRequest {state: 'open'})\n  WHERE k.space = $space AND k.embeddedBy = $need.embeddedBy\n  WITH k ORDER BY k.lastAskedAt DESC, k.id LIMIT $most\n  WITH k, vector.similarity.cosine(k.embedding, $need.embedding) AS score\n  WHERE score >= $nearest\n  WITH k, score ORDER BY score DESC, k.id LIMIT 1\n  RETURN head(collect(k.id)) AS near\n}\nWITH s, coalesce(same.id, near, $need.id) AS id\nMERGE (k:KnowledgeRequest {id: id})\nON CREATE SET k += $need, k.id = id, k.space = $space, k.state = 'open', k.asks = 0, k.createdAt = datetime({epochMillis: $now})\nMERGE (k)-[:IN]->(s)\nWITH k\nMATCH (asker:Recommendation|Feedback {id: $asker})\nMERGE (asker)-[:ASKS_FOR]->(k)\nON CREATE SET k.asks = k.asks + 1\nSET k.lastAskedAt = datetime({epochMillis: $now}), k.state = CASE k.state WHEN 'answered' THEN 'open' ELSE k.state END\nRETURN k.id AS id"
}

/** Closes a need, and says how it stands. */
export const closeGap: Query<
  {
    readonly id: string
    readonly state: string
    readonly spaces: readonly string[]
    readonly now: number
  },
  {
    readonly id: string
    readonly text: string
    readonly state: string
    readonly tainted: boolean
    readonly asks: number
    readonly askers: number
    readonly firstAskedAt: string
    readonly lastAskedAt: string
    readonly takenBy: string | null
  }
> = {
  name: 'closeGap',
  access: 'write',
  integers: ['now'],
  columns: {
    id: 'string',
    text: 'string',
    state: 'string',
    tainted: 'boolean',
    asks: 'int',
    askers: 'int',
    firstAskedAt: 'string',
    lastAskedAt: 'string',
    takenBy: 'string?'
  },
  text: "CYPHER 25 MATCH (k:KnowledgeRequest {id: $id})\nWHERE k.space IN $spaces\nSET k.state = $state, k.closedAt = datetime({epochMillis: $now})\nWITH k\nCALL (k) {\n  MATCH (asker:Recommendation|Feedback)-[:ASKS_FOR]->(k)\n  RETURN count(DISTINCT coalesce(asker.by, '')) AS askers\n}\nRETURN k.id AS id, k.text AS text, k.state AS state, k.tainted AS tainted, k.asks AS asks, askers,\n  toString(k.createdAt) AS firstAskedAt, toString(k.lastAskedAt) AS lastAskedAt, k.takenBy AS takenBy"
}

/** The insights in force that a lot decided on in an answer, of the answer's own space, and since when answers count: where a curator put one back that had been suspended, since then. */
export const drawnIn: Query<
  { readonly id: string; readonly space: string },
  { readonly id: string; readonly since: number }
> = {
  name: 'drawnIn',
  access: 'read',
  integers: [],
  columns: { id: 'string', since: 'int' },
  text: "CYPHER 25 MATCH (r:Recommendation {id: $id})-[e:CITES|WITHHELD]->(i:Insight)\nWHERE r.space = $space AND i.space = $space AND i.kind = 'reviewed' AND e.share > 0 AND e.share < 1\nWITH DISTINCT i\nCALL (i) {\n  OPTIONAL MATCH (i)<-[:DECIDED]-(s:Review {kind: 'suspend'})\n  OPTIONAL MATCH (i)<-[:DECIDED]-(back:Review)\n  WHERE back.kind IN ['undo', 'approve', 'enter-force'] AND back.ordinal > s.ordinal\n  RETURN max(back.at) AS back\n}\nRETURN i.id AS id, coalesce(datetime(back).epochMillis, 0) AS since\nORDER BY id"
}

/** What outcomes say of these nodes, as it counts now; those of which nothing is known are missing. */
export const evidenceOf: Query<
  {
    readonly ids: readonly string[]
    readonly spaces: readonly string[]
    readonly now: number
    readonly halfLife: number
  },
  {
    readonly id: string
    readonly passed: number
    readonly failed: number
    readonly uses: number
    readonly at: number
  }
> = {
  name: 'evidenceOf',
  access: 'read',
  integers: ['now', 'halfLife'],
  columns: { id: 'string', passed: 'float', failed: 'float', uses: 'int', at: 'int' },
  text: 'CYPHER 25 MATCH (n:Doc|Api|Problem|Trace|Lesson|Insight)\nWHERE n.id IN $ids AND n.space IN $spaces AND n.evidenceAt IS NOT NULL\nWITH n, n.evidenceAt.epochMillis AS seen\nWITH n, CASE WHEN seen > $now THEN seen ELSE $now END AS at, seen\nWITH n, at, 0.5 ^ (toFloat(at - seen) / $halfLife) AS kept\nRETURN n.id AS id, n.evidencePassed * kept AS passed, n.evidenceFailed * kept AS failed, n.evidenceUses AS uses, at\nORDER BY id'
}

/** What was said of a recommendation, latest first: one row without an id where nothing was. */
export const feedbackOn: Query<
  { readonly id: string; readonly spaces: readonly string[]; readonly limit: number },
  {
    readonly id: string | null
    readonly from: string | null
    readonly by: string | null
    readonly helpfulness: string | null
    readonly outcome: string | null
    readonly testsPassed: number | null
    readonly testsFailed: number | null
    readonly used: readonly string[]
    readonly note: string | null
    readonly needed: string | null
    readonly createdAt: string | null
  }
> = {
  name: 'feedbackOn',
  access: 'read',
  integers: ['limit'],
  columns: {
    id: 'string?',
    from: 'string?',
    by: 'string?',
    helpfulness: 'string?',
    outcome: 'string?',
    testsPassed: 'int?',
    testsFailed: 'int?',
    used: 'string[]',
    note: 'string?',
    needed: 'string?',
    createdAt: 'string?'
  },
  text: 'CYPHER 25 MATCH (r:Recommendation {id: $id})\nWHERE r.space IN $spaces\nOPTIONAL MATCH (f:Feedback)-[:ON]->(r)\nWITH f ORDER BY f.createdAt DESC, f.id LIMIT $limit\nOPTIONAL MATCH (f)-[:USED]->(n)\nWITH f, n ORDER BY n.id\nWITH f, collect(n.id) AS used\nRETURN f.id AS id, f.from AS from, f.by AS by, f.helpfulness AS helpfulness, f.outcome AS outcome, f.testsPassed AS testsPassed,\n  f.testsFailed AS testsFailed, used, f.note AS note, f.needed AS needed, toString(f.createdAt) AS createdAt\nORDER BY f.createdAt DESC, f.id'
}

/** A gap with who asked for it, the latest first: answers that found nothing, and feedback that says what would have helped. */
export const gapInFull: Query<
  { readonly id: string; readonly spaces: readonly string[]; readonly limit: number },
  {
    readonly id: string
    readonly text: string
    readonly state: string
    readonly tainted: boolean
    readonly asks: number
    readonly askers: number
    readonly firstAskedAt: string
    readonly lastAskedAt: string
    readonly takenBy: string | null
    readonly takenAt: string | null
    readonly asked: readonly GraphMap[]
  }
> = {
  name: 'gapInFull',
  access: 'read',
  integers: ['limit'],
  columns: {
    id: 'string',
    text: 'string',
    state: 'string',
    tainted: 'boolean',
    asks: 'int',
    askers: 'int',
    firstAskedAt: 'string',
    lastAskedAt: 'string',
    takenBy: 'string?',
    takenAt: 'string?',
    asked: 'map[]'
  },
  text: "CYPHER 25 MATCH (k:KnowledgeRequest {id: $id})\nWHERE k.space IN $spaces\nCALL (k) {\n  MATCH (asker:Recommendation|Feedback)-[:ASKS_FOR]->(k)\n  RETURN count(DISTINCT coalesce(asker.by, '')) AS askers\n}\nCALL (k) {\n  MATCH (asker:Recommendation|Feedback)-[:ASKS_FOR]->(k)\n  OPTIONAL MATCH (asker)-[:ON]->(on:Recommendation)\n  WITH asker, coalesce(on, asker) AS answer\n  WHERE answer.space IN $spaces\n  WITH asker, answer ORDER BY asker.createdAt DESC, asker.id LIMIT $limit\n  RETURN collect({id: asker.id, hindsight: asker:Feedback, by: asker.by, at: toString(asker.createdAt), question: coalesce(answer.question, ''), note: asker.note, answer: answer.id}) AS asked\n}\nRETURN k.id AS id, k.text AS text, k.state AS state, k.tainted AS tainted, k.asks AS asks, askers,\n  toString(k.createdAt) AS firstAskedAt, toString(k.lastAskedAt) AS lastAskedAt, k.takenBy AS takenBy, toString(k.takenAt) AS takenAt, asked"
}

/** What the memory lacks and is still open, most asked for first. Those who ask without a name count as one. */
export const gaps: Query<
  {
    readonly spaces: readonly string[]
    readonly asks: number | null
    readonly before: string | null
    readonly after: string
    readonly limit: number
  },
  {
    readonly id: string
    readonly text: string
    readonly state: string
    readonly tainted: boolean
    readonly asks: number
    readonly askers: number
    readonly firstAskedAt: string
    readonly lastAskedAt: string
    readonly takenBy: string | null
  }
> = {
  name: 'gaps',
  access: 'read',
  integers: ['asks', 'limit'],
  columns: {
    id: 'string',
    text: 'string',
    state: 'string',
    tainted: 'boolean',
    asks: 'int',
    askers: 'int',
    firstAskedAt: 'string',
    lastAskedAt: 'string',
    takenBy: 'string?'
  },
  text: "CYPHER 25 MATCH (k:KnowledgeRequest)\nUSING INDEX k:KnowledgeRequest(space, state)\nWHERE k.state = 'open' AND k.space IN $spaces AND ($asks IS NULL OR k.asks < $asks OR (k.asks = $asks AND (k.lastAskedAt < datetime($before)\n  OR (k.lastAskedAt = datetime($before) AND k.id > $after))))\nWITH k ORDER BY k.asks DESC, k.lastAskedAt DESC, k.id LIMIT $limit\nCALL (k) {\n  MATCH (asker:Recommendation|Feedback)-[:ASKS_FOR]->(k)\n  RETURN count(DISTINCT coalesce(asker.by, '')) AS askers\n}\nRETURN k.id AS id, k.text AS text, k.state AS state, k.tainted AS tainted, k.asks AS asks, askers,\n  toString(k.createdAt) AS firstAskedAt, toString(k.lastAskedAt) AS lastAskedAt, k.takenBy AS takenBy\nORDER BY k.asks DESC, k.lastAskedAt DESC, k.id"
}

/** The evidence of these nodes of a space as they keep it; nobody else changes it until the transaction ends. Ids come in order: two transactions that hold the same nodes do not wait for each other. */
export const holdEvidence: Query<
  { readonly ids: readonly string[]; readonly space: string },
  {
    readonly id: string
    readonly passed: number
    readonly failed: number
    readonly uses: number
    readonly at: number | null
    readonly of: readonly string[]
    readonly passedOf: readonly number[]
    readonly failedOf: readonly number[]
  }
> = {
  name: 'holdEvidence',
  access: 'write',
  integers: [],
  columns: {
    id: 'string',
    passed: 'float',
    failed: 'float',
    uses: 'int',
    at: 'int?',
    of: 'string[]',
    passedOf: 'float[]',
    failedOf: 'float[]'
  },
  text: 'CYPHER 25 UNWIND $ids AS id\nMATCH (n:Doc|Api|Problem|Trace|Lesson|Insight|Retired {id: id})\nWHERE n.space = $space\nSET n.lock = true\nREMOVE n.lock\nWITH DISTINCT n\nRETURN n.id AS id, toFloat(coalesce(n.evidencePassed, 0)) AS passed, toFloat(coalesce(n.evidenceFailed, 0)) AS failed, toInteger(coalesce(n.evidenceUses, 0)) AS uses,\n  n.evidenceAt.epochMillis AS at, coalesce(n.evidenceOf, []) AS of, coalesce(n.evidencePassedOf, []) AS passedOf, coalesce(n.evidenceFailedOf, []) AS failedOf\nORDER BY id'
}

/** How answers of these spaces ended for which a lot decided whether these insights were shown, by the lot's share and the task session that they belong to. Several feedbacks on one answer count once: what a run showed, else the last. An answer from before sessions were kept belongs to that of its question. */
export const insightOutcomes: Query<
  {
    readonly ids: readonly string[]
    readonly spaces: readonly string[]
    readonly most: number
    readonly since: number
  },
  { readonly id: string; readonly title: string; readonly counts: readonly GraphMap[] }
> = {
  name: 'insightOutcomes',
  access: 'read',
  integers: ['most', 'since'],
  columns: { id: 'string', title: 'string', counts: 'map[]' },
  text: "CYPHER 25 MATCH (i:Insight)\nWHERE i.id IN $ids AND i.space IN $spaces\nCALL (i) {\n  MATCH (i)<-[e:CITES|WITHHELD]-(r:Recommendation)\n  WHERE r.space IN $spaces AND e.share > 0 AND e.share < 1 AND r.createdAt > datetime({epochMillis: $since})\n  WITH r, max(e.share) AS share, max(CASE type(e) WHEN 'CITES' THEN 1 ELSE 0 END) = 1 AS shown\n  ORDER BY r.createdAt DESC, r.id LIMIT $most\n  CALL (r) {\n    MATCH (f:Feedback)-[:ON]->(r)\n    WHERE f.outcome IN ['passed', 'failed']\n    RETURN f.outcome AS outcome, coalesce(f.principal, '') AS principal\n    ORDER BY CASE f.trust WHEN 'observed' THEN 0 ELSE 1 END, f.createdAt DESC, f.id LIMIT 1\n  }\n  WITH share, shown, coalesce(r.taskKey, 'question ' + left(coalesce(r.question, r.id), 200)) AS task, coalesce(r.sessionKey, '') AS session, principal,\n    count(*) AS n, count(CASE outcome WHEN 'passed' THEN 1 END) AS passed\n  ORDER BY share, shown, task, session, principal\n  RETURN collect({share: share, shown: shown, task: task, session: session, principal: principal, n: n, passed: passed}) AS counts\n}\nRETURN i.id AS id, i.title AS title, counts\nORDER BY id"
}

/** How often answers in sight cite these insights, when last, and how many others contradict each. */
export const insightUses: Query<
  { readonly ids: readonly string[]; readonly spaces: readonly string[] },
  {
    readonly id: string
    readonly uses: number
    readonly lastUsedAt: string | null
    readonly contradictions: number
  }
> = {
  name: 'insightUses',
  access: 'read',
  integers: [],
  columns: { id: 'string', uses: 'int', lastUsedAt: 'string?', contradictions: 'int' },
  text: 'CYPHER 25 MATCH (i:Insight)\nWHERE i.id IN $ids AND i.space IN $spaces\nCALL (i) {\n  OPTIONAL MATCH (i)<-[:CITES]-(r:Recommendation)\n  WHERE r.space IN $spaces\n  RETURN count(DISTINCT r) AS uses, toString(max(r.createdAt)) AS lastUsedAt\n}\nRETURN i.id AS id, uses, lastUsedAt, COUNT { MATCH (i)-[:CONTRADICTS]-(o:Insight) WHERE o.space IN $spaces } AS contradictions\nORDER BY id'
}

/** Insights that lots decided on in answers of these spaces, those drawn most often first. */
export const insightsDrawn: Query<
  { readonly spaces: readonly string[]; readonly limit: number },
  { readonly id: string; readonly answers: number }
> = {
  name: 'insightsDrawn',
  access: 'read',
  integers: ['limit'],
  columns: { id: 'string', answers: 'int' },
  text: 'CYPHER 25 MATCH (i:Insight)<-[e:CITES|WITHHELD]-(r:Recommendation)\nWHERE i.space IN $spaces AND r.space IN $spaces AND e.share > 0 AND e.share < 1\nRETURN i.id AS id, count(DISTINCT r) AS answers\nORDER BY answers DESC, id\nLIMIT $limit'
}

/** The names by which libraries in sight are known: their own and those that they are imported by. */
export const libraryNames: Query<
  { readonly spaces: readonly string[] },
  { readonly names: readonly string[] }
> = {
  name: 'libraryNames',
  access: 'read',
  integers: [],
  columns: { names: 'string[]' },
  text: 'CYPHER 25 MATCH (l:Library)\nWHERE l.space IN $spaces\nUNWIND [toLower(l.name)] + [name IN coalesce(l.importNames, []) | toLower(name)] AS name\nRETURN collect(DISTINCT name) AS names'
}

/** Lets one feedback at a time on a recommendation, and says what it cites, whether the same was said before, and what the same sender said of it until now. A known key, also one that was replaced since, or the same content of the same sender is one feedback. */
export const lockRecommendation: Query<
  {
    readonly id: string
    readonly spaces: readonly string[]
    readonly feedback: string
    readonly content: string
    readonly by: string
    readonly principal: string | null
  },
  {
    readonly libraries: readonly string[]
    readonly cited: readonly GraphMap[]
    readonly known: string | null
    readonly earlier: readonly GraphMap[]
  }
> = {
  name: 'lockRecommendation',
  access: 'write',
  integers: [],
  columns: { libraries: 'string[]', cited: 'map[]', known: 'string?', earlier: 'map[]' },
  text: 'CYPHER 25 MATCH (r:Recommendation {id: $id})\nWHERE r.space IN $spaces\nSET r.lock = true\nREMOVE r.lock\nWITH r\nCALL (r) {\n  MATCH (r)-[c:CITES]->(n)\n  WITH n, collect(c.rank) AS numbers\n  ORDER BY n.id\n  RETURN collect({id: n.id, numbers: numbers, library: n.library, versions: n.versions}) AS cited\n}\nCALL (r) {\n  MATCH (f:Feedback)-[:ON]->(r)\n  WHERE f.id = $feedback OR f.content = $content OR $feedback IN coalesce(f.replaced, [])\n  RETURN min(f.id) AS known\n}\nCALL (r) {\n  MATCH (f:Feedback)-[:ON]->(r)\n  WHERE f.principal = $principal OR (f.by = $by AND (f.principal IS NULL OR $principal IS NULL))\n  WITH f ORDER BY f.id\n  RETURN collect({id: f.id, at: f.createdAt.epochMillis, outcome: f.outcome, helpfulness: f.helpfulness, advice: f.advice, keyed: coalesce(f.keyed, false),\n    replaced: coalesce(f.replaced, []), misled: coalesce(f.misled, []), used: COLLECT { MATCH (f)-[:USED]->(n) RETURN n.id ORDER BY n.id }}) AS earlier\n}\nRETURN coalesce(r.libraries, []) AS libraries, cited, known, earlier'
}

/** Removes what a sender said of a recommendation before; what it asked for is asked for by the feedback that takes its place. */
export const replaceFeedback: Query<
  { readonly feedback: string; readonly earlier: readonly string[] },
  Record<string, never>
> = {
  name: 'replaceFeedback',
  access: 'write',
  integers: [],
  columns: {},
  text: 'CYPHER 25 MATCH (f:Feedback {id: $feedback})\nUNWIND $earlier AS id\nMATCH (old:Feedback {id: id})\nCALL (f, old) {\n  MATCH (old)-[:ASKS_FOR]->(k:KnowledgeRequest)\n  MERGE (f)-[:ASKS_FOR]->(k)\n}\nDETACH DELETE old'
}

/** Whether answers in a space may go without an insight now and then, so that what insights do can be measured. */
export const setWithholding: Query<
  { readonly space: string; readonly withhold: boolean },
  Record<string, never>
> = {
  name: 'setWithholding',
  access: 'write',
  integers: [],
  columns: {},
  text: 'CYPHER 25 MERGE (s:Space {id: $space})\nSET s.withhold = $withhold'
}

/** Says who sees to it that a gap is filled; nobody where no name is given. One that somebody else has taken stays theirs. */
export const takeGap: Query<
  {
    readonly id: string
    readonly by: string
    readonly take: boolean
    readonly spaces: readonly string[]
    readonly now: number
  },
  { readonly takenBy: string | null }
> = {
  name: 'takeGap',
  access: 'write',
  integers: ['now'],
  columns: { takenBy: 'string?' },
  text: 'CYPHER 25 MATCH (k:KnowledgeRequest {id: $id})\nWHERE k.space IN $spaces\nSET k.lock = true\nREMOVE k.lock\nWITH k, k.takenBy IS NULL OR k.takenBy = $by AS free\nSET k.takenBy = CASE WHEN NOT free THEN k.takenBy WHEN $take THEN $by END,\n  k.takenAt = CASE WHEN NOT free THEN k.takenAt WHEN $take THEN datetime({epochMillis: $now}) END\nRETURN k.takenBy AS takenBy'
}

/** Writes the evidence that these nodes keep from now on: sums as of a moment, and whose parts are in them. */
export const writeEvidence: Query<{ readonly rows: readonly GraphMap[] }, Record<string, never>> = {
  name: 'writeEvidence',
  access: 'write',
  integers: [],
  columns: {},
  text: 'CYPHER 25 UNWIND $rows AS row\nMATCH (n:Doc|Api|Problem|Trace|Lesson|Insight|Retired {id: row.id})\nSET n.evidencePassed = row.passed, n.evidenceFailed = row.failed, n.evidenceUses = toInteger(row.uses), n.evidenceAt = datetime({epochMillis: toInteger(row.at)}),\n  n.evidenceOf = row.of, n.evidencePassedOf = row.passedOf, n.evidenceFailedOf = row.failedOf'
}

/** Writes what was said of a recommendation, and which of the nodes that it cites were used. */
export const writeFeedback: Query<
  {
    readonly recommendation: string
    readonly feedback: GraphMap
    readonly used: readonly string[]
    readonly space: string
    readonly now: number
  },
  Record<string, never>
> = {
  name: 'writeFeedback',
  access: 'write',
  integers: ['now'],
  columns: {},
  text: "CYPHER 25 MATCH (r:Recommendation {id: $recommendation})\nMERGE (s:Space {id: $space})\nCREATE (f:Feedback {id: $feedback.id})\nSET f += $feedback\nSET f.space = $space, f.createdAt = datetime({epochMillis: $now}),\n  f.testsPassed = toInteger($feedback.testsPassed), f.testsFailed = toInteger($feedback.testsFailed)\nCREATE (f)-[:ON]->(r)\nCREATE (:StaleHour {id: randomUUID(), space: r.space, at: datetime.truncate('hour', coalesce(r.createdAt, datetime()))})\nCREATE (f)-[:IN]->(s)\nWITH r, f\nUNWIND $used AS id\nMATCH (r)-[:CITES]->(n)\nWHERE n.id = id\nWITH DISTINCT f, n\nCREATE (f)-[:USED]->(n)"
}

/** Answers of a space within these times by the hour of the question: how many there were, how many had something to show, and how many of those are told to have helped or not. What a feedback says of the advice counts before how the work ended, what a run showed before what somebody says, the last before others. */
export const answersByHour: Query<
  { readonly space: string; readonly windows: readonly GraphMap[] },
  {
    readonly hour: number
    readonly asked: number
    readonly answered: number
    readonly helped: number
    readonly unhelped: number
  }
> = {
  name: 'answersByHour',
  access: 'read',
  integers: [],
  columns: { hour: 'int', asked: 'int', answered: 'int', helped: 'int', unhelped: 'int' },
  text: "CYPHER 25 UNWIND $windows AS w\nMATCH (r:Recommendation)\nWHERE r.space = $space AND r.createdAt >= datetime({epochMillis: toInteger(w.from)}) AND r.createdAt < datetime({epochMillis: toInteger(w.to)})\nWITH r, r.createdAt.epochMillis - r.createdAt.epochMillis % 3600000 AS hour, EXISTS { (r)-[:CITES]->() } AS answered\nCALL (r) {\n  OPTIONAL MATCH (f:Feedback)-[:ON]->(r)\n  WITH f, CASE\n    WHEN f.advice IN ['decided', 'helped'] THEN true\n    WHEN f.advice IN ['no_use', 'misled'] THEN false\n    WHEN f.helpfulness IN ['EXTREMELY_HELPFUL', 'GOOD'] THEN true\n    WHEN f.helpfulness IS NOT NULL THEN false\n    WHEN f.outcome = 'passed' THEN true\n    WHEN f.outcome = 'failed' THEN false\n  END AS helped\n  ORDER BY CASE WHEN helped IS NULL THEN 1 ELSE 0 END, CASE WHEN f.advice IS NULL AND f.helpfulness IS NULL THEN 1 ELSE 0 END,\n    CASE f.trust WHEN 'observed' THEN 0 ELSE 1 END, f.createdAt DESC, f.id\n  LIMIT 1\n  RETURN helped\n}\nRETURN hour, count(*) AS asked, count(CASE WHEN answered THEN 1 END) AS answered, count(CASE WHEN answered AND helped THEN 1 END) AS helped,\n  count(CASE WHEN answered AND NOT helped THEN 1 END) AS unhelped\nORDER BY hour"
}

/** The APIs of a library with what they do. For eval:scale. */
export const apisToAskAbout: Query<
  { readonly library: string },
  { readonly id: string; readonly name: string; readonly summary: string }
> = {
  name: 'apisToAskAbout',
  access: 'read',
  integers: [],
  columns: { id: 'string', name: 'string', summary: 'string' },
  text: "CYPHER 25 MATCH (a:Api {library: $library})\nWHERE NOT coalesce(a.provisional, false) AND size(coalesce(a.summary, '')) > 20\nRETURN a.id AS id, a.qualifiedName AS name, left(a.summary, 200) AS summary\nORDER BY id"
}

/** Attempts that came into a space within these times, by the hour, by the kind of recording that they came from (of a host, or recorded by the agent itself) and by outcome, with when the last of them came, in milliseconds since 1970. */
export const attemptsByHour: Query<
  { readonly space: string; readonly windows: readonly GraphMap[] },
  {
    readonly hour: number
    readonly source: string
    readonly outcome: string
    readonly n: number
    readonly last: number
  }
> = {
  name: 'attemptsByHour',
  access: 'read',
  integers: [],
  columns: { hour: 'int', source: 'string', outcome: 'string', n: 'int', last: 'int' },
  text: "CYPHER 25 UNWIND $windows AS w\nMATCH (t:Trace)\nWHERE t.space = $space AND t.createdAt >= datetime({epochMillis: toInteger(w.from)}) AND t.createdAt < datetime({epochMillis: toInteger(w.to)})\nWITH t.createdAt.epochMillis AS at, coalesce(t.format, 'recorded') AS source, coalesce(t.outcome, 'unknown') AS outcome\nRETURN at - at % 3600000 AS hour, source, outcome, count(*) AS n, max(at) AS last\nORDER BY hour, source, outcome"
}

/** How many attempts by template are there with all that came with them. For eval:scale. */
export const attemptsGrown: Query<Record<string, never>, { readonly attempts: number }> = {
  name: 'attemptsGrown',
  access: 'read',
  integers: [],
  columns: { attempts: 'int' },
  text: "CYPHER 25 OPTIONAL MATCH (m:Meta {id: 'scale'})\nRETURN toInteger(coalesce(m.attempts, 0)) AS attempts"
}

/** Notes that a backup is being put back, so that whoever opens the graph meanwhile knows. */
export const beginRestore: Query<{ readonly takenAt: string }, Record<string, never>> = {
  name: 'beginRestore',
  access: 'write',
  integers: [],
  columns: {},
  text: "CYPHER 25 MERGE (m:Meta {id: 'restore'})\nSET m.takenAt = $takenAt, m.begunAt = datetime()"
}

/** What decisions, keys and work may never be while nobody writes, as src/README.md says it: the rule, how often it is broken, and where first. For eval:faults. */
export const brokenDecisions: Query<
  Record<string, never>,
  { readonly rule: string; readonly times: number; readonly first: string }
> = {
  name: 'brokenDecisions',
  access: 'read',
  integers: [],
  columns: { rule: 'string', times: 'int', first: 'string' },
  text: "CYPHER 25 CALL () {\n  MATCH (i:Insight)\n  WHERE (i.kind = 'reviewed' AND NOT i.state IN ['approved', 'in-review']) OR (i.state = 'approved' AND i.kind <> 'reviewed')\n  RETURN 'guidance that is not approved, or the reverse' AS rule, i.id AS id\n  UNION ALL\n  MATCH (i:Insight {kind: 'reviewed'})\n  WHERE NOT EXISTS { (i)<-[:DECIDED]-(r:Review) WHERE r.kind IN ['approve', 'record', 'enter-force', 'undo'] }\n  RETURN 'guidance that nobody decided on' AS rule, i.id AS id\n  UNION ALL\n  MATCH (r:Review)\n  WHERE COUNT { (r)-[:DECIDED]->(:Insight) } = 0\n  RETURN 'decision on nothing' AS rule, r.id AS id\n  UNION ALL\n  MATCH (i:Insight {kind: 'reviewed'})\n  WITH i.space AS space, i.lineage AS lineage, count(*) AS revisions\n  WHERE revisions > 1\n  RETURN 'two revisions of one insight in force' AS rule, lineage AS id\n  UNION ALL\n  MATCH (e:Epoch)\n  WITH e.space AS space, sum(CASE e.state WHEN 'open' THEN 1 ELSE 0 END) AS open\n  WHERE open <> 1\n  RETURN 'space without exactly one open epoch' AS rule, space AS id\n  UNION ALL\n  MATCH (j:Job)\n  WHERE j.state IN ['queued', 'running']\n  RETURN 'job that has not ended' AS rule, j.id AS id\n  UNION ALL\n  MATCH (j:Job)\n  WHERE j.state IN ['done', 'failed', 'cancelled'] AND (j.finishedAt IS NULL OR (j.state = 'done' AND j.result IS NULL))\n  RETURN 'job that ended without its end' AS rule, j.id AS id\n  UNION ALL\n  MATCH (m:Meta {id: 'restore'})\n  RETURN 'restore that has not ended' AS rule, m.id AS id\n  UNION ALL\n  MATCH (n:Key|Principal|Space|Meta)\n  WHERE any(name IN keys(n) WHERE toStringOrNull(n[name]) =~ 'cairn_[A-Za-z0-9_-]{40,}')\n  RETURN 'key that is kept' AS rule, n.id AS id\n  UNION ALL\n  MATCH (k:Key)\n  WHERE COUNT { (k)-[:OF]->(:Principal) } <> 1\n  RETURN 'key of nobody' AS rule, k.id AS id\n  UNION ALL\n  MATCH (n:Library|Doc|Api|Problem|Trace|Lesson|Insight|Recommendation|Feedback|KnowledgeRequest|Epoch|Job)\n  WHERE n.space IS NULL\n  RETURN 'node without a space' AS rule, n.id AS id\n}\nWITH rule, id ORDER BY rule, id\nRETURN rule, count(*) AS times, head(collect(id)) AS first\nORDER BY rule"
}

/** What documentation may never be once ingestion has ended, as src/README.md says it: the rule, how often it is broken, and where first. For eval:faults. */
export const brokenDocumentation: Query<
  Record<string, never>,
  { readonly rule: string; readonly times: number; readonly first: string }
> = {
  name: 'brokenDocumentation',
  access: 'read',
  integers: [],
  columns: { rule: 'string', times: 'int', first: 'string' },
  text: "CYPHER 25 CALL () {\n  MATCH (n:Doc|Api|Library|Retired)\n  WITH n.id AS id, count(*) AS nodes\n  WHERE nodes > 1\n  RETURN 'documentation that is two nodes' AS rule, id\n  UNION ALL\n  MATCH (d:Doc)\n  WHERE NOT EXISTS { (d)-[:PART_OF]->() }\n  RETURN 'section that is part of nothing' AS rule, d.id AS id\n  UNION ALL\n  MATCH (d:Doc)\n  OPTIONAL MATCH (page:Doc {id: d.page})\n  WITH d, page\n  WHERE page.hash IS NULL\n  RETURN 'section of a page that is not whole' AS rule, d.id AS id\n  UNION ALL\n  MATCH (d:Doc)\n  WITH d.page AS page, collect(d.ordinal) AS ordinals\n  WHERE size(ordinals) <> toInteger(reduce(most = 0, one IN ordinals | CASE WHEN one > most THEN one ELSE most END)) + 1\n  RETURN 'page that lacks a section' AS rule, page AS id\n  UNION ALL\n  MATCH (a:Api)\n  WHERE NOT coalesce(a.provisional, false) AND NOT EXISTS { (a)<-[:DOCUMENTS]-(:Doc) }\n  RETURN 'API that no section documents' AS rule, a.id AS id\n  UNION ALL\n  MATCH (n:Doc|Api)\n  WHERE n.embedding IS NULL AND NOT coalesce(n.provisional, false)\n  RETURN 'documentation without a vector' AS rule, n.id AS id\n}\nWITH rule, id ORDER BY rule, id\nRETURN rule, count(*) AS times, head(collect(id)) AS first\nORDER BY rule"
}

/** What experience may never be while nobody writes, as src/README.md says it: the rule, how often it is broken, and where first. For eval:faults. */
export const brokenExperience: Query<
  Record<string, never>,
  { readonly rule: string; readonly times: number; readonly first: string }
> = {
  name: 'brokenExperience',
  access: 'read',
  integers: [],
  columns: { rule: 'string', times: 'int', first: 'string' },
  text: "CYPHER 25 CALL () {\n  MATCH (t:Trace)\n  WHERE COUNT { (t)-[:ATTEMPTS]->(:Problem) } <> 1\n  RETURN 'trace without its problem' AS rule, t.id AS id\n  UNION ALL\n  MATCH (t:Trace)\n  WHERE t.steps > 0 AND (NOT EXISTS { (t)-[:STARTS_AT]->(:State) } OR NOT EXISTS { (t)-[:ENDS_AT]->(:State) })\n  RETURN 'trace with steps and without its ends' AS rule, t.id AS id\n  UNION ALL\n  MATCH (:State)-[s:STEP]->(:State)\n  WITH s.trace AS trace, count(s) AS steps\n  OPTIONAL MATCH (t:Trace {id: trace})\n  WITH trace, steps, t\n  WHERE t IS NULL OR t.steps <> steps\n  RETURN 'trace with other steps than it counts' AS rule, trace AS id\n  UNION ALL\n  MATCH (t:Trace)-[r:RESOLVED]->(e:ErrorSignature)\n  WHERE NOT coalesce(r.own, false) AND (t.outcome <> 'passed' OR NOT EXISTS {\n    (t)-[:ATTEMPTS]->(:Problem)<-[:ATTEMPTS]-(other:Trace)-[:RAISED]->(e)\n    WHERE other.outcome <> 'passed'\n  })\n  RETURN 'resolution that nothing bears out' AS rule, t.id AS id\n  UNION ALL\n  MATCH (t:Trace)\n  WHERE t.confirmed AND NOT EXISTS {\n    (t)-[:ATTEMPTS]->(:Problem)<-[:ATTEMPTS]-(other:Trace {outcome: 'passed'}) WHERE other.principal <> t.principal\n  } AND NOT EXISTS { (t)<-[:USED]-(f:Feedback {outcome: 'passed'}) WHERE f.principal <> t.principal }\n  RETURN 'outcome that is confirmed by nobody' AS rule, t.id AS id\n  UNION ALL\n  MATCH (p:Problem)\n  WHERE NOT EXISTS { (p)<-[:ATTEMPTS]-(:Trace) } AND NOT EXISTS { (p)<-[:FOR|CITES]-(:Recommendation) }\n  RETURN 'problem that nobody attempted' AS rule, p.id AS id\n  UNION ALL\n  MATCH (s:State)\n  WHERE NOT EXISTS { (s)<-[:STARTS_AT|ENDS_AT]-(:Trace) } AND NOT EXISTS { (s)-[:STEP]-(:State) }\n  RETURN 'state that no trace passed' AS rule, s.id AS id\n  UNION ALL\n  MATCH (l:Lesson)\n  WHERE l.retired IS NULL AND NOT EXISTS { (l)-[:LEARNED_IN]->(:Trace) }\n  RETURN 'note that no trace says' AS rule, l.id AS id\n  UNION ALL\n  MATCH (l:Lesson)\n  WHERE l.retired IS NULL AND l.subjectKey IS NOT NULL AND (l.grouped IS NULL OR l.embedding IS NULL)\n  RETURN 'note that still waits for its vector and its place' AS rule, l.id AS id\n  UNION ALL\n  MATCH (n:Doc|Api|Trace|Lesson|Insight|Problem)\n  OPTIONAL MATCH (f:Feedback)-[:USED]->(n)\n  WITH n, count(f) AS uses\n  WHERE coalesce(n.evidenceUses, 0) <> uses\n  RETURN 'uses that no feedback bears out' AS rule, n.id AS id\n  UNION ALL\n  MATCH (f:Feedback)\n  WHERE COUNT { (f)-[:ON]->(:Recommendation) } <> 1\n  RETURN 'feedback without its answer' AS rule, f.id AS id\n}\nWITH rule, id ORDER BY rule, id\nRETURN rule, count(*) AS times, head(collect(id)) AS first\nORDER BY rule"
}

/** Notes that the backup is whole in the graph. */
export const endRestore: Query<Record<string, never>, Record<string, never>> = {
  name: 'endRestore',
  access: 'write',
  integers: [],
  columns: {},
  text: "CYPHER 25 MATCH (m:Meta {id: 'restore'})\nDELETE m"
}

/** When the first of what is counted by the hour came into a space, in milliseconds since 1970. */
export const firstInSpace: Query<{ readonly space: string }, { readonly at: number | null }> = {
  name: 'firstInSpace',
  access: 'read',
  integers: [],
  columns: { at: 'int?' },
  text: 'CYPHER 25 CALL () {\n  MATCH (n:Recommendation) WHERE n.space = $space AND n.createdAt IS NOT NULL\n  RETURN n.createdAt AS at ORDER BY n.space, n.createdAt LIMIT 1\n  UNION ALL\n  MATCH (n:Trace) WHERE n.space = $space AND n.createdAt IS NOT NULL\n  RETURN n.createdAt AS at ORDER BY n.space, n.createdAt LIMIT 1\n  UNION ALL\n  MATCH (n:Problem) WHERE n.space = $space AND n.createdAt IS NOT NULL\n  RETURN n.createdAt AS at ORDER BY n.space, n.createdAt LIMIT 1\n  UNION ALL\n  MATCH (n:Lesson) WHERE n.space = $space AND n.createdAt IS NOT NULL\n  RETURN n.createdAt AS at ORDER BY n.space, n.createdAt LIMIT 1\n  UNION ALL\n  MATCH (n:Insight) WHERE n.space = $space AND n.createdAt IS NOT NULL\n  RETURN n.createdAt AS at ORDER BY n.space, n.createdAt LIMIT 1\n  UNION ALL\n  MATCH (n:KnowledgeRequest) WHERE n.space = $space AND n.createdAt IS NOT NULL\n  RETURN n.createdAt AS at ORDER BY n.space, n.createdAt LIMIT 1\n}\nRETURN min(at.epochMillis) AS at'
}

/** Whether a copy of the whole graph is being made or put back: a transaction that says so is under way. */
export const gateClosed: Query<Record<string, never>, { readonly closed: boolean }> = {
  name: 'gateClosed',
  access: 'read',
  integers: [],
  columns: { closed: 'boolean' },
  text: "CYPHER 25 SHOW TRANSACTIONS\nYIELD metaData\nWHERE metaData.app = 'cairn' AND metaData.gate = 'closed'\nRETURN count(*) > 0 AS closed"
}

/** Writes an answer by template beside each of these attempts, feedback on each fourth, a gap beside each hundredth. For eval:scale. */
export const growAnswers: Query<
  { readonly space: string; readonly from: number; readonly to: number; readonly embedder: string },
  Record<string, never>
> = {
  name: 'growAnswers',
  access: 'batched',
  integers: ['from', 'to'],
  columns: {},
  text: "CYPHER 25 UNWIND range($from, $to - 1) AS i\nCALL (i) {\n  MATCH (s:Space {id: $space})\n  MATCH (t:Trace {id: 'trace:scale-' + toString(i)})-[:ATTEMPTS]->(p:Problem)\n  CREATE (r:Recommendation {id: 'recommendation:scale-' + toString(i), question: t.title, kind: 'task', libraries: [], space: $space, taskKey: t.problem, createdAt: t.createdAt})\n  CREATE (r)-[:FOR]->(p)\n  WITH i, s, t, p, r\n  CALL (t, r) {\n    MATCH (t)-[:USES]->(a:Api)\n    CREATE (r)-[:CITES {rank: 1, section: 'use', reason: 'named', quote: a.title}]->(a)\n  }\n  CALL (i, s, t, r) {\n    WITH i, s, t, r WHERE i % 4 = 0\n    CREATE (f:Feedback {id: 'feedback:scale-' + toString(i), space: $space, from: 'agent', principal: t.principal, outcome: t.outcome, trust: 'self-reported', createdAt: t.createdAt})\n    CREATE (f)-[:ON]->(r)\n    CREATE (f)-[:IN]->(s)\n    WITH f, t\n    MATCH (t)-[:USES]->(a:Api)\n    CREATE (f)-[:USED]->(a)\n  }\n  CALL (i, s, t, p, r) {\n    WITH i, s, t, p, r WHERE i % 100 = 0\n    CREATE (k:KnowledgeRequest {id: 'gap:scale-' + toString(i), space: $space, state: 'open', kind: 'need', text: t.title, title: t.title, asks: 1, tainted: false, embeddedBy: $embedder, embedding: p.embedding,\n      libraries: [], createdAt: t.createdAt, lastAskedAt: t.createdAt})\n    CREATE (k)-[:IN]->(s)\n    CREATE (r)-[:ASKS_FOR]->(k)\n  }\n} IN TRANSACTIONS OF 200 ROWS"
}

/** Copies the APIs of a library under another name, that of their module with it, their vectors a little off. For eval:scale. */
export const growApis: Query<
  {
    readonly library: string
    readonly world: string
    readonly root: string
    readonly noise: number
    readonly rows: number
  },
  Record<string, never>
> = {
  name: 'growApis',
  access: 'batched',
  integers: ['rows'],
  columns: {},
  text: "CYPHER 25 MATCH (a:Api {library: $library})\nCALL (a) {\n  WITH a, a.embedding AS vector, replace(a.library, '@', $world + '@') AS library,\n    CASE WHEN a.qualifiedName CONTAINS '.' THEN split(a.qualifiedName, '.')[0] + $root + substring(a.qualifiedName, size(split(a.qualifiedName, '.')[0])) ELSE a.qualifiedName END AS name\n  CREATE (c:Api)\n  SET c = a {.*, library: library, id: 'api:' + library + '/' + name, qualifiedName: name, title: name, page: replace(a.page, a.library, library),\n    doc: replace(a.doc, a.library, library), aliasOf: [], replacedBy: [], embedding: [x IN vector | x + $noise * (rand() - 0.5)]}\n} IN TRANSACTIONS OF $rows ROWS"
}

/** Writes attempts by template, numbered from one up to before another: ten at each problem, each third failed with an error, the one after it got past that. For eval:scale. */
export const growAttempts: Query<
  {
    readonly space: string
    readonly from: number
    readonly to: number
    readonly tasks: readonly GraphMap[]
    readonly errors: readonly GraphMap[]
    readonly apis: readonly string[]
    readonly noise: number
    readonly principals: number
    readonly days: number
    readonly seen: boolean
  },
  Record<string, never>
> = {
  name: 'growAttempts',
  access: 'batched',
  integers: ['from', 'to', 'principals', 'days'],
  columns: {},
  text: "CYPHER 25 UNWIND range($from, $to - 1) AS i\nCALL (i) {\n  WITH i, $tasks[(i / 10) % size($tasks)] AS task, toString(i) AS n, toString(i / 10) AS group,\n    CASE i % 3 WHEN 0 THEN 'failed' ELSE 'passed' END AS outcome, datetime() - duration({seconds: 1 + (i * 7919) % ($days * 86400)}) AS at\n  MERGE (s:Space {id: $space})\n  MERGE (p:Problem {id: 'problem:scale-' + group})\n  ON CREATE SET p.space = $space, p.kind = 'task', p.title = task.text + ' ' + group, p.text = task.text + ' ' + group, p.terms = '', p.named = false, p.libraries = [],\n    p.createdAt = at, p.embedding = [x IN task.embedding | x + $noise * (rand() - 0.5)]\n  MERGE (p)-[:IN]->(s)\n  CREATE (t:Trace {id: 'trace:scale-' + n, hash: n, space: $space, principal: 'principal:scale-' + toString(i % $principals), trust: 'self-reported', kind: outcome, outcome: outcome,\n    judgedBy: 'tests', title: p.title, problem: p.id, text: task.text + '\\n\\nAttempt ' + n + ' of ' + group, code: 'result = ' + task.call + '(case_' + n + ')', terms: '', libraries: [],\n    steps: 1, states: 2, tainted: false, agent: 'agent-' + toString(i % $principals), createdAt: at, effect: CASE outcome WHEN 'passed' THEN 1.0 ELSE 0.0 END,\n    curation: CASE WHEN $seen THEN 1 END, embedding: [x IN task.embedding | x + $noise * (rand() - 0.5)]})\n  CREATE (t)-[:ATTEMPTS]->(p)\n  CREATE (t)-[:IN]->(s)\n  MERGE (a:State {id: 'state:scale-' + group})\n  ON CREATE SET a.text = task.text + '\\ncase = ' + group, a.kind = 'source', a.runs = false, a.within = $space, a.embedding = [x IN task.embedding | x + $noise * (rand() - 0.5)]\n  CREATE (b:State {id: 'state:scale-' + group + '-' + n, text: t.code, kind: 'state', runs: outcome = 'passed', within: $space})\n  CREATE (a)-[:STEP {trace: t.id, ordinal: 0, instruction: 'Call ' + task.call + ' with case ' + n, role: 'agent', value: 1.0, space: $space}]->(b)\n  CREATE (t)-[:STARTS_AT]->(a)\n  CREATE (t)-[:ENDS_AT]->(b)\n  WITH i, t, outcome\n  CALL (i, t) {\n    UNWIND [k IN range(0, 2) | $apis[(i * 31 + k * 977) % size($apis)]] AS id\n    MATCH (api:Api {id: id})\n    CREATE (t)-[:USES {weight: 1.0, names: []}]->(api)\n  }\n  WITH i, t, outcome, $errors[(i / 3) % size($errors)] AS error\n  CALL (t, outcome, error) {\n    WITH t, outcome, error WHERE outcome = 'failed'\n    MERGE (e:ErrorSignature {id: error.id})\n    ON CREATE SET e.type = error.type, e.title = error.normalForm, e.text = error.example, e.kind = 'error', e.space = $space, e.vague = false\n    CREATE (t)-[:RAISED {example: error.example, last: true}]->(e)\n  }\n  CALL (i, t, error) {\n    WITH i, t, error WHERE i % 3 = 1\n    MATCH (e:ErrorSignature {id: error.id})\n    CREATE (t)-[:RESOLVED]->(e)\n  }\n} IN TRANSACTIONS OF 200 ROWS"
}

/** Copies the sections of a library under another name, with what they call, their vectors a little off. For eval:scale. */
export const growDocs: Query<
  {
    readonly library: string
    readonly world: string
    readonly root: string
    readonly noise: number
    readonly rows: number
  },
  Record<string, never>
> = {
  name: 'growDocs',
  access: 'batched',
  integers: ['rows'],
  columns: {},
  text: "CYPHER 25 MATCH (d:Doc {library: $library})\nCALL (d) {\n  WITH d, d.embedding AS vector, replace(d.library, '@', $world + '@') AS library\n  CREATE (c:Doc)\n  SET c = d {.*, library: library, id: replace(d.id, d.library, library), page: replace(d.page, d.library, library),\n    links: [link IN d.links | replace(link, d.library, library)], marks: [mark IN d.marks | replace(mark, d.library, library)],\n    about: CASE WHEN d.about CONTAINS '.' THEN split(d.about, '.')[0] + $root + substring(d.about, size(split(d.about, '.')[0])) ELSE d.about END,\n    calls: [call IN d.calls | CASE WHEN call CONTAINS '.' AND NOT call STARTS WITH '.'\n      THEN split(call, '.')[0] + $root + substring(call, size(split(call, '.')[0])) ELSE call END],\n    embedding: [x IN vector | x + $noise * (rand() - 0.5)]}\n} IN TRANSACTIONS OF $rows ROWS"
}

/** Copies the edges that leave a library's APIs to what was copied with them. For eval:scale. */
export const growEdgesOfApis: Query<
  {
    readonly library: string
    readonly world: string
    readonly root: string
    readonly rows: number
  },
  Record<string, never>
> = {
  name: 'growEdgesOfApis',
  access: 'batched',
  integers: ['rows'],
  columns: {},
  text: "CYPHER 25 MATCH (n:Api {library: $library})-[r]->(m:Api|Library)\nCALL (n, r, m) {\n  WITH n, r, m, replace(coalesce(m.library, m.key), '@', $world + '@') AS other\n  MATCH (from:Api {id: 'api:' + replace(n.library, '@', $world + '@') + '/' + CASE WHEN n.qualifiedName CONTAINS '.' THEN split(n.qualifiedName, '.')[0] + $root + substring(n.qualifiedName, size(split(n.qualifiedName, '.')[0])) ELSE n.qualifiedName END})\n  MATCH (to:Api|Library {id: CASE WHEN m:Api THEN 'api:' + other + '/' + CASE WHEN m.qualifiedName CONTAINS '.' THEN split(m.qualifiedName, '.')[0] + $root + substring(m.qualifiedName, size(split(m.qualifiedName, '.')[0])) ELSE m.qualifiedName END ELSE replace(m.id, m.key, other) END})\n  CREATE (from)-[c:$(type(r))]->(to)\n  SET c = properties(r)\n} IN TRANSACTIONS OF $rows ROWS"
}

/** Copies the edges that leave a library's sections to what was copied with them. For eval:scale. */
export const growEdgesOfDocs: Query<
  {
    readonly library: string
    readonly world: string
    readonly root: string
    readonly rows: number
  },
  Record<string, never>
> = {
  name: 'growEdgesOfDocs',
  access: 'batched',
  integers: ['rows'],
  columns: {},
  text: "CYPHER 25 MATCH (n:Doc {library: $library})-[r]->(m:Doc|Api|Library)\nCALL (n, r, m) {\n  WITH n, r, m, replace(coalesce(m.library, m.key), '@', $world + '@') AS other\n  MATCH (from:Doc {id: replace(n.id, n.library, replace(n.library, '@', $world + '@'))})\n  MATCH (to:Doc|Api|Library {id: CASE WHEN m:Api THEN 'api:' + other + '/' + CASE WHEN m.qualifiedName CONTAINS '.' THEN split(m.qualifiedName, '.')[0] + $root + substring(m.qualifiedName, size(split(m.qualifiedName, '.')[0])) ELSE m.qualifiedName END ELSE replace(m.id, coalesce(m.library, m.key), other) END})\n  CREATE (from)-[c:$(type(r))]->(to)\n  SET c = properties(r)\n} IN TRANSACTIONS OF $rows ROWS"
}

/** Writes an insight by template from each fiftieth of these attempts: every other is in force, the rest waits for a curator. For eval:scale. */
export const growInsights: Query<
  { readonly space: string; readonly from: number; readonly to: number; readonly noise: number },
  Record<string, never>
> = {
  name: 'growInsights',
  access: 'batched',
  integers: ['from', 'to'],
  columns: {},
  text: "CYPHER 25 UNWIND [i IN range($from, $to - 1) WHERE i % 50 = 0] AS i\nCALL (i) {\n  MATCH (s:Space {id: $space})\n  MATCH (t:Trace {id: 'trace:scale-' + toString(i)})-[:USES]->(a:Api)\n  WITH i, s, t, a ORDER BY a.id LIMIT 1\n  CREATE (n:Insight {id: 'insight:scale-' + toString(i), space: $space, kind: CASE WHEN i % 100 = 0 THEN 'reviewed' ELSE 'candidate' END, state: CASE WHEN i % 100 = 0 THEN 'approved' ELSE 'in-review' END,\n    title: a.qualifiedName + ' in case ' + toString(i), text: a.qualifiedName + ' in case ' + toString(i) + ': pass the whole case at once.', advice: 'Pass the whole case at once.', applies: t.title,\n    writer: 'rules', library: a.library, names: toLower(a.name), terms: '', flags: [], gates: '[{\"gate\":\"observed\",\"passed\":true}]', lineage: 'insight:scale-' + toString(i), revision: 1, version: 1,\n    support: 1, agents: 1, problems: 1, tainted: false, createdAt: t.createdAt, embedding: [x IN t.embedding | x + $noise * (rand() - 0.5)]})\n  CREATE (n)-[:DERIVED_FROM]->(t)\n  CREATE (n)-[:ABOUT]->(a)\n  CREATE (n)-[:IN]->(s)\n} IN TRANSACTIONS OF 200 ROWS"
}

/** Copies a library's node under another name; while what belongs to it is being copied it says so. For eval:scale. */
export const growLibrary: Query<
  { readonly library: string; readonly world: string; readonly growing: boolean },
  Record<string, never>
> = {
  name: 'growLibrary',
  access: 'write',
  integers: [],
  columns: {},
  text: "CYPHER 25 MATCH (l:Library {key: $library})\nWITH l, replace(l.key, '@', $world + '@') AS key\nMERGE (c:Library {id: replace(l.id, l.key, key)})\nSET c = l {.*, id: replace(l.id, l.key, key), key: key, name: l.name + $world, title: l.title + $world,\n  importNames: [name IN coalesce(l.importNames, []) | replace(name + $world, '-', '_')], growing: CASE WHEN $growing THEN true END}\nWITH l, c\nMATCH (l)-[:IN]->(s:Space)\nMERGE (c)-[:IN]->(s)"
}

/** Writes a field note by template at each fifth of these attempts, about an API that it used. For eval:scale. */
export const growNotes: Query<
  {
    readonly space: string
    readonly from: number
    readonly to: number
    readonly noise: number
    readonly seen: boolean
  },
  Record<string, never>
> = {
  name: 'growNotes',
  access: 'batched',
  integers: ['from', 'to'],
  columns: {},
  text: "CYPHER 25 UNWIND [i IN range($from, $to - 1) WHERE i % 5 = 0] AS i\nCALL (i) {\n  MATCH (t:Trace {id: 'trace:scale-' + toString(i)})-[:USES]->(a:Api)\n  WITH i, t, a ORDER BY a.id LIMIT 1\n  WITH i, t, a, a.qualifiedName + ' keeps the order of case ' + toString(i) AS said\n  CREATE (l:Lesson {id: 'lesson:scale-' + toString(i), space: $space, kind: 'lesson', text: said, title: said, happens: 'keeps the order of case ' + toString(i), writer: 'agents', source: 'said',\n    trust: 'self-reported', problem: t.problem, factor: 1.0, uses: 0, helped: 0, disputes: 0, witnesses: 1, principals: 1, weight: 0.5, grouped: true, tag: 'UNJUDGED', effect: t.effect,\n    subject: a.qualifiedName, subjectKey: toLower(a.name), subjects: ['api:' + a.qualifiedName], about: [a.qualifiedName], terms: '', tainted: false, createdAt: t.createdAt,\n    curation: CASE WHEN $seen THEN 1 END, embedding: [x IN a.embedding | x + $noise * (rand() - 0.5)]})\n  SET l.behaviour = l.id\n  CREATE (l)-[:LEARNED_IN {source: 'said', text: said, subject: l.subject, subjectKey: l.subjectKey, subjects: l.subjects, about: l.about, terms: ''}]->(t)\n  CREATE (l)-[:ABOUT]->(a)\n} IN TRANSACTIONS OF 200 ROWS"
}

/** Problems, notes, insights and gaps that came into a space within these times, by the hour. */
export const grownByHour: Query<
  { readonly space: string; readonly windows: readonly GraphMap[] },
  { readonly hour: number; readonly kind: string; readonly n: number }
> = {
  name: 'grownByHour',
  access: 'read',
  integers: [],
  columns: { hour: 'int', kind: 'string', n: 'int' },
  text: "CYPHER 25 UNWIND $windows AS w\nWITH datetime({epochMillis: toInteger(w.from)}) AS from, datetime({epochMillis: toInteger(w.to)}) AS to\nCALL (from, to) {\n  MATCH (n:Problem) WHERE n.space = $space AND n.createdAt >= from AND n.createdAt < to\n  RETURN 'problems' AS kind, n.createdAt.epochMillis AS at\n  UNION ALL\n  MATCH (n:Lesson) WHERE n.space = $space AND n.createdAt >= from AND n.createdAt < to\n  RETURN 'notes' AS kind, n.createdAt.epochMillis AS at\n  UNION ALL\n  MATCH (n:Insight) WHERE n.space = $space AND n.createdAt >= from AND n.createdAt < to\n  RETURN 'insights' AS kind, n.createdAt.epochMillis AS at\n  UNION ALL\n  MATCH (n:KnowledgeRequest) WHERE n.space = $space AND n.createdAt >= from AND n.createdAt < to\n  RETURN 'gaps' AS kind, n.createdAt.epochMillis AS at\n}\nRETURN at - at % 3600000 AS hour, kind, count(*) AS n\nORDER BY hour, kind"
}

/** All that was recorded, answered, said, decided and started by somebody, by label; what Cairn does by itself is left out. What eval:faults compares with what was acknowledged. */
export const heldIds: Query<
  Record<string, never>,
  { readonly label: string; readonly ids: readonly string[] }
> = {
  name: 'heldIds',
  access: 'read',
  integers: [],
  columns: { label: 'string', ids: 'string[]' },
  text: "CYPHER 25 MATCH (n:Trace|Recommendation|Feedback|Review|Job)\nWHERE NOT (n:Job AND n.by IS NULL) AND NOT (n:Review AND n.by = 'cairn')\nWITH labels(n)[0] AS label, n.id AS id ORDER BY label, id\nRETURN label, collect(id) AS ids\nORDER BY label"
}

/** Lets one at a time make the hours of a space, and says up to when they are final and when they were last looked at, in milliseconds since 1970. */
export const holdHours: Query<
  { readonly space: string },
  { readonly until: number | null; readonly madeAt: number | null }
> = {
  name: 'holdHours',
  access: 'write',
  integers: [],
  columns: { until: 'int?', madeAt: 'int?' },
  text: "CYPHER 25 MERGE (m:Meta {id: 'hours:' + $space})\nSET m.lock = true\nREMOVE m.lock\nRETURN m.until AS until, m.madeAt AS madeAt"
}

/** When the hours of a space were made last, in milliseconds since 1970. */
export const hoursMade: Query<{ readonly space: string }, { readonly madeAt: number | null }> = {
  name: 'hoursMade',
  access: 'read',
  integers: [],
  columns: { madeAt: 'int?' },
  text: "CYPHER 25 MATCH (m:Meta {id: 'hours:' + $space})\nRETURN m.madeAt AS madeAt"
}

/** How many jobs there are in sight, by how they stand. */
export const jobsByState: Query<
  { readonly spaces: readonly string[] },
  { readonly state: string; readonly count: number }
> = {
  name: 'jobsByState',
  access: 'read',
  integers: [],
  columns: { state: 'string', count: 'int' },
  text: "CYPHER 25 MATCH (j:Job)\nWHERE coalesce(j.space, 'public') IN $spaces\nRETURN j.state AS state, count(*) AS count"
}

/** How many nodes there are that no start makes by itself. */
export const keptInGraph: Query<Record<string, never>, { readonly nodes: number }> = {
  name: 'keptInGraph',
  access: 'read',
  integers: [],
  columns: { nodes: 'int' },
  text: "CYPHER 25 MATCH (n)\nWHERE NOT n:Meta AND NOT n:Migration AND NOT n:Key AND NOT (n:Principal AND n.id = 'principal:local') AND NOT (n:Space AND n.id = 'public')\nRETURN count(n) AS nodes"
}

/** The libraries that documentation came in as, with their sections and APIs. For eval:scale. */
export const librariesToGrow: Query<
  Record<string, never>,
  { readonly key: string; readonly nodes: number; readonly growing: boolean }
> = {
  name: 'librariesToGrow',
  access: 'read',
  integers: [],
  columns: { key: 'string', nodes: 'int', growing: 'boolean' },
  text: 'CYPHER 25 MATCH (l:Library)\nRETURN l.key AS key, COUNT { MATCH (d:Doc {library: l.key}) } + COUNT { MATCH (a:Api {library: l.key}) } AS nodes,\n  coalesce(l.growing, false) AS growing\nORDER BY key'
}

/** How answers of a space within these times ended for which a lot decided whether an insight was shown, by the hour of the question, the lot's share and the task session: an answer counts once for each insight that was drawn for it. Several feedbacks on one answer count once: what a run showed, else the last. */
export const lotsByHour: Query<
  { readonly space: string; readonly windows: readonly GraphMap[] },
  {
    readonly hour: number
    readonly share: number
    readonly shown: boolean
    readonly task: string
    readonly session: string
    readonly n: number
    readonly passed: number
  }
> = {
  name: 'lotsByHour',
  access: 'read',
  integers: [],
  columns: {
    hour: 'int',
    share: 'float',
    shown: 'boolean',
    task: 'string',
    session: 'string',
    n: 'int',
    passed: 'int'
  },
  text: "CYPHER 25 UNWIND $windows AS w\nMATCH (r:Recommendation)\nWHERE r.space = $space AND r.createdAt >= datetime({epochMillis: toInteger(w.from)}) AND r.createdAt < datetime({epochMillis: toInteger(w.to)})\nMATCH (r)-[e:CITES|WITHHELD]->(i)\nWHERE e.share > 0 AND e.share < 1\nWITH r, i, max(e.share) AS share, max(CASE type(e) WHEN 'CITES' THEN 1 ELSE 0 END) = 1 AS shown\nCALL (r) {\n  MATCH (f:Feedback)-[:ON]->(r)\n  WHERE f.outcome IN ['passed', 'failed']\n  RETURN f.outcome AS outcome\n  ORDER BY CASE f.trust WHEN 'observed' THEN 0 ELSE 1 END, f.createdAt DESC, f.id LIMIT 1\n}\nWITH r.createdAt.epochMillis - r.createdAt.epochMillis % 3600000 AS hour, share, shown,\n  coalesce(r.taskKey, 'question ' + left(coalesce(r.question, r.id), 200)) AS task, coalesce(r.sessionKey, '') AS session, outcome\nRETURN hour, share, shown, task, session, count(*) AS n, count(CASE outcome WHEN 'passed' THEN 1 END) AS passed\nORDER BY hour, share, shown, task, session"
}

/** Says that attempts by template are there up to before a number; a run of curation has seen them. For eval:scale. */
export const noteGrown: Query<
  { readonly attempts: number; readonly space: string },
  Record<string, never>
> = {
  name: 'noteGrown',
  access: 'write',
  integers: ['attempts'],
  columns: {},
  text: "CYPHER 25 MERGE (m:Meta {id: 'scale'})\nSET m.attempts = $attempts\nMERGE (c:Meta {id: 'curation:' + $space})\nON CREATE SET c.run = 1, c.phase = 'done', c.seed = 1"
}

/** Notes up to when the hours of a space are final, and when they were made last; null where more is to be made at once. */
export const noteHours: Query<
  { readonly space: string; readonly until: number; readonly madeAt: number | null },
  Record<string, never>
> = {
  name: 'noteHours',
  access: 'write',
  integers: ['until', 'madeAt'],
  columns: {},
  text: "CYPHER 25 MATCH (m:Meta {id: 'hours:' + $space})\nSET m.until = $until, m.madeAt = $madeAt"
}

/** Attempts in the hours of a space over equal stretches of time, by source and outcome. */
export const overviewAttempts: Query<
  { readonly space: string; readonly from: number; readonly to: number; readonly step: number },
  {
    readonly stretch: number
    readonly source: string
    readonly outcome: string
    readonly n: number
  }
> = {
  name: 'overviewAttempts',
  access: 'read',
  integers: ['from', 'to', 'step'],
  columns: { stretch: 'int', source: 'string', outcome: 'string', n: 'int' },
  text: "CYPHER 25 MATCH (h:Hour)\nWHERE h.space = $space AND h.at >= datetime({epochMillis: $from}) AND h.at < datetime({epochMillis: $to})\nUNWIND h.came AS came\nWITH (h.at.epochMillis - $from) / $step AS stretch, split(came, ' ') AS parts\nRETURN stretch, parts[0] AS source, parts[1] AS outcome, sum(toInteger(parts[2])) AS n\nORDER BY stretch, source, outcome"
}

/** The hours of a space as sums over equal stretches of time, from a moment in milliseconds since 1970 on; stretches in which nothing happened are left out. */
export const overviewFigures: Query<
  { readonly space: string; readonly from: number; readonly to: number; readonly step: number },
  {
    readonly stretch: number
    readonly asked: number
    readonly answered: number
    readonly helped: number
    readonly unhelped: number
    readonly attempts: number
    readonly problems: number
    readonly notes: number
    readonly insights: number
    readonly gaps: number
  }
> = {
  name: 'overviewFigures',
  access: 'read',
  integers: ['from', 'to', 'step'],
  columns: {
    stretch: 'int',
    asked: 'int',
    answered: 'int',
    helped: 'int',
    unhelped: 'int',
    attempts: 'int',
    problems: 'int',
    notes: 'int',
    insights: 'int',
    gaps: 'int'
  },
  text: 'CYPHER 25 MATCH (h:Hour)\nWHERE h.space = $space AND h.at >= datetime({epochMillis: $from}) AND h.at < datetime({epochMillis: $to})\nRETURN (h.at.epochMillis - $from) / $step AS stretch, sum(h.asked) AS asked, sum(h.answered) AS answered, sum(h.helped) AS helped,\n  sum(h.unhelped) AS unhelped, sum(h.attempts) AS attempts, sum(h.problems) AS problems, sum(h.notes) AS notes, sum(h.insights) AS insights, sum(h.gaps) AS gaps\nORDER BY stretch'
}

/** When each source last handed an attempt into a space, as far as hours since a moment tell, in milliseconds since 1970, and how many since then. */
export const overviewHeard: Query<
  { readonly space: string; readonly since: number },
  { readonly source: string; readonly last: number; readonly n: number }
> = {
  name: 'overviewHeard',
  access: 'read',
  integers: ['since'],
  columns: { source: 'string', last: 'int', n: 'int' },
  text: "CYPHER 25 MATCH (h:Hour)\nWHERE h.space = $space AND h.at >= datetime({epochMillis: $since})\nUNWIND h.came AS came\nWITH split(came, ' ') AS parts\nRETURN parts[0] AS source, max(toInteger(parts[3])) AS last, sum(toInteger(parts[2])) AS n\nORDER BY last DESC, source"
}

/** Of how many libraries a space holds documentation, and of how many documentation was taken in since a moment. */
export const overviewLibraries: Query<
  { readonly space: string; readonly since: number },
  { readonly held: number; readonly taken: number }
> = {
  name: 'overviewLibraries',
  access: 'read',
  integers: ['since'],
  columns: { held: 'int', taken: 'int' },
  text: 'CYPHER 25 MATCH (l:Library)\nUSING INDEX l:Library(space, ingestedAt)\nWHERE l.space = $space AND l.ingestedAt IS NOT NULL\nRETURN count(*) AS held, count(CASE WHEN l.ingestedAt >= datetime({epochMillis: $since}) THEN 1 END) AS taken'
}

/** What lots decided in the hours of a space, the latest hours first. */
export const overviewLots: Query<
  { readonly space: string; readonly from: number; readonly to: number; readonly most: number },
  { readonly lot: string }
> = {
  name: 'overviewLots',
  access: 'read',
  integers: ['from', 'to', 'most'],
  columns: { lot: 'string' },
  text: 'CYPHER 25 MATCH (h:Hour)\nWHERE h.space = $space AND h.at >= datetime({epochMillis: $from}) AND h.at < datetime({epochMillis: $to})\nWITH h ORDER BY h.space DESC, h.at DESC\nUNWIND h.lots AS lot\nRETURN lot LIMIT $most'
}

/** What waits for a curator in a space, by state, with when the oldest of each came, in milliseconds since 1970. */
export const overviewQueue: Query<
  { readonly space: string; readonly states: readonly string[] },
  { readonly state: string; readonly waiting: number; readonly oldest: number | null }
> = {
  name: 'overviewQueue',
  access: 'read',
  integers: [],
  columns: { state: 'string', waiting: 'int', oldest: 'int?' },
  text: 'CYPHER 25 MATCH (i:Insight)\nUSING INDEX i:Insight(space, state)\nWHERE i.space = $space AND i.state IN $states\nRETURN i.state AS state, count(*) AS waiting, min(i.createdAt.epochMillis) AS oldest\nORDER BY state'
}

/** How many nodes and edges there are to be copied. */
export const portableCounts: Query<
  { readonly labels: readonly string[] },
  { readonly nodes: number; readonly edges: number }
> = {
  name: 'portableCounts',
  access: 'read',
  integers: [],
  columns: { nodes: 'int', edges: 'int' },
  text: "CYPHER 25 MATCH (n)\nWHERE any(label IN labels(n) WHERE label IN $labels) AND NOT (n:Key AND n.kind <> 'key')\nRETURN count(n) AS nodes, sum(COUNT { (n)-->(m) WHERE any(label IN labels(m) WHERE label IN $labels) }) AS edges"
}

/** Every edge between those nodes, with all that it holds. */
export const portableEdges: Query<
  { readonly labels: readonly string[] },
  {
    readonly from: string
    readonly type: string
    readonly to: string
    readonly properties: GraphMap
  }
> = {
  name: 'portableEdges',
  access: 'read',
  integers: [],
  columns: { from: 'string', type: 'string', to: 'string', properties: 'map' },
  text: "CYPHER 25 MATCH (n)-[r]->(m)\nWHERE any(label IN labels(n) WHERE label IN $labels) AND NOT (n:Key AND n.kind <> 'key')\n  AND any(label IN labels(m) WHERE label IN $labels)\nRETURN elementId(n) AS from, type(r) AS type, elementId(m) AS to, properties(r) AS properties"
}

/** Every node with all that it holds; sessions and links of a login are nobody's to copy. */
export const portableNodes: Query<
  { readonly labels: readonly string[] },
  { readonly element: string; readonly labels: readonly string[]; readonly properties: GraphMap }
> = {
  name: 'portableNodes',
  access: 'read',
  integers: [],
  columns: { element: 'string', labels: 'string[]', properties: 'map' },
  text: "CYPHER 25 MATCH (n)\nWHERE any(label IN labels(n) WHERE label IN $labels) AND NOT (n:Key AND n.kind <> 'key')\nRETURN elementId(n) AS element, labels(n) AS labels, properties(n) AS properties"
}

/** Removes attempts by template, with what came with them, that are beyond a number: their writing was broken off. For eval:scale. */
export const removeAttempts: Query<
  { readonly from: number; readonly to: number },
  Record<string, never>
> = {
  name: 'removeAttempts',
  access: 'batched',
  integers: ['from', 'to'],
  columns: {},
  text: "CYPHER 25 UNWIND range($from, $to - 1) AS i\nCALL (i) {\n  WITH toString(i) AS n, toString(i / 10) AS group\n  MATCH (x:Trace|Lesson|Recommendation|Feedback|KnowledgeRequest|Insight|State)\n  WHERE x.id IN ['trace:scale-' + n, 'lesson:scale-' + n, 'recommendation:scale-' + n, 'feedback:scale-' + n, 'gap:scale-' + n, 'insight:scale-' + n, 'state:scale-' + group + '-' + n]\n  DETACH DELETE x\n} IN TRANSACTIONS OF 200 ROWS"
}

/** Removes what was copied of a library before its copy was broken off. For eval:scale. */
export const removeGrown: Query<{ readonly key: string }, Record<string, never>> = {
  name: 'removeGrown',
  access: 'batched',
  integers: [],
  columns: {},
  text: 'CYPHER 25 MATCH (n:Doc|Api {library: $key})\nCALL (n) {\n  DETACH DELETE n\n} IN TRANSACTIONS OF 1000 ROWS'
}

/** The backup that is being put back, where that was begun and not ended. */
export const restoring: Query<Record<string, never>, { readonly takenAt: string }> = {
  name: 'restoring',
  access: 'read',
  integers: [],
  columns: { takenAt: 'string' },
  text: "CYPHER 25 MATCH (m:Meta {id: 'restore'})\nRETURN m.takenAt AS takenAt"
}

/** Takes notes that hours of a space are stale, and says which, in milliseconds since 1970. */
export const takeStaleHours: Query<
  { readonly space: string; readonly most: number },
  { readonly at: number; readonly notes: number }
> = {
  name: 'takeStaleHours',
  access: 'write',
  integers: ['most'],
  columns: { at: 'int', notes: 'int' },
  text: 'CYPHER 25 MATCH (s:StaleHour)\nWHERE s.space = $space\nWITH s, s.at.epochMillis AS at LIMIT $most\nDELETE s\nWITH at, count(*) AS notes\nRETURN at, notes\nORDER BY at'
}

/** Transactions that may be writing, those that hold the gate apart. */
export const transactionsUnderWay: Query<
  Record<string, never>,
  { readonly writers: readonly string[]; readonly gates: number }
> = {
  name: 'transactionsUnderWay',
  access: 'read',
  integers: [],
  columns: { writers: 'string[]', gates: 'int' },
  text: "CYPHER 25 SHOW TRANSACTIONS\nYIELD database, transactionId, metaData\nWHERE database <> 'system' AND coalesce(metaData.access, '') <> 'read'\nRETURN [id IN collect(CASE WHEN metaData.gate IS NULL THEN transactionId END) WHERE id IS NOT NULL] AS writers, count(metaData.gate) AS gates"
}

/** Removes so many nodes, before a backup is put back: all but the steps of the schema and the note of the restore. */
export const wipeForRestore: Query<{ readonly limit: number }, { readonly removed: number }> = {
  name: 'wipeForRestore',
  access: 'write',
  integers: ['limit'],
  columns: { removed: 'int' },
  text: "CYPHER 25 MATCH (n)\nWHERE NOT n:Migration AND NOT (n:Meta AND n.id = 'restore')\nWITH n LIMIT $limit\nDETACH DELETE n\nRETURN count(*) AS removed"
}

/** The sections of a library that hold a word, and how many there are in all. For eval:faults. */
export const wordsOfLibrary: Query<
  { readonly library: string; readonly word: string },
  { readonly sections: number; readonly holding: number }
> = {
  name: 'wordsOfLibrary',
  access: 'read',
  integers: [],
  columns: { sections: 'int', holding: 'int' },
  text: 'CYPHER 25 MATCH (d:Doc {library: $library})\nRETURN count(d) AS sections, sum(CASE WHEN d.text CONTAINS $word THEN 1 ELSE 0 END) AS holding'
}

/** Writes hours of a space as they were made; those within these times of which nothing is left go. */
export const writeHours: Query<
  {
    readonly space: string
    readonly windows: readonly GraphMap[]
    readonly rows: readonly GraphMap[]
  },
  Record<string, never>
> = {
  name: 'writeHours',
  access: 'write',
  integers: [],
  columns: {},
  text: 'CYPHER 25 CALL () {\n  UNWIND $windows AS w\n  MATCH (h:Hour)\n  WHERE h.space = $space AND h.at >= datetime({epochMillis: toInteger(w.from)}) AND h.at < datetime({epochMillis: toInteger(w.to)})\n    AND NOT h.id IN [row IN $rows | row.id]\n  DELETE h\n}\nUNWIND $rows AS row\nMERGE (h:Hour {id: row.id})\nSET h.space = $space, h.at = datetime({epochMillis: toInteger(row.at)}), h.asked = toInteger(row.asked), h.answered = toInteger(row.answered),\n  h.helped = toInteger(row.helped), h.unhelped = toInteger(row.unhelped), h.attempts = toInteger(row.attempts), h.problems = toInteger(row.problems),\n  h.notes = toInteger(row.notes), h.insights = toInteger(row.insights), h.gaps = toInteger(row.gaps), h.came = row.came, h.lots = row.lots'
}

/** Puts edges back between nodes that were put back before, and says how many. */
export const writePortableEdges: Query<
  { readonly rows: readonly GraphMap[] },
  { readonly made: number }
> = {
  name: 'writePortableEdges',
  access: 'write',
  integers: [],
  columns: { made: 'int' },
  text: 'CYPHER 25 UNWIND $rows AS row\nMATCH (n) WHERE elementId(n) = row.from\nMATCH (m) WHERE elementId(m) = row.to\nCREATE (n)-[r:$(row.type)]->(m)\nSET r = row.properties\nRETURN count(*) AS made'
}

/** Puts nodes back as they were copied, and says by which names they are known from now on. */
export const writePortableNodes: Query<
  { readonly rows: readonly GraphMap[] },
  { readonly was: number; readonly element: string }
> = {
  name: 'writePortableNodes',
  access: 'write',
  integers: [],
  columns: { was: 'int', element: 'string' },
  text: 'CYPHER 25 UNWIND $rows AS row\nCREATE (n:$(row.labels))\nSET n = row.properties\nRETURN row.was AS was, elementId(n) AS element'
}

/** Records an answer with what it cites, and says which citations hold: the node is there, in sight, and has the words. */
export const recordRecommendation: Query<
  {
    readonly id: string
    readonly question: string
    readonly problems: readonly string[]
    readonly kind: string
    readonly libraries: readonly string[]
    readonly space: string
    readonly spaces: readonly string[]
    readonly task: string
    readonly session: string | null
    readonly locked: readonly string[]
    readonly cites: readonly GraphMap[]
  },
  { readonly number: number }
> = {
  name: 'recordRecommendation',
  access: 'write',
  integers: [],
  columns: { number: 'int' },
  text: 'CYPHER 25 CREATE (r:Recommendation {id: $id, question: $question, kind: $kind, libraries: $libraries, space: $space, taskKey: $task, sessionKey: $session, locked: CASE WHEN size($locked) = 0 THEN null ELSE $locked END, createdAt: datetime()})\nWITH r\nCALL (r) {\n  MATCH (p:Problem)\n  WHERE p.id IN $problems AND p.space IN $spaces\n  CREATE (r)-[:FOR]->(p)\n}\nWITH r\nUNWIND $cites AS cite\nMATCH (n:Doc|Api|Trace|Lesson|Insight {id: cite.id})\nWHERE n.space IN $spaces AND (n.text CONTAINS cite.quote OR n.title = cite.quote)\nCREATE (r)-[:CITES {rank: toInteger(cite.number), section: cite.section, reason: cite.reason, quote: cite.quote}]->(n)\nRETURN toInteger(cite.number) AS number\nORDER BY number'
}

/** Records by which lots the insights of an answer were shown, and which were left out. */
export const recordWithheld: Query<
  {
    readonly id: string
    readonly spaces: readonly string[]
    readonly shown: readonly GraphMap[]
    readonly withheld: readonly GraphMap[]
  },
  Record<string, never>
> = {
  name: 'recordWithheld',
  access: 'write',
  integers: [],
  columns: {},
  text: 'CYPHER 25 MATCH (r:Recommendation {id: $id})\nCALL (r) {\n  UNWIND $shown AS lot\n  MATCH (r)-[c:CITES]->(i:Insight)\n  WHERE i.id = lot.insight\n  SET c.share = lot.share\n}\nCALL (r) {\n  UNWIND $withheld AS lot\n  MATCH (i:Insight {id: lot.insight})\n  WHERE i.space IN $spaces\n  CREATE (r)-[:WITHHELD {share: lot.share, rank: toInteger(lot.rank)}]->(i)\n}'
}

/** The seed by which lots are drawn, made where there is none. It never leaves the server: who knew it could write tasks that draw as they like. */
export const seedWithholding: Query<Record<string, never>, { readonly seed: string }> = {
  name: 'seedWithholding',
  access: 'write',
  integers: [],
  columns: { seed: 'string' },
  text: "CYPHER 25 MERGE (m:Meta {id: 'withholding'})\nON CREATE SET m.seed = randomUUID() + randomUUID()\nRETURN m.seed AS seed"
}

/** Whether a space lets a share of its answers go without an insight, so that what insights do can be measured, and the seed of the lots where there is one. */
export const withholdIn: Query<
  { readonly space: string },
  { readonly withhold: boolean; readonly seed: string | null }
> = {
  name: 'withholdIn',
  access: 'read',
  integers: [],
  columns: { withhold: 'boolean', seed: 'string?' },
  text: "CYPHER 25 OPTIONAL MATCH (s:Space {id: $space})\nOPTIONAL MATCH (m:Meta {id: 'withholding'})\nRETURN coalesce(s.withhold, true) AS withhold, m.seed AS seed"
}

/** The neighbours in sight of nodes that are in sight, by id: one step of a search for paths. What only keeps books is met as an end alone: that two attempts began in the same state or were cited by the same answer joins nothing. */
export const beyond: Query<
  {
    readonly ids: readonly string[]
    readonly spaces: readonly string[]
    readonly ends: readonly string[]
  },
  { readonly id: string; readonly next: readonly string[] }
> = {
  name: 'beyond',
  access: 'read',
  integers: [],
  columns: { id: 'string', next: 'string[]' },
  text: "CYPHER 25 MATCH (n:Library|Doc|Api|Problem|Trace|State|ErrorSignature|Lesson|Insight|Recommendation|Feedback|KnowledgeRequest|Review|Epoch|Retired|Job)\nWHERE n.id IN $ids AND (n:State|ErrorSignature OR n.space IN $spaces)\nMATCH (n)-[r]-(other:Library|Doc|Api|Problem|Trace|State|ErrorSignature|Lesson|Insight|Recommendation|Feedback|KnowledgeRequest|Review|Epoch|Retired|Job)\nWHERE (other:State|ErrorSignature OR other.space IN $spaces) AND (NOT other:State|Recommendation|Feedback|Review|Epoch|Retired|Job OR other.id IN $ends) AND (NOT type(r) IN ['STEP', 'SHORTCUT'] OR r.space IN $spaces)\nRETURN n.id AS id, collect(DISTINCT other.id) AS next"
}

/** What documentation uses together with these APIs, and what they point to. */
export const companionsOf: Query<
  {
    readonly entries: readonly string[]
    readonly spaces: readonly string[]
    readonly vector: readonly number[]
  },
  {
    readonly from: string
    readonly type: string
    readonly id: string
    readonly label: string
    readonly entry: string
    readonly api: string | null
    readonly name: string
    readonly kind: string | null
    readonly library: string | null
    readonly standing: readonly number[]
    readonly score: number
    readonly similarity: number | null
  }
> = {
  name: 'companionsOf',
  access: 'read',
  integers: [],
  columns: {
    from: 'string',
    type: 'string',
    id: 'string',
    label: 'string',
    entry: 'string',
    api: 'string?',
    name: 'string',
    kind: 'string?',
    library: 'string?',
    standing: 'float[]',
    score: 'float',
    similarity: 'float?'
  },
  text: 'CYPHER 25 UNWIND $entries AS entry\nMATCH (:Doc {id: entry})-[:DOCUMENTS]->(a:Api)-[r:USED_WITH|REPLACED_BY|ALIAS_OF]->(n:Api)\nWHERE a.doc = entry AND n.space IN $spaces\nWITH entry, r, n, coalesce(r.weight, 0.1) AS score\nRETURN entry AS from, type(r) AS type, n.id AS id, labels(n)[0] AS label, coalesce(n.doc, n.id) AS entry, n.id AS api, n.qualifiedName AS name,\n  n.kind AS kind, n.library AS library, coalesce(n.standing, []) AS standing, score,\n  vector.similarity.cosine(n.embedding, $vector) AS similarity\nORDER BY from, type, id'
}

/** What has to do with APIs, given by their ids, by the sections that document them or by their libraries: attempts, errors, problems, field notes or insights in sight, the newest first, each with what joins it to them. An insight that nobody approved is in sight only where drafts are. */
export const concerning: Query<
  {
    readonly ids: readonly string[]
    readonly libraries: readonly string[]
    readonly label: string
    readonly outcome: string
    readonly spaces: readonly string[]
    readonly drafts: readonly string[]
    readonly limit: number
  },
  { readonly id: string; readonly through: readonly string[] }
> = {
  name: 'concerning',
  access: 'read',
  integers: ['limit'],
  columns: { id: 'string', through: 'string[]' },
  text: "CYPHER 25 CALL () {\n  MATCH (a:Api) WHERE a.id IN $ids RETURN a\n  UNION\n  MATCH (d:Doc)-[:DOCUMENTS]->(a:Api) WHERE d.id IN $ids RETURN a\n  UNION\n  MATCH (a:Api) WHERE a.library IN $libraries RETURN a\n}\nWITH a WHERE a.space IN $spaces\nCALL (a) {\n  WITH a WHERE $label = 'Insight'\n  MATCH (a)<-[:ABOUT]-(i:Insight)\n  WHERE i.space IN $spaces AND (i.space IN $drafts OR NOT (coalesce(i.kind, 'reviewed') = 'candidate' OR coalesce(i.state, '') = 'rejected'))\n  RETURN i.id AS id, i.createdAt AS at, [] AS between\n  UNION\n  WITH a WHERE $label = 'Lesson'\n  MATCH (a)<-[:ABOUT]-(l:Lesson)\n  WHERE l.space IN $spaces\n  RETURN l.id AS id, l.createdAt AS at, [] AS between\n  UNION\n  WITH a WHERE $label IN ['Trace', 'Problem', 'ErrorSignature']\n  MATCH (a)<-[:USES]-(t:Trace)\n  WHERE t.space IN $spaces AND ($outcome = '' OR t.outcome = $outcome)\n  CALL (t) {\n    WITH t WHERE $label = 'Trace'\n    RETURN t.id AS id, [] AS between\n    UNION\n    WITH t WHERE $label = 'Problem'\n    MATCH (t)-[:ATTEMPTS]->(p:Problem) WHERE p.space IN $spaces\n    RETURN p.id AS id, [t.id] AS between\n    UNION\n    WITH t WHERE $label = 'ErrorSignature'\n    MATCH (t)-[:RAISED]->(e:ErrorSignature)\n    RETURN e.id AS id, [t.id] AS between\n  }\n  RETURN id, t.createdAt AS at, between\n}\n// Of several ways the newest joins it.\nWITH id, at, [a.id] + between AS through ORDER BY at DESC, through\nWITH id, max(at) AS at, collect(through)[0] AS through\nORDER BY at DESC, id\nLIMIT $limit\nRETURN id, through"
}

/** How many attempts, answers and open gaps there are in these spaces. */
export const countInSight: Query<
  { readonly spaces: readonly string[]; readonly outcome: string | null },
  { readonly traces: number; readonly recommendations: number; readonly gaps: number }
> = {
  name: 'countInSight',
  access: 'read',
  integers: [],
  columns: { traces: 'int', recommendations: 'int', gaps: 'int' },
  text: "CYPHER 25 RETURN COUNT { MATCH (t:Trace) WHERE t.space IN $spaces AND ($outcome IS NULL OR t.outcome = $outcome) } AS traces,\n  COUNT { MATCH (r:Recommendation) WHERE r.space IN $spaces } AS recommendations,\n  COUNT { MATCH (k:KnowledgeRequest {state: 'open'}) WHERE k.space IN $spaces } AS gaps"
}

/** How many problems of a space an attempt passed, counted up to a limit. Where several write, what one of them reports of itself, whoever it says judged, counts once another has passed there too. */
export const countPassed: Query<
  { readonly space: string; readonly most: number; readonly known: number },
  { readonly problems: number }
> = {
  name: 'countPassed',
  access: 'read',
  integers: ['most', 'known'],
  columns: { problems: 'int' },
  text: "CYPHER 25 MATCH (p:Problem)\nWHERE p.space = $space AND NOT coalesce(p.tainted, false) AND EXISTS {\n  MATCH (p)<-[:ATTEMPTS]-(t:Trace)-[:USES]->(:Api)\n  WHERE t.outcome = 'passed' AND NOT coalesce(t.tainted, false)\n    AND ($known < 2 OR NOT (t.observed IS NULL AND t.confirmed IS NULL AND (coalesce(t.trust, 'self-reported') = 'self-reported' OR coalesce(t.judgedBy, 'agent') = 'agent'))\n      OR EXISTS { (p)<-[:ATTEMPTS]-(o:Trace {outcome: 'passed'}) WHERE o.principal <> t.principal })\n}\nWITH p LIMIT $most\nRETURN count(p) AS problems"
}

/** The edges in sight between some nodes and others, both given and in sight, in a fixed order. */
export const edgesAmong: Query<
  {
    readonly ids: readonly string[]
    readonly among: readonly string[]
    readonly spaces: readonly string[]
    readonly limit: number
  },
  {
    readonly from: string
    readonly to: string
    readonly type: string
    readonly note: string | null
  }
> = {
  name: 'edgesAmong',
  access: 'read',
  integers: ['limit'],
  columns: { from: 'string', to: 'string', type: 'string', note: 'string?' },
  text: "CYPHER 25 MATCH (n:Library|Doc|Api|Problem|Trace|State|ErrorSignature|Lesson|Insight|Recommendation|Feedback|KnowledgeRequest|Review|Epoch|Retired|Job)\nWHERE n.id IN $ids AND (n:State|ErrorSignature OR n.space IN $spaces)\nMATCH (n)-[r]-(other:Library|Doc|Api|Problem|Trace|State|ErrorSignature|Lesson|Insight|Recommendation|Feedback|KnowledgeRequest|Review|Epoch|Retired|Job)\nWHERE other.id IN $among AND (other:State|ErrorSignature OR other.space IN $spaces) AND (NOT type(r) IN ['STEP', 'SHORTCUT'] OR r.space IN $spaces)\nWITH startNode(r).id AS from, endNode(r).id AS to, type(r) AS type, min(left(coalesce(r.quote, r.instruction, r.reason), 300)) AS note\nRETURN from, to, type, note\nORDER BY from, type, to\nLIMIT $limit"
}

/** The epoch of a number, and how many there are. */
export const epochAsOf: Query<
  { readonly number: number; readonly space: string },
  { readonly id: string | null; readonly state: string | null; readonly last: number }
> = {
  name: 'epochAsOf',
  access: 'read',
  integers: ['number'],
  columns: { id: 'string?', state: 'string?', last: 'int' },
  text: "CYPHER 25 OPTIONAL MATCH (e:Epoch {space: $space})\nWITH max(e.number) AS last\nOPTIONAL MATCH (e:Epoch {id: 'epoch:' + $space + ':' + toString($number)})\nRETURN e.id AS id, e.state AS state, toInteger(coalesce(last, 0)) AS last"
}

/** The epochs of a number in these spaces. */
export const epochsOfNumber: Query<
  { readonly number: number; readonly spaces: readonly string[] },
  { readonly id: string }
> = {
  name: 'epochsOfNumber',
  access: 'read',
  integers: ['number'],
  columns: { id: 'string' },
  text: 'CYPHER 25 MATCH (e:Epoch)\nWHERE e.number = $number AND e.space IN $spaces\nRETURN e.id AS id\nORDER BY id'
}

/** The neighbours in sight of a node along edges of one type and direction, a page of them by id, and how many there are in all. */
export const expandPage: Query<
  {
    readonly id: string
    readonly type: string
    readonly out: boolean
    readonly after: string
    readonly first: number
    readonly spaces: readonly string[]
  },
  { readonly ids: readonly string[]; readonly total: number }
> = {
  name: 'expandPage',
  access: 'read',
  integers: ['first'],
  columns: { ids: 'string[]', total: 'int' },
  text: "CYPHER 25 MATCH (n:Library|Doc|Api|Problem|Trace|State|ErrorSignature|Lesson|Insight|Recommendation|Feedback|KnowledgeRequest|Review|Epoch|Retired|Job)\nWHERE n.id = $id AND (n:State|ErrorSignature OR n.space IN $spaces)\nCALL (n) {\n  MATCH (n)-[r]-(other:Library|Doc|Api|Problem|Trace|State|ErrorSignature|Lesson|Insight|Recommendation|Feedback|KnowledgeRequest|Review|Epoch|Retired|Job)\n  WHERE type(r) = $type AND (CASE WHEN $out THEN startNode(r) ELSE endNode(r) END) = n\n    AND (other:State|ErrorSignature OR other.space IN $spaces) AND (NOT type(r) IN ['STEP', 'SHORTCUT'] OR r.space IN $spaces)\n  WITH DISTINCT other.id AS id ORDER BY id\n  RETURN collect(id) AS found\n}\nRETURN [id IN found WHERE id > $after][..$first] AS ids, size(found) AS total"
}

/** Whether there is any experience in these spaces, and the order of documentation that was learned from it, from most problems first. */
export const experienceIn: Query<
  { readonly spaces: readonly string[]; readonly rankings: readonly string[] },
  { readonly any: boolean; readonly rankings: readonly string[] }
> = {
  name: 'experienceIn',
  access: 'read',
  integers: [],
  columns: { any: 'boolean', rankings: 'string[]' },
  text: 'CYPHER 25 RETURN EXISTS { MATCH (p:Problem) WHERE p.space IN $spaces AND p.createdAt IS NOT NULL } OR EXISTS { MATCH (i:Insight) WHERE i.space IN $spaces AND i.state IS NOT NULL } AS any, COLLECT {\n  MATCH (m:Meta) WHERE m.id IN $rankings AND m.ranking IS NOT NULL\n  RETURN m.ranking ORDER BY m.problems DESC, m.id\n} AS rankings'
}

/** Experience that hangs on what was found: attempts that used an API, attempts at a found problem, insights about or backed by it. */
export const experienceOf: Query<
  {
    readonly apis: readonly string[]
    readonly docs: readonly string[]
    readonly problems: readonly string[]
    readonly spaces: readonly string[]
    readonly perNode: number
  },
  {
    readonly from: string
    readonly type: string
    readonly id: string
    readonly label: string
    readonly outcome: string | null
  }
> = {
  name: 'experienceOf',
  access: 'read',
  integers: ['perNode'],
  columns: { from: 'string', type: 'string', id: 'string', label: 'string', outcome: 'string?' },
  text: "CYPHER 25 CALL () {\n  UNWIND $apis AS id\n  MATCH (a:Api {id: id})\n  CALL (a) {\n    MATCH (a)<-[r:USES|ABOUT]-(n:Trace|Insight|Lesson)\n    WHERE (NOT n:Insight OR n.kind = 'reviewed') AND n.space IN $spaces AND NOT coalesce(n.tainted, false)\n    RETURN r, n\n    ORDER BY n.outcome DESC, n.id\n    LIMIT $perNode\n  }\n  RETURN a.id AS from, 'of ' + type(r) AS type, n\n  UNION ALL\n  UNWIND $docs AS id\n  MATCH (d:Doc {id: id})<-[r:BACKED_BY]-(n:Insight)\n  WHERE n.kind = 'reviewed' AND n.space IN $spaces AND NOT coalesce(n.tainted, false)\n  RETURN d.id AS from, 'of BACKED_BY' AS type, n\n  UNION ALL\n  UNWIND $problems AS id\n  MATCH (p:Problem {id: id})\n  CALL (p) {\n    MATCH (p)<-[r:ATTEMPTS]-(n:Trace)\n    WHERE n.space IN $spaces AND NOT coalesce(n.tainted, false)\n    RETURN r, n\n    ORDER BY n.outcome DESC, n.id\n    LIMIT $perNode\n  }\n  RETURN p.id AS from, 'of ATTEMPTS' AS type, n\n}\nRETURN from, type, n.id AS id, labels(n)[0] AS label, n.outcome AS outcome\nORDER BY from, type, id"
}

/** In how many families of problems attempts that passed used each of these APIs, a use that was guessed, or of an attempt that only its agent says passed, counting by how sure it is; of so many attempts. Families that one principal alone tells of count up to a bound, the surest first: who repeats itself moves nothing further. Nobody's are bounded, for they may be anybody's. */
export const familiesUsing: Query<
  {
    readonly apis: readonly string[]
    readonly spaces: readonly string[]
    readonly most: number
    readonly mostOfOne: number
    readonly trust: number
    readonly claim: number
    readonly told: number
  },
  { readonly id: string; readonly families: number }
> = {
  name: 'familiesUsing',
  access: 'read',
  integers: ['most', 'mostOfOne', 'trust'],
  columns: { id: 'string', families: 'float' },
  text: "CYPHER 25 MATCH (a:Api)\nWHERE a.id IN $apis\nCALL (a) {\n  MATCH (a)<-[u:USES]-(t:Trace)\n  WHERE t.outcome = 'passed' AND t.space IN $spaces AND NOT coalesce(t.tainted, false)\n  WITH u, t LIMIT $most\n  MATCH (t)-[:ATTEMPTS]->(p:Problem)\n  WITH coalesce(p.family, p.id) AS family, collect(DISTINCT coalesce(t.principal, '')) AS by,\n    max(coalesce(u.weight, 1.0) * CASE WHEN t.confirmed THEN 1.0 WHEN coalesce(t.judgedBy, 'agent') = 'agent' THEN $claim WHEN t.observed IS NULL AND coalesce(t.trust, 'self-reported') = 'self-reported' THEN $told ELSE 1.0 END) AS weight\n  ORDER BY weight DESC, family\n  WITH CASE WHEN size(by) = 1 THEN by[0] ELSE '' END AS alone, collect(weight) AS weights\n  UNWIND CASE WHEN alone = '' THEN weights ELSE weights[..$mostOfOne] END AS weight\n  RETURN sum(weight ^ $trust) AS families\n}\nWITH a, families WHERE families > 0\nRETURN a.id AS id, toFloat(families) AS families\nORDER BY id"
}

/** Puts the shipped order in force again in a space; what was learned from stays counted, so that it is not learned again at once. */
export const forgetRanking: Query<{ readonly id: string }, { readonly forgotten: boolean }> = {
  name: 'forgetRanking',
  access: 'write',
  integers: [],
  columns: { forgotten: 'boolean' },
  text: 'CYPHER 25 MATCH (m:Meta {id: $id})\nWITH m, m.ranking IS NOT NULL AS forgotten\nREMOVE m.ranking\nRETURN forgotten'
}

/** What happened to a node in sight, the newest first: when it came, decisions on it and on its other revisions, the epochs it was in force in, what was said of it. */
export const historyOf: Query<
  { readonly id: string; readonly spaces: readonly string[]; readonly limit: number },
  {
    readonly at: string | null
    readonly what: string
    readonly by: string | null
    readonly text: string | null
    readonly node: string | null
  }
> = {
  name: 'historyOf',
  access: 'read',
  integers: ['limit'],
  columns: { at: 'string?', what: 'string', by: 'string?', text: 'string?', node: 'string?' },
  text: "CYPHER 25 MATCH (n:Library|Doc|Api|Problem|Trace|State|ErrorSignature|Lesson|Insight|Recommendation|Feedback|KnowledgeRequest|Review|Epoch|Retired|Job)\nWHERE n.id = $id AND ('State' IN labels(n) OR 'ErrorSignature' IN labels(n) OR n.space IN $spaces)\nCALL (n) {\n  UNWIND [[n.createdAt, 'written'], [n.ingestedAt, 'taken in'], [n.openedAt, 'opened'], [n.closedAt, 'closed'], [n.startedAt, 'started'],\n    [n.finishedAt, 'finished'], [n.retiredAt, 'removed']] AS moment\n  WITH n, moment WHERE moment[0] IS NOT NULL\n  RETURN toString(moment[0]) AS at, moment[1] AS what, CASE WHEN n:Trace THEN n.agent END AS by, null AS text, null AS node\n  UNION ALL\n  MATCH (n:Insight)<-[:DECIDED]-(review:Review)\n  WHERE review.space IN $spaces\n  RETURN toString(review.at) AS at, review.kind AS what, review.by AS by, review.reason AS text, review.id AS node\n  UNION ALL\n  MATCH (n:Insight)\n  MATCH (other:Insight {lineage: n.lineage})\n  WHERE other <> n AND other.space IN $spaces\n  RETURN toString(other.createdAt) AS at, 'revision ' + toString(toInteger(coalesce(other.revision, 1))) AS what, other.writer AS by, other.title AS text, other.id AS node\n  UNION ALL\n  MATCH (n:Insight)-[:IN_FORCE_IN]->(e:Epoch)\n  WHERE e.space IN $spaces\n  RETURN toString(e.closedAt) AS at, 'in force at the end of epoch ' + toString(toInteger(e.number)) AS what, e.closedBy AS by, e.note AS text, e.id AS node\n  UNION ALL\n  MATCH (n)<-[said:ON|USED]-(f:Feedback)\n  WHERE f.space IN $spaces\n  RETURN toString(f.createdAt) AS at, CASE type(said) WHEN 'ON' THEN 'feedback' ELSE 'used' END + coalesce(': ' + f.outcome, '') AS what, f.by AS by,\n    coalesce(f.note, f.needed) AS text, f.id AS node\n}\nRETURN at, what, by, left(text, 500) AS text, node\nORDER BY at IS NULL, at DESC, what, node\nLIMIT $limit"
}

/** Which of these nodes are in sight. An insight that nobody approved is in sight only where drafts are. */
export const inSight: Query<
  {
    readonly ids: readonly string[]
    readonly spaces: readonly string[]
    readonly drafts: readonly string[]
  },
  { readonly id: string }
> = {
  name: 'inSight',
  access: 'read',
  integers: [],
  columns: { id: 'string' },
  text: "CYPHER 25 MATCH (n:Library|Doc|Api|Problem|Trace|State|ErrorSignature|Lesson|Insight|Recommendation|Feedback|KnowledgeRequest|Review|Epoch|Retired|Job)\nWHERE n.id IN $ids\nWITH DISTINCT n // Before the rest is asked: planned together with it the look-up takes a second to plan.\nWHERE CASE\n  WHEN n:State THEN EXISTS { MATCH (n)<-[:STARTS_AT|ENDS_AT]-(t:Trace) WHERE t.space IN $spaces }\n    OR EXISTS { MATCH (n)-[r:STEP]-(:State) WHERE r.space IN $spaces }\n  WHEN n:ErrorSignature THEN EXISTS { MATCH (n)<-[:RAISED|RESOLVED]-(t:Trace) WHERE t.space IN $spaces }\n  WHEN n:Insight THEN n.space IN $spaces AND (n.space IN $drafts OR NOT (coalesce(n.kind, 'reviewed') = 'candidate' OR coalesce(n.state, '') = 'rejected'))\n  ELSE n.space IN $spaces END\nRETURN n.id AS id\nORDER BY id"
}

/** Insights that were in force in an epoch and are about an API or backed by a section that was found. */
export const insightLinksAsOf: Query<
  {
    readonly epoch: string
    readonly apis: readonly string[]
    readonly docs: readonly string[]
    readonly spaces: readonly string[]
    readonly perNode: number
  },
  {
    readonly from: string
    readonly type: string
    readonly id: string
    readonly label: string
    readonly outcome: string | null
  }
> = {
  name: 'insightLinksAsOf',
  access: 'read',
  integers: ['perNode'],
  columns: { from: 'string', type: 'string', id: 'string', label: 'string', outcome: 'string?' },
  text: "CYPHER 25 MATCH (a:Api|Doc)\nWHERE a.id IN $apis + $docs\nCALL (a) {\n  MATCH (a)<-[r:ABOUT|BACKED_BY]-(n:Insight)\n  WHERE n.space IN $spaces AND EXISTS { (n)-[:IN_FORCE_IN]->(:Epoch {id: $epoch}) }\n  RETURN DISTINCT n, type(r) AS type\n  ORDER BY n.id\n  LIMIT $perNode\n}\nRETURN a.id AS from, 'of ' + type AS type, n.id AS id, 'Insight' AS label, null AS outcome\nORDER BY from, type, id"
}

/** Insights that were in force in an epoch, found by the words of the question, best first. */
export const insightWordsAsOf: Query<
  {
    readonly epoch: string
    readonly query: string
    readonly spaces: readonly string[]
    readonly limit: number
  },
  {
    readonly id: string
    readonly label: string
    readonly outcome: string | null
    readonly score: number
  }
> = {
  name: 'insightWordsAsOf',
  access: 'read',
  integers: ['limit'],
  columns: { id: 'string', label: 'string', outcome: 'string?', score: 'float' },
  text: "CYPHER 25 CALL db.index.fulltext.queryNodes('experience_text', $query, {limit: $limit}) YIELD node AS n, score\nWHERE n:Insight AND n.space IN $spaces AND EXISTS { (n)-[:IN_FORCE_IN]->(:Epoch {id: $epoch}) }\nRETURN n.id AS id, 'Insight' AS label, null AS outcome, score\nORDER BY score DESC, id"
}

/** Insights that were in force in an epoch, the closest in meaning first, with the APIs they are about. */
export const insightsAsOf: Query<
  {
    readonly epoch: string
    readonly vector: readonly number[]
    readonly spaces: readonly string[]
    readonly limit: number
  },
  {
    readonly id: string
    readonly label: string
    readonly outcome: string | null
    readonly score: number
    readonly uses: readonly GraphMap[]
  }
> = {
  name: 'insightsAsOf',
  access: 'read',
  integers: ['limit'],
  columns: { id: 'string', label: 'string', outcome: 'string?', score: 'float', uses: 'map[]' },
  text: "CYPHER 25 MATCH (n:Insight)-[:IN_FORCE_IN]->(:Epoch {id: $epoch})\nWHERE n.space IN $spaces AND n.embedding IS NOT NULL\nWITH n, vector.similarity.cosine(n.embedding, $vector) AS score\nORDER BY score DESC, n.id\nLIMIT $limit\nCALL (n) {\n  OPTIONAL MATCH (n)-[:ABOUT]->(a:Api)\n  WHERE a.space IN $spaces\n  RETURN [use IN collect({entry: coalesce(a.doc, a.id), id: a.id, name: a.qualifiedName, kind: a.kind, library: a.library,\n    standing: coalesce(a.standing, [])}) WHERE use.id IS NOT NULL][..40] AS uses\n}\nRETURN n.id AS id, 'Insight' AS label, null AS outcome, score, uses\nORDER BY score DESC, id"
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
  text: 'CYPHER 25 MATCH (l:Library) WHERE l.space IN $spaces\nRETURN l.key AS key, l.name AS name, l.version AS version, l.title AS title, l.importNames AS importNames, l.state AS state\nORDER BY key'
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
    readonly space: string
    readonly pinned: boolean
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
    apis: 'int',
    space: 'string',
    pinned: 'boolean'
  },
  text: 'CYPHER 25 MATCH (l:Library) WHERE l.space IN $spaces\nRETURN l.id AS id, l.key AS key, l.ecosystem AS ecosystem, l.name AS name, l.version AS version, l.title AS title, l.state AS state,\n  toString(l.ingestedAt) AS ingestedAt,\n  COUNT { MATCH (d:Doc {library: l.key}) } AS docs, COUNT { MATCH (a:Api {library: l.key}) } AS apis,\n  l.space AS space, coalesce(l.pinned, false) AS pinned\nORDER BY key'
}

/** The last attempts of these spaces, each with its problem and the libraries whose APIs it used. */
export const mapAttempts: Query<
  { readonly spaces: readonly string[]; readonly limit: number },
  { readonly problem: string; readonly outcome: string; readonly libraries: readonly string[] }
> = {
  name: 'mapAttempts',
  access: 'read',
  integers: ['limit'],
  columns: { problem: 'string', outcome: 'string', libraries: 'string[]' },
  text: "CYPHER 25 UNWIND $spaces AS space\nWITH DISTINCT space\n// Space by space the index has them in this order: what came before is not read.\nCALL (space) {\n  MATCH (t:Trace)\n  WHERE t.space = space AND t.createdAt <= datetime('9999-12-31T23:59:59Z')\n  RETURN t ORDER BY t.space DESC, t.createdAt DESC LIMIT $limit\n}\nWITH t ORDER BY t.createdAt DESC, t.id LIMIT $limit\nMATCH (t)-[:ATTEMPTS]->(p:Problem)\nWHERE p.space IN $spaces\nRETURN p.id AS problem, coalesce(t.outcome, 'unknown') AS outcome,\n  COLLECT { MATCH (t)-[:USES]->(a:Api) WHERE a.space IN $spaces AND a.library IS NOT NULL RETURN DISTINCT a.library AS library ORDER BY library } AS libraries"
}

/** The newest insights in force in these spaces, with the libraries that they are about or backed by and the problems that they were drawn from. */
export const mapInsights: Query<
  { readonly spaces: readonly string[]; readonly limit: number },
  {
    readonly id: string
    readonly uses: number
    readonly libraries: readonly string[]
    readonly problems: readonly string[]
  }
> = {
  name: 'mapInsights',
  access: 'read',
  integers: ['limit'],
  columns: { id: 'string', uses: 'float', libraries: 'string[]', problems: 'string[]' },
  text: "CYPHER 25 UNWIND $spaces AS space\nWITH DISTINCT space\nCALL (space) {\n  MATCH (i:Insight)\n  WHERE i.space = space AND i.createdAt <= datetime('9999-12-31T23:59:59Z') AND i.kind = 'reviewed'\n  RETURN i ORDER BY i.space DESC, i.createdAt DESC LIMIT $limit\n}\nWITH i ORDER BY i.createdAt DESC, i.id LIMIT $limit\nRETURN i.id AS id, toFloat(coalesce(i.evidenceUses, 0)) AS uses,\n  COLLECT { MATCH (i)-[:ABOUT|BACKED_BY]->(n:Api|Doc) WHERE n.space IN $spaces AND n.library IS NOT NULL RETURN DISTINCT n.library AS library ORDER BY library LIMIT 6 } AS libraries,\n  COLLECT { MATCH (i)-[:DERIVED_FROM]->(:Lesson|Trace)-[:LEARNED_IN*0..1]->(t:Trace)-[:ATTEMPTS]->(p:Problem) WHERE t.space IN $spaces AND p.space IN $spaces RETURN DISTINCT p.id AS problem ORDER BY problem LIMIT 6 } AS problems"
}

/** The libraries of these spaces, those taken in last first. */
export const mapLibraries: Query<
  { readonly spaces: readonly string[] },
  { readonly id: string; readonly key: string }
> = {
  name: 'mapLibraries',
  access: 'read',
  integers: [],
  columns: { id: 'string', key: 'string' },
  text: "CYPHER 25 MATCH (l:Library)\nWHERE l.space IN $spaces\nRETURN l.id AS id, l.key AS key\nORDER BY coalesce(l.ingestedAt, datetime('1970-01-01T00:00:00Z')) DESC, id"
}

/** The neighbours in sight of nodes that are in sight, along edges of these types (all, when none is named), a limited number a node: what was tried, failed and learned first, then what belongs together in documentation, and what keeps books last. Filters left empty let everything by; one by outcome is about attempts, one by epoch about insights, one by time about what has a time. An insight that nobody approved is in sight only where drafts are. */
export const neighbors: Query<
  {
    readonly ids: readonly string[]
    readonly types: readonly string[]
    readonly spaces: readonly string[]
    readonly drafts: readonly string[]
    readonly perNode: number
    readonly labels: readonly string[]
    readonly libraries: readonly string[]
    readonly outcome: string
    readonly since: string
    readonly until: string
    readonly epoch: number
  },
  {
    readonly from: string
    readonly to: string
    readonly type: string
    readonly note: string | null
    readonly id: string
  }
> = {
  name: 'neighbors',
  access: 'read',
  integers: ['perNode', 'epoch'],
  columns: { from: 'string', to: 'string', type: 'string', note: 'string?', id: 'string' },
  text: "CYPHER 25 MATCH (n:Library|Doc|Api|Problem|Trace|State|ErrorSignature|Lesson|Insight|Recommendation|Feedback|KnowledgeRequest|Review|Epoch|Retired|Job)\nWHERE n.id IN $ids AND ('State' IN labels(n) OR 'ErrorSignature' IN labels(n) OR n.space IN $spaces)\nCALL (n) {\n  MATCH (n)-[r]-(other:Library|Doc|Api|Problem|Trace|State|ErrorSignature|Lesson|Insight|Recommendation|Feedback|KnowledgeRequest|Review|Epoch|Retired|Job)\n  WHERE (size($types) = 0 OR type(r) IN $types)\n    AND ('State' IN labels(other) OR 'ErrorSignature' IN labels(other) OR other.space IN $spaces) AND (NOT type(r) IN ['STEP', 'SHORTCUT'] OR r.space IN $spaces)\n    AND (NOT 'Insight' IN labels(other) OR NOT (coalesce(other.kind, 'reviewed') = 'candidate' OR coalesce(other.state, '') = 'rejected') OR other.space IN $drafts)\n    AND (size($labels) = 0 OR labels(other)[0] IN $labels)\n    AND (size($libraries) = 0 OR other.library IN $libraries OR other.key IN $libraries\n      OR any(library IN coalesce(other.libraries, []) WHERE library IN $libraries))\n    AND ($outcome = '' OR NOT 'Trace' IN labels(other) OR other.outcome = $outcome)\n    AND ($epoch = 0 OR NOT 'Insight' IN labels(other) OR EXISTS {\n      MATCH (e:Epoch {number: $epoch})\n      WHERE e.space IN $spaces AND CASE e.state WHEN 'open' THEN other.kind = 'reviewed' AND other.space = e.space\n        ELSE EXISTS { (other)-[:IN_FORCE_IN]->(e) } END })\n  WITH r, other, coalesce(other.createdAt, other.recordedAt, other.ingestedAt, other.at, other.openedAt, other.startedAt, other.retiredAt) AS at\n  WHERE ($since = '' OR at IS NULL OR datetime(toString(at)) >= datetime($since)) AND ($until = '' OR at IS NULL OR datetime(toString(at)) <= datetime($until))\n  WITH r, other, CASE type(r)\n    WHEN 'ATTEMPTS' THEN 1 WHEN 'RESOLVED' THEN 2 WHEN 'RAISED' THEN 3 WHEN 'ABOUT' THEN 4 WHEN 'USES' THEN 5 WHEN 'DERIVED_FROM' THEN 6 WHEN 'LEARNED_IN' THEN 7\n    WHEN 'BACKED_BY' THEN 8 WHEN 'CONTRADICTS' THEN 9 WHEN 'SUPERSEDES' THEN 10 WHEN 'FOLLOWED' THEN 11 WHEN 'USED_WITH' THEN 12\n    WHEN 'CITES' THEN 31 WHEN 'WITHHELD' THEN 32 WHEN 'USED' THEN 33 WHEN 'ON' THEN 34 WHEN 'FOR' THEN 35 WHEN 'ASKS_FOR' THEN 36 WHEN 'DECIDED' THEN 37\n    WHEN 'IN_FORCE_IN' THEN 38 WHEN 'STARTS_AT' THEN 39 WHEN 'ENDS_AT' THEN 40 WHEN 'STEP' THEN 41 WHEN 'SHORTCUT' THEN 42\n    ELSE 20 END AS place\n  RETURN r, other, place\n  ORDER BY place, type(r), other.id\n  LIMIT $perNode\n}\nRETURN startNode(r).id AS from, endNode(r).id AS to, type(r) AS type, left(coalesce(r.quote, r.instruction, r.reason), 300) AS note, other.id AS id\nORDER BY place, from, type, to, note"
}

/** Those of these nodes that are in sight, in short, with how many neighbours in sight each has, and how it fared: a problem by its attempts, the rest by the evidence on it. An insight that nobody approved is in sight only where drafts are. */
export const nodeBriefs: Query<
  {
    readonly ids: readonly string[]
    readonly spaces: readonly string[]
    readonly drafts: readonly string[]
  },
  {
    readonly id: string
    readonly label: string
    readonly title: string
    readonly kind: string | null
    readonly library: string | null
    readonly space: string | null
    readonly outcome: string | null
    readonly createdAt: string | null
    readonly degree: number
    readonly epochs: readonly number[]
    readonly passed: number
    readonly failed: number
  }
> = {
  name: 'nodeBriefs',
  access: 'read',
  integers: [],
  columns: {
    id: 'string',
    label: 'string',
    title: 'string',
    kind: 'string?',
    library: 'string?',
    space: 'string?',
    outcome: 'string?',
    createdAt: 'string?',
    degree: 'int',
    epochs: 'int[]',
    passed: 'float',
    failed: 'float'
  },
  text: "CYPHER 25 MATCH (n:Library|Doc|Api|Problem|Trace|State|ErrorSignature|Lesson|Insight|Recommendation|Feedback|KnowledgeRequest|Review|Epoch|Retired|Job)\nWHERE n.id IN $ids\nWITH DISTINCT n // Before the rest is asked: planned together with it the look-up takes a second to plan.\nWHERE CASE\n  WHEN n:State THEN EXISTS { MATCH (n)<-[:STARTS_AT|ENDS_AT]-(t:Trace) WHERE t.space IN $spaces }\n    OR EXISTS { MATCH (n)-[r:STEP]-(:State) WHERE r.space IN $spaces }\n  WHEN n:ErrorSignature THEN EXISTS { MATCH (n)<-[:RAISED|RESOLVED]-(t:Trace) WHERE t.space IN $spaces }\n  WHEN n:Insight THEN n.space IN $spaces AND (n.space IN $drafts OR NOT (coalesce(n.kind, 'reviewed') = 'candidate' OR coalesce(n.state, '') = 'rejected'))\n  ELSE n.space IN $spaces END\nCALL (n) {\n  MATCH (n)-[r]-(other:Library|Doc|Api|Problem|Trace|State|ErrorSignature|Lesson|Insight|Recommendation|Feedback|KnowledgeRequest|Review|Epoch|Retired|Job)\n  WHERE (other:State|ErrorSignature OR other.space IN $spaces) AND (NOT type(r) IN ['STEP', 'SHORTCUT'] OR r.space IN $spaces)\n    AND (NOT other:Insight OR NOT (coalesce(other.kind, 'reviewed') = 'candidate' OR coalesce(other.state, '') = 'rejected') OR other.space IN $drafts)\n  RETURN count(DISTINCT other) AS degree\n}\nCALL (n) {\n  OPTIONAL MATCH (n:Insight)\n  MATCH (e:Epoch)\n  WHERE e.space IN $spaces AND CASE e.state WHEN 'open' THEN n.kind = 'reviewed' AND n.space = e.space ELSE EXISTS { (n)-[:IN_FORCE_IN]->(e) } END\n  WITH DISTINCT toInteger(e.number) AS number ORDER BY number\n  RETURN collect(number) AS epochs\n}\nWITH n, degree, epochs, labels(n)[0] AS label,\n  coalesce(n.title, n.name, n.question, n.label, n.note, CASE WHEN n:State|KnowledgeRequest THEN split(n.text, '\\n')[0] WHEN n:Epoch THEN 'Epoch ' + toString(toInteger(n.number))\n    WHEN n:Review THEN n.kind END, '') AS title\nRETURN n.id AS id, label, CASE WHEN trim(title) = '' THEN n.id ELSE left(title, 160) END AS title, n.kind AS kind, coalesce(n.library, CASE WHEN n:Library THEN n.key END) AS library,\n  CASE WHEN n:State|ErrorSignature THEN null ELSE n.space END AS space, n.outcome AS outcome,\n  toString(coalesce(n.createdAt, n.recordedAt, n.ingestedAt, n.at, n.openedAt, n.startedAt, n.retiredAt)) AS createdAt, degree, epochs,\n  CASE WHEN n:Problem THEN toFloat(COUNT { MATCH (n)<-[:ATTEMPTS]-(t:Trace {outcome: 'passed'}) WHERE t.space IN $spaces }) ELSE toFloat(coalesce(n.evidencePassed, 0)) END AS passed,\n  CASE WHEN n:Problem THEN toFloat(COUNT { MATCH (n)<-[:ATTEMPTS]-(t:Trace {outcome: 'failed'}) WHERE t.space IN $spaces }) ELSE toFloat(coalesce(n.evidenceFailed, 0)) END AS failed\nORDER BY id"
}

/** One node with all that may be shown of it, and how many neighbours in sight it has along edges of each type. A state has no space of its own: it is in sight where a trace in sight passed through it (whether it ran is joined over all, so it is not told); so is an error where one raised or resolved it, and the example shown is of such a trace. An insight that nobody approved is in sight only where drafts are. */
export const openNode: Query<
  {
    readonly ids: readonly string[]
    readonly spaces: readonly string[]
    readonly drafts: readonly string[]
  },
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
  text: "CYPHER 25 MATCH (n:Library|Doc|Api|Problem|Trace|State|ErrorSignature|Lesson|Insight|Recommendation|Feedback|KnowledgeRequest|Review|Epoch|Retired|Job)\nWHERE n.id IN $ids\nWITH DISTINCT n // Before the rest is asked: planned together with it the look-up takes a second to plan.\nWHERE CASE\n  WHEN n:State THEN EXISTS { MATCH (n)<-[:STARTS_AT|ENDS_AT]-(t:Trace) WHERE t.space IN $spaces }\n    OR EXISTS { MATCH (n)-[r:STEP]-(:State) WHERE r.space IN $spaces }\n  WHEN n:ErrorSignature THEN EXISTS { MATCH (n)<-[:RAISED|RESOLVED]-(t:Trace) WHERE t.space IN $spaces }\n  WHEN n:Insight THEN n.space IN $spaces AND (n.space IN $drafts OR NOT (coalesce(n.kind, 'reviewed') = 'candidate' OR coalesce(n.state, '') = 'rejected'))\n  ELSE n.space IN $spaces END\nCALL (n) {\n  MATCH (n)-[r]-(other:Library|Doc|Api|Problem|Trace|State|ErrorSignature|Lesson|Insight|Recommendation|Feedback|KnowledgeRequest|Review|Epoch|Retired|Job)\n  WHERE (other:State|ErrorSignature OR other.space IN $spaces) AND (NOT type(r) IN ['STEP', 'SHORTCUT'] OR r.space IN $spaces)\n    AND (NOT other:Insight OR NOT (coalesce(other.kind, 'reviewed') = 'candidate' OR coalesce(other.state, '') = 'rejected') OR other.space IN $drafts)\n  WITH type(r) AS type, startNode(r) = n AS out, count(DISTINCT other) AS count\n  ORDER BY type, out\n  RETURN collect({type: type, out: out, count: count}) AS edges\n}\nCALL (n) {\n  OPTIONAL MATCH (n:ErrorSignature)<-[r:RAISED]-(t:Trace)\n  WHERE t.space IN $spaces\n  RETURN min(r.example) AS example\n}\nRETURN n.id AS id, labels(n)[0] AS label,\n  n {.*, text: CASE WHEN n:ErrorSignature THEN example ELSE n.text END, embedding: null, names: null, terms: null, calls: null, standing: null,\n    hash: null, fingerprint: null, sources: null, claim: null, linked: null, lock: null, owner: null, marks: null, evidenceOf: null, evidencePassedOf: null, evidenceFailedOf: null, input: null, runs: null, within: null, taskKey: null, sessionKey: null} AS properties,\n  edges\nORDER BY id"
}

/** What is shown of these nodes, and how close each is in meaning to a vector, as the vector index scores it; text and code are cut to their first 6,000 characters. */
export const present: Query<
  {
    readonly ids: readonly string[]
    readonly spaces: readonly string[]
    readonly vector: readonly number[]
  },
  {
    readonly id: string
    readonly label: string
    readonly similarity: number | null
    readonly libraries: readonly string[]
    readonly node: GraphMap
  }
> = {
  name: 'present',
  access: 'read',
  integers: [],
  columns: {
    id: 'string',
    label: 'string',
    similarity: 'float?',
    libraries: 'string[]',
    node: 'map'
  },
  text: "CYPHER 25 MATCH (n:Doc|Api|Problem|Trace|Lesson|Insight)\nWHERE n.id IN $ids AND n.space IN $spaces\nRETURN n.id AS id, head([l IN labels(n) WHERE l <> 'Retired']) AS label,\n  CASE WHEN n.embedding IS NOT NULL AND size($vector) > 0 THEN vector.similarity.cosine(n.embedding, $vector) END AS similarity,\n  CASE WHEN n:Problem|Trace|Lesson|Insight THEN coalesce(n.libraries, []) + COLLECT {\n    MATCH (n)-[:USES|ABOUT]->(a:Api)\n    WHERE a.library IS NOT NULL\n    RETURN DISTINCT a.library AS library ORDER BY library } ELSE [] END AS libraries,\n  n {.kind, .library, .title, .qualifiedName, .signature, .summary, .deprecated, .doc, .path, .anchor, .part, .url, .breadcrumb, .examples,\n     .outcome, .agent, .applies, .advice, .avoid, .judgedBy, .trust, .principal, .confirmed, .observed, .observedCommand, .witnesses, .principals, .happens, .when, .instead, .shownBy, .noteKind, .source, .disputed,\n     .evidencePassed, .evidenceFailed, evidenceAt: n.evidenceAt.epochMillis, text: left(n.text, 6000), code: left(n.code, 6000)} AS node\nORDER BY id"
}

/** Problems of a space that an attempt passed, with what those attempts used: a sample that is the same every time, because ids are hashes. Where several write, what one of them reports of itself, whoever it says judged, counts once another has passed there too. Kin is all that came of attempts at the problem. */
export const problemsPassed: Query<
  {
    readonly space: string
    readonly most: number
    readonly known: number
    readonly claim: number
    readonly told: number
  },
  {
    readonly id: string
    readonly text: string
    readonly family: string | null
    readonly kin: readonly string[]
    readonly uses: readonly GraphMap[]
  }
> = {
  name: 'problemsPassed',
  access: 'read',
  integers: ['most', 'known'],
  columns: { id: 'string', text: 'string', family: 'string?', kin: 'string[]', uses: 'map[]' },
  text: "CYPHER 25 MATCH (p:Problem)\nWHERE p.space = $space AND NOT coalesce(p.tainted, false) AND EXISTS {\n  MATCH (p)<-[:ATTEMPTS]-(t:Trace)-[:USES]->(:Api)\n  WHERE t.outcome = 'passed' AND NOT coalesce(t.tainted, false)\n    AND ($known < 2 OR NOT (t.observed IS NULL AND t.confirmed IS NULL AND (coalesce(t.trust, 'self-reported') = 'self-reported' OR coalesce(t.judgedBy, 'agent') = 'agent'))\n      OR EXISTS { (p)<-[:ATTEMPTS]-(o:Trace {outcome: 'passed'}) WHERE o.principal <> t.principal })\n}\nWITH p ORDER BY p.id LIMIT $most\nCALL (p) {\n  MATCH (p)<-[:ATTEMPTS]-(t:Trace)\n  OPTIONAL MATCH (t)<-[:DERIVED_FROM|LEARNED_IN]-(n:Insight|Lesson)\n  RETURN collect(DISTINCT t.id) + collect(DISTINCT n.id) AS kin\n}\nCALL (p) {\n  MATCH (p)<-[:ATTEMPTS]-(t:Trace)-[u:USES]->(a:Api)\n  WHERE t.outcome = 'passed' AND NOT coalesce(t.tainted, false)\n    AND ($known < 2 OR NOT (t.observed IS NULL AND t.confirmed IS NULL AND (coalesce(t.trust, 'self-reported') = 'self-reported' OR coalesce(t.judgedBy, 'agent') = 'agent'))\n      OR EXISTS { (p)<-[:ATTEMPTS]-(o:Trace {outcome: 'passed'}) WHERE o.principal <> t.principal })\n  WITH a, max(coalesce(u.weight, 1.0) * CASE WHEN t.confirmed THEN 1.0 WHEN coalesce(t.judgedBy, 'agent') = 'agent' THEN $claim WHEN t.observed IS NULL AND coalesce(t.trust, 'self-reported') = 'self-reported' THEN $told ELSE 1.0 END) AS weight\n  ORDER BY a.id\n  RETURN collect({api: a.id, library: a.library, kind: a.kind, weight: weight}) AS uses\n}\nRETURN p.id AS id, p.text AS text, p.family AS family, kin, uses\nORDER BY id"
}

/** What was learned of the order of documentation in a space. */
export const rankingOf: Query<
  { readonly id: string },
  {
    readonly report: string | null
    readonly ranking: string | null
    readonly problems: number
    readonly learnedAt: string | null
  }
> = {
  name: 'rankingOf',
  access: 'read',
  integers: [],
  columns: { report: 'string?', ranking: 'string?', problems: 'int', learnedAt: 'string?' },
  text: 'CYPHER 25 MATCH (m:Meta {id: $id})\nRETURN m.report AS report, m.ranking AS ranking, coalesce(m.problems, 0) AS problems, toString(m.learnedAt) AS learnedAt'
}

/** Attempts at problems where these errors were raised: those that passed first, then others, then those that raised them. */
export const recallErrors: Query<
  {
    readonly errors: readonly string[]
    readonly spaces: readonly string[]
    readonly limit: number
  },
  {
    readonly id: string
    readonly label: string
    readonly outcome: string | null
    readonly score: number
  }
> = {
  name: 'recallErrors',
  access: 'read',
  integers: ['limit'],
  columns: { id: 'string', label: 'string', outcome: 'string?', score: 'float' },
  text: "CYPHER 25 CALL () {\n  MATCH (e:ErrorSignature)<-[:RAISED]-(failed:Trace)-[:ATTEMPTS]->(:Problem)<-[:ATTEMPTS]-(t:Trace)\n  WHERE e.id IN $errors AND t.space IN $spaces AND NOT coalesce(t.tainted, false) AND failed.space IN $spaces\n  RETURN t, CASE t.outcome WHEN 'passed' THEN 1.0 ELSE 0.5 END AS weight\n  UNION ALL\n  MATCH (e:ErrorSignature)<-[:RAISED]-(t:Trace)\n  WHERE e.id IN $errors AND t.space IN $spaces AND NOT coalesce(t.tainted, false)\n  RETURN t, 0.4 AS weight\n}\nWITH t, max(weight) AS score\nORDER BY score DESC, t.id\nLIMIT $limit\nRETURN t.id AS id, 'Trace' AS label, t.outcome AS outcome, score"
}

/** Experience close in meaning, best first, with the APIs it used. The kinds keep documentation out inside the index: a label alone is only looked at afterwards. */
export const recallExperience: Query<
  {
    readonly vector: readonly number[]
    readonly spaces: readonly string[]
    readonly limit: number
  },
  {
    readonly id: string
    readonly label: string
    readonly outcome: string | null
    readonly score: number
    readonly uses: readonly GraphMap[]
  }
> = {
  name: 'recallExperience',
  access: 'read',
  integers: ['limit'],
  columns: { id: 'string', label: 'string', outcome: 'string?', score: 'float', uses: 'map[]' },
  text: "CYPHER 25 MATCH (n:Problem|Trace|Lesson|Insight)\n  SEARCH n IN (VECTOR INDEX memory_vector FOR $vector WHERE n.space IN $spaces AND n.kind IN ['task', 'passed', 'failed', 'unknown', 'lesson', 'reviewed'] LIMIT $limit) SCORE AS score\nWITH n, score\nWHERE NOT coalesce(n.tainted, false)\nCALL (n) {\n  OPTIONAL MATCH (n)-[:USES|ABOUT]->(a:Api)\n  WHERE a.space IN $spaces\n  RETURN [use IN collect({entry: coalesce(a.doc, a.id), id: a.id, name: a.qualifiedName, kind: a.kind, library: a.library,\n    standing: coalesce(a.standing, [])}) WHERE use.id IS NOT NULL][..40] AS uses\n}\nRETURN n.id AS id, labels(n)[0] AS label, n.outcome AS outcome, score, uses\nORDER BY score DESC, id"
}

/** Documentation close in meaning, best first. */
export const recallMeaning: Query<
  {
    readonly vector: readonly number[]
    readonly spaces: readonly string[]
    readonly libraries: readonly string[]
    readonly limit: number
  },
  {
    readonly id: string
    readonly label: string
    readonly entry: string
    readonly api: string | null
    readonly name: string
    readonly kind: string | null
    readonly library: string | null
    readonly standing: readonly number[]
    readonly score: number
  }
> = {
  name: 'recallMeaning',
  access: 'read',
  integers: ['limit'],
  columns: {
    id: 'string',
    label: 'string',
    entry: 'string',
    api: 'string?',
    name: 'string',
    kind: 'string?',
    library: 'string?',
    standing: 'float[]',
    score: 'float'
  },
  text: "CYPHER 25 MATCH (n:Doc|Api)\n  SEARCH n IN (VECTOR INDEX memory_vector FOR $vector WHERE n.space IN $spaces AND n.library IN $libraries LIMIT $limit) SCORE AS score\nRETURN n.id AS id, labels(n)[0] AS label, coalesce(n.doc, n.id) AS entry,\n  CASE WHEN n:Api THEN n.id WHEN n.about IS NULL THEN null ELSE 'api:' + n.library + '/' + n.about END AS api, coalesce(n.about, n.qualifiedName, n.title) AS name,\n  coalesce(n.aboutKind, n.kind) AS kind, n.library AS library, coalesce(n.standing, []) AS standing, score\nORDER BY score DESC, id"
}

/** Documentation found by its names in the full-text index, best first. */
export const recallNames: Query<
  {
    readonly query: string
    readonly spaces: readonly string[]
    readonly libraries: readonly string[]
    readonly limit: number
  },
  {
    readonly id: string
    readonly label: string
    readonly entry: string
    readonly api: string | null
    readonly name: string
    readonly kind: string | null
    readonly library: string | null
    readonly standing: readonly number[]
    readonly score: number
  }
> = {
  name: 'recallNames',
  access: 'read',
  integers: ['limit'],
  columns: {
    id: 'string',
    label: 'string',
    entry: 'string',
    api: 'string?',
    name: 'string',
    kind: 'string?',
    library: 'string?',
    standing: 'float[]',
    score: 'float'
  },
  text: "CYPHER 25 CALL db.index.fulltext.queryNodes('memory_names', $query, {limit: $limit}) YIELD node AS n, score\nWHERE (n:Doc OR n:Api) AND n.space IN $spaces AND n.library IN $libraries\nRETURN n.id AS id, labels(n)[0] AS label, coalesce(n.doc, n.id) AS entry,\n  CASE WHEN n:Api THEN n.id WHEN n.about IS NULL THEN null ELSE 'api:' + n.library + '/' + n.about END AS api, coalesce(n.about, n.qualifiedName, n.title) AS name,\n  coalesce(n.aboutKind, n.kind) AS kind, n.library AS library, coalesce(n.standing, []) AS standing, score\nORDER BY score DESC, id"
}

/** The APIs of these libraries that documentation uses most. */
export const recallPopular: Query<
  {
    readonly spaces: readonly string[]
    readonly libraries: readonly string[]
    readonly limit: number
  },
  {
    readonly id: string
    readonly label: string
    readonly entry: string
    readonly api: string | null
    readonly name: string
    readonly kind: string | null
    readonly library: string | null
    readonly standing: readonly number[]
    readonly score: number
  }
> = {
  name: 'recallPopular',
  access: 'read',
  integers: ['limit'],
  columns: {
    id: 'string',
    label: 'string',
    entry: 'string',
    api: 'string?',
    name: 'string',
    kind: 'string?',
    library: 'string?',
    standing: 'float[]',
    score: 'float'
  },
  text: "CYPHER 25 MATCH (n:Api)\nWHERE n.library IN $libraries AND n.usage > 0 AND n.space IN $spaces\nWITH n, toFloat(n.usage) AS score\nORDER BY score DESC, n.id\nLIMIT $limit\nRETURN n.id AS id, labels(n)[0] AS label, coalesce(n.doc, n.id) AS entry,\n  CASE WHEN n:Api THEN n.id WHEN n.about IS NULL THEN null ELSE 'api:' + n.library + '/' + n.about END AS api, coalesce(n.about, n.qualifiedName, n.title) AS name,\n  coalesce(n.aboutKind, n.kind) AS kind, n.library AS library, coalesce(n.standing, []) AS standing, score"
}

/** Problems close in meaning that an attempt solved, nearest first, with the APIs that solutions used and how sure each use is; less where only the agent itself says that it passed. Of one principal only so many attempts at a problem are looked at. A use tells who alone stands behind it; of attempts of nobody each is somebody else's. */
export const recallSolved: Query<
  {
    readonly vector: readonly number[]
    readonly spaces: readonly string[]
    readonly limit: number
    readonly attempts: number
    readonly each: number
    readonly claim: number
    readonly told: number
  },
  {
    readonly id: string
    readonly family: string
    readonly score: number
    readonly uses: readonly GraphMap[]
  }
> = {
  name: 'recallSolved',
  access: 'read',
  integers: ['limit', 'attempts', 'each'],
  columns: { id: 'string', family: 'string', score: 'float', uses: 'map[]' },
  text: "CYPHER 25 MATCH (p:Problem)\n  SEARCH p IN (VECTOR INDEX memory_vector FOR $vector WHERE p.space IN $spaces AND p.kind = 'task' LIMIT $limit) SCORE AS score\nWITH p, score\nWHERE NOT coalesce(p.tainted, false)\nCALL (p) {\n  MATCH (p)<-[:ATTEMPTS]-(t:Trace)\n  WHERE t.outcome = 'passed' AND t.space IN $spaces AND NOT coalesce(t.tainted, false)\n  WITH coalesce(t.principal, t.id) AS by, t ORDER BY t.id\n  WITH by, collect(t)[..$each] AS theirs\n  UNWIND theirs AS t\n  WITH by, t ORDER BY t.id LIMIT $attempts\n  MATCH (t)-[u:USES]->(a:Api)\n  WITH a, max(coalesce(u.weight, 1.0) * CASE WHEN t.confirmed THEN 1.0 WHEN coalesce(t.judgedBy, 'agent') = 'agent' THEN $claim WHEN t.observed IS NULL AND coalesce(t.trust, 'self-reported') = 'self-reported' THEN $told ELSE 1.0 END) AS weight, collect(DISTINCT by) AS by\n  ORDER BY a.id\n  RETURN collect({api: a.id, weight: weight, by: CASE size(by) WHEN 1 THEN by[0] END}) AS uses\n}\nWITH p, score, uses\nWHERE size(uses) > 0\nRETURN p.id AS id, coalesce(p.family, p.id) AS family, score, uses\nORDER BY score DESC, id"
}

/** Problems and attempts found by the words of the question, best first. */
export const recallTasks: Query<
  { readonly query: string; readonly spaces: readonly string[]; readonly limit: number },
  {
    readonly id: string
    readonly label: string
    readonly outcome: string | null
    readonly score: number
  }
> = {
  name: 'recallTasks',
  access: 'read',
  integers: ['limit'],
  columns: { id: 'string', label: 'string', outcome: 'string?', score: 'float' },
  text: "CYPHER 25 CALL db.index.fulltext.queryNodes('experience_text', $query, {limit: $limit}) YIELD node AS n, score\nWHERE (NOT n:Insight OR n.kind = 'reviewed') AND n.space IN $spaces AND NOT coalesce(n.tainted, false)\nRETURN n.id AS id, labels(n)[0] AS label, n.outcome AS outcome, score\nORDER BY score DESC, id"
}

/** How many entries of documentation hold each of these terms, up to a limit, and which where they are few: one query a term, each as the index reads it. */
export const recallTerms: Query<
  {
    readonly queries: readonly string[]
    readonly spaces: readonly string[]
    readonly libraries: readonly string[]
    readonly limit: number
    readonly shown: number
  },
  { readonly term: number; readonly count: number; readonly hits: readonly GraphMap[] }
> = {
  name: 'recallTerms',
  access: 'read',
  integers: ['limit', 'shown'],
  columns: { term: 'int', count: 'int', hits: 'map[]' },
  text: "CYPHER 25 UNWIND range(0, size($queries) - 1) AS term\nCALL (term) {\n  CALL db.index.fulltext.queryNodes('documentation_text', $queries[term], {limit: $limit}) YIELD node AS n, score\n  WHERE n.space IN $spaces AND n.library IN $libraries\n  WITH n, score ORDER BY score DESC, n.id\n  WITH collect({n: n, score: score}) AS found\n  RETURN size(found) AS count, [hit IN CASE WHEN size(found) > $shown THEN [] ELSE found END | {id: hit.n.id, label: labels(hit.n)[0], entry: coalesce(hit.n.doc, hit.n.id),\n    api: CASE WHEN hit.n:Api THEN hit.n.id WHEN hit.n.about IS NULL THEN null ELSE 'api:' + hit.n.library + '/' + hit.n.about END, name: coalesce(hit.n.about, hit.n.qualifiedName, hit.n.title),\n    kind: coalesce(hit.n.aboutKind, hit.n.kind), library: hit.n.library, standing: coalesce(hit.n.standing, []), score: hit.score}] AS hits\n}\nRETURN term, count, hits\nORDER BY term"
}

/** Documentation found by its words in the full-text index, best first. */
export const recallWords: Query<
  {
    readonly query: string
    readonly spaces: readonly string[]
    readonly libraries: readonly string[]
    readonly limit: number
  },
  {
    readonly id: string
    readonly label: string
    readonly entry: string
    readonly api: string | null
    readonly name: string
    readonly kind: string | null
    readonly library: string | null
    readonly standing: readonly number[]
    readonly score: number
  }
> = {
  name: 'recallWords',
  access: 'read',
  integers: ['limit'],
  columns: {
    id: 'string',
    label: 'string',
    entry: 'string',
    api: 'string?',
    name: 'string',
    kind: 'string?',
    library: 'string?',
    standing: 'float[]',
    score: 'float'
  },
  text: "CYPHER 25 CALL db.index.fulltext.queryNodes('documentation_text', $query, {limit: $limit}) YIELD node AS n, score\nWHERE n.space IN $spaces AND n.library IN $libraries\nRETURN n.id AS id, labels(n)[0] AS label, coalesce(n.doc, n.id) AS entry,\n  CASE WHEN n:Api THEN n.id WHEN n.about IS NULL THEN null ELSE 'api:' + n.library + '/' + n.about END AS api, coalesce(n.about, n.qualifiedName, n.title) AS name,\n  coalesce(n.aboutKind, n.kind) AS kind, n.library AS library, coalesce(n.standing, []) AS standing, score\nORDER BY score DESC, id"
}

/** Answers of these spaces after a place in their order, the newest first, with how the last feedback says that it ended. */
export const recommendations: Query<
  {
    readonly spaces: readonly string[]
    readonly before: string | null
    readonly after: string
    readonly limit: number
  },
  {
    readonly id: string
    readonly question: string
    readonly cites: number
    readonly outcome: string | null
    readonly space: string
    readonly createdAt: string
  }
> = {
  name: 'recommendations',
  access: 'read',
  integers: ['limit'],
  columns: {
    id: 'string',
    question: 'string',
    cites: 'int',
    outcome: 'string?',
    space: 'string',
    createdAt: 'string'
  },
  text: "CYPHER 25 WITH coalesce(datetime($before), datetime('9999-12-31T23:59:59Z')) AS last\nUNWIND $spaces AS space\nWITH DISTINCT space, last\n// Space by space the index has them in this order: what is not shown is not read.\nCALL (space, last) {\n  MATCH (r:Recommendation)\n  WHERE r.space = space AND r.createdAt <= last AND CASE WHEN r.createdAt = last THEN r.id > $after ELSE true END\n  RETURN r ORDER BY r.space DESC, r.createdAt DESC, r.id LIMIT $limit\n}\nWITH r ORDER BY r.createdAt DESC, r.id LIMIT $limit\nCALL (r) {\n  OPTIONAL MATCH (f:Feedback)-[:ON]->(r)\n  WITH f ORDER BY f.createdAt DESC, f.id LIMIT 1\n  RETURN f.outcome AS outcome\n}\nRETURN r.id AS id, left(coalesce(r.question, ''), 2000) AS question, COUNT { (r)-[:CITES]->() } AS cites, outcome, r.space AS space, toString(r.createdAt) AS createdAt\nORDER BY r.createdAt DESC, id"
}

/** Whether more than one principal has told of attempts in these spaces. */
export const severalPrincipals: Query<
  { readonly spaces: readonly string[] },
  { readonly several: boolean }
> = {
  name: 'severalPrincipals',
  access: 'read',
  integers: [],
  columns: { several: 'boolean' },
  text: 'CYPHER 25 UNWIND $spaces AS space\nCALL (space) {\n  // The first and the last by name: the index has both without the others.\n  MATCH (t:Trace)\n  WHERE t.space = space AND t.principal IS NOT NULL\n  RETURN t.principal AS principal ORDER BY t.space, t.principal LIMIT 1\n  UNION\n  MATCH (t:Trace)\n  WHERE t.space = space AND t.principal IS NOT NULL\n  RETURN t.principal AS principal ORDER BY t.space DESC, t.principal DESC LIMIT 1\n}\nRETURN count(DISTINCT principal) > 1 AS several'
}

/** How close in meaning these nodes are to a vector: from 0 to 1, as the vector index scores them. */
export const similarityOf: Query<
  { readonly ids: readonly string[]; readonly vector: readonly number[] },
  { readonly id: string; readonly score: number }
> = {
  name: 'similarityOf',
  access: 'read',
  integers: [],
  columns: { id: 'string', score: 'float' },
  text: 'CYPHER 25 MATCH (n:Doc|Api)\nWHERE n.id IN $ids AND n.embedding IS NOT NULL\nRETURN n.id AS id, vector.similarity.cosine(n.embedding, $vector) AS score\nORDER BY id'
}

/** Attempts of these spaces after a place in their order, the newest first. */
export const traces: Query<
  {
    readonly spaces: readonly string[]
    readonly outcome: string | null
    readonly before: string | null
    readonly after: string
    readonly limit: number
  },
  {
    readonly id: string
    readonly title: string
    readonly problem: string
    readonly agent: string
    readonly outcome: string
    readonly space: string
    readonly tainted: boolean
    readonly createdAt: string
  }
> = {
  name: 'traces',
  access: 'read',
  integers: ['limit'],
  columns: {
    id: 'string',
    title: 'string',
    problem: 'string',
    agent: 'string',
    outcome: 'string',
    space: 'string',
    tainted: 'boolean',
    createdAt: 'string'
  },
  text: "CYPHER 25 WITH coalesce(datetime($before), datetime('9999-12-31T23:59:59Z')) AS last\nUNWIND $spaces AS space\nWITH DISTINCT space, last\n// Space by space the index has them in this order: what is not shown is not read.\nCALL (space, last) {\n  MATCH (t:Trace)\n  WHERE t.space = space AND t.createdAt <= last AND ($outcome IS NULL OR t.outcome = $outcome) AND CASE WHEN t.createdAt = last THEN t.id > $after ELSE true END\n  RETURN t ORDER BY t.space DESC, t.createdAt DESC, t.id LIMIT $limit\n}\nWITH t ORDER BY t.createdAt DESC, t.id LIMIT $limit\nRETURN t.id AS id, coalesce(t.title, t.id) AS title, coalesce(t.problem, '') AS problem, coalesce(t.agent, '') AS agent, coalesce(t.outcome, 'unknown') AS outcome,\n  t.space AS space, coalesce(t.tainted, false) AS tainted, toString(t.createdAt) AS createdAt\nORDER BY t.createdAt DESC, id"
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
  text: 'CYPHER 25 MATCH (d:Doc)\nWHERE d.id IN $ids AND d.space IN $spaces\nRETURN d.id AS id'
}

/** Writes down what was learned of the order of documentation in a space; without weights the shipped ones are in force. */
export const writeRanking: Query<
  {
    readonly id: string
    readonly report: string
    readonly ranking: string | null
    readonly problems: number
  },
  Record<string, never>
> = {
  name: 'writeRanking',
  access: 'write',
  integers: ['problems'],
  columns: {},
  text: 'CYPHER 25 MERGE (m:Meta {id: $id})\nSET m.report = $report, m.ranking = $ranking, m.problems = $problems, m.learnedAt = datetime()'
}

/** The last names of the APIs of libraries. */
export const apiNamesOf: Query<
  { readonly libraries: readonly string[] },
  { readonly name: string }
> = {
  name: 'apiNamesOf',
  access: 'read',
  integers: [],
  columns: { name: 'string' },
  text: 'CYPHER 25 MATCH (a:Api)\nWHERE a.library IN $libraries\nRETURN DISTINCT a.name AS name\nORDER BY name'
}

/** The documented APIs whose last names are among these. */
export const apisNamed: Query<
  { readonly names: readonly string[]; readonly spaces: readonly string[]; readonly limit: number },
  {
    readonly id: string
    readonly qualifiedName: string
    readonly name: string
    readonly library: string
  }
> = {
  name: 'apisNamed',
  access: 'read',
  integers: ['limit'],
  columns: { id: 'string', qualifiedName: 'string', name: 'string', library: 'string' },
  text: "CYPHER 25 MATCH (a:Api)\nWHERE a.name IN $names AND a.space IN $spaces AND NOT coalesce(a.provisional, false)\nRETURN a.id AS id, a.qualifiedName AS qualifiedName, a.name AS name, coalesce(a.library, '') AS library\nORDER BY id\nLIMIT $limit"
}

/** The APIs that traces used, surest first. */
export const apisOfTraces: Query<
  { readonly ids: readonly string[] },
  { readonly trace: string; readonly id: string; readonly name: string; readonly weight: number }
> = {
  name: 'apisOfTraces',
  access: 'read',
  integers: [],
  columns: { trace: 'string', id: 'string', name: 'string', weight: 'float' },
  text: 'CYPHER 25 MATCH (t:Trace)-[u:USES]->(a:Api)\nWHERE t.id IN $ids\nRETURN t.id AS trace, a.id AS id, a.qualifiedName AS name, coalesce(u.weight, 1.0) AS weight\nORDER BY trace, weight DESC, id'
}

/** What the attempts at problems show that were judged: the best of those that passed and the shortest of those that failed, so that it follows from all of them. */
export const attemptsAt: Query<
  { readonly problems: readonly string[]; readonly space: string },
  {
    readonly problem: string
    readonly id: string
    readonly outcome: string
    readonly code: string
    readonly uses: readonly string[]
    readonly type: string | null
    readonly apis: readonly GraphMap[]
  }
> = {
  name: 'attemptsAt',
  access: 'read',
  integers: [],
  columns: {
    problem: 'string',
    id: 'string',
    outcome: 'string',
    code: 'string',
    uses: 'string[]',
    type: 'string?',
    apis: 'map[]'
  },
  text: "CYPHER 25 UNWIND $problems AS wanted\nMATCH (p:Problem {id: wanted})\nCALL (p) {\n  MATCH (p)<-[:ATTEMPTS]-(t:Trace {outcome: 'passed'})\n  WHERE t.space = $space AND t.code IS NOT NULL AND NOT coalesce(t.tainted, false)\n  RETURN t ORDER BY t.effect DESC, size(t.code), t.id LIMIT 25\n  UNION ALL\n  MATCH (p)<-[:ATTEMPTS]-(t:Trace {outcome: 'failed'})\n  WHERE t.space = $space AND t.code IS NOT NULL AND NOT coalesce(t.tainted, false)\n  RETURN t ORDER BY size(t.code), t.id LIMIT 25\n}\nOPTIONAL MATCH (t)-[:RAISED {last: true}]->(e:ErrorSignature)\nWITH p, t, min(e.type) AS type\nCALL (t) {\n  OPTIONAL MATCH (t)-[u:USES]->(a:Api)\n  WITH u, a ORDER BY a.id\n  RETURN [one IN collect({id: a.id, name: a.qualifiedName, names: u.names}) WHERE one.id IS NOT NULL] AS apis\n}\nRETURN p.id AS problem, t.id AS id, t.outcome AS outcome, left(t.code, 20000) AS code, coalesce(t.codeUses, []) AS uses, type, apis\nORDER BY problem, id"
}

/** Judged attempts that no chat model was asked about yet, in the order of their ids. */
export const attemptsToExplain: Query<
  { readonly space: string; readonly after: string; readonly limit: number },
  {
    readonly id: string
    readonly problem: string
    readonly task: string
    readonly outcome: string
    readonly code: string
    readonly effect: number
    readonly measurements: string | null
    readonly log: string | null
    readonly type: string | null
    readonly apis: readonly string[]
  }
> = {
  name: 'attemptsToExplain',
  access: 'read',
  integers: ['limit'],
  columns: {
    id: 'string',
    problem: 'string',
    task: 'string',
    outcome: 'string',
    code: 'string',
    effect: 'float',
    measurements: 'string?',
    log: 'string?',
    type: 'string?',
    apis: 'string[]'
  },
  text: "CYPHER 25 MATCH (t:Trace)-[:ATTEMPTS]->(p:Problem)\nWHERE t.space = $space AND t.id > $after AND t.outcome IN ['passed', 'failed'] AND t.code IS NOT NULL AND t.lessonBy IS NULL\n  AND NOT coalesce(t.tainted, false)\nWITH t, p ORDER BY t.id LIMIT $limit\nOPTIONAL MATCH (t)-[r:RAISED {last: true}]->(e:ErrorSignature)\nWITH t, p, e, r ORDER BY t.id, e.id\nWITH t, p, head(collect({type: e.type, example: r.example})) AS error\nOPTIONAL MATCH (t)-[u:USES]->(:Api)\nWITH t, p, error, collect(u.names) AS names\nRETURN t.id AS id, p.id AS problem, p.text AS task, t.outcome AS outcome, t.code AS code, toFloat(coalesce(t.effect, 0)) AS effect,\n  t.measurements AS measurements, coalesce(t.error, error.example) AS log, error.type AS type,\n  reduce(all = [], some IN names | all + some) AS apis\nORDER BY id"
}

/** Takes away what followed from the attempts at problems and no longer does, and says of which notes. */
export const clearDerived: Query<
  {
    readonly problems: readonly string[]
    readonly space: string
    readonly keep: readonly string[]
  },
  { readonly id: string }
> = {
  name: 'clearDerived',
  access: 'write',
  integers: [],
  columns: { id: 'string' },
  text: "CYPHER 25 MATCH (p:Problem)<-[:ATTEMPTS]-(t:Trace)<-[r:LEARNED_IN {source: 'difference'}]-(l:Lesson)\nWHERE p.id IN $problems AND t.space = $space AND NOT l.id + ' ' + t.id IN $keep\nDELETE r\nRETURN DISTINCT l.id AS id\nORDER BY id"
}

/** Takes the edges of traces away that are about to be written anew, and says which problems they attempted, which notes they told of, and which errors and states they met. */
export const clearTraces: Query<
  { readonly ids: readonly string[] },
  {
    readonly problem: string
    readonly notes: readonly string[]
    readonly errors: readonly string[]
    readonly states: readonly string[]
  }
> = {
  name: 'clearTraces',
  access: 'write',
  integers: [],
  columns: { problem: 'string', notes: 'string[]', errors: 'string[]', states: 'string[]' },
  text: "CYPHER 25 MATCH (t:Trace)-[:ATTEMPTS]->(p:Problem)\nWHERE t.id IN $ids\nWITH t, p.id AS problem\nCREATE (:StaleHour {id: randomUUID(), space: t.space, at: datetime.truncate('hour', coalesce(t.createdAt, datetime()))})\nWITH t, problem\nCALL (t) {\n  OPTIONAL MATCH (l:Lesson)-[r:LEARNED_IN]->(t)\n  WITH r, l.id AS note\n  DELETE r\n  RETURN collect(DISTINCT note) AS notes\n}\nWITH t, problem, notes,\n  COLLECT { MATCH (t)-[:RAISED|RESOLVED]->(e:ErrorSignature) RETURN e.id } AS errors,\n  COLLECT { MATCH (t)-[:STARTS_AT|ENDS_AT]->(s:State) RETURN s.id } + COLLECT { MATCH (a:State)-[r:STEP {trace: t.id}]->(:State) RETURN a.id }\n    + COLLECT { MATCH (:State)-[r:STEP {trace: t.id}]->(b:State) RETURN b.id } AS states\nCALL (t) {\n  MATCH (t)-[r:ATTEMPTS|USES|RAISED|RESOLVED|STARTS_AT|ENDS_AT|FOLLOWED]->()\n  DELETE r\n}\nCALL (t) {\n  MATCH (:State)-[r:STEP {trace: t.id}]->(:State)\n  DELETE r\n}\nCALL (t) {\n  MATCH (:State)-[r:SHORTCUT {trace: t.id}]->(:State)\n  DELETE r\n}\nRETURN problem, notes, errors, states\nORDER BY problem"
}

/** Says of the attempts at these problems, and at those that these traces attempt, whether somebody else bears out that they passed: who passed there with the same solution but for blanks, or who used it from an answer and told that this went well. It follows from the attempts and the feedback that there are; what is nobody's bears nothing out and is not borne out. */
export const confirmOutcomes: Query<
  { readonly problems: readonly string[]; readonly traces: readonly string[] },
  Record<string, never>
> = {
  name: 'confirmOutcomes',
  access: 'write',
  integers: [],
  columns: {},
  text: "CYPHER 25 CALL () {\n  UNWIND $problems AS id\n  MATCH (p:Problem {id: id})\n  RETURN p\n  UNION\n  UNWIND $traces AS id\n  MATCH (:Trace {id: id})-[:ATTEMPTS]->(p:Problem)\n  RETURN p\n}\nWITH DISTINCT p ORDER BY p.id\nSET p.lock = true\nREMOVE p.lock\nWITH p\nCALL (p) {\n  MATCH (p)<-[:ATTEMPTS]-(t:Trace {outcome: 'passed'})\n  WHERE t.principal IS NOT NULL AND NOT coalesce(t.tainted, false) AND t.code IS NOT NULL\n  WITH [word IN split(replace(replace(replace(t.code, '\\r', ' '), '\\n', ' '), '\\t', ' '), ' ') WHERE word <> ''] AS solution, t\n  WHERE size(solution) > 0\n  WITH solution, collect(t.id) AS same, count(DISTINCT t.principal) AS principals\n  WHERE principals > 1\n  UNWIND same AS id\n  RETURN collect(id) AS agreeing\n}\nMATCH (p)<-[:ATTEMPTS]-(t:Trace)\nWITH t, t.outcome = 'passed' AND t.principal IS NOT NULL AND NOT coalesce(t.tainted, false) AND (t.id IN agreeing OR EXISTS {\n  (t)<-[:USED]-(f:Feedback {outcome: 'passed'}) WHERE f.space = t.space AND f.principal IS NOT NULL AND f.principal <> t.principal\n}) AS confirmed\nWHERE coalesce(t.confirmed, false) <> confirmed\nSET t.confirmed = CASE WHEN confirmed THEN true END"
}

/** Errors of a type that somebody resolved. */
export const errorsOfType: Query<
  { readonly type: string; readonly spaces: readonly string[] },
  { readonly id: string; readonly normalForm: string; readonly example: string }
> = {
  name: 'errorsOfType',
  access: 'read',
  integers: [],
  columns: { id: 'string', normalForm: 'string', example: 'string' },
  text: "CYPHER 25 MATCH (e:ErrorSignature {type: $type})\nWHERE e.space IN $spaces AND NOT coalesce(e.vague, false) AND EXISTS { MATCH (e)<-[:RESOLVED]-(t:Trace) WHERE t.space IN $spaces }\nRETURN e.id AS id, e.title AS normalForm, coalesce(e.text, '') AS example\nORDER BY id\nLIMIT 2000"
}

/** What resolved errors: who raised them, and the attempts that got rid of them, best known first. */
export const errorsResolved: Query<
  { readonly ids: readonly string[]; readonly spaces: readonly string[]; readonly limit: number },
  {
    readonly id: string
    readonly type: string
    readonly normalForm: string
    readonly raised: number
    readonly resolved: number
    readonly agents: number
    readonly problems: number
    readonly attempts: readonly GraphMap[]
    readonly apis: readonly GraphMap[]
  }
> = {
  name: 'errorsResolved',
  access: 'read',
  integers: ['limit'],
  columns: {
    id: 'string',
    type: 'string',
    normalForm: 'string',
    raised: 'int',
    resolved: 'int',
    agents: 'int',
    problems: 'int',
    attempts: 'map[]',
    apis: 'map[]'
  },
  text: "CYPHER 25 MATCH (e:ErrorSignature)\nWHERE e.id IN $ids AND e.space IN $spaces\nCALL (e) {\n  MATCH (e)<-[:RAISED]-(t:Trace)\n  WHERE t.space IN $spaces\n  RETURN count(t) AS raised\n}\nCALL (e) {\n  MATCH (e)<-[r:RESOLVED]-(t:Trace)-[:ATTEMPTS]->(p:Problem)\n  WHERE t.space IN $spaces AND NOT coalesce(t.tainted, false)\n  WITH t, p, coalesce(r.own, false) AS own\n  ORDER BY t.outcome DESC, own DESC, t.id\n  RETURN collect(t) AS traces, count(t) AS resolved, count(DISTINCT coalesce(t.principal, '')) AS agents, count(DISTINCT p) AS problems,\n    collect({trace: t.id, problem: p.id, title: p.title, agent: t.agent, outcome: t.outcome, judgedBy: t.judgedBy, trust: t.trust, confirmed: coalesce(t.confirmed, false), observed: CASE WHEN t.observed IS NOT NULL THEN coalesce(t.observedCommand, '') END, own: own, code: left(coalesce(t.code, ''), 1600)})[..$limit] AS attempts\n}\nCALL (traces) {\n  UNWIND traces AS t\n  MATCH (t)-[u:USES]->(a:Api)\n  WHERE a.space IN $spaces\n  WITH a, count(*) AS times, max(u.weight) AS weight\n  ORDER BY times DESC, weight DESC, a.id\n  LIMIT 8\n  RETURN collect({id: a.id, name: a.qualifiedName, times: times}) AS apis\n}\nRETURN e.id AS id, e.type AS type, e.title AS normalForm, raised, resolved, agents, problems, attempts, apis\nORDER BY id"
}

/** The gain that a share of the shortcuts in these spaces lies below: an epsilon that fits the embedder in use. */
export const gainQuantile: Query<
  { readonly quantile: number; readonly spaces: readonly string[] },
  { readonly epsilon: number | null }
> = {
  name: 'gainQuantile',
  access: 'read',
  integers: [],
  columns: { epsilon: 'float?' },
  text: 'CYPHER 25 MATCH ()-[r:SHORTCUT]->()\nWHERE r.space IN $spaces\nWITH r.gain AS gain LIMIT 100000\nRETURN percentileCont(gain, $quantile) AS epsilon'
}

/** Says which attempts resolved an error that others raised at the same problem: the best of those that passed without it. What held before and no longer does goes. The best are the 200 that did best in the least code, with all that are as good as the last of them, so that no id decides. */
export const joinResolutions: Query<
  { readonly problems: readonly string[]; readonly space: string },
  Record<string, never>
> = {
  name: 'joinResolutions',
  access: 'write',
  integers: [],
  columns: {},
  text: "CYPHER 25 UNWIND $problems AS wanted\nMATCH (p:Problem {id: wanted})\nCALL (p) {\n  MATCH (p)<-[:ATTEMPTS]-(t:Trace)-[r:RESOLVED]->(:ErrorSignature)\n  WHERE t.space = $space AND NOT coalesce(r.own, false)\n  DELETE r\n}\nCALL (p) {\n  MATCH (p)<-[:ATTEMPTS]-(t:Trace {outcome: 'passed'})\n  WHERE t.space = $space\n  WITH t.effect AS effect, size(t.code) AS length\n  ORDER BY effect DESC, length\n  LIMIT 200\n  WITH collect([effect, coalesce(length, 1e9)])[-1] AS last\n  RETURN last[0] AS least, last[1] AS longest\n}\nCALL (p, least, longest) {\n  MATCH (p)<-[:ATTEMPTS]-(t:Trace {outcome: 'passed'})\n  WHERE t.space = $space AND (t.effect > least OR t.effect = least AND coalesce(size(t.code), 1e9) <= longest)\n  RETURN t\n}\nCALL (p, t) {\n  MATCH (p)<-[:ATTEMPTS]-(other:Trace)-[:RAISED]->(e:ErrorSignature)\n  WHERE other.space = $space AND other.outcome <> 'passed' AND NOT coalesce(e.vague, false) AND NOT EXISTS { (t)-[:RAISED]->(e) }\n  RETURN DISTINCT e\n}\nMERGE (t)-[:RESOLVED]->(e)"
}

/** Writes the shortcuts of traces that are new: both memories of co-reasoning, seen from either end. */
export const joinShortcuts: Query<{ readonly rows: readonly GraphMap[] }, Record<string, never>> = {
  name: 'joinShortcuts',
  access: 'write',
  integers: [],
  columns: {},
  text: 'CYPHER 25 UNWIND $rows AS row\nMATCH (a:State {id: row.from})\nMATCH (b:State {id: row.to})\nCREATE (a)-[r:SHORTCUT {trace: row.trace, instruction: row.instruction, gain: row.gain, space: row.space}]->(b)\nSET r.embedding = row.embedding'
}

/** Writes the steps of traces that are new: from state to state, going back being a cycle. */
export const joinStates: Query<{ readonly rows: readonly GraphMap[] }, Record<string, never>> = {
  name: 'joinStates',
  access: 'write',
  integers: [],
  columns: {},
  text: "CYPHER 25 UNWIND $rows AS row\nMATCH (a:State {id: row.from})\nMATCH (b:State {id: row.to})\nCREATE (a)-[:STEP {trace: row.trace, ordinal: toInteger(row.ordinal), instruction: row.instruction, role: row.role, value: row.value, space: row.space}]->(b)\nFOREACH (known IN CASE WHEN row.known AND coalesce(a.kind, '') <> 'source' THEN [1] ELSE [] END | SET a.kind = 'source')"
}

/** Links attempts to the APIs that they used, with how sure that is and the names that the code gave them. */
export const joinTraceApis: Query<{ readonly rows: readonly GraphMap[] }, Record<string, never>> = {
  name: 'joinTraceApis',
  access: 'write',
  integers: [],
  columns: {},
  text: 'CYPHER 25 UNWIND $rows AS row\nMATCH (t:Trace {id: row.trace})\nMATCH (a:Api {id: row.api})\nFOREACH (new IN CASE WHEN EXISTS { (t)-[:USES]->(a) } THEN [] ELSE [1] END | CREATE (t)-[:USES]->(a))\nWITH t, a, row\nMATCH (t)-[u:USES]->(a)\nSET u.weight = row.weight, u.names = row.names'
}

/** Links traces to the states that they began and ended at. */
export const joinTraceEnds: Query<{ readonly rows: readonly GraphMap[] }, Record<string, never>> = {
  name: 'joinTraceEnds',
  access: 'write',
  integers: [],
  columns: {},
  text: 'CYPHER 25 UNWIND $rows AS row\nMATCH (t:Trace {id: row.trace})\nMATCH (a:State {id: row.start})\nMATCH (b:State {id: row.end})\nFOREACH (new IN CASE WHEN EXISTS { (t)-[:STARTS_AT]->(a) } THEN [] ELSE [1] END | CREATE (t)-[:STARTS_AT]->(a))\nFOREACH (new IN CASE WHEN EXISTS { (t)-[:ENDS_AT]->(b) } THEN [] ELSE [1] END | CREATE (t)-[:ENDS_AT]->(b))'
}

/** Links attempts to the errors that they raised. The example kept is the first in the alphabet, whatever comes first. */
export const joinTraceErrors: Query<
  { readonly rows: readonly GraphMap[] },
  Record<string, never>
> = {
  name: 'joinTraceErrors',
  access: 'write',
  integers: [],
  columns: {},
  text: "CYPHER 25 UNWIND $rows AS row\nMATCH (t:Trace {id: row.trace})\nMERGE (e:ErrorSignature {id: row.id})\nON CREATE SET e.type = row.type, e.title = row.title, e.text = row.example, e.kind = 'error', e.space = row.space, e.vague = row.vague\nFOREACH (told IN CASE WHEN row.example < e.text THEN [1] ELSE [] END | SET e.text = row.example)\nFOREACH (told IN CASE WHEN e.vague = row.vague THEN [] ELSE [1] END | SET e.vague = row.vague)\nFOREACH (new IN CASE WHEN EXISTS { (t)-[:RAISED]->(e) } THEN [] ELSE [1] END | CREATE (t)-[:RAISED]->(e))\nWITH t, e, row\nMATCH (t)-[r:RAISED]->(e)\nSET r.example = row.example, r.last = row.last"
}

/** Links attempts to the recommendations that they followed, of those that whoever made them can read. */
export const joinTraceFollowed: Query<
  { readonly rows: readonly GraphMap[] },
  Record<string, never>
> = {
  name: 'joinTraceFollowed',
  access: 'write',
  integers: [],
  columns: {},
  text: "CYPHER 25 UNWIND $rows AS row\nMATCH (t:Trace {id: row.trace})\nMATCH (r:Recommendation)\nWHERE r.id IN [row.followed, 'recommendation:' + row.followed] AND r.space IN row.spaces\nMERGE (t)-[:FOLLOWED]->(r)"
}

/** Links attempts to the errors that they raised and got rid of themselves. */
export const joinTraceResolved: Query<
  { readonly rows: readonly GraphMap[] },
  Record<string, never>
> = {
  name: 'joinTraceResolved',
  access: 'write',
  integers: [],
  columns: {},
  text: 'CYPHER 25 UNWIND $rows AS row\nMATCH (t:Trace {id: row.trace})\nMATCH (e:ErrorSignature {id: row.error})\nMERGE (t)-[r:RESOLVED]->(e)\nSET r.own = true'
}

/** How many lessons the traces of these files taught. */
export const lessonsByFile: Query<
  { readonly files: readonly string[] },
  { readonly file: string; readonly format: string; readonly lessons: number }
> = {
  name: 'lessonsByFile',
  access: 'read',
  integers: [],
  columns: { file: 'string', format: 'string', lessons: 'int' },
  text: "CYPHER 25 MATCH (t:Trace)\nWHERE t.file IN $files\nOPTIONAL MATCH (t)<-[:LEARNED_IN]-(l:Lesson)\nRETURN t.file AS file, coalesce(t.format, '') AS format, count(DISTINCT l) AS lessons\nORDER BY file, format"
}

/** The lessons that the advice cited which these attempts followed, with how well every attempt did that followed such advice. */
export const lessonsFollowed: Query<
  { readonly traces: readonly string[] },
  { readonly id: string; readonly effect: number; readonly effects: readonly number[] }
> = {
  name: 'lessonsFollowed',
  access: 'read',
  integers: [],
  columns: { id: 'string', effect: 'float', effects: 'float[]' },
  text: "CYPHER 25 MATCH (t:Trace)-[:FOLLOWED]->(:Recommendation)-[:CITES]->(l:Lesson)\nWHERE t.id IN $traces\nWITH DISTINCT l\nMATCH (l)<-[:CITES]-(:Recommendation)<-[:FOLLOWED]-(a:Trace)\nWHERE a.outcome IN ['passed', 'failed'] AND NOT coalesce(a.tainted, false)\nWITH l, collect(DISTINCT a) AS attempts\nRETURN l.id AS id, toFloat(coalesce(l.effect, 0)) AS effect, [a IN attempts | toFloat(coalesce(a.effect, 0))] AS effects\nORDER BY id"
}

/** Lessons near to a task, and those of the problem itself, with how relevant each is. */
export const lessonsNear: Query<
  {
    readonly vector: readonly number[]
    readonly problems: readonly string[]
    readonly spaces: readonly string[]
    readonly near: number
  },
  {
    readonly id: string
    readonly text: string
    readonly tag: string
    readonly effect: number
    readonly relevance: number
    readonly factor: number
    readonly uses: number
    readonly helped: number
    readonly problem: string
    readonly attempts: number
    readonly agents: number
    readonly happens: string
    readonly when: string | null
    readonly instead: string | null
    readonly shownBy: string | null
    readonly about: readonly string[]
    readonly source: string
    readonly trust: string
    readonly witnesses: number
    readonly disputed: boolean
  }
> = {
  name: 'lessonsNear',
  access: 'read',
  integers: ['near'],
  columns: {
    id: 'string',
    text: 'string',
    tag: 'string',
    effect: 'float',
    relevance: 'float',
    factor: 'float',
    uses: 'int',
    helped: 'int',
    problem: 'string',
    attempts: 'int',
    agents: 'int',
    happens: 'string',
    when: 'string?',
    instead: 'string?',
    shownBy: 'string?',
    about: 'string[]',
    source: 'string',
    trust: 'string',
    witnesses: 'int',
    disputed: 'boolean'
  },
  text: "CYPHER 25 CALL () {\n  MATCH (l:Lesson)\n    SEARCH l IN (VECTOR INDEX memory_vector FOR $vector WHERE l.space IN $spaces AND l.kind = 'lesson' LIMIT $near) SCORE AS score\n  RETURN l\n  UNION\n  MATCH (l:Lesson)\n  WHERE l.problem IN $problems AND l.space IN $spaces AND l.embedding IS NOT NULL\n  RETURN l\n}\nWITH l\nWHERE NOT coalesce(l.tainted, false) AND l.retired IS NULL AND l.project IS NULL\nOPTIONAL MATCH (l)-[:LEARNED_IN]->(t:Trace)\nWITH l, count(t) AS attempts, count(DISTINCT coalesce(t.principal, '')) AS agents\nRETURN l.id AS id, l.text AS text, l.tag AS tag, toFloat(l.effect) AS effect,\n  CASE WHEN l.problem IN $problems THEN 1.0 ELSE toFloat(2 * vector.similarity.cosine(l.embedding, $vector) - 1) END AS relevance,\n  toFloat(l.factor) AS factor, toInteger(l.uses) AS uses, toInteger(l.helped) AS helped, l.problem AS problem, attempts, agents,\n  coalesce(l.happens, l.text) AS happens, l.when AS when, l.instead AS instead, l.shownBy AS shownBy, coalesce(l.about, []) AS about, coalesce(l.source, 'model') AS source,\n  coalesce(l.trust, 'self-reported') AS trust, toInteger(coalesce(l.witnesses, 1)) AS witnesses, coalesce(l.disputed, false) AS disputed\nORDER BY relevance DESC, id"
}

/** The libraries of these spaces, by the names that a trace may call it. */
export const librariesKnown: Query<
  { readonly spaces: readonly string[] },
  { readonly id: string; readonly key: string; readonly name: string }
> = {
  name: 'librariesKnown',
  access: 'read',
  integers: [],
  columns: { id: 'string', key: 'string', name: 'string' },
  text: "CYPHER 25 MATCH (l:Library)\nWHERE l.space IN $spaces\nRETURN l.id AS id, coalesce(l.key, substring(l.id, 8)) AS key, coalesce(l.name, '') AS name\nORDER BY id"
}

/** Lets one transaction at a time write what falls into these buckets; taken in the order of their names, so that nobody waits in a circle. */
export const lockBuckets: Query<{ readonly ids: readonly string[] }, Record<string, never>> = {
  name: 'lockBuckets',
  access: 'write',
  integers: [],
  columns: {},
  text: 'CYPHER 25 UNWIND $ids AS id\nWITH id ORDER BY id\nMERGE (m:Meta {id: id})\nSET m.lock = true'
}

/** Remembers who was asked what attempts teach, so that nobody is asked twice. */
export const markExplained: Query<
  { readonly ids: readonly string[]; readonly by: string },
  Record<string, never>
> = {
  name: 'markExplained',
  access: 'write',
  integers: [],
  columns: {},
  text: 'CYPHER 25 MATCH (t:Trace)\nWHERE t.id IN $ids\nSET t.lessonBy = $by'
}

/** How much a note counts, as it stands. */
export const noteWeight: Query<{ readonly id: string }, { readonly weight: number }> = {
  name: 'noteWeight',
  access: 'read',
  integers: [],
  columns: { weight: 'float' },
  text: 'CYPHER 25 MATCH (l:Lesson {id: $id})\nRETURN toFloat(coalesce(l.weight, 0.0)) AS weight'
}

/** The field notes about APIs or errors, those of their twins in other versions and of their aliases with them: one for each behaviour, best witnessed first. */
export const notesAbout: Query<
  {
    readonly apis: readonly string[]
    readonly spaces: readonly string[]
    readonly project: string | null
    readonly limit: number
  },
  {
    readonly id: string
    readonly text: string
    readonly happens: string
    readonly when: string | null
    readonly instead: string | null
    readonly shownBy: string | null
    readonly noteKind: string | null
    readonly source: string
    readonly trust: string
    readonly by: string | null
    readonly witnesses: number
    readonly principals: number
    readonly weight: number
    readonly disputed: boolean
    readonly space: string
    readonly subjects: readonly string[]
    readonly apis: readonly string[]
  }
> = {
  name: 'notesAbout',
  access: 'read',
  integers: ['limit'],
  columns: {
    id: 'string',
    text: 'string',
    happens: 'string',
    when: 'string?',
    instead: 'string?',
    shownBy: 'string?',
    noteKind: 'string?',
    source: 'string',
    trust: 'string',
    by: 'string?',
    witnesses: 'int',
    principals: 'int',
    weight: 'float',
    disputed: 'boolean',
    space: 'string',
    subjects: 'string[]',
    apis: 'string[]'
  },
  text: "CYPHER 25 CALL () {\n  UNWIND $apis AS asked\n  MATCH (a:Api {id: asked})\n  RETURN asked, a AS n\n  UNION\n  UNWIND $apis AS asked\n  MATCH (a:Api {id: asked})\n  WHERE a.qualifiedName IS NOT NULL\n  MATCH (n:Api {qualifiedName: a.qualifiedName})\n  WHERE n.space IN $spaces\n  RETURN asked, n\n  UNION\n  UNWIND $apis AS asked\n  MATCH (:Api {id: asked})-[:ALIAS_OF]-(n:Api)\n  RETURN asked, n\n  UNION\n  UNWIND $apis AS asked\n  MATCH (n:ErrorSignature {id: asked})\n  RETURN asked, n\n}\nMATCH (n)<-[:ABOUT]-(said:Lesson)\nWHERE said.space IN $spaces\nMATCH (l:Lesson {id: coalesce(said.behaviour, said.id)})\nWHERE l.space IN $spaces AND NOT coalesce(l.tainted, false) AND l.retired IS NULL AND coalesce(l.weight, 0.3) > 0\n  AND (l.project IS NULL OR l.project = $project)\nWITH l, collect(DISTINCT asked) AS apis\nWITH l, apis ORDER BY coalesce(l.weight, 0.3) DESC, coalesce(l.witnesses, 1) DESC, l.id\nLIMIT $limit\nRETURN l.id AS id, l.text AS text, coalesce(l.happens, l.text) AS happens, l.when AS when, l.instead AS instead, l.shownBy AS shownBy, l.noteKind AS noteKind,\n  coalesce(l.source, 'model') AS source, coalesce(l.trust, 'self-reported') AS trust, l.by AS by, toInteger(coalesce(l.witnesses, 1)) AS witnesses,\n  toInteger(coalesce(l.principals, 1)) AS principals, toFloat(coalesce(l.weight, 0.3)) AS weight, coalesce(l.disputed, false) AS disputed, l.space AS space,\n  coalesce(l.subjects, []) AS subjects, apis\nORDER BY weight DESC, witnesses DESC, id"
}

/** The field notes that were learned in these attempts: one for each behaviour, best founded first. */
export const notesLearnedIn: Query<
  {
    readonly traces: readonly string[]
    readonly spaces: readonly string[]
    readonly limit: number
  },
  {
    readonly id: string
    readonly text: string
    readonly happens: string
    readonly when: string | null
    readonly instead: string | null
    readonly shownBy: string | null
    readonly noteKind: string | null
    readonly source: string
    readonly trust: string
    readonly by: string | null
    readonly witnesses: number
    readonly principals: number
    readonly weight: number
    readonly disputed: boolean
    readonly space: string
    readonly subjects: readonly string[]
    readonly learnedIn: readonly string[]
  }
> = {
  name: 'notesLearnedIn',
  access: 'read',
  integers: ['limit'],
  columns: {
    id: 'string',
    text: 'string',
    happens: 'string',
    when: 'string?',
    instead: 'string?',
    shownBy: 'string?',
    noteKind: 'string?',
    source: 'string',
    trust: 'string',
    by: 'string?',
    witnesses: 'int',
    principals: 'int',
    weight: 'float',
    disputed: 'boolean',
    space: 'string',
    subjects: 'string[]',
    learnedIn: 'string[]'
  },
  text: "CYPHER 25 MATCH (t:Trace)\nWHERE t.id IN $traces AND t.space IN $spaces\nMATCH (t)<-[:LEARNED_IN]-(said:Lesson)\nWHERE said.space IN $spaces\nMATCH (l:Lesson {id: coalesce(said.behaviour, said.id)})\nWHERE l.space IN $spaces AND NOT coalesce(l.tainted, false) AND l.retired IS NULL AND coalesce(l.weight, 0.3) > 0 AND l.project IS NULL\nWITH l, collect(DISTINCT t.id) AS learnedIn\nORDER BY coalesce(l.weight, 0.3) DESC, coalesce(l.witnesses, 1) DESC, l.id\nLIMIT $limit\nRETURN l.id AS id, l.text AS text, coalesce(l.happens, l.text) AS happens, l.when AS when, l.instead AS instead, l.shownBy AS shownBy, l.noteKind AS noteKind,\n  coalesce(l.source, 'model') AS source, coalesce(l.trust, 'self-reported') AS trust, l.by AS by, toInteger(coalesce(l.witnesses, 1)) AS witnesses,\n  toInteger(coalesce(l.principals, 1)) AS principals, toFloat(coalesce(l.weight, 0.3)) AS weight, coalesce(l.disputed, false) AS disputed, l.space AS space,\n  coalesce(l.subjects, []) AS subjects, learnedIn"
}

/** The field notes about things of these last names: one for each behaviour, best witnessed first. */
export const notesNamed: Query<
  {
    readonly keys: readonly string[]
    readonly spaces: readonly string[]
    readonly project: string | null
    readonly limit: number
  },
  {
    readonly id: string
    readonly text: string
    readonly happens: string
    readonly when: string | null
    readonly instead: string | null
    readonly shownBy: string | null
    readonly noteKind: string | null
    readonly source: string
    readonly trust: string
    readonly by: string | null
    readonly witnesses: number
    readonly principals: number
    readonly weight: number
    readonly disputed: boolean
    readonly space: string
    readonly subjects: readonly string[]
  }
> = {
  name: 'notesNamed',
  access: 'read',
  integers: ['limit'],
  columns: {
    id: 'string',
    text: 'string',
    happens: 'string',
    when: 'string?',
    instead: 'string?',
    shownBy: 'string?',
    noteKind: 'string?',
    source: 'string',
    trust: 'string',
    by: 'string?',
    witnesses: 'int',
    principals: 'int',
    weight: 'float',
    disputed: 'boolean',
    space: 'string',
    subjects: 'string[]'
  },
  text: "CYPHER 25 MATCH (said:Lesson)\nWHERE said.subjectKey IN $keys AND said.space IN $spaces\nMATCH (l:Lesson {id: coalesce(said.behaviour, said.id)})\nWHERE l.space IN $spaces AND NOT coalesce(l.tainted, false) AND l.retired IS NULL AND coalesce(l.weight, 0.3) > 0\n  AND (l.project IS NULL OR l.project = $project)\nWITH DISTINCT l\nWITH l ORDER BY coalesce(l.weight, 0.3) DESC, coalesce(l.witnesses, 1) DESC, l.id\nLIMIT $limit\nRETURN l.id AS id, l.text AS text, coalesce(l.happens, l.text) AS happens, l.when AS when, l.instead AS instead, l.shownBy AS shownBy, l.noteKind AS noteKind,\n  coalesce(l.source, 'model') AS source, coalesce(l.trust, 'self-reported') AS trust, l.by AS by, toInteger(coalesce(l.witnesses, 1)) AS witnesses,\n  toInteger(coalesce(l.principals, 1)) AS principals, toFloat(coalesce(l.weight, 0.3)) AS weight, coalesce(l.disputed, false) AS disputed, l.space AS space,\n  coalesce(l.subjects, []) AS subjects\nORDER BY weight DESC, witnesses DESC, id"
}

/** The notes of a space about things of one last name, with who saw each and in which sessions; the best founded first where there are too many. */
export const notesOfKey: Query<
  { readonly key: string; readonly space: string; readonly limit: number },
  {
    readonly id: string
    readonly text: string
    readonly happens: string
    readonly when: string | null
    readonly instead: string | null
    readonly subject: string
    readonly project: string | null
    readonly source: string
    readonly tainted: boolean
    readonly disputes: number
    readonly embedding: readonly number[] | null
    readonly seen: readonly GraphMap[]
  }
> = {
  name: 'notesOfKey',
  access: 'read',
  integers: ['limit'],
  columns: {
    id: 'string',
    text: 'string',
    happens: 'string',
    when: 'string?',
    instead: 'string?',
    subject: 'string',
    project: 'string?',
    source: 'string',
    tainted: 'boolean',
    disputes: 'int',
    embedding: 'float[]?',
    seen: 'map[]'
  },
  text: "CYPHER 25 MATCH (l:Lesson {subjectKey: $key})\nWHERE l.space = $space AND l.retired IS NULL\nCALL (l) {\n  MATCH (l)-[:LEARNED_IN]->(t:Trace)\n  WITH DISTINCT t.principal AS principal, t.problem AS problem, coalesce(t.trust, 'self-reported') AS trust\n  ORDER BY principal, problem, trust\n  RETURN collect({principal: principal, problem: problem, trust: trust})[..200] AS seen, count(*) AS times\n}\nWITH l, seen, times ORDER BY times DESC, l.id LIMIT $limit\nRETURN l.id AS id, l.text AS text, coalesce(l.happens, l.text) AS happens, l.when AS when, l.instead AS instead, l.subject AS subject, l.project AS project,\n  coalesce(l.source, 'model') AS source, coalesce(l.tainted, false) AS tainted, toInteger(coalesce(l.disputes, 0)) AS disputes, l.embedding AS embedding, seen\nORDER BY id"
}

/** The field notes about an API or all of a library, by name: one for each behaviour, best founded first. */
export const notesOf: Query<
  { readonly name: string; readonly spaces: readonly string[]; readonly limit: number },
  {
    readonly id: string
    readonly text: string
    readonly happens: string
    readonly when: string | null
    readonly instead: string | null
    readonly shownBy: string | null
    readonly noteKind: string | null
    readonly source: string
    readonly trust: string
    readonly by: string | null
    readonly witnesses: number
    readonly principals: number
    readonly weight: number
    readonly disputed: boolean
    readonly space: string
    readonly subjects: readonly string[]
  }
> = {
  name: 'notesOf',
  access: 'read',
  integers: ['limit'],
  columns: {
    id: 'string',
    text: 'string',
    happens: 'string',
    when: 'string?',
    instead: 'string?',
    shownBy: 'string?',
    noteKind: 'string?',
    source: 'string',
    trust: 'string',
    by: 'string?',
    witnesses: 'int',
    principals: 'int',
    weight: 'float',
    disputed: 'boolean',
    space: 'string',
    subjects: 'string[]'
  },
  text: "CYPHER 25 MATCH (said:Lesson)\nWHERE said.space IN $spaces AND said.retired IS NULL AND (\n  any(one IN coalesce(said.subjects, []) WHERE toLower(one) = 'api:' + $name OR toLower(one) = 'tool:' + $name OR toLower(one) ENDS WITH '.' + $name OR toLower(one) STARTS WITH 'api:' + $name + '.')\n  OR EXISTS { MATCH (said)-[:ABOUT]->(a:Api) WHERE toLower(a.library) CONTAINS '/' + $name + '@' OR toLower(a.library) = $name OR toLower(a.qualifiedName) = $name })\nMATCH (l:Lesson {id: coalesce(said.behaviour, said.id)})\nWHERE l.space IN $spaces AND NOT coalesce(l.tainted, false) AND l.retired IS NULL AND coalesce(l.weight, 0.3) > 0 AND l.project IS NULL\nWITH DISTINCT l\nWITH l ORDER BY coalesce(l.weight, 0.3) DESC, coalesce(l.witnesses, 1) DESC, l.id\nLIMIT $limit\nRETURN l.id AS id, l.text AS text, coalesce(l.happens, l.text) AS happens, l.when AS when, l.instead AS instead, l.shownBy AS shownBy, l.noteKind AS noteKind,\n  coalesce(l.source, 'model') AS source, coalesce(l.trust, 'self-reported') AS trust, l.by AS by, toInteger(coalesce(l.witnesses, 1)) AS witnesses,\n  toInteger(coalesce(l.principals, 1)) AS principals, toFloat(coalesce(l.weight, 0.3)) AS weight, coalesce(l.disputed, false) AS disputed, l.space AS space,\n  coalesce(l.subjects, []) AS subjects\nORDER BY weight DESC, witnesses DESC, id"
}

/** Notes about things of these last names, a page of them, with the code and the libraries that tell what their traces mean by it. */
export const notesToRelink: Query<
  {
    readonly space: string
    readonly keys: readonly string[]
    readonly after: string
    readonly limit: number
  },
  { readonly id: string; readonly about: readonly string[]; readonly traces: readonly GraphMap[] }
> = {
  name: 'notesToRelink',
  access: 'read',
  integers: ['limit'],
  columns: { id: 'string', about: 'string[]', traces: 'map[]' },
  text: "CYPHER 25 MATCH (l:Lesson)\nWHERE l.subjectKey IN $keys AND l.space = $space AND l.retired IS NULL AND l.id > $after AND l.aboutSaid IS NOT NULL\nWITH l ORDER BY l.id LIMIT $limit\nCALL (l) {\n  MATCH (l)-[r:LEARNED_IN]->(t:Trace)\n  WHERE r.source IN ['said', 'written']\n  WITH t ORDER BY t.id LIMIT 20\n  RETURN collect({id: t.id, code: left(coalesce(t.code, ''), 20000), libraries: t.libraries, uses: t.codeUses, candidates: t.codeCandidates}) AS traces\n}\nRETURN l.id AS id, l.aboutSaid AS about, traces\nORDER BY id"
}

/** Notes that have not been put beside the others of their kind yet, with what their vectors are made of. */
export const notesUngrouped: Query<
  { readonly space: string; readonly ids: readonly string[]; readonly limit: number },
  { readonly id: string; readonly key: string; readonly text: string; readonly bare: boolean }
> = {
  name: 'notesUngrouped',
  access: 'read',
  integers: ['limit'],
  columns: { id: 'string', key: 'string', text: 'string', bare: 'boolean' },
  text: 'CYPHER 25 MATCH (l:Lesson)\nWHERE l.space = $space AND l.grouped IS NULL AND l.retired IS NULL AND l.subjectKey IS NOT NULL AND (size($ids) = 0 OR l.id IN $ids)\nWITH l ORDER BY l.id LIMIT $limit\nRETURN l.id AS id, l.subjectKey AS key, l.text AS text, l.embedding IS NULL AS bare\nORDER BY id'
}

/** Notes of these traces that have not been put beside the others yet, as whoever wrote them was cut short. */
export const notesWaitingOf: Query<
  { readonly traces: readonly string[] },
  { readonly id: string }
> = {
  name: 'notesWaitingOf',
  access: 'read',
  integers: [],
  columns: { id: 'string' },
  text: 'CYPHER 25 UNWIND $traces AS trace\nMATCH (:Trace {id: trace})<-[:LEARNED_IN]-(l:Lesson)\nWHERE l.grouped IS NULL AND l.retired IS NULL AND l.subjectKey IS NOT NULL\nRETURN DISTINCT l.id AS id\nORDER BY id'
}

/** The text of a state that a trace in sight passed through. */
export const openStateText: Query<
  { readonly id: string; readonly spaces: readonly string[] },
  { readonly text: string }
> = {
  name: 'openStateText',
  access: 'read',
  integers: [],
  columns: { text: 'string' },
  text: "CYPHER 25 MATCH (s:State)\nWHERE s.id IN [$id, 'state:' + $id] AND (EXISTS { MATCH (s)<-[:STARTS_AT|ENDS_AT]-(t:Trace) WHERE t.space IN $spaces }\n  OR EXISTS { MATCH (s)-[r:STEP]-(:State) WHERE r.space IN $spaces })\nRETURN s.text AS text\nLIMIT 1"
}

/** What a problem asks for. */
export const problemText: Query<
  { readonly id: string; readonly spaces: readonly string[] },
  { readonly text: string }
> = {
  name: 'problemText',
  access: 'read',
  integers: [],
  columns: { text: 'string' },
  text: "CYPHER 25 MATCH (p:Problem)\nWHERE p.id IN [$id, 'problem:' + $id] AND p.space IN $spaces\nRETURN p.text AS text\nLIMIT 1"
}

/** Which of these recommendations can be read in these spaces. */
export const recommendationsIn: Query<
  { readonly ids: readonly string[]; readonly spaces: readonly string[] },
  { readonly id: string }
> = {
  name: 'recommendationsIn',
  access: 'read',
  integers: [],
  columns: { id: 'string' },
  text: 'CYPHER 25 MATCH (r:Recommendation)\nWHERE r.id IN $ids AND r.space IN $spaces\nRETURN r.id AS id'
}

/** Says anew what notes are about, as their traces mean it now. */
export const relinkNotes: Query<{ readonly rows: readonly GraphMap[] }, Record<string, never>> = {
  name: 'relinkNotes',
  access: 'write',
  integers: [],
  columns: {},
  text: 'CYPHER 25 UNWIND $rows AS row\nMATCH (l:Lesson {id: row.id})\nCALL (l, row) {\n  UNWIND row.said AS said\n  MATCH (l)-[r:LEARNED_IN]->(:Trace {id: said.trace})\n  SET r.subject = said.subject, r.subjects = said.subjects, r.about = said.about\n}\nCALL (l, row) {\n  MATCH (l)-[r:ABOUT]->(a:Api)\n  WHERE NOT a.id IN row.nodes\n  DELETE r\n}\nCALL (l, row) {\n  UNWIND row.nodes AS id\n  MATCH (a:Api {id: id})\n  MERGE (l)-[:ABOUT]->(a)\n}'
}

/** Links attempts to these APIs and to no others. */
export const relinkTraces: Query<{ readonly rows: readonly GraphMap[] }, Record<string, never>> = {
  name: 'relinkTraces',
  access: 'write',
  integers: [],
  columns: {},
  text: 'CYPHER 25 UNWIND $rows AS row\nMATCH (t:Trace {id: row.trace})\nCALL (t, row) {\n  MATCH (t)-[u:USES]->(a:Api)\n  WHERE NOT a.id IN [one IN row.apis | one.api]\n  DELETE u\n}\nWITH t, row\nUNWIND row.apis AS one\nMATCH (a:Api {id: one.api})\nMERGE (t)-[u:USES]->(a)\nSET u.weight = one.weight, u.names = one.names'
}

/** Removes notes that no trace says any more, but for those that were cited, used or drawn from. */
export const removeLessons: Query<{ readonly ids: readonly string[] }, Record<string, never>> = {
  name: 'removeLessons',
  access: 'write',
  integers: [],
  columns: {},
  text: "CYPHER 25 MATCH (l:Lesson)\nWHERE l.id IN $ids AND NOT EXISTS { (l)<-[:CITES]-(:Recommendation) } AND NOT EXISTS { (l)<-[:USED]-(:Feedback) } AND NOT EXISTS { (l)<-[:DERIVED_FROM]-(:Insight) }\nCREATE (:StaleHour {id: randomUUID(), space: l.space, at: datetime.truncate('hour', coalesce(l.createdAt, datetime()))})\nDETACH DELETE l"
}

/** Removes problems that a corrected trace left and that nobody else attempted, asked about or cited. */
export const removeOrphanProblems: Query<
  { readonly ids: readonly string[] },
  Record<string, never>
> = {
  name: 'removeOrphanProblems',
  access: 'write',
  integers: [],
  columns: {},
  text: "CYPHER 25 MATCH (p:Problem)\nWHERE p.id IN $ids AND NOT EXISTS { (p)<-[:ATTEMPTS]-(:Trace) } AND NOT EXISTS { (p)<-[:FOR|CITES]-(:Recommendation) } AND NOT EXISTS { (p)<-[:USED]-(:Feedback) }\nCREATE (:StaleHour {id: randomUUID(), space: p.space, at: datetime.truncate('hour', coalesce(p.createdAt, datetime()))})\nDETACH DELETE p"
}

/** Removes what stood in for documentation of these last names and that nothing hangs on any more. */
export const removeProvisional: Query<
  { readonly names: readonly string[]; readonly space: string },
  Record<string, never>
> = {
  name: 'removeProvisional',
  access: 'write',
  integers: [],
  columns: {},
  text: 'CYPHER 25 MATCH (a:Api)\nWHERE a.name IN $names AND a.space = $space AND a.provisional AND NOT EXISTS { (a)<-[:ABOUT]-(:Lesson|Insight) } AND NOT EXISTS { (a)<-[:CITES]-(:Recommendation) }\nDETACH DELETE a'
}

/** Removes errors and states that a corrected trace left and that nothing leads to or from any more. Each is locked before it is looked at, as another writer may be about to lead to it. */
export const removeUnmet: Query<
  { readonly errors: readonly string[]; readonly states: readonly string[] },
  Record<string, never>
> = {
  name: 'removeUnmet',
  access: 'write',
  integers: [],
  columns: {},
  text: 'CYPHER 25 CALL () {\n  MATCH (n:ErrorSignature)\n  WHERE n.id IN $errors\n  RETURN n\n  UNION\n  MATCH (n:State)\n  WHERE n.id IN $states\n  RETURN n\n}\nWITH n ORDER BY n.id\nSET n.kind = n.kind\nWITH n\nWHERE NOT EXISTS { (n)--() }\nDELETE n'
}

/** Writes down who says that a note is wrong and what happened, one report of each; the note is put among the others anew, and those that say the same are named. */
export const reportNote: Query<
  {
    readonly id: string
    readonly space: string
    readonly by: string
    readonly report: string
    readonly most: number
  },
  { readonly id: string; readonly text: string; readonly members: readonly string[] }
> = {
  name: 'reportNote',
  access: 'write',
  integers: ['most'],
  columns: { id: 'string', text: 'string', members: 'string[]' },
  text: 'CYPHER 25 MATCH (l:Lesson {id: $id})\nWHERE l.space = $space AND l.retired IS NULL\nSET l.reportedBy = coalesce(l.reportedBy, [])\nWITH l, [i IN range(0, size(l.reportedBy) - 1) WHERE l.reportedBy[i] <> $by] AS kept\nWITH l, [i IN kept | l.reportedBy[i]] + [$by] AS names, [i IN kept | l.reports[i]] + [$report] AS reports\nSET l.reportedBy = names[-$most..], l.reports = reports[-$most..], l.disputes = size(names[-$most..]), l.grouped = null\nWITH l\nRETURN l.id AS id, l.text AS text, COLLECT { MATCH (m:Lesson) WHERE m.id = l.id OR (l.behaviour IS NOT NULL AND m.behaviour = l.behaviour) RETURN m.id ORDER BY m.id LIMIT 200 } AS members'
}

/** Withdraws notes that no trace says any more: they stay as history and hang on nothing. */
export const retireLessons: Query<{ readonly ids: readonly string[] }, Record<string, never>> = {
  name: 'retireLessons',
  access: 'write',
  integers: [],
  columns: {},
  text: "CYPHER 25 MATCH (l:Lesson)\nWHERE l.id IN $ids\nSET l.retired = true, l.kind = 'withdrawn', l.weight = 0.0, l.behaviour = null\nWITH l\nMATCH (l)-[r:LEARNED_IN|ABOUT]->()\nDELETE r"
}

/** Writes how often lessons were at hand, how often that helped, and the factor that follows. */
export const setLessonFactors: Query<
  { readonly rows: readonly GraphMap[] },
  Record<string, never>
> = {
  name: 'setLessonFactors',
  access: 'write',
  integers: [],
  columns: {},
  text: 'CYPHER 25 UNWIND $rows AS row\nMATCH (l:Lesson {id: row.id})\nSET l.uses = toInteger(row.uses), l.helped = toInteger(row.helped), l.factor = row.factor'
}

/** Writes which notes say the same, how many saw it, how far that is trusted, and what says the opposite. */
export const setNoteGroups: Query<{ readonly rows: readonly GraphMap[] }, Record<string, never>> = {
  name: 'setNoteGroups',
  access: 'write',
  integers: [],
  columns: {},
  text: 'CYPHER 25 UNWIND $rows AS row\nMATCH (l:Lesson {id: row.id})\nSET l.behaviour = row.behaviour, l.witnesses = toInteger(row.witnesses), l.principals = toInteger(row.principals), l.by = row.by, l.trust = row.trust, l.weight = row.weight,\n  l.disputed = row.disputed, l.opposes = row.opposes, l.grouped = true'
}

/** Gives notes their vectors. */
export const setNoteVectors: Query<
  { readonly rows: readonly GraphMap[] },
  Record<string, never>
> = {
  name: 'setNoteVectors',
  access: 'write',
  integers: [],
  columns: {},
  text: 'CYPHER 25 UNWIND $rows AS row\nMATCH (l:Lesson {id: row.id})\nSET l.embedding = row.embedding'
}

/** Makes what is said of notes anew from all traces that say them, so that it does not depend on their order; those that nothing says any more are told. */
export const settleNotes: Query<
  { readonly ids: readonly string[] },
  {
    readonly id: string
    readonly left: number
    readonly key: string | null
    readonly subjects: readonly string[]
  }
> = {
  name: 'settleNotes',
  access: 'write',
  integers: [],
  columns: { id: 'string', left: 'int', key: 'string?', subjects: 'string[]' },
  text: "CYPHER 25 UNWIND $ids AS wanted\nMATCH (l:Lesson {id: wanted})\nCALL (l) {\n  OPTIONAL MATCH (l)-[r:LEARNED_IN]->(t:Trace)\n  WITH r, t ORDER BY size(r.subject) DESC, r.subject, r.text, t.id\n  RETURN collect(r {.source, .shownBy, .noteKind, .text, .subject, .subjectKey, .subjects, .about, .terms, problem: t.problem, outcome: t.outcome,\n    effect: toFloat(coalesce(t.effect, 0)), tainted: coalesce(t.tainted, false)}) AS seen\n}\nCALL (seen) {\n  UNWIND seen AS one\n  WITH one WHERE one.shownBy IS NOT NULL\n  WITH one.shownBy AS shownBy ORDER BY size(shownBy), shownBy\n  RETURN head(collect(shownBy)) AS shownBy\n}\nCALL (seen) {\n  UNWIND seen AS one\n  RETURN min(one.problem) AS problem, max(one.effect) AS effect, min(one.noteKind) AS noteKind,\n    min(CASE one.source WHEN 'said' THEN 0 WHEN 'written' THEN 1 WHEN 'difference' THEN 2 ELSE 3 END) AS rank,\n    max(CASE one.outcome WHEN 'passed' THEN 2 WHEN 'failed' THEN 1 ELSE 0 END) AS best, min(CASE WHEN one.tainted THEN 1 ELSE 0 END) AS tainted\n}\nWITH l, seen, head(seen) AS first, shownBy, problem, effect, noteKind, rank, best, tainted\nSET l.embedding = CASE WHEN coalesce(first.text, l.text) = l.text THEN l.embedding ELSE null END\nSET l.grouped = null,\n  l.text = coalesce(first.text, l.text), l.title = coalesce(first.text, l.title), l.subject = coalesce(first.subject, l.subject),\n  l.subjectKey = coalesce(first.subjectKey, l.subjectKey), l.subjects = coalesce(first.subjects, l.subjects), l.about = coalesce(first.about, l.about),\n  l.terms = coalesce(first.terms, l.terms), l.shownBy = shownBy, l.problem = coalesce(problem, l.problem), l.effect = coalesce(effect, 0.0),\n  l.noteKind = noteKind, l.source = ['said', 'written', 'difference', 'model'][coalesce(rank, 3)],\n  l.tag = CASE best WHEN 2 THEN 'CORRECT' WHEN 1 THEN 'INCORRECT' ELSE 'UNJUDGED' END, l.tainted = coalesce(l.orders, false) OR coalesce(tainted, 0) = 1\nRETURN l.id AS id, size(seen) AS left, l.subjectKey AS key, coalesce(l.subjects, []) AS subjects\nORDER BY id"
}

/** The spaces that hold notes which have not been put beside the others yet. */
export const spacesOfWaitingNotes: Query<Record<string, never>, { readonly space: string }> = {
  name: 'spacesOfWaitingNotes',
  access: 'read',
  integers: [],
  columns: { space: 'string' },
  text: 'CYPHER 25 MATCH (l:Lesson)\nWHERE l.grouped IS NULL AND l.retired IS NULL AND l.subjectKey IS NOT NULL\nRETURN DISTINCT l.space AS space\nORDER BY space'
}

/** The spaces that hold attempts. */
export const spacesWithTraces: Query<Record<string, never>, { readonly id: string }> = {
  name: 'spacesWithTraces',
  access: 'read',
  integers: [],
  columns: { id: 'string' },
  text: 'CYPHER 25 MATCH (s:Space)\nWHERE EXISTS { (s)<-[:IN]-(:Trace) }\nRETURN s.id AS id\nORDER BY id'
}

/** The shortcuts whose instruction is nearest to one. */
export const stepsForInstruction: Query<
  {
    readonly vector: readonly number[]
    readonly spaces: readonly string[]
    readonly near: number
    readonly limit: number
    readonly epsilon: number
  },
  {
    readonly from: string
    readonly similarity: number
    readonly instruction: string
    readonly gain: number
    readonly trace: string
    readonly to: string
    readonly text: string
  }
> = {
  name: 'stepsForInstruction',
  access: 'read',
  integers: ['near', 'limit'],
  columns: {
    from: 'string',
    similarity: 'float',
    instruction: 'string',
    gain: 'float',
    trace: 'string',
    to: 'string',
    text: 'string'
  },
  text: 'CYPHER 25 MATCH ()-[r:SHORTCUT]->()\n  SEARCH r IN (VECTOR INDEX shortcut_vector FOR $vector WHERE r.space IN $spaces AND r.gain >= $epsilon LIMIT $near) SCORE AS score\nWITH r, score, startNode(r) AS a, endNode(r) AS b\nRETURN a.id AS from, score AS similarity, r.instruction AS instruction, r.gain AS gain, r.trace AS trace, b.id AS to, left(b.text, 8000) AS text\nORDER BY similarity DESC, gain DESC, trace, to\nLIMIT $limit'
}

/** From the states nearest to one: the shortcuts that lead on, and where there are none the next steps of attempts that passed. Where an attempt failed with such a state, the end of those that passed at the same problem is a next step too. */
export const stepsFrom: Query<
  {
    readonly id: string
    readonly vector: readonly number[]
    readonly spaces: readonly string[]
    readonly within: readonly string[]
    readonly near: number
    readonly limit: number
    readonly epsilon: number
  },
  {
    readonly from: string
    readonly similarity: number
    readonly kind: string
    readonly instruction: string
    readonly gain: number
    readonly trace: string
    readonly to: string
    readonly text: string
    readonly code: string
  }
> = {
  name: 'stepsFrom',
  access: 'read',
  integers: ['near', 'limit'],
  columns: {
    from: 'string',
    similarity: 'float',
    kind: 'string',
    instruction: 'string',
    gain: 'float',
    trace: 'string',
    to: 'string',
    text: 'string',
    code: 'string'
  },
  text: "CYPHER 25 CALL () {\n  MATCH (s:State {id: $id})\n  RETURN s, 1.0 AS score\n  UNION ALL\n  MATCH (s:State)\n    SEARCH s IN (VECTOR INDEX state_vector FOR $vector WHERE s.kind = 'source' AND s.within IN $within LIMIT $near) SCORE AS score\n  WHERE s.id <> $id\n  RETURN s, score\n}\nCALL (s) {\n  MATCH (s)-[r:SHORTCUT]->(b:State)\n  WHERE r.space IN $spaces AND r.gain >= $epsilon\n  RETURN 'shortcut' AS kind, r.instruction AS instruction, r.gain AS gain, r.trace AS trace, b\n  UNION ALL\n  MATCH (s)-[r:STEP]->(b:State)\n  WHERE r.space IN $spaces AND EXISTS { MATCH (t:Trace {id: r.trace, outcome: 'passed'}) WHERE NOT coalesce(t.tainted, false) }\n  RETURN 'step' AS kind, r.instruction AS instruction, coalesce(r.value, 0.0) AS gain, r.trace AS trace, b\n  UNION ALL\n  MATCH (s)<-[:ENDS_AT]-(f:Trace {outcome: 'failed'})-[:ATTEMPTS]->(p:Problem)\n  WHERE f.space IN $spaces\n  WITH DISTINCT s, p\n  ORDER BY p.id\n  LIMIT $near\n  MATCH (p)<-[:ATTEMPTS]-(t:Trace {outcome: 'passed'})-[:ENDS_AT]->(b:State)\n  WHERE t.space IN $spaces AND b <> s AND NOT coalesce(t.tainted, false)\n  WITH t, b\n  ORDER BY t.id\n  LIMIT $near\n  RETURN 'step' AS kind, left(t.text, 2000) AS instruction, 0.0 AS gain, t.id AS trace, b\n}\nRETURN s.id AS from, toFloat(score) AS similarity, kind, instruction, toFloat(gain) AS gain, trace, b.id AS to, left(b.text, 8000) AS text, left(s.text, 8000) AS code\nORDER BY similarity DESC, kind, gain DESC, trace, to\nLIMIT $limit"
}

/** Which of these traces are there, with the hash of their content, whose they are and which problem they attempt. */
export const traceHashes: Query<
  { readonly ids: readonly string[] },
  {
    readonly id: string
    readonly hash: string | null
    readonly principal: string | null
    readonly problem: string | null
  }
> = {
  name: 'traceHashes',
  access: 'read',
  integers: [],
  columns: { id: 'string', hash: 'string?', principal: 'string?', problem: 'string?' },
  text: 'CYPHER 25 MATCH (t:Trace)\nWHERE t.id IN $ids\nRETURN t.id AS id, t.hash AS hash, t.principal AS principal, t.problem AS problem'
}

/** The trace that a run tells of: the one that is named, else the latest of these projects. */
export const traceOfRun: Query<
  {
    readonly trace: string | null
    readonly projects: readonly string[]
    readonly spaces: readonly string[]
  },
  { readonly id: string; readonly problem: string; readonly space: string }
> = {
  name: 'traceOfRun',
  access: 'read',
  integers: [],
  columns: { id: 'string', problem: 'string', space: 'string' },
  text: "CYPHER 25 CALL () {\n  MATCH (t:Trace {id: $trace})\n  RETURN t\n  UNION\n  UNWIND CASE WHEN $trace IS NULL THEN $projects ELSE [] END AS project\n  CALL (project) {\n    MATCH (t:Trace)\n    WHERE t.project = project AND t.createdAt IS NOT NULL AND t.space IN $spaces\n    RETURN t ORDER BY t.project DESC, t.createdAt DESC, t.id LIMIT 1\n  }\n  WITH t ORDER BY t.createdAt DESC, t.id LIMIT 1\n  RETURN t\n}\nWITH t WHERE t.space IN $spaces\nRETURN t.id AS id, coalesce(t.problem, '') AS problem, t.space AS space"
}

/** The next traces after one that use something in their code, with what they are linked to. */
export const tracesWithUses: Query<
  { readonly space: string; readonly after: string; readonly limit: number },
  {
    readonly id: string
    readonly space: string
    readonly problem: string
    readonly uses: readonly string[]
    readonly candidates: string | null
    readonly linked: readonly GraphMap[]
  }
> = {
  name: 'tracesWithUses',
  access: 'read',
  integers: ['limit'],
  columns: {
    id: 'string',
    space: 'string',
    problem: 'string',
    uses: 'string[]',
    candidates: 'string?',
    linked: 'map[]'
  },
  text: 'CYPHER 25 MATCH (t:Trace)\nWHERE t.space = $space AND t.id > $after AND size(t.codeUses) > 0\nWITH t ORDER BY t.id LIMIT $limit\nMATCH (t)-[:ATTEMPTS]->(p:Problem)\nOPTIONAL MATCH (t)-[u:USES]->(a:Api)\nWITH t, p, u, a ORDER BY t.id, a.id\nWITH t, p, collect({api: a.id, weight: u.weight, names: u.names}) AS linked\nRETURN t.id AS id, t.space AS space, p.id AS problem, t.codeUses AS uses, t.codeCandidates AS candidates,\n  [one IN linked WHERE one.api IS NOT NULL] AS linked\nORDER BY id'
}

/** Marks one note about each thing of these last names, so that all about it are put together anew, and says which. */
export const wakeNotes: Query<
  { readonly keys: readonly string[]; readonly space: string; readonly except: readonly string[] },
  { readonly id: string }
> = {
  name: 'wakeNotes',
  access: 'write',
  integers: [],
  columns: { id: 'string' },
  text: 'CYPHER 25 UNWIND $keys AS key\nCALL (key) {\n  MATCH (l:Lesson {subjectKey: key})\n  WHERE l.space = $space AND l.retired IS NULL AND NOT l.id IN $except\n  RETURN l ORDER BY l.id LIMIT 1\n}\nSET l.grouped = null\nRETURN l.id AS id\nORDER BY id'
}

/** Writes the lessons that a chat model gave, but for those that somebody deleted; one that is there keeps what is known of its use and its vector. */
export const writeLessons: Query<{ readonly rows: readonly GraphMap[] }, Record<string, never>> = {
  name: 'writeLessons',
  access: 'write',
  integers: [],
  columns: {},
  text: "CYPHER 25 UNWIND $rows AS row\nWITH row\nWHERE NOT EXISTS { (:Retired {id: row.id, named: true}) }\nMERGE (l:Lesson {id: row.id})\nON CREATE SET l.createdAt = datetime(), l.factor = 1.0, l.uses = 0, l.helped = 0, l.kind = 'lesson', l.problem = row.problem, l.space = row.space\nSET l.tag = row.tag, l.effect = row.effect, l.tainted = row.tainted, l.writer = row.writer, l.title = row.text, l.text = row.text,\n  l.terms = row.terms, l.embedding = coalesce(row.embedding, l.embedding), l.happens = row.text, l.source = 'model', l.trust = 'self-reported', l.witnesses = 1,\n  l.principals = 1, l.weight = 0.25, l.about = row.apis, l.aboutSaid = row.apis, l.subject = 'api:' + coalesce(head(row.apis), ''),\n  l.subjectKey = toLower(coalesce(last(split(head(row.apis), '.')), '')), l.subjects = [name IN row.apis | 'api:' + name], l.retired = null, l.grouped = null\nWITH l, row\nCALL (l, row) {\n  MATCH (l)-[r:LEARNED_IN]->(t:Trace)\n  WHERE NOT t.id IN row.attempts\n  DELETE r\n}\nCALL (l) {\n  MATCH (l)-[r:ABOUT]->(:Api)\n  DELETE r\n}\nUNWIND row.attempts AS attempt\nMATCH (t:Trace {id: attempt})\nMERGE (l)-[:LEARNED_IN]->(t)\nWITH l, row, t\nMATCH (t)-[u:USES]->(a:Api)\nWHERE any(name IN u.names WHERE name IN row.apis)\nMERGE (l)-[:ABOUT]->(a)"
}

/** Writes field notes with the traces that say them and what they are about; where nothing is documented, the thing itself is made, to be joined when documentation comes. */
export const writeNotes: Query<{ readonly rows: readonly GraphMap[] }, Record<string, never>> = {
  name: 'writeNotes',
  access: 'write',
  integers: [],
  columns: {},
  text: "CYPHER 25 UNWIND $rows AS row\nMATCH (t:Trace {id: row.trace})\n// What somebody deleted is not written again.\nWHERE NOT EXISTS { (:Retired {id: row.id, named: true}) }\nMERGE (l:Lesson {id: row.id})\nON CREATE SET l.createdAt = datetime(), l.kind = 'lesson', l.factor = 1.0, l.uses = 0, l.helped = 0, l.disputes = 0, l.space = row.space\nSET l.happens = row.happens, l.when = row.when, l.instead = row.instead, l.aboutSaid = row.aboutSaid, l.project = row.project, l.writer = 'agents',\n  l.orders = row.tainted, l.embedding = coalesce(l.embedding, row.embedding), l.retired = null\nMERGE (l)-[r:LEARNED_IN]->(t)\nSET r.source = row.source, r.span = row.span, r.shownBy = row.shownBy, r.noteKind = row.noteKind, r.text = row.text, r.subject = row.subject,\n  r.subjectKey = row.subjectKey, r.subjects = row.subjects, r.about = row.about, r.terms = row.terms\nWITH l, row\nCALL (row) {\n  UNWIND row.provisional AS made\n  MERGE (a:Api {id: made.id})\n  ON CREATE SET a.provisional = true, a.kind = made.kind, a.qualifiedName = made.qualifiedName, a.name = made.name, a.title = made.qualifiedName, a.library = '',\n    a.space = row.space, a.createdAt = datetime()\n}\nCALL (l, row) {\n  UNWIND row.nodes AS id\n  MATCH (a:Api {id: id})\n  FOREACH (new IN CASE WHEN EXISTS { (l)-[:ABOUT]->(a) } THEN [] ELSE [1] END | CREATE (l)-[:ABOUT]->(a))\n}\nCALL (l, row) {\n  UNWIND row.nodes AS id\n  MATCH (e:ErrorSignature {id: id})\n  FOREACH (new IN CASE WHEN EXISTS { (l)-[:ABOUT]->(e) } THEN [] ELSE [1] END | CREATE (l)-[:ABOUT]->(e))\n}"
}

/** Writes problems. What several attempts say of one is joined so that their order does not matter. Called under the lock of each problem: its edges are created where they are missing, for MERGE would lock the space and the library, which all attempts have in common, until the transaction ends. */
export const writeProblems: Query<
  { readonly rows: readonly GraphMap[]; readonly space: string },
  Record<string, never>
> = {
  name: 'writeProblems',
  access: 'write',
  integers: [],
  columns: {},
  text: "CYPHER 25 MERGE (s:Space {id: $space})\nWITH s\nUNWIND $rows AS row\nMERGE (p:Problem {id: row.id})\nON CREATE SET p.createdAt = datetime(), p.space = $space, p.kind = 'task', p.title = row.title, p.named = row.named, p.text = row.text,\n  p.terms = row.terms\nSET p.title = CASE WHEN row.named AND (NOT coalesce(p.named, false) OR row.title < p.title) THEN row.title ELSE p.title END,\n  p.named = coalesce(p.named, false) OR row.named,\n  p.family = CASE WHEN p.family IS NULL OR row.family < p.family THEN row.family ELSE p.family END,\n  p.embedding = coalesce(p.embedding, row.embedding)\nFOREACH (new IN CASE WHEN EXISTS { (p)-[:IN]->(s) } THEN [] ELSE [1] END | CREATE (p)-[:IN]->(s))\nWITH p, row\nCALL (p, row) {\n  UNWIND coalesce(p.libraries, []) + row.libraries AS library\n  WITH DISTINCT library ORDER BY library\n  RETURN collect(library) AS libraries\n}\nSET p.libraries = libraries\nWITH p, row\nUNWIND row.about AS id\nMATCH (l:Library {id: id})\nFOREACH (new IN CASE WHEN EXISTS { (p)-[:ABOUT]->(l) } THEN [] ELSE [1] END | CREATE (p)-[:ABOUT]->(l))"
}

/** Writes what a run showed of an attempt; what its agent said of how it ended is kept beside it. To curation and to who writes lessons it is news. */
export const writeRun: Query<
  {
    readonly id: string
    readonly outcome: string
    readonly run: GraphMap
    readonly exit: number
    readonly now: number
  },
  { readonly title: string; readonly claimed: string }
> = {
  name: 'writeRun',
  access: 'write',
  integers: ['exit', 'now'],
  columns: { title: 'string', claimed: 'string' },
  text: "CYPHER 25 MATCH (t:Trace {id: $id})\nSET t.claimed = coalesce(t.claimed, t.outcome, 'unknown')\nSET t += $run, t.observed = $outcome, t.observedExit = $exit, t.observedAt = datetime({epochMillis: $now}), t.outcome = $outcome, t.kind = $outcome,\n  t.judgedBy = 'tests', t.effect = CASE WHEN $outcome <> 'passed' THEN 0 WHEN coalesce(t.effect, 0) > 0 THEN t.effect ELSE 1 END,\n  t.curation = null, t.lessonBy = null\nCREATE (:StaleHour {id: randomUUID(), space: t.space, at: datetime.truncate('hour', coalesce(t.createdAt, datetime()))})\nRETURN coalesce(t.title, t.id) AS title, t.claimed AS claimed"
}

/** Writes artefact states, each shared by all traces that passed through it. It runs if it ran in any. A source is one from which somebody went on, or with which an attempt failed. `within` is the one space whose traces passed through it, or nothing where there are several. */
export const writeStates: Query<{ readonly rows: readonly GraphMap[] }, Record<string, never>> = {
  name: 'writeStates',
  access: 'write',
  integers: [],
  columns: {},
  text: "CYPHER 25 UNWIND $rows AS row\nMERGE (s:State {id: row.id})\nON CREATE SET s.text = row.text, s.kind = 'state', s.runs = false, s.within = row.space\nWITH s, row\nWHERE (row.runs AND NOT coalesce(s.runs, false)) OR NOT coalesce(s.within IN ['', row.space], false) OR (s.embedding IS NULL AND row.embedding IS NOT NULL)\n  OR (row.failed AND coalesce(s.kind, '') <> 'source') OR (row.language IS NOT NULL AND (s.language IS NULL OR row.language < s.language))\nSET s.runs = s.runs OR row.runs, s.within = CASE s.within WHEN row.space THEN row.space ELSE '' END, s.embedding = coalesce(s.embedding, row.embedding),\n  s.kind = CASE WHEN row.failed THEN 'source' ELSE s.kind END,\n  s.language = CASE WHEN s.language IS NULL OR row.language < s.language THEN row.language ELSE s.language END"
}

/** Writes attempts at problems. What the memory learned about a trace that is corrected stays: what came of showing it. To curation, and to who writes lessons, it is news where something changed that those rest on, or where a run had shown how it ended: what a run showed is gone with the correction. Called under the lock of each trace: MERGE of its edge to the space would lock that until the transaction ends. */
export const writeTraces: Query<
  { readonly rows: readonly GraphMap[]; readonly space: string },
  Record<string, never>
> = {
  name: 'writeTraces',
  access: 'write',
  integers: [],
  columns: {},
  text: 'CYPHER 25 MERGE (s:Space {id: $space})\nWITH s\nUNWIND $rows AS row\nMATCH (p:Problem {id: row.problem})\nMERGE (t:Trace {id: row.id})\nON CREATE SET t.createdAt = datetime()\nWITH p, s, t, row, CASE WHEN t.grounds = row.grounds AND t.observed IS NULL THEN t {.curation, .lessonBy} ELSE {} END AS kept\nSET t += row, t.curation = kept.curation, t.lessonBy = kept.lessonBy, t.steps = toInteger(row.steps), t.states = toInteger(row.states), t.redactions = toInteger(row.redactions)\nMERGE (t)-[:ATTEMPTS]->(p)\nFOREACH (new IN CASE WHEN EXISTS { (t)-[:IN]->(s) } THEN [] ELSE [1] END | CREATE (t)-[:IN]->(s))'
}
