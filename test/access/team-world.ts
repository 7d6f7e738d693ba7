import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLog } from '../../src/log.js'
import { startServer, type RunningServer } from '../../src/server.js'
import { headersOf, post, type Reply } from '../api/ask-http.js'
import {
  adminKey,
  emptyGraph,
  removeFolders,
  temporaryFolder,
  testConfig
} from '../support/build-cairn.js'
import { attempts, canary, traceback } from './team-attempts.js'

/** Everybody who asks, by what they are. */
export interface Keys {
  readonly agent: string
  readonly runner: string
  readonly analyst: string
  readonly curator: string
  readonly admin: string
  /** Of another team, with every role that one can have there. */
  readonly other: string
  readonly otherAnalyst: string
  readonly otherCurator: string
  /** An agent of the other team, to whom a curator's role was granted in a third space and in public. */
  readonly otherGranted: string
  /** An agent of the team, to whom the other team granted a curator's role in its space. */
  readonly elsewhere: string
}

/** Ids of what team A keeps. */
export interface Kept {
  readonly doc: string
  readonly library: string
  readonly trace: string
  readonly problem: string
  readonly insight: string
  readonly candidate: string
  readonly recommendation: string
  readonly feedback: string
  readonly gap: string
  readonly job: string
  readonly error: string
  readonly state: string
  readonly lesson: string
}

export interface TeamWorld {
  readonly server: RunningServer
  readonly keys: Keys
  readonly kept: Kept
  readonly ask: (
    key: string | null,
    query: string,
    variables?: object,
    space?: string
  ) => Promise<Reply>
  readonly close: () => Promise<void>
}

export type Ask = TeamWorld['ask']

/** A server with two teams: team A has something of every kind, team B nothing, and both see a public handbook. */
export async function openTeamWorld(): Promise<TeamWorld> {
  await emptyGraph()
  const settings = {
    CAIRN_HOME: temporaryFolder(),
    CAIRN_PORT: '0',
    CAIRN_REQUESTS_PER_MINUTE: '100000'
  }
  const server = await startServer(testConfig(settings), { log: createLog('silent') })
  const ask: Ask = (key, query, variables = {}, space = '') =>
    post(server.url, JSON.stringify({ query, variables }), {
      ...(key === null ? { 'content-type': 'application/json' } : headersOf(key)),
      ...(space === '' ? {} : { 'cairn-space': space })
    })
  const close = async () => {
    await server.close()
    await emptyGraph()
    removeFolders()
  }
  try {
    const keys = await makeKeys(ask)
    await ingest(server, ask, { name: 'handbook', word: 'plain', space: 'public' })
    return { server, keys, kept: await plant(server, ask, keys), ask, close }
  } catch (error) {
    await close()
    throw error
  }
}

export async function said<T>(reply: Promise<Reply>): Promise<T> {
  const { data, errors } = await reply
  if (errors.length > 0) throw new Error(JSON.stringify(errors))
  return data as unknown as T
}

async function makeKeys(ask: Ask): Promise<Keys> {
  for (const id of ['team-a', 'team-b', 'team-c'])
    await said(
      ask(adminKey, 'mutation ($input: SpaceInput!) { makeSpace(input: $input) { id } }', {
        input: { id }
      })
    )
  const make = async (name: string, role: string, space: string) => {
    const { makePrincipal } = await said<{ makePrincipal: { key: string } }>(
      ask(adminKey, 'mutation ($input: PrincipalInput!) { makePrincipal(input: $input) { key } }', {
        input: { name, role, spaces: [space] }
      })
    )
    return makePrincipal.key
  }
  const granted = async (name: string, space: string, grants: Readonly<Record<string, string>>) => {
    const key = await make(name, 'agent', space)
    const grant =
      'mutation ($space: ID!, $name: ID!, $role: String) { addMember(space: $space, principal: $name, role: $role) { id } }'
    for (const [where, role] of Object.entries(grants))
      await said(ask(adminKey, grant, { space: where, name, role }))
    return key
  }
  return {
    agent: await make('ann', 'agent', 'team-a'),
    runner: await make('rita', 'runner', 'team-a'),
    analyst: await make('avery', 'analyst', 'team-a'),
    curator: await make('cato', 'curator', 'team-a'),
    admin: adminKey,
    other: await make('bob', 'agent', 'team-b'),
    otherAnalyst: await make('bea', 'analyst', 'team-b'),
    otherCurator: await make('ben', 'curator', 'team-b'),
    otherGranted: await granted('gail', 'team-b', { 'team-c': 'curator', public: 'curator' }),
    elsewhere: await granted('elsa', 'team-a', { 'team-b': 'curator', public: 'analyst' })
  }
}

