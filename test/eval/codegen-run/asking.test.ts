import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createAsker } from '../../../eval/codegen/generate/asker.js'
import { openAppendLog } from '../../../eval/codegen/generate/append-log.js'
import type { CallLine } from '../../../eval/codegen/generate/calls.js'
import { usageOf } from '../../../eval/codegen/generate/usage.js'
import { familiesOf, refuseOwnFamily } from '../../../eval/codegen/judges/model-family.js'
import { judgeQuality } from '../../../eval/codegen/judges/quality.js'
import { removeFolders, temporaryFolder } from '../../support/build-cairn.js'
import { startScriptedEndpoint } from '../../../eval/codegen/rehearse/scripted-endpoint.js'
import { startFakeEndpoint, type Fault } from '../../support/fake-endpoint.js'

afterAll(removeFolders)

const call = (words: string) => ({
  model: 'small',
  purpose: 'code' as const,
  messages: [{ role: 'user' as const, content: words }],
  temperature: 0
})

const refused = {
  choices: [
    { finish_reason: 'stop', message: { role: 'assistant', content: null, refusal: 'No.' } }
  ]
}

const passing: readonly (readonly [string, Fault])[] = [
  ['rate-limit', { kind: 'status', status: 429 }],
  ['server-error', { kind: 'status', status: 500 }],
  ['time-out', { kind: 'hang' }],
  ['time-out', { kind: 'hang-in-body' }],
  ['cut-off', { kind: 'cut' }],
  ['not-json-body', { kind: 'not-json' }],
  ['refusal', { kind: 'reply', body: refused }],
  ['empty', { kind: 'reply', body: { choices: [] } }]
]

test.each(passing)('a fault of the kind %s is counted and survived', async (kind, fault) => {
  const endpoint = await startFakeEndpoint()
  const log = openAppendLog<CallLine>(join(temporaryFolder(), 'calls.jsonl'))
  const config = { openaiKey: null, openaiUrl: endpoint.url }
  const ask = createAsker({ config, log, parallel: 2, firstWaitMs: 1, timeoutMs: 400 })
  endpoint.fail(fault)
  expect(await ask(call('hello'))).toEqual({ text: 'Yes.' })
  const [usage] = usageOf(
    log.entries,
    new Map([['small', { input: 1_000_000, output: 2_000_000 }]])
  )
  expect(usage).toMatchObject({ calls: 1, faults: { [kind]: 1 }, givenUp: 0, cost: 12 + 2 * 3 })
  log.close()
  await endpoint.close()
})

test('what a model declines is given up after two tries and stays so, what an endpoint fails is asked again by the next run', async () => {
  const endpoint = await startFakeEndpoint()
  const file = join(temporaryFolder(), 'calls.jsonl')
  const config = { openaiKey: null, openaiUrl: endpoint.url }
  const options = { config, parallel: 1, firstWaitMs: 1, tries: 3 }
  const first = openAppendLog<CallLine>(file)
  const ask = createAsker({ ...options, log: first })
  endpoint.fail({ kind: 'reply', body: refused }, { kind: 'reply', body: refused })
  expect(await ask(call('declined'))).toEqual({ fault: 'refusal' })
  const down = { kind: 'status', status: 503 } as const
  endpoint.fail(down, down, down)
  expect(await ask(call('down'))).toEqual({ fault: 'server-error' })
  first.close()
  const second = openAppendLog<CallLine>(file)
  const again = createAsker({ ...options, log: second })
  expect(await again(call('declined'))).toEqual({ fault: 'refusal' })
  expect(await again(call('down'))).toEqual({ text: 'Yes.' })
  expect(endpoint.calls).toHaveLength(6)
  const insisting = createAsker({ ...options, log: second, retryFailed: true })
  expect(await insisting(call('declined'))).toEqual({ text: 'Yes.' })
  second.close()
  await endpoint.close()
})

