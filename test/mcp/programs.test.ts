import Ajv from 'ajv'
import { closeCairns, removeFolders } from '../support/build-cairn.js'
import { listedFor } from '../../src/mcp/catalogue.js'
import { itself } from '../../src/domain/caller.js'
import { attempts, called, closeClients, connected, framesCairn } from './agents-memory.js'

afterEach(closeClients)
afterEach(closeCairns)
afterAll(removeFolders)

const pricesTask = 'Read the column of prices from a table with frames.'

test('what a tool gives a program fits the schema that it declares, and holds the text', async () => {
  const cairn = await framesCairn()
  const client = await connected(cairn)
  await called(client, 'record_trace', {
    task: 'Spread lists over rows.',
    outcome: 'passed',
    learned: [{ about: 'Frame.spread', happens: 'keeps the old index on every new row' }]
  })
  const [note] = await cairn.fieldNotes('Frame.spread')
  const recommendation = String(
    (await called(client, 'recommend', { task: pricesTask })).data['recommendation']
  )
  const calls: Record<string, Record<string, unknown>> = {
    recommend: { task: pricesTask },
    resolve_error: { traceback: "KeyError: 'prices'" },
    search: { query: 'read a table' },
    open: { id: 'library:docs/frames@1' },
    next_step: { code: 'x = 1' },
    record_trace: { task: pricesTask, outcome: 'unknown' },
    report_outcome: { recommendation, outcome: 'worked' },
    report_note: { note: note?.id, happened: 'The index was made anew.' }
  }
  const ajv = new Ajv.default({ strict: true, allowUnionTypes: true })
  for (const { name, outputSchema } of listedFor(itself)) {
    const input = calls[name] ?? {}
    const { data, text, isError } = await called(client, name, input)
    expect({ name, isError }).toEqual({ name, isError: false })
    expect(ajv.validate(outputSchema, data)).toBe(true)
    // Claude Code, Codex and OpenCode give their model the structured content alone.
    expect(data['text']).toBe(text)
    expect(Object.keys(data).sort()).toEqual(Object.keys(outputSchema.properties).sort())
  }
  expect(Object.keys(calls).sort()).toEqual(
    listedFor(itself)
      .map(({ name }) => name)
      .sort()
  )
})

test('numbers, truth and lists that come as texts are read as what they mean', async () => {
  const client = await connected(await framesCairn())
  const { data } = await called(client, 'search', { query: 'table', limit: '2' })
  expect(data['found']).toBe(2)
  const advice = await called(client, 'recommend', {
    task: pricesTask,
    tokens: '800',
    libraries: '["frames"]',
    unasked: 'false'
  })
  expect(advice.data['items']).toBeGreaterThan(0)
  const id = 'doc:docs/frames@1/api/frames.read'
  expect((await called(client, 'open', { id, from: '10' })).text).toContain('characters 10 to')
  const told = await called(client, 'report_outcome', {
    recommendation: String(advice.data['recommendation']),
    outcome: 'worked',
    used: ['1']
  })
  expect(told.data['credited']).toBe(1)
})

test.each([
  ['search', { query: 'x', limit: 'many' }, /limit/],
  ['search', { query: 'x', limit: '1e9' }, /limit/],
  ['recommend', { task: 'x', libraries: '[broken' }, /libraries/],
  ['recommend', { task: 'x', unasked: 'perhaps' }, /unasked/],
  ['recommend', { task: 'x', __proto__x: '1' }, /unknown field/]
])('%s refuses %j, which means nothing it takes', async (name, input, why) => {
  const client = await connected(await framesCairn([]))
  const { text, isError } = await called(client, name, input)
  expect(isError).toBe(true)
  expect(text).toMatch(why)
})

test('a recommendation that is not there was not followed', async () => {
  const cairn = await framesCairn()
  const client = await connected(cairn)
  const attempt = { task: pricesTask, outcome: 'passed', code: attempts[1].code }
  const refused = await called(client, 'record_trace', { ...attempt, followed: 'nope' })
  expect(refused.isError).toBe(true)
  expect(refused.text).toMatch(/followed: there is no recommendation 'nope' here/)
  const advice = await called(client, 'recommend', { task: pricesTask })
  const id = String(advice.data['recommendation'])
  for (const followed of [id, id.replace('recommendation:', '')]) {
    const { data } = await called(client, 'record_trace', { ...attempt, followed })
    expect(data['status']).toBe('accepted')
  }
})

test('a call that takes longer says that it goes on, to whoever asked to hear of it', async () => {
  const cairn = await framesCairn([])
  const slow = {
    ...cairn,
    search: async () => {
      await new Promise((resolve) => setTimeout(resolve, 120))
      return []
    }
  }
  const client = await connected(slow, { progressMs: 20 })
  const heard: { progress: number; message?: string | undefined }[] = []
  const params = { name: 'search', arguments: { query: 'x' } }
  await client.callTool(params, { onprogress: (one) => heard.push(one) })
  expect(heard.length).toBeGreaterThan(1)
  expect(heard[0]?.message).toContain('search goes on')
  const values = heard.map(({ progress }) => progress)
  expect(values).toEqual([...new Set(values)].toSorted((a, b) => a - b))
  const before = heard.length
  await new Promise((resolve) => setTimeout(resolve, 60))
  expect(heard).toHaveLength(before)
})

test('resources come in pages, and each is listed once', async () => {
  const cairn = await framesCairn([])
  const many = Array.from({ length: 450 }, (_, i) => ({
    id: `library:npm/lib-${String(i)}@1`,
    title: `lib-${String(i)}`,
    version: '1',
    docs: 1,
    apis: 0
  }))
  const client = await connected({ ...cairn, libraries: () => Promise.resolve(many as never) })
  const { resources } = await client.listResources()
  const uris = new Set(resources.map(({ uri }) => uri))
  expect(uris.size).toBe(450)
})

test('only what writes says so, and what adds each time does not call itself the same twice', () => {
  const hints = Object.fromEntries(
    listedFor(itself).map(({ name, annotations: { readOnlyHint, idempotentHint } }) => [
      name,
      [readOnlyHint, idempotentHint]
    ])
  )
  expect(hints).toEqual({
    recommend: [false, undefined],
    resolve_error: [true, undefined],
    search: [true, undefined],
    open: [true, undefined],
    next_step: [true, undefined],
    record_trace: [false, true],
    report_outcome: [false, true],
    report_note: [false, true]
  })
})
