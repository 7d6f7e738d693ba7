import { readFileSync } from 'node:fs'
import {
  actionKinds,
  outcomeJudges,
  outcomeStatuses,
  stepRoles,
  traceLimits,
  firstTraceSchemaName,
  traceSchemaName
} from '../../src/traces/canonical-trace.js'
import { checkCanonicalTrace } from '../../src/traces/check-trace.js'

const smallest = {
  schema: traceSchemaName,
  task: { text: 'Sort the shelf by height' },
  agent: { name: 'librarian' },
  steps: [],
  outcome: { status: 'unknown' }
}

const fullest = {
  ...smallest,
  id: 'shelf-1',
  task: { text: 'Sort the shelf by height', title: 'Shelf', family: 'shelves' },
  context: { code: 'shelf = []', files: ['shelf.py'], cwd: '/books' },
  agent: { name: 'librarian', version: '2' },
  model: { name: 'tiny', provider: 'local' },
  space: 'team',
  libraries: ['pypi/pandas'],
  startedAt: '2026-03-01T09:00:00Z',
  finishedAt: '2026-03-01T09:05:00+00:00',
  steps: [
    {
      role: 'agent',
      instruction: 'sort first',
      action: { kind: 'code', name: 'python', input: 'shelf.sort()' },
      observation: 'done',
      state: { text: 'shelf.sort()', language: 'python', path: 'shelf.py', runs: true },
      at: '2026-03-01T09:01:00Z',
      error: 'none of note'
    },
    { role: 'reviewer', instruction: 'Stable, please' }
  ],
  outcome: {
    status: 'passed',
    judgedBy: 'tests',
    evidence: '3 passed',
    measurements: { seconds: 1.5 },
    error: ''
  },
  solution: 'shelf.sort()',
  apis: ['list.sort'],
  notes: 'Easy.',
  followed: 'recommendation:1',
  source: { format: 'cairn', file: 'a.json', ref: '1' },
  cut: { steps: 1, texts: 2, cleaned: 3 }
}

function accepted(value: unknown, spaces: readonly string[] = ['team']) {
  const verdict = checkCanonicalTrace(value, spaces)
  if (!verdict.ok)
    throw new Error(`${verdict.path}: ${verdict.reason}; expected ${verdict.expected}`)
  return verdict.trace
}

function refused(value: unknown, spaces: readonly string[] = ['team']) {
  const verdict = checkCanonicalTrace(value, spaces)
  if (verdict.ok) throw new Error('the trace was accepted')
  return verdict
}

test('the smallest and the fullest trace come through unchanged', () => {
  expect(accepted(smallest)).toEqual(smallest)
  expect(accepted(fullest)).toEqual(fullest)
})

test.each([
  ['an unknown field', { ...smallest, colour: 'red' }, 'colour', 'the field "colour" is unknown'],
  [
    'an unknown field deep inside',
    {
      ...smallest,
      steps: [{ role: 'user' }, { role: 'agent', action: { kind: 'code', input: '', lang: 'py' } }]
    },
    'steps[1].action.lang',
    'the field "lang" is unknown'
  ],
  ['a missing field', { ...smallest, agent: {} }, 'agent.name', 'it is missing'],
  ['a value of another kind', { ...smallest, task: { text: 7 } }, 'task.text', 'it is 7'],
  [
    'an unknown role',
    { ...smallest, steps: [{ role: 'wizard' }] },
    'steps[0].role',
    'it is "wizard"'
  ],
  ['a later schema', { ...smallest, schema: 'cairn.trace/3' }, 'schema', 'it is "cairn.trace/3"'],
  ['a blank task', { ...smallest, task: { text: ' \n' } }, 'task.text', 'it is blank'],
  [
    'a task of control characters',
    { ...smallest, task: { text: '\u0000' } },
    'task.text',
    'it is blank'
  ],
  [
    'a name that is too long',
    { ...smallest, agent: { name: 'x'.repeat(201) } },
    'agent.name',
    'it is a text of 201 characters'
  ],
  ['no object', 'hello', 'trace', 'it is "hello"'],
  [
    'a time without a zone',
    { ...smallest, startedAt: '2026-03-01T09:00:00' },
    'startedAt',
    'it is "2026-03-01T09:00:00"'
  ],
  [
    'a prototype',
    JSON.parse(`{"__proto__": {"x": 1}, ${JSON.stringify(smallest).slice(1)}`),
    '__proto__',
    'the field "__proto__" is unknown'
  ]
])('%s is refused with its path', (_, value, path, reason) => {
  expect(refused(value)).toMatchObject({ path, reason })
})

test('what is refused says what was expected instead', () => {
  expect(refused({ ...smallest, outcome: { status: 'won' } }).expected).toBe(
    'one of passed, failed, unknown'
  )
  expect(refused({ ...smallest, agent: {} }).expected).toContain('claude-code')
})

test.each(['passed', 'failed'])('an outcome %s without saying who judged is refused', (status) => {
  expect(refused({ ...smallest, outcome: { status } }).path).toBe('outcome.judgedBy')
})

test('times that run backwards are refused where they do', () => {
  const [early, late] = ['2026-03-01T09:00:00Z', '2026-03-01T10:00:00Z']
  const steps = [{ role: 'user', at: late }, { role: 'agent' }, { role: 'agent', at: early }]
  expect(refused({ ...smallest, steps }).path).toBe('steps[2].at')
  expect(refused({ ...smallest, startedAt: late, finishedAt: early }).path).toBe('finishedAt')
  expect(refused({ ...smallest, startedAt: late, steps: [{ role: 'user', at: early }] }).path).toBe(
    'steps[0].at'
  )
})