test('an answer that comes after we gave up is counted and asked for again, and is never asked for once it is kept', async () => {
  const endpoint = await startScriptedEndpoint({
    answer: () => 'At last.',
    delayMs: (attempt) => (attempt === 1 ? 600 : 0)
  })
  const file = join(temporaryFolder(), 'calls.jsonl')
  const config = { openaiKey: null, openaiUrl: endpoint.url }
  const log = openAppendLog<CallLine>(file)
  const ask = createAsker({ config, log, parallel: 4, firstWaitMs: 1, timeoutMs: 150 })
  expect(await Promise.all(['a', 'b', 'c'].map((words) => ask(call(words))))).toEqual(
    Array.from({ length: 3 }, () => ({ text: 'At last.' }))
  )
  log.close()
  const prices = new Map([['small', { input: 1_000_000, output: 2_000_000 }]])
  const next = openAppendLog<CallLine>(file)
  expect(usageOf(next.entries, prices)).toMatchObject([
    { calls: 3, faults: { 'time-out': 3 }, cost: 3 * 18, lost: 3, lostCost: 3 * 18 }
  ])
  const again = createAsker({ config, log: next, parallel: 4, timeoutMs: 150 })
  await Promise.all(['a', 'b', 'c'].map((words) => again(call(words))))
  next.close()
  expect(endpoint.counts()).toMatchObject({ calls: 6, answered: 3, late: 3, answeredTwice: 0 })
  await endpoint.close()
})

test('the same call is made once, under way or written down, and a line that a kill cut off is made again', async () => {
  const endpoint = await startFakeEndpoint()
  const file = join(temporaryFolder(), 'calls.jsonl')
  const config = { openaiKey: null, openaiUrl: endpoint.url }
  const log = openAppendLog<CallLine>(file)
  const ask = createAsker({ config, log, parallel: 4 })
  await Promise.all([ask(call('a')), ask({ ...call('a'), purpose: 'quality' }), ask(call('b'))])
  expect(endpoint.calls).toHaveLength(2)
  await ask({ ...call('a'), sample: 1 })
  await ask({ ...call('a'), temperature: 0.2 })
  await ask({ ...call('a'), model: 'large' })
  expect(endpoint.calls).toHaveLength(5)
  log.close()
  appendFileSync(file, '{"kind":"reply","key":"cut')
  const next = openAppendLog<CallLine>(file)
  expect(next.entries).toHaveLength(5)
  next.close()
  expect(readFileSync(file, 'utf8').endsWith('}\n')).toBe(true)
  await endpoint.close()
})

test('a wrong key ends the run instead of counting as a fault', async () => {
  const endpoint = await startFakeEndpoint({ key: 'right' })
  const log = openAppendLog<CallLine>(join(temporaryFolder(), 'calls.jsonl'))
  const config = { openaiKey: 'wrong', openaiUrl: endpoint.url }
  await expect(createAsker({ config, log, parallel: 1 })(call('x'))).rejects.toMatchObject({
    code: 'NOT_CONFIGURED'
  })
  log.close()
  await endpoint.close()
})

test('a judge that answers out of form is told what is wrong until it fits, three times at most', async () => {
  const right = {
    problem_understanding: 'A sum.',
    code_assessment: 'It sums.',
    score: 4,
    brief_rationale: 'Works.'
  }
  const replies = [{ ...right, score: 6 }, { ...right, brief_rationale: 'word '.repeat(30) }, right]
  const asked: string[] = []
  const said = await judgeQuality(
    (one) => {
      asked.push(one.messages.at(-1)?.content ?? '')
      return Promise.resolve({ text: JSON.stringify(replies[asked.length - 1]) })
    },
    'judge',
    { problem: { prompt: 'Sum.' }, code: 'result = sum(xs)' }
  )
  expect(said).toEqual({ value: right, asked: 3 })
  expect(asked[1]).toContain('/score must be <= 5')
  expect(asked[2]).toContain('30 words')
  const never = await judgeQuality(() => Promise.resolve({ text: '[]' }), 'judge', {
    problem: { prompt: 'Sum.' },
    code: 'x'
  })
  expect(never).toMatchObject({ fault: 'not-valid', asked: 3 })
})

test('a judge of the house that wrote the code is refused unless that is forced', () => {
  const house = (model: string) => [...familiesOf(model)].join(' ')
  expect(house('gpt-5-codex')).toBe('openai')
  expect(house('openrouter/anthropic/claude-haiku-4.5')).toBe('anthropic')
  expect(house('Qwen/Qwen3-Coder-30B-A3B-Instruct')).toBe('alibaba')
  expect(house('deepseek-r1-distill-qwen-14b')).toBe('alibaba deepseek')
  expect(house('acme/thinker-2')).toBe('acme')
  expect(house('thinker-2')).toBe('thinker')
  expect(() => {
    refuseOwnFamily(['gemini-2.5-pro', 'qwq-32b'], ['Qwen3-Coder'], false)
  }).toThrow(/'qwq-32b', which is of the same family \(alibaba\) as Qwen3-Coder/)
  refuseOwnFamily(['qwq-32b'], ['Qwen3-Coder'], true)
  refuseOwnFamily(['gemini-2.5-pro'], ['Qwen3-Coder', 'gpt-5-codex'], false)
})
