import type { RunningServer } from '../../src/server.js'
import { packageRoot } from '../../src/package-root.js'
import { packageFolders, plantKnowledge, type Ask } from '../seed.js'
import { behaviours } from './notes.js'

/** Asks GraphQL of this server with a key. @throws Error with what it refused */
export function askOf({ url }: RunningServer, key: string): Ask {
  return async <T>(query: string, variables: Record<string, unknown> = {}) => {
    const reply = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({ query, variables })
    })
    const { data, errors } = (await reply.json()) as { data: T; errors?: { message: string }[] }
    if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('\n'))
    return data
  }
}

/** The demo's documentation and knowledge, and what agents of this team did with it: questions, attempts, notes, outcomes. */
export async function plant(server: RunningServer, key: string): Promise<void> {
  const ask = askOf(server, key)
  const root = packageRoot()
  await ask('mutation ($i: IngestInput!) { ingest(input: $i) { id } }', {
    i: { reader: 'npm-package', sources: packageFolders(root) }
  })
  await server.cairn.jobs.idle()
  await plantKnowledge(ask, root)
  const [ada, bob, cleo] = await Promise.all(
    ['ada', 'bob', 'cleo'].map(async (name) => askOf(server, await keyOf(ask, name)))
  )
  if (ada === undefined || bob === undefined || cleo === undefined) return
  for (const behaviour of behaviours) {
    await tell(ada, 'ada', { behaviour, word: 0 })
    await tell(bob, 'bob', { behaviour, word: 1 })
    const { task, failed } = behaviour
    await record(cleo, { task, agent: 'cleo', outcome: 'failed', judgedBy: 'tests', ...failed })
  }
  await ask('mutation { runCuration { id } }')
  await server.cairn.jobs.idle()
  await questions([ada, bob, cleo])
}

async function keyOf(ask: Ask, name: string): Promise<string> {
  const { makePrincipal } = await ask<{ makePrincipal: { key: string } }>(
    'mutation ($input: PrincipalInput!) { makePrincipal(input: $input) { key } }',
    { input: { name, role: 'agent' } }
  )
  return makePrincipal.key
}

function tell(
  ask: Ask,
  agent: string,
  at: { behaviour: (typeof behaviours)[number]; word: 0 | 1 }
): Promise<void> {
  const { task, about, told, shownBy } = at.behaviour
  const learned = [{ about, ...told[at.word], shownBy }]
  const code = at.word === 0 ? shownBy : `// ${agent}\n${shownBy}`
  const attempt = { task, agent, outcome: 'passed', judgedBy: 'tests', code, apis: about }
  return record(ask, { ...attempt, learned })
}

async function record(ask: Ask, trace: object): Promise<void> {
  const { recordTraces } = await ask<{ recordTraces: { reason: string | null }[] }>(
    'mutation ($traces: [TraceInput!]!) { recordTraces(traces: $traces) { reason } }',
    { traces: [trace] }
  )
  const refused = recordTraces[0]?.reason
  if (refused != null) throw new Error(refused)
}

/** Each agent asks for its task and tells how it went; one asks what nobody knows. */
async function questions(agents: readonly Ask[]): Promise<void> {
  for (const [i, { task }] of [...behaviours, ...behaviours].entries()) {
    const ask = agents[i % agents.length]
    if (ask === undefined) continue
    const { recommend } = await ask<{ recommend: { id: string; fits: boolean } }>(
      'mutation ($q: String!) { recommend(question: $q) { id fits } }',
      { q: task }
    )
    if (!recommend.fits) continue
    await ask('mutation ($i: FeedbackInput!) { sendFeedback(input: $i) { gap } }', {
      i: {
        recommendation: recommend.id,
        from: 'agent',
        outcome: i % 4 === 3 ? 'failed' : 'passed',
        key: `shot-${String(i)}`
      }
    })
  }
  for (const question of [
    'How do I stream a table from pandas into PostgreSQL with COPY?',
    'Which wine goes with grilled sardines?'
  ])
    await agents[0]?.('mutation ($q: String!) { recommend(question: $q) { id } }', { q: question })
}
