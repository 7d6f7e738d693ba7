import { errorsOf } from '../../src/traces/errors-of.js'
import type { CanonicalTrace } from '../../src/traces/canonical-trace.js'
import { checkCanonicalTrace } from '../../src/traces/check-trace.js'
import { detectFormat, traceFormats } from '../../src/traces/formats/detect-format.js'
import type { FormatSource, SourceItem } from '../../src/traces/formats/format.js'
import { whatItIs } from '../../src/traces/formats/what-it-is.js'
import { asked, hostSamples, otherLayouts } from './host-samples.js'

async function* asItems(values: readonly unknown[]): AsyncIterable<SourceItem> {
  await Promise.resolve()
  for (const value of values) yield { value, where: { file: 'f' } }
}

/** Reads a file's values by the format that its content tells. */
async function read(values: readonly unknown[]) {
  const format = detectFormat(traceFormats(), { file: 'f', layout: 'lines', values })
  const source: FormatSource = { file: 'f', layout: 'lines', items: asItems(values) }
  const traces: CanonicalTrace[] = []
  const skipped: string[] = []
  for await (const item of format?.read(source) ?? []) {
    if ('skipped' in item) {
      skipped.push(item.skipped)
      continue
    }
    const verdict = checkCanonicalTrace(item.trace, [])
    if (!verdict.ok) throw new Error(`${verdict.path}: ${verdict.reason}`)
    traces.push(verdict.trace)
  }
  return { name: format?.name, traces, skipped }
}

const layouts = [
  ...Object.entries(hostSamples).map(
    ([name, values]) => [name, 'its usual layout', values] as const
  ),
  ...otherLayouts
]

test.each(layouts)(
  '%s, %s: the task, the error, the change and the tests are read',
  async (name, _, values) => {
    const { name: told, traces, skipped } = await read(values)
    expect({ told, skipped, traces: traces.length }).toEqual({ told: name, skipped: [], traces: 1 })
    const [trace] = traces as [CanonicalTrace]
    expect(trace.task.text).toBe(asked)
    expect(trace.outcome).toMatchObject({ status: 'passed', judgedBy: 'tests' })
    const errors = errorsOf(trace)
    expect(errors.raised.map(({ normalForm }) => normalForm)).toEqual([
      'LookupError: no oven is called north'
    ])
    expect(errors.resolved).toHaveLength(1)
    const edits = trace.steps.filter(
      ({ action }) => action?.kind === 'edit' || /sed -i/.test(action?.input ?? '')
    )
    expect(edits).toHaveLength(1)
  }
)

test('a benchmark judges a row, and its patch is the solution', async () => {
  const [row] = hostSamples['trajectory-rows']
  for (const [resolved, status] of [
    [true, 'passed'],
    [0, 'failed'],
    ['False', 'failed']
  ] as const) {
    const { traces } = await read([{ ...row, resolved }])
    expect(traces[0]).toMatchObject({
      outcome: { status, judgedBy: 'benchmark' },
      solution: row?.patch
    })
  }
  const [events] = hostSamples.openhands
  const { traces } = await read([
    {
      instance_id: 'b',
      history: events,
      test_result: { git_patch: 'diff' },
      report: { resolved: false }
    }
  ])
  expect(traces[0]).toMatchObject({
    outcome: { status: 'failed', judgedBy: 'benchmark' },
    solution: 'diff'
  })
})

test('parts of unknown kinds are counted and named, the rest is read', async () => {
  const [request] = hostSamples['anthropic-messages']
  const strange = {
    role: 'assistant',
    content: [
      { type: 'hologram', data: 1 },
      { type: 'hologram', data: 2 }
    ]
  }
  const { traces, skipped } = await read([
    { ...request, messages: [...(request?.messages ?? []), strange] }
  ])
  expect(traces).toHaveLength(1)
  expect(skipped).toEqual([expect.stringContaining('hologram (2)')])
})

test('a tool that a person did not let run raised no error', async () => {
  const [request] = hostSamples['anthropic-messages']
  const [first, second] = request?.messages ?? []
  const words =
    "The user doesn't want to proceed with this tool use. The user said:\nValueError: keep it."
  const answer = {
    role: 'user',
    content: [{ type: 'tool_result', tool_use_id: 'a', content: words, is_error: true }]
  }
  const { traces } = await read([{ messages: [first, second, answer] }])
  expect(traces[0]?.steps.map(({ error }) => error)).toEqual([undefined])
})

test.each([
  [{ mapping: {}, current_node: 'a' }, /ChatGPT/],
  [[{ sessionId: 's', messageId: 0, type: 'user', message: 'hi' }], /logs\.json/],
  [{ display: 'hi', project: '/a' }, /history\.jsonl/],
  [{ prompt: 'a', completion: 'b' }, /pairs of a prompt/],
  ['# Notes\n\nBuy flour.', /Markdown is not read/],
  [{ oven: 1 }, /an object with the fields oven/]
])('%j is refused by what it is', (value, reason) => {
  expect(
    detectFormat(traceFormats(), { file: 'f', layout: 'lines', values: [value] })
  ).toBeUndefined()
  expect(whatItIs(value)).toMatch(reason)
})
