import { parse, type OperationDefinitionNode } from 'graphql'
import '../../src/api/apollo.js'
import { countWrites } from '../../src/api/count-writes.js'
import { cursorOf } from '../../src/domain/cursor.js'
import { createLog } from '../../src/log.js'
import { startServer, type RunningServer } from '../../src/server.js'
import {
  adminKey,
  emptyGraph,
  removeFolders,
  temporaryFolder,
  testConfig
} from '../support/build-cairn.js'
import { headersOf, post } from './ask-http.js'

let server: RunningServer

beforeEach(async () => {
  await emptyGraph()
  const settings = {
    CAIRN_HOME: temporaryFolder(),
    CAIRN_PORT: '0',
    CAIRN_REQUESTS_PER_MINUTE: '30'
  }
  server = await startServer(testConfig(settings), { log: createLog('silent') })
})

afterEach(async () => {
  await server.close()
  await emptyGraph()
})

afterAll(removeFolders)

const ask = (query: string) => post(server.url, JSON.stringify({ query }), headersOf(adminKey))

const fields = (n: number, field: string) =>
  Array.from({ length: n }, (_, i) => `a${String(i)}: ${field}`).join(' ')

test('a field that writes counts as often as it is asked for, one that reads does not', async () => {
  const read = await ask(`{ ${fields(40, 'me { name }')} }`)
  expect(read.errors).toEqual([])
  const few = await ask(`mutation { ${fields(5, 'makeLoginLink { expiresAt }')} }`)
  expect(few.errors).toEqual([])
  const many = await ask(`mutation { ${fields(40, 'makeLoginLink { expiresAt }')} }`)
  expect(many.errors[0]?.extensions.code).toBe('TOO_MANY')
  expect(many.status).toBe(429)
  expect((await ask('{ me { name } }')).status).toBe(429)
})

test('a question that writes down its answer counts too', async () => {
  const { errors } = await ask(`{ ${fields(40, 'recommend(question: "x") { id }')} }`)
  expect(errors[0]?.extensions.code).toBe('TOO_MANY')
})

test.each([
  ['{ a: recommend b: recommend me }', 2],
  [
    '{ me ...F ...F } fragment F on Query { r: recommend ... on Query { r: recommend s: recommend } }',
    2
  ],
  ['mutation { x y y z: y }', 3],
  ['subscription { jobChanged }', 0]
])('%s writes %i times', (document, times) => {
  const parsed = parse(document)
  expect(countWrites(parsed, parsed.definitions[0] as OperationDefinitionNode)).toBe(times)
})

const bare = (place: unknown) => Buffer.from(JSON.stringify(place)).toString('base64url')
const at = '2030-01-31T00:00:00Z'

test.each([
  ['a word for the moment', 'traces', cursorOf('traces', ['x', 'y'])],
  ['no such day', 'recommendations', cursorOf('recommendations', ['2030-13-45T00:00:00Z', 'y'])],
  ['a day as people write it', 'jobs', cursorOf('jobs', ['Mon, 1 Jan 2030', 'y'])],
  ['a word for the moment', 'gaps', cursorOf('gaps', [1, 'x', 'y'])],
  ['a fraction', 'gaps', cursorOf('gaps', [1.5, at, 'y'])],
  ['a cursor of another list', 'recommendations', cursorOf('traces', [at, 'y'])],
  ['a cursor of another list', 'reviewQueue', cursorOf('jobs', [at, 'y'])],
  ['a place without a list', 'traces', bare([at, 'y'])],
  ['no cursor', 'traces', 'what?']
])('%s is a wrong cursor for %s', async (_, list, cursor) => {
  const { errors } = await ask(`{ ${list}(after: "${cursor}") { totalCount } }`)
  expect(errors[0]).toMatchObject({
    message: expect.stringContaining('endCursor') as string,
    extensions: { code: 'BAD_INPUT' }
  })
})

test('a cursor of its own list is taken', async () => {
  const { errors } = await ask(
    `{ traces(after: "${cursorOf('traces', [at, 'y'])}") { totalCount } jobs(after: "${cursorOf('jobs', [at, 'y'])}") { totalCount } }`
  )
  expect(errors).toEqual([])
})
