import { Command } from 'commander'
import type { CommandContext } from '../../src/cli/run.js'
import { feedbackCommands } from '../../src/cli/feedback-commands.js'
import { writeServerRecord } from '../../src/cli/server-record.js'
import { createTerminal } from '../../src/cli/terminal.js'
import { mostOfOne } from '../../src/domain/kept-evidence.js'
import { publicFailure, type PublicFailure } from '../../src/errors.js'
import { createLog } from '../../src/log.js'
import { startServer, type RunningServer } from '../../src/server.js'
import { ask as askAt, headersOf, post } from '../api/ask-http.js'
import {
  emptyGraph,
  removeFolders,
  temporaryFolder,
  testConfig,
  testDatabase
} from '../support/build-cairn.js'
import { answer } from './answered.js'

let server: RunningServer
const config = testConfig({ CAIRN_HOME: temporaryFolder(), CAIRN_PORT: '0' })

beforeAll(async () => {
  await emptyGraph()
  server = await startServer(config, { log: createLog('silent') })
  writeServerRecord(config.home, { pid: process.pid, url: server.url })
  const db = testDatabase()
  for (const id of ['a', 'b']) await answer(db, { id, cites: ['doc:1', 'doc:2'] })
  await db.close()
})

afterAll(async () => {
  await server.close()
  await emptyGraph()
  removeFolders()
})

const ask = (query: string, variables: Record<string, unknown> = {}) =>
  askAt(server.url, query, variables)

const send =
  'mutation ($input: FeedbackInput!) { sendFeedback(input: $input) { status feedback gap credited { node passed failed used } } }'

test('feedback is sent, read, and becomes a gap that is closed, all by GraphQL', async () => {
  const input = {
    recommendation: 'a',
    from: 'agent',
    by: 'one',
    helpfulness: 'POOR',
    tests: { passed: 1, failed: 2 },
    used: [2],
    needed: 'How indexes are reset.'
  }
  const { data, errors } = await ask(send, { input })
  expect(errors).toEqual([])
  expect(data).toMatchObject({
    sendFeedback: {
      status: 'accepted',
      credited: [{ node: 'doc:2', passed: 0, failed: 1, used: true }]
    }
  })
  const read = await ask(
    '{ feedback(recommendation: "a") { from by helpfulness outcome tests { passed failed } used needed } gaps { nodes { id text state asks askers tainted } } insightEffects { insight effect low high shown { n passed } withheld { n passed } } }'
  )
  expect(read.errors).toEqual([])
  expect(read.data).toMatchObject({
    feedback: [
      { by: 'one', helpfulness: 'POOR', outcome: 'failed', used: ['doc:2'], tests: { failed: 2 } }
    ],
    gaps: { nodes: [{ text: 'How indexes are reset.', state: 'open', asks: 1 }] },
    insightEffects: []
  })
  const [gap] = (read.data as unknown as { gaps: { nodes: { id: string }[] } }).gaps.nodes
  const closed = await ask(
    'mutation ($id: ID!) { closeGap(id: $id, state: answered) { state asks } }',
    { id: gap?.id }
  )
  expect(closed.data).toEqual({ closeGap: { state: 'answered', asks: 1 } })
})

test('whatever names the key of the admin sends under, it is one sender', async () => {
  const told = Array.from({ length: 2 * mostOfOne }, (_, i) => ({
    recommendation: `loud${String(i)}`,
    from: 'agent',
    by: `agent ${String(i)}`,
    outcome: 'passed',
    used: [1]
  }))
  const db = testDatabase()
  for (const { recommendation: id } of told) await answer(db, { id, cites: ['doc:loud'] })
  await db.close()
  for (const input of told) expect((await ask(send, { input })).errors).toEqual([])
  expect(await server.cairn.evidenceOf(['doc:loud'])).toMatchObject([
    { passed: expect.closeTo(mostOfOne, 3) as number, uses: told.length }
  ])
  const again = { ...told[0], by: 'another', outcome: 'failed' }
  expect((await ask(send, { input: again })).errors).toEqual([])
  const read = await ask('{ feedback(recommendation: "loud0") { by outcome } }')
  expect(read.data).toEqual({ feedback: [{ by: 'another', outcome: 'failed' }] })
})

