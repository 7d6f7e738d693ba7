import { createLog } from '../src/log.js'
import { startServer, type RunningServer } from '../src/server.js'
import { ask, type Reply } from './api/ask-http.js'
import { claimed, framesAndPlots } from './curate/curating.js'
import { closeCairns, removeFolders, temporaryFolder, testConfig } from './support/build-cairn.js'

let server: RunningServer

beforeAll(async () => {
  await framesAndPlots()
  await closeCairns()
  // Half of the answers go without an insight: enough to see its effect within a test.
  const settings = { CAIRN_HOME: temporaryFolder(), CAIRN_PORT: '0', CAIRN_WITHHOLD_PERCENT: '50' }
  server = await startServer(testConfig(settings), { log: createLog('silent') })
})

afterAll(async () => {
  await server.close()
  removeFolders()
})

async function said<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
  const { data, errors }: Reply = await ask(server.url, query, variables)
  if (errors.length > 0) throw new Error(JSON.stringify(errors))
  return data as unknown as T
}

interface Waiting {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly gates: readonly { readonly gate: string; readonly passed: boolean }[]
  readonly toAcknowledge: readonly string[]
  readonly marks: readonly { readonly name: string; readonly says: string }[]
}

interface Answer {
  readonly id: string
  readonly citations: readonly { readonly id: string; readonly number: number }[]
}

const recommend = async (question: string, asOf: number | null = null): Promise<Answer> => {
  const { recommend: answer } = await said<{ recommend: Answer }>(
    'query ($question: String!, $asOf: Int) { recommend(question: $question, asOf: $asOf) { id citations { id number } } }',
    { question, asOf }
  )
  return answer
}

const cites = (answer: Answer, insight: string) => answer.citations.some(({ id }) => id === insight)

const feedback = (input: Record<string, unknown>) =>
  said<{ sendFeedback: { status: string; credited: unknown[] } }>(
    'mutation ($input: FeedbackInput!) { sendFeedback(input: $input) { status credited { node used } } }',
    { input: { from: 'agent', ...input } }
  )

test('what agents report becomes an insight that a curator approves, whose effect is measured, and that an epoch keeps', async () => {
  // Three agents hand in what they tried, and how it ended by their own word.
  const { recordTraces: receipts } = await said<{ recordTraces: { status: string }[] }>(
    'mutation ($traces: [TraceInput!]!) { recordTraces(traces: $traces) { status } }',
    { traces: claimed() }
  )
  expect(receipts.map(({ status }) => status)).toEqual(receipts.map(() => 'accepted'))

  // One of them asks, and says how the answer turned out: what was used gains evidence.
  const question = 'look up a column in a frame whose column names have stray blanks'
  const first = await recommend(question)
  const { sendFeedback: receipt } = await feedback({
    recommendation: first.id,
    by: 'ada',
    outcome: 'passed',
    used: [String(first.citations[0]?.number)]
  })
  expect(receipt).toMatchObject({ status: 'accepted', credited: [{ used: true }] })

  // Curation proposes what the agents learned as an insight; it waits in the queue and is no guidance yet.
  const { runCuration: job } = await said<{ runCuration: { id: string } }>(
    'mutation { runCuration { id } }'
  )
  await server.cairn.jobs.idle()
  const { job: ended } = await said<{ job: { state: string; result: { queued: number } } }>(
    'query ($id: ID!) { job(id: $id) { state result } }',
    { id: job.id }
  )
  expect(ended).toMatchObject({ state: 'done', result: { queued: 1 } })
  const { reviewQueue: queue } = await said<{
    reviewQueue: { totalCount: number; nodes: Waiting[] }
  }>(
    '{ reviewQueue { totalCount nodes { id version title toAcknowledge marks { name says } gates { gate passed } } } }'
  )
  expect(queue.totalCount).toBe(1)
  const [waiting] = queue.nodes
  if (waiting === undefined) throw new Error('nothing waits')
  expect(waiting.gates.every(({ passed }) => passed)).toBe(true)
  expect(cites(await recommend(question), waiting.id)).toBe(false)

  // Nobody else judged the attempts beneath it. A curator who has not seen that cannot approve it.
  // And all came with one key, so they are one witness.
  expect(waiting.marks).toEqual([
    {
      name: 'self-judged',
      says: 'Attempts that it rests on were judged only by the agents that made them.'
    },
    { name: 'single-witness', says: 'Only one agent, or a single task, has shown it.' }
  ])
  const approve =
    'mutation ($decision: DecisionInput!, $seen: [String!]!) { approveInsight(decision: $decision, acknowledge: $seen) { id } }'
  const decision = { insight: waiting.id, version: waiting.version, by: 'curator' }
  const unseen = await ask(server.url, approve, { decision, seen: [] })
  expect(JSON.stringify(unseen.errors)).toContain('judged only by the agents that made them')

  // Having seen it, a curator approves it; from now on answers cite it, but for those that go without it so that its effect is seen.
  await said(approve, { decision, seen: waiting.toAcknowledge })
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, i) => recommend(`${question}, case ${String(i)}`))
  )
  const shown = answers.filter((answer) => cites(answer, waiting.id))
  expect(shown.length).toBeGreaterThan(5)
  expect(shown.length).toBeLessThan(35)

  // Those who were shown it succeed, the others fail: that is its effect.
  for (const answer of answers)
    await feedback({
      recommendation: answer.id,
      by: 'ada',
      outcome: shown.includes(answer) ? 'passed' : 'failed'
    })
  const { insightEffects: effects } = await said<{
    insightEffects: { insight: string; effect: number; low: number; shown: { n: number } }[]
  }>('{ insightEffects { insight effect low shown { n passed } withheld { n passed } } }')
  expect(effects).toMatchObject([
    { insight: waiting.id, effect: 1, shown: { n: shown.length, passed: shown.length } }
  ])
  expect(effects[0]?.low).toBeGreaterThan(0.5)

  // The epoch is closed; then the insight is retired, and answers as of that epoch still have it.
  const { closeEpoch: closed } = await said<{ closeEpoch: { closed: number; inForce: number } }>(
    'mutation { closeEpoch(by: "curator", note: "first") { closed inForce } }'
  )
  expect(closed).toMatchObject({ closed: 1, inForce: 1 })
  const { insight: standing } = await said<{ insight: { insight: { version: number } } }>(
    'query ($id: ID!) { insight(id: $id) { insight { version state inForce } } }',
    { id: waiting.id }
  )
  await said('mutation ($decision: DecisionInput!) { retireInsight(decision: $decision) { id } }', {
    decision: {
      insight: waiting.id,
      version: standing.insight.version,
      by: 'curator',
      reason: 'to see it come back'
    }
  })
  expect(cites(await recommend(question), waiting.id)).toBe(false)
  expect(cites(await recommend(question, 1), waiting.id)).toBe(true)

  // Rolled back to the epoch, it is in force again.
  await said('mutation { rollBackEpoch(to: 1, by: "curator", reason: "it helped") { to } }')
  const { insight: back } = await said<{ insight: { insight: { inForce: boolean } } }>(
    'query ($id: ID!) { insight(id: $id) { insight { inForce state } } }',
    { id: waiting.id }
  )
  expect(back.insight).toEqual({ inForce: true, state: 'approved' })
})
