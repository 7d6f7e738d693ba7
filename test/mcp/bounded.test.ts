import type { Cairn } from '../../src/cairn.js'
import { closeCairns, removeFolders } from '../support/build-cairn.js'
import { functionPage } from '../support/dump.js'
import { stepTo, traceOf } from '../traces/trace-of.js'
import { called, closeClients, connected, framesCairn } from './agents-memory.js'

afterEach(closeClients)
afterAll(closeCairns)
afterAll(removeFolders)

const long = 'A table keeps its rows in the order in which they were read from the file. '.repeat(
  40
)
const error = "KeyError: 'prices'"

let cairn: Cairn

/** Hundreds of long pages about the same, and as many attempts with long code. */
beforeAll(async () => {
  cairn = await framesCairn(
    Array.from({ length: 300 }, (_, i) =>
      functionPage(`frames.read_table_${i}`, {
        call: `read_table_${i}(path, header=True, separator=',')`,
        text: `Read a table from file ${i}.`,
        more: `<p>${long}</p><pre>frames.read_table_${i}('a.csv')\n${'x = 1\n'.repeat(200)}</pre>`
      })
    )
  )
  await cairn.recordTraces(
    Array.from({ length: 60 }, (_, i) =>
      traceOf({
        task: { text: `Read table ${i % 6} from a file with prices. ${long}` },
        agent: { name: `agent ${i}` },
        outcome:
          i < 30
            ? { status: 'failed', judgedBy: 'tests', error }
            : { status: 'passed', judgedBy: 'tests' },
        steps: [
          stepTo(`table = ${i % 6}\n${'# first\n'.repeat(900)}`, {
            instruction: `Begin. ${long}`,
            runs: true
          }),
          stepTo(`table = read(${i})\n${'# then\n'.repeat(900)}`, {
            instruction: `Read a table. ${long}`,
            runs: true
          })
        ],
        solution: `import frames\nframes.read_table_${i}('a.csv')['prices']\n${'# so\n'.repeat(2_000)}`
      })
    )
  )
})

test.each([
  ['recommend', { task: 'read a table from a file with prices' }],
  ['recommend', { task: 'read a table from a file with prices', tokens: 1_600 }],
  ['resolve_error', { traceback: error }],
  ['resolve_error', { traceback: error, tokens: 1_600 }],
  ['search', { query: 'read a table from a file', limit: 20 }],
  ['open', { id: 'doc:docs/frames@1/api/frames.read_table_7' }],
  ['next_step', { instruction: 'read a table' }]
])('%s takes at most 2,000 tokens of an agent: %j', async (name, input) => {
  const client = await connected(cairn)
  const { text, isError } = await called(client, name, input)
  expect(isError).toBe(false)
  expect(text).toContain('end of cairn')
  process.stdout.write(`  ${name} ${Math.ceil(text.length / 4)} tokens\n`)
  expect(text.length).toBeLessThanOrEqual(8_000)
  if (text.includes('left out')) expect(text).toMatch(/left out[^\n]*(?:ask|open)/)
})

test('an answer with few tokens stays within what a hook may add', async () => {
  const client = await connected(cairn)
  for (const [name, input] of [
    ['recommend', { task: 'read a table from a file with prices', tokens: 300 }],
    ['resolve_error', { traceback: error, tokens: 300 }]
  ] as const) {
    const { text } = await called(client, name, input)
    expect(text.length).toBeLessThanOrEqual(2_000)
  }
})