async function ingest(
  server: RunningServer,
  ask: Ask,
  { name, word, space }: { name: string; word: string; space: string }
): Promise<string> {
  const folder = temporaryFolder()
  writeFileSync(
    join(folder, 'tables.md'),
    `# Tables with ${word}\n\nA ${word} table is read by \`${word}_read\`, which strips blanks.\n\n## Blanks of ${word}\n\nStrip the ${word} blanks before columns are looked up.\n`
  )
  const { ingest: job } = await said<{ ingest: { id: string } }>(
    ask(
      adminKey,
      'mutation ($input: IngestInput!) { ingest(input: $input) { id } }',
      { input: { reader: 'markdown', sources: [folder], name, version: '1' } },
      space
    )
  )
  await server.cairn.jobs.idle()
  return job.id
}

async function plant(server: RunningServer, ask: Ask, keys: Keys): Promise<Kept> {
  const job = await ingest(server, ask, { name: `${canary}-kit`, word: canary, space: 'team-a' })
  const library = `library:docs/${canary}-kit@1+team-a`
  const doc = `doc:docs/${canary}-kit@1+team-a/tables.md#blanks-of-${canary}`
  const traces = attempts()
  const { recordTraces } = await said<{
    recordTraces: { status: string; trace: string; problem: string }[]
  }>(
    ask(
      keys.agent,
      'mutation ($canonical: [JSON!]!) { recordTraces(canonical: $canonical) { status trace problem reason path } }',
      { canonical: traces }
    )
  )
  const [first] = recordTraces
  if (first?.status !== 'accepted') throw new Error(JSON.stringify(recordTraces))
  const { recordInsight: insight } = await said<{ recordInsight: string }>(
    ask(
      keys.curator,
      'mutation ($insight: ReviewedInsightInput!) { recordInsight(insight: $insight) }',
      {
        insight: {
          title: `Strip ${canary} blanks`,
          applies: `Columns of a ${canary} table are not found.`,
          advice: `Strip the ${canary} blanks first.`,
          backedBy: [{ doc, quote: `Strip the ${canary} blanks before columns are looked up.` }],
          derivedFrom: [first.trace]
        }
      }
    )
  )
  const candidate = await anotherCandidate(ask, keys, insight)
  const { recommend } = await said<{
    recommend: { id: string; citations: { number: number; id: string }[] }
  }>(
    ask(
      keys.agent,
      'query ($q: String!) { recommend(question: $q) { id citations { number id } } }',
      { q: `columns of a ${canary} table are not found` }
    )
  )
  const { sendFeedback } = await said<{ sendFeedback: { feedback: string; gap: string } }>(
    ask(
      keys.agent,
      'mutation ($input: FeedbackInput!) { sendFeedback(input: $input) { feedback gap } }',
      {
        input: {
          recommendation: recommend.id,
          from: 'agent',
          outcome: 'passed',
          used: ['1'],
          note: `the ${canary} blanks were stripped`,
          needed: `a page on ${canary} tabs`
        }
      }
    )
  )
  const found = await said<{ resolveError: { id: string }[] }>(
    ask(keys.agent, 'query ($t: String!) { resolveError(text: $t) { id } }', { t: traceback })
  )
  const lessons = await said<{ lessons: { id: string }[] }>(
    ask(keys.agent, 'query ($t: String!) { lessons(task: $t) { id } }', {
      t: `Read a ${canary} table and look up its price column.`
    })
  )
  const steps = await said<{ nextStep: { instructions: { from: string }[] } }>(
    ask(
      keys.agent,
      'query ($c: String!) { nextStep(code: $c, epsilon: 0) { instructions { from } } }',
      {
        c: `table = ${canary}_read()`
      }
    )
  )
  const kept = {
    doc,
    library,
    job,
    insight,
    candidate,
    trace: first.trace,
    problem: first.problem,
    recommendation: recommend.id,
    feedback: sendFeedback.feedback,
    gap: sendFeedback.gap,
    error: found.resolveError[0]?.id ?? '',
    lesson: lessons.lessons[0]?.id ?? '',
    state: steps.nextStep.instructions[0]?.from ?? ''
  }
  const missing = Object.entries(kept).filter(([, id]) => id === '')
  if (missing.length > 0)
    throw new Error(`not planted: ${missing.map(([kind]) => kind).join(', ')}`)
  return kept
}

/** A revision of the insight, which waits in the queue. */
async function anotherCandidate(ask: Ask, keys: Keys, insight: string): Promise<string> {
  const { editInsight } = await said<{ editInsight: { changes: { insight: string }[] } }>(
    ask(
      keys.curator,
      'mutation ($d: DecisionInput!, $into: InsightWordsInput!) { editInsight(decision: $d, into: $into) { changes { insight } } }',
      {
        d: { insight, version: 1 },
        into: {
          title: `Strip ${canary} blanks at both ends`,
          applies: `Columns of a ${canary} table are not found.`,
          advice: `Strip the ${canary} blanks at both ends.`
        }
      }
    )
  )
  const made = editInsight.changes.find((change) => change.insight !== insight)
  if (made === undefined) throw new Error('no revision was made')
  return made.insight
}