test('times are compared as moments, not as text', () => {
  const steps = [
    { role: 'user', at: '2026-03-01T10:30:00+02:00' },
    { role: 'agent', at: '2026-03-01T09:00:00Z' }
  ]
  expect(accepted({ ...smallest, steps }).steps).toHaveLength(2)
})

test('a trace of another space is refused, one that names none belongs to the import', () => {
  expect(refused(fullest, ['other']).path).toBe('space')
  expect(refused(fullest, []).path).toBe('space')
  expect(accepted(smallest, ['other']).space).toBeUndefined()
})

test('a long run keeps its beginning and its end and says how much is missing', () => {
  const steps = Array.from({ length: 10_500 }, (_, i) => ({
    role: 'agent',
    instruction: String(i)
  }))
  const trace = accepted({ ...smallest, steps })
  expect(trace.steps).toHaveLength(traceLimits.steps)
  expect(trace.steps[0]?.instruction).toBe('0')
  expect(trace.steps.at(-1)?.instruction).toBe('10499')
  expect(trace.cut).toEqual({ steps: 500 })
})

test('a run of exactly as many steps as are kept is kept whole', () => {
  const steps = Array.from({ length: traceLimits.steps }, () => ({ role: 'agent' }))
  expect(accepted({ ...smallest, steps }).cut).toBeUndefined()
})

test('a run whose steps are too long together loses steps of its middle', () => {
  const observation = 'o'.repeat(100_000)
  const steps = Array.from({ length: 200 }, (_, i) => ({
    role: 'tool',
    observation,
    instruction: String(i)
  }))
  const trace = accepted({ ...smallest, steps })
  const size = trace.steps.reduce((sum, step) => sum + (step.observation?.length ?? 0), 0)
  expect(size).toBeLessThanOrEqual(traceLimits.stepCharacters + 2 * 100_000)
  expect(trace.steps.length + (trace.cut?.steps ?? 0)).toBe(200)
  expect(trace.steps.at(-1)?.instruction).toBe('199')
})

test('a long text keeps its ends, is marked, counted, and fits when it comes again', () => {
  const text = `begin ${'😀'.repeat(80_000)} end`
  const trace = accepted({ ...smallest, task: { text } })
  expect(trace.task.text.length).toBeLessThanOrEqual(traceLimits.texts['task.text'])
  expect(trace.task.text).toMatch(/^begin [^]*characters and this line cut[^]* end$/)
  expect(trace.task.text.isWellFormed()).toBe(true)
  expect(trace.cut).toEqual({ texts: 1 })
  expect(accepted(trace)).toEqual(trace)
})

test('terminal codes, control characters and lone surrogates go, tabs and lines stay', () => {
  const trace = accepted({ ...smallest, notes: '\u001b[31mred\u001b[0m\tand\u0007\nbro\ud800ken' })
  expect(trace.notes).toBe('red\tand\nbro\ufffdken')
  expect(trace.cut).toEqual({ cleaned: 4 })
})

test('what is cleaned adds to what was cut before', () => {
  expect(accepted({ ...fullest, notes: '\u0000' }).cut).toEqual({ steps: 1, texts: 2, cleaned: 4 })
})

test('a value that is nested without end or goes in a circle is refused', () => {
  const circle: Record<string, unknown> = { ...smallest }
  circle['context'] = circle
  expect(refused(circle).reason).toBe('it is nested too deeply')
  let deep: unknown = 1
  for (let i = 0; i < 50_000; i += 1) deep = [deep]
  expect(refused({ ...smallest, steps: deep }).reason).toBe('it is nested too deeply')
})

test('the value that is checked is left as it was', () => {
  const value = Object.freeze({ ...smallest, notes: 'a\u0000b' })
  accepted(value)
  expect(value.notes).toBe('a\u0000b')
})

const schema = JSON.parse(readFileSync('schema/trace.schema.json', 'utf8')) as Field

interface Field {
  readonly description?: string
  readonly enum?: readonly string[]
  readonly const?: string
  readonly additionalProperties?: unknown
  readonly properties?: Readonly<Record<string, Field>>
  readonly items?: Field
}

function fieldsOf(field: Field, path: string): [string, Field][] {
  const below = Object.entries(field.properties ?? {}).flatMap(([name, one]) =>
    fieldsOf(one, `${path}.${name}`)
  )
  return [[path, field], ...below, ...(field.items ? fieldsOf(field.items, `${path}[]`) : [])]
}

test('the schema describes every field and closes every object', () => {
  const fields = fieldsOf(schema, 'trace')
  expect(fields.length).toBeGreaterThan(50)
  expect(
    fields.filter(([, field]) => (field.description ?? '').length < 6).map(([path]) => path)
  ).toEqual([])
  const open = fields.filter(
    ([, field]) => field.properties && field.additionalProperties !== false
  )
  expect(open.map(([path]) => path)).toEqual([])
})

test('the schema and the types list the same words', () => {
  const fields = new Map(fieldsOf(schema, 'trace'))
  expect(fields.get('trace.schema')?.enum).toEqual([traceSchemaName, firstTraceSchemaName])
  expect(fields.get('trace.steps[].role')?.enum).toEqual(stepRoles)
  expect(fields.get('trace.steps[].action.kind')?.enum).toEqual(actionKinds)
  expect(fields.get('trace.outcome.status')?.enum).toEqual(outcomeStatuses)
  expect(fields.get('trace.outcome.judgedBy')?.enum).toEqual(outcomeJudges)
})

test('every text that is cut is a field whose description tells its limit', () => {
  const fields = new Map(fieldsOf(schema, 'trace'))
  for (const [path, limit] of Object.entries(traceLimits.texts)) {
    expect([path, fields.get(`trace.${path}`)?.description]).toEqual([
      path,
      expect.stringContaining(limit.toLocaleString('en'))
    ])
  }
})
