import type { Browser } from 'playwright-core'
import { createLog } from '../../src/log.js'
import { createLexicalEmbedder } from '../../src/model/lexical-embedder.js'
import { startServer, type RunningServer } from '../../src/server.js'
import { ask } from '../api/ask-http.js'
import { framesAndPlots, recorded, tidying } from '../curate/curating.js'
import {
  adminKey,
  closeCairns,
  emptyGraph,
  removeFolders,
  temporaryFolder,
  testConfig,
  testDatabase
} from '../support/build-cairn.js'
import { openRegistry, tarball, type Offered } from '../support/archives.js'
import { buildPages, openBrowser, visit, type Visit, type VisitOptions } from './browser.js'

export type Role = 'agent' | 'analyst' | 'curator' | 'admin'

/** A server with the documentation of two small libraries, somebody of each role, and a browser. */
export interface PagesWorld {
  readonly server: RunningServer
  readonly browser: Browser
  readonly keys: Readonly<Record<Role, string>>
  /** What GraphQL answers; an admin asks unless told. */
  readonly said: <T>(query: string, variables?: object, key?: string) => Promise<T>
  readonly visit: (as: Role | null, options?: VisitOptions) => Promise<Visit>
  readonly close: () => Promise<void>
}

/** What the registry of the world has. */
const thimble: Offered = {
  ecosystem: 'npm',
  name: 'thimble',
  version: '2.0.0',
  description: 'Keeps needles off fingers.',
  archive: tarball({
    'package/package.json': JSON.stringify({ name: 'thimble', version: '2.0.0', types: 'i.d.ts' }),
    'package/i.d.ts':
      '/** Puts it on a finger. */\nexport declare function wear(finger: number): void\n',
    'package/README.md': '# Thimble\n\nWear it on the finger that pushes.\n'
  })
}

/** Opens it on the emptied graph. */
export async function openPagesWorld(): Promise<PagesWorld> {
  buildPages()
  await framesAndPlots()
  await closeCairns()
  const registry = await openRegistry([thimble])
  const settings = {
    CAIRN_NPM_REGISTRY: registry.url,
    CAIRN_PYPI_INDEX: registry.url,
    CAIRN_HOME: temporaryFolder(),
    CAIRN_PORT: '0',
    CAIRN_REQUESTS_PER_MINUTE: '100000'
  }
  const server = await startServer(testConfig(settings), { log: createLog('silent') })
  const said = saidBy(server)
  const key = async (role: string) => {
    const { makePrincipal } = await said<{ makePrincipal: { key: string } }>(
      'mutation ($input: PrincipalInput!) { makePrincipal(input: $input) { key } }',
      { input: { name: `the-${role}`, role } }
    )
    return makePrincipal.key
  }
  const keys = {
    agent: await key('agent'),
    analyst: await key('analyst'),
    curator: await key('curator'),
    admin: adminKey
  }
  await said('mutation { makeSpace(input: { id: "team-a" }) { id } }')
  // Deciding on what is public is a grant of its own.
  await said(
    'mutation { addMember(space: "public", principal: "the-curator", role: "curator") { id } }'
  )
  const browser = await openBrowser()
  return {
    server,
    browser,
    keys,
    said,
    visit: (as, options = {}) =>
      visit(browser, server.url, { ...options, key: as === null ? null : keys[as] }),
    close: async () => {
      await browser.close()
      await server.close()
      await registry.close()
      await emptyGraph()
      removeFolders()
    }
  }
}

function saidBy(server: RunningServer): PagesWorld['said'] {
  return async <T>(query: string, variables: object = {}, key = adminKey) => {
    const { data, errors } = await ask(server.url, query, { ...variables }, key)
    if (errors.length > 0) throw new Error(JSON.stringify(errors))
    return data as unknown as T
  }
}

export interface Waiting {
  readonly id: string
  readonly title: string
  readonly version: number
}

/** The oldest that waits; curation is run where none does. */
export async function waiting({ said, server }: PagesWorld): Promise<Waiting> {
  const read = () =>
    said<{ reviewQueue: { nodes: Waiting[] } }>('{ reviewQueue { nodes { id title version } } }')
  let [first] = (await read()).reviewQueue.nodes
  if (first === undefined) {
    // Of several, as recordings that show it: what one witness says, or nobody but the agent itself, needs an acknowledgement.
    await recorded(server.cairn, tidying())
    await said('mutation { runCuration { id } }')
    await server.cairn.jobs.idle()
    first = (await read()).reviewQueue.nodes[0]
  }
  if (first === undefined) throw new Error('nothing waits')
  return first
}

