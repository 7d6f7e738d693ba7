import type { ChatModel, ChatRequest } from '../../src/model/chat.js'
import { createChat } from '../../src/model/openai-chat.js'
import {
  startFakeEndpoint,
  type ChatAnswer,
  type FakeEndpoint,
  type FakeEndpointOptions,
  type Fault
} from '../support/fake-endpoint.js'

const openaiKey = 'sk-very-secret-0123456789'
const question: ChatRequest = { messages: [{ role: 'user', content: 'Which method?' }] }
const schema = { name: 'advice', schema: { type: 'object', required: ['method'] } }

let endpoint: FakeEndpoint | undefined

afterEach(async () => {
  await endpoint?.close()
})

async function open(options: FakeEndpointOptions = {}): Promise<ChatModel> {
  endpoint = await startFakeEndpoint({ key: openaiKey, ...options })
  const chat = createChat(
    { chatModel: 'fake-model', openaiKey, openaiUrl: endpoint.url },
    { firstWaitMs: 1, timeoutMs: 500, attempts: 3 }
  )
  if (chat === null) throw new Error('A chat model was asked for')
  return chat
}

function sent(): Record<string, unknown>[] {
  return (endpoint?.calls ?? []).map(({ body }) => body)
}

function formats(): unknown[] {
  return sent().map((body) => (body['response_format'] as { type: string } | undefined)?.type)
}

function answers(...contents: string[]): FakeEndpointOptions {
  return { chat: (_, call): ChatAnswer => ({ content: contents[call - 1] ?? 'no more' }) }
}

test('no chat model is set: there is none', () => {
  const openaiUrl = 'http://127.0.0.1:9/v1'
  expect(createChat({ chatModel: null, openaiKey, openaiUrl })).toBeNull()
})

test('a question is answered, with what it cost', async () => {
  const chat = await open(answers('Use explode.'))
  expect(chat.id).toBe('openai:fake-model')
  expect(await chat.complete({ ...question, temperature: 0, maxTokens: 50 })).toEqual({
    text: 'Use explode.',
    model: 'fake-model',
    inputTokens: 12,
    outputTokens: 3
  })
  expect(sent()).toMatchObject([{ model: 'fake-model', temperature: 0, max_tokens: 50 }])
})

test('many questions at once get their own answers', async () => {
  const chat = await open({
    chat: (body) => ({ content: (body['messages'] as { content: string }[])[0]?.content ?? '' })
  })
  const asked = Array.from({ length: 20 }, (_, i) => `question ${i}`)
  const replies = await Promise.all(
    asked.map((content) => chat.complete({ messages: [{ role: 'user', content }] }))
  )
  expect(replies.map(({ text }) => text)).toEqual(asked)
})

test.each([
  ['bare', '{"method": "explode"}'],
  ['in a fence', '```json\n{"method": "explode"}\n```'],
  ['after some thinking', '<think>{ hm }</think>\n{"method": "explode"}']
])('JSON that comes %s is taken out', async (_, content) => {
  const chat = await open(answers(content))
  const { text } = await chat.complete({ ...question, schema })
  expect(JSON.parse(text)).toEqual({ method: 'explode' })
  expect(formats()).toEqual(['json_schema'])
})

test('an endpoint that knows no schemas is asked for an object, then in words, and that is remembered', async () => {
  const chat = await open({
    refuses: (body) => ('response_format' in body ? 'response_format' : null),
    chat: () => ({ content: '{"method": "explode"}' })
  })
  await chat.complete({ ...question, schema })
  await chat.complete({ ...question, schema })
  expect(formats()).toEqual(['json_schema', 'json_object', undefined, undefined])
  expect(JSON.stringify(sent()[2]?.['messages'])).toContain('JSON Schema')
  expect(JSON.stringify(sent()[3]?.['messages'])).toContain('Which method?')
})

test('a question without a schema says nothing of whether the endpoint knows them', async () => {
  const chat = await open({ chat: () => ({ content: '{"method": "explode"}' }) })
  await chat.complete(question)
  await chat.complete({ ...question, schema })
  expect(formats()).toEqual([undefined, 'json_schema'])
})

test('an endpoint that names a parameter that it does not take is asked without it', async () => {
  const chat = await open({
    refuses: (body) => ['max_tokens', 'temperature'].find((name) => name in body) ?? null,
    chat: () => ({ content: '{}' })
  })
  await chat.complete({ ...question, schema, maxTokens: 50, temperature: 0 })
  expect(sent().at(-1)).toMatchObject({ max_completion_tokens: 50 })
  expect(formats()).toEqual(['json_schema', 'json_schema', 'json_schema'])
})