test('what is wrong with feedback is said with its field', async () => {
  const input = { recommendation: 'none', from: 'person', by: 'p', outcome: 'passed' }
  const missing = await ask(send, { input })
  expect(missing.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }])
  const band = await ask(send, { input: { ...input, helpfulness: 'GREAT' } })
  expect(band.errors[0]?.message).toContain('GREAT')
  const limit = await ask('{ gaps(first: 0) { totalCount } }')
  expect(limit.errors).toMatchObject([{ extensions: { code: 'BAD_INPUT' } }])
})

/** Runs `cairn feedback …` in this process. */
async function cairnFeedback(
  args: readonly string[],
  json = false
): Promise<{ text: string; data: unknown; failure: PublicFailure | null }> {
  const said = { text: '', data: null as unknown, failure: null as PublicFailure | null }
  const context: CommandContext = {
    config,
    terminal: {
      ...createTerminal(json),
      note: () => undefined,
      answer: (text, data) => {
        Object.assign(said, { text, data })
      }
    }
  }
  const program = new Command().exitOverride()
  feedbackCommands(program, (body) =>
    body(context).catch((error: unknown) => {
      said.failure = publicFailure(error)
    })
  )
  await program.parseAsync(['feedback', ...args], { from: 'user' })
  return said
}

test('in a terminal one line tells how it went, with the id in either form', async () => {
  const first = await cairnFeedback(['recommendation:b', '--worked', '--used', '1, doc:2'])
  expect(first.failure).toBeNull()
  expect(first.text).toMatch(
    /^Recorded: feedback:[0-9a-f]{16}\. 2 cited nodes have its evidence\.$/
  )
  const again = await cairnFeedback(['b', '--worked', '--used', '1,doc:2', '--by', 'x'])
  expect(again.text).toMatch(/^Recorded/)
  const failed = await cairnFeedback(
    ['b', '--failed', 'the index repeats', '--needed', 'More on indexes.', '--helpful', 'good'],
    true
  )
  expect(failed.data).toMatchObject({ status: 'accepted', gap: expect.any(String) as string })
  const { data } = await ask(
    '{ feedback(recommendation: "b") { from helpfulness outcome note needed } }'
  )
  expect((data as unknown as { feedback: unknown[] }).feedback).toContainEqual({
    from: 'person',
    helpfulness: 'GOOD',
    outcome: 'failed',
    note: 'the index repeats',
    needed: 'More on indexes.'
  })
})

test.each([
  [['b', '--worked', '--failed', 'x'], 'BAD_INPUT', /both given/],
  [['b', '--worked', '--helpful', 'great'], 'BAD_INPUT', /one of extremely-helpful, good/],
  [['b', '--worked', '--used', '9'], 'BAD_INPUT', /used is '9'; expected a citation/],
  [['b'], 'BAD_INPUT', /feedback is 'empty'/],
  [['zzz', '--worked'], 'NOT_FOUND', /There is no recommendation/]
])('cairn feedback %j is refused', async (args, code, sentence) => {
  const { failure, text } = await cairnFeedback(args)
  expect(text).toBe('')
  expect(failure).toMatchObject({ code })
  expect(failure?.message).toMatch(sentence)
})

test('answers to one task, and those of one session of a host, are known as one task session', async () => {
  const asked = async (question: string, session: string) => {
    const query = 'query ($q: String!) { recommend(question: $q) { id } }'
    const { data } = await post(server.url, JSON.stringify({ query, variables: { q: question } }), {
      ...headersOf(),
      'cairn-session': session
    })
    return (data as unknown as { recommend: { id: string } }).recommend.id
  }
  const ids = [
    await asked('Fold a swan.', 's1'),
    await asked(' FOLD a  swan', ''),
    await asked('Fold a crane.', 's1'),
    await asked('Fold a frog.', 'x'.repeat(201))
  ]
  const keys = new Map<string, Record<string, unknown>>()
  for await (const line of server.cairn.exportLines())
    if ('node' in line) keys.set(line.node, line.properties)
  const of = (name: string) => ids.map((id) => keys.get(id)?.[name])
  const [swan, again, crane, frog] = of('taskKey')
  expect(again).toBe(swan)
  expect(new Set([swan, crane, frog]).size).toBe(3)
  const [first, none, same, tooLong] = of('sessionKey')
  expect(first).toMatch(/^[0-9a-f]{16}$/)
  expect([none, same, tooLong]).toEqual([undefined, first, undefined])
  // Neither is shown to anybody.
  const { properties } = await server.cairn.open(ids[0] ?? '')
  expect(Object.keys(properties)).not.toContain('taskKey')
})
