import { closeCairns, removeFolders } from '../../support/build-cairn.js'
import { called, closeClients, connected, framesCairn } from '../agents-memory.js'

afterEach(closeClients)
afterEach(closeCairns)
afterAll(removeFolders)

const attempt = {
  task: 'Turn a column of lists into rows.',
  approach: 'explode does it; the index repeats.',
  code: "import frames\nframes.explode('tags')\n",
  outcome: 'passed',
  libraries: ['frames']
}

test('an attempt is kept under the name of who asks, and known when it is sent again', async () => {
  const cairn = await framesCairn()
  const client = await connected(cairn)
  const first = await called(client, 'record_trace', attempt)
  expect(first.text).toMatch(/^Recorded for good: `trace:/)
  const again = await called(client, 'record_trace', attempt)
  expect(again.data).toEqual({ trace: first.data['trace'], status: 'known', text: again.text })
  const { properties } = await cairn.open(String(first.data['trace']))
  expect(properties).toMatchObject({ agent: 'tester', outcome: 'passed' })
})

test('the advice that was followed is linked', async () => {
  const cairn = await framesCairn()
  const client = await connected(cairn)
  const advice = await called(client, 'recommend', { task: attempt.task })
  const followed = String(advice.data['recommendation'])
  const { data } = await called(client, 'record_trace', { ...attempt, followed })
  const { edges } = await cairn.open(String(data['trace']))
  expect(edges).toContainEqual({ type: 'FOLLOWED', out: true, count: 1 })
})

test('an agent that ran tests says so; one that does not is only making a claim', async () => {
  const cairn = await framesCairn()
  const client = await connected(cairn)
  const claimed = await called(client, 'record_trace', attempt)
  const evidence = '3 passed in 0.4s'
  const tested = await called(client, 'record_trace', { ...attempt, judgedBy: 'tests', evidence })
  const judged = async ({ data }: typeof claimed) =>
    (await cairn.open(String(data['trace']))).properties
  expect(await judged(claimed)).toMatchObject({ outcome: 'passed', judgedBy: 'agent' })
  expect(await judged(tested)).toMatchObject({ outcome: 'passed', judgedBy: 'tests', evidence })
})

test('secrets do not reach the memory', async () => {
  const cairn = await framesCairn()
  const client = await connected(cairn)
  const secret = `sk-proj-${'Ab3dEf6hIj9lMn2p'.repeat(3)}`
  const { data } = await called(client, 'record_trace', {
    ...attempt,
    code: `client = connect(api_key="${secret}")\n`
  })
  expect(JSON.stringify(await cairn.open(String(data['trace'])))).not.toContain(secret)
})

test('an attempt without a task is refused by naming the field', async () => {
  const client = await connected(await framesCairn([]))
  const { text, isError } = await called(client, 'record_trace', { outcome: 'fine', tsk: 'x' })
  expect(isError).toBe(true)
  expect(text).toMatchInlineSnapshot(
    `"task: Invalid input: expected string, received undefined; outcome: Invalid option: expected one of "passed"|"failed"|"unknown"; unknown field tsk. record_trace takes task, approach, code, outcome, judgedBy, evidence, error, learned, libraries, project, followed. (BAD_INPUT) Mend the call as said; the same call fails again."`
  )
})