test('an endpoint that refuses every form is unavailable', async () => {
  const chat = await open({ refuses: () => 'messages' })
  const replied = chat.complete({ ...question, schema })
  await expect(replied).rejects.toMatchObject({ code: 'MODEL_UNAVAILABLE' })
  await expect(replied).rejects.toThrow("status 400 because of 'messages'")
  expect(sent()).toHaveLength(3)
})

test('a reply that is not JSON is asked for once more, and both are counted', async () => {
  const chat = await open(answers('The method is explode', '{"method": "explode"}'))
  const reply = await chat.complete({ ...question, schema })
  expect(reply).toMatchObject({ text: '{"method": "explode"}', inputTokens: 24, outputTokens: 6 })
  expect(JSON.stringify(sent()[1]?.['messages'])).toContain('not valid JSON')
})

test('a model that sends no JSON twice is unavailable', async () => {
  const chat = await open(answers('The method is explode', 'As I said'))
  await expect(chat.complete({ ...question, schema })).rejects.toMatchObject({
    code: 'MODEL_UNAVAILABLE',
    details: { reason: 'not_json' }
  })
  expect(sent()).toHaveLength(2)
})

test.each<[string, ChatAnswer, string]>([
  ['a refusal', { refusal: 'I cannot help with that' }, 'declined'],
  ['a filtered reply', { content: 'So', finishReason: 'content_filter' }, 'declined'],
  ['an empty reply', { content: '  ' }, 'empty'],
  ['a reply without text', { content: null }, 'empty'],
  ['a reply that was cut off', { content: 'Use exp', finishReason: 'length' }, 'limit of tokens']
])('%s is a clear error in our own words', async (_, answer, words) => {
  const chat = await open({ chat: () => answer })
  const replied = chat.complete(question)
  await expect(replied).rejects.toMatchObject({ code: 'MODEL_UNAVAILABLE' })
  await expect(replied).rejects.toThrow(words)
  await expect(replied).rejects.not.toThrow('I cannot help')
  expect(sent()).toHaveLength(1)
})

const faults: [string, Fault, string, number][] = [
  ['asks too often', { kind: 'status', status: 429, retryAfter: '0' }, 'MODEL_UNAVAILABLE', 3],
  ['fails', { kind: 'status', status: 500 }, 'MODEL_UNAVAILABLE', 3],
  ['hangs', { kind: 'hang' }, 'MODEL_UNAVAILABLE', 3],
  ['hangs in its reply', { kind: 'hang-in-body' }, 'MODEL_UNAVAILABLE', 3],
  ['cuts its reply off', { kind: 'cut' }, 'MODEL_UNAVAILABLE', 3],
  ['sends no JSON', { kind: 'not-json' }, 'MODEL_UNAVAILABLE', 3],
  ['sends null', { kind: 'reply', body: null }, 'MODEL_UNAVAILABLE', 1],
  ['sends no choices', { kind: 'reply', body: { choices: 'none' } }, 'MODEL_UNAVAILABLE', 1],
  ['sends empty choices', { kind: 'reply', body: { choices: [null] } }, 'MODEL_UNAVAILABLE', 1],
  ['refuses the key', { kind: 'status', status: 401, text: openaiKey }, 'NOT_CONFIGURED', 1],
  ['knows no such model', { kind: 'status', status: 404, text: openaiKey }, 'NOT_CONFIGURED', 1]
]

test.each(faults)('an endpoint that %s', async (...[, fault, code, tries]) => {
  const chat = await open()
  endpoint?.fail(fault, fault, fault, fault)
  const error = await chat.complete(question).then(
    () => null,
    (thrown: unknown) => thrown as Error & { cause?: unknown }
  )
  expect(error).toMatchObject({ code })
  expect(`${error?.stack ?? ''} ${JSON.stringify(error)} ${String(error?.cause)}`).not.toContain(
    openaiKey
  )
  expect(sent()).toHaveLength(tries)
})

test('a caller that gives up is not kept waiting', async () => {
  const chat = await open()
  endpoint?.fail({ kind: 'hang' })
  const signal = AbortSignal.timeout(30)
  await expect(chat.complete({ ...question, signal })).rejects.toMatchObject({ code: 'CANCELLED' })
})