/** Where an insight stands, and what was decided on it last. */
export async function standing({ said }: PagesWorld, id: string) {
  const { insight } = await said<{
    insight: {
      insight: { version: number; state: string; inForce: boolean; title: string }
      decisions: { kind: string; by: string; reason: string }[]
      related: { id: string; relation: string }[]
    }
  }>(
    'query ($id: ID!) { insight(id: $id) { insight { version state inForce title } decisions { kind by reason } related { id relation } } }',
    { id }
  )
  return { ...insight.insight, last: insight.decisions[0], related: insight.related }
}

/** Words that stand in the documentation of the world. */
export const backing = {
  doc: 'doc:docs/frames@1.2.0/api/frames.melt',
  quote: 'Turn wide columns into long rows, one row for each cell.'
} as const

/** An insight that a person wrote, in force at once; its id. */
export async function inForce({ said }: PagesWorld, title: string): Promise<string> {
  const { recordInsight } = await said<{ recordInsight: string }>(
    'mutation ($insight: ReviewedInsightInput!) { recordInsight(insight: $insight) }',
    {
      insight: {
        title,
        applies: 'A frame has one column for each year.',
        advice: 'Call melt before anything is compared.',
        backedBy: [backing]
      }
    }
  )
  return recordInsight
}

/** A candidate as curation writes it; its title. */
export async function plantCandidate(name: string): Promise<{ id: string; title: string }> {
  const db = testDatabase()
  const id = `insight:${name}`
  const title = `Melt the columns of ${name}`
  const text = `${title}\nA frame has one column for each year.\nCall melt on ${name}.`
  const [vector] = await createLexicalEmbedder().embed([text])
  await db.raw(
    `CREATE (i:Insight {id: $id, createdAt: datetime(), embedding: $embedding}) SET i += $properties
     WITH i MATCH (d:Doc {id: $doc}), (a:Api {name: 'melt'}) CREATE (i)-[:BACKED_BY {quote: $quote}]->(d), (i)-[:ABOUT]->(a)`,
    {
      id,
      ...backing,
      embedding: Array.from(vector ?? []),
      properties: {
        version: 1,
        revision: 1,
        space: 'public',
        kind: 'candidate',
        state: 'candidate',
        lineage: id,
        title,
        applies: 'A frame has one column for each year.',
        advice: `Call melt on ${name}.`,
        avoid: '',
        text,
        terms: '',
        names: 'melt',
        flags: [],
        tainted: false,
        gap: 'api-confusion',
        writer: 'rules',
        gates: JSON.stringify([{ gate: 'backed', passed: true, reason: 'It stands there.' }])
      }
    }
  )
  await db.close()
  return { id, title }
}

/** Answers of which an insight was part, or from which a lot held it back, with how the work after them ended. */
export async function plantOutcomes(
  insight: string,
  passed: { readonly shown: number; readonly withheld: number; readonly of: number }
): Promise<void> {
  const db = testDatabase()
  await db.raw(
    `MATCH (i:Insight {id: $insight}) UNWIND range(1, toInteger($of)) AS k UNWIND [true, false] AS shown
     WITH i, k, shown, $insight + toString(k) + toString(shown) AS name
     CREATE (r:Recommendation {id: 'recommendation:' + name, space: 'public', question: name, taskKey: name, createdAt: datetime()})
     CREATE (f:Feedback {id: 'feedback:' + name, from: 'agent', by: 'ada', trust: 'observed', principal: 'principal:' + toString(k % 4), createdAt: datetime(),
       outcome: CASE WHEN k <= (CASE WHEN shown THEN $shown ELSE $withheld END) THEN 'passed' ELSE 'failed' END})-[:ON]->(r)
     FOREACH (_ IN CASE WHEN shown THEN [1] ELSE [] END | CREATE (r)-[:CITES {share: 0.9}]->(i))
     FOREACH (_ IN CASE WHEN shown THEN [] ELSE [1] END | CREATE (r)-[:WITHHELD {share: 0.9}]->(i))`,
    { insight, ...passed }
  )
  await db.close()
}
