import { newTaskIn, type TaskSoFar } from '../../src/traces/formats/new-task.js'
import type { CanonicalTrace } from '../../src/traces/canonical-trace.js'
import { checkCanonicalTrace } from '../../src/traces/check-trace.js'
import { errorsOf } from '../../src/traces/errors-of.js'
import { readTraceValue } from '../../src/traces/read-trace-files.js'

const oven: TaskSoFar = {
  asked: ['The oven in bake.py will not heat: find out why and mend it.', 'bake.py'],
  done: ['python bake.py', 'The oven was looked up by a wrong name; it heats again.', 'pytest -q'],
  lastSaid: 'The oven was looked up by a wrong name; it heats again.',
  answered: true,
  reached: true
}

test.each([
  'Write a Dockerfile for the delivery service.',
  'Thanks! Now write a Dockerfile for the delivery service.',
  'Perfect. Next, set up nightly backups of the Postgres database to S3.',
  'Why does the customer newsletter get sent twice on Mondays?',
  'New task: the invoice PDF lacks the tax number.',
  'Something else: the login page redirects in a loop.',
  'Add a --verbose option to tools/invoices.py that prints each customer.',
  'The export in invoices.csv drops the last customer. Find out why.'
])('%j opens another task', (message) => {
  expect(newTaskIn(message, oven)?.task).toMatch(/[.?]$/)
})

test.each([
  'still broken',
  'thanks',
  'works, thanks!',
  'now also handle ovens that are switched off',
  'Now add a test for that.',
  'Add tests for the south oven and its door.',
  'Run the tests and commit.',
  'Fix the failing test on Windows runners with long paths.',
  'Why did you rename the customer newsletter module?',
  'Now make it print the temperature in Fahrenheit for customers abroad.',
  'Explain bake.py to a customer who knows nothing of programming.',
  'No, the newsletter should go to customers in France alone.',
  'The invoice should be sorted by customer and printed in capital letters.',
  'Und jetzt schreib bitte ein Dockerfile für den Lieferdienst.',
  'Continue with the newsletter for the customers.'
])('%j goes with the task', (message) => {
  expect(newTaskIn(message, oven)).toBeUndefined()
})

test('what answers the agent, and what is said before it did anything, goes with the task', () => {
  const message = 'Write a Dockerfile for the delivery service.'
  expect(newTaskIn(message, { ...oven, answered: false })).toBeUndefined()
  expect(
    newTaskIn(message, { ...oven, lastSaid: 'Which kind of packaging do we ship?' })
  ).toBeUndefined()
})

const call = (id: string, command: string, content: string) => [
  {
    role: 'assistant',
    content: '',
    tool_calls: [{ id, function: { name: 'bash', arguments: JSON.stringify({ command }) } }]
  },
  { role: 'tool', tool_call_id: id, content }
]
const user = (content: string) => ({ role: 'user', content })
const first = [
  user('The oven in bake.py will not heat: find out why and mend it.'),
  ...call('a', 'python bake.py', 'Traceback (most recent call last):\nLookupError: no oven'),
  ...call('b', "sed -i 's/nord/north/' bake.py", ''),
  ...call('c', 'pytest -q', '5 passed in 0.2s'),
  user('Thanks, now also log the temperature.'),
  ...call('d', 'pytest -q', '6 passed in 0.2s')
]
const second = [
  user('Works, thanks! Now write a Dockerfile for the delivery service.'),
  ...call('e', 'docker build .', 'failed to solve: not found'),
  ...call('f', 'pytest delivery', '1 failed in 0.3s')
]

async function read(value: unknown): Promise<CanonicalTrace[]> {
  const traces: CanonicalTrace[] = []
  for await (const item of readTraceValue(value, 'f')) {
    const verdict = checkCanonicalTrace('trace' in item ? item.trace : undefined, [])
    if (!verdict.ok) throw new Error(`${verdict.path}: ${verdict.reason}`)
    traces.push(verdict.trace)
  }
  return traces
}

test('each task of a session has its own text, steps, errors and outcome', async () => {
  const [oven1, docker, ...rest] = await read({ messages: [...first, ...second] })
  expect(rest).toEqual([])
  expect(oven1).toMatchObject({ outcome: { status: 'passed' }, steps: { length: 5 } })
  expect(docker?.task.text).toBe('Now write a Dockerfile for the delivery service.')
  expect(docker).toMatchObject({
    outcome: { status: 'failed', judgedBy: 'tests' },
    steps: { length: 2 },
    source: { ref: 'task-2' }
  })
  expect(oven1 && errorsOf(oven1).resolved).toHaveLength(1)
})

test('a session that has grown is divided as it was, and one of a benchmark is one task', async () => {
  const [before] = await read({ messages: first })
  const [after] = await read({ messages: [...first, ...second] })
  expect(after?.steps).toEqual(before?.steps)
  expect(after?.task).toEqual(before?.task)
  const judged = await read({ messages: [...first, ...second], resolved: false, instance_id: 'i' })
  expect(judged).toHaveLength(1)
})
