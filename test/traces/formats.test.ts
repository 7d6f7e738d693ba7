import type { CanonicalTrace } from '../../src/traces/canonical-trace.js'
import { checkCanonicalTrace } from '../../src/traces/check-trace.js'
import type { AttemptedProblem } from '../../src/traces/formats/attempts.js'
import { detectFormat, formatNamed, traceFormats } from '../../src/traces/formats/detect-format.js'
import { formatNames, type FormatName, type SourceItem } from '../../src/traces/formats/format.js'
import { asked, hostSamples } from './host-samples.js'

const problems = new Map<string, AttemptedProblem>([
  ['garden/1', { prompt: 'Count the beds', library: 'pandas', family: 'garden' }]
])
const formats = traceFormats(problems)

async function* asItems(values: readonly unknown[]): AsyncIterable<SourceItem> {
  await Promise.resolve()
  for (const [i, value] of values.entries()) yield { value, where: { file: 'f', line: i + 1 } }
}

/** Reads values as the format says and checks what came of them, as an import does. */
async function read(name: FormatName, values: readonly unknown[]) {
  const traces: CanonicalTrace[] = []
  const skipped: string[] = []
  const source = { file: 'f', layout: 'lines' as const, items: asItems(values) }
  for await (const item of formatNamed(formats, name).read(source)) {
    if ('skipped' in item) skipped.push(item.skipped)
    else {
      const verdict = checkCanonicalTrace(item.trace, [])
      if (!verdict.ok) throw new Error(`${verdict.path}: ${verdict.reason}`)
      traces.push(verdict.trace)
    }
  }
  return { traces, skipped }
}

async function readOne(name: FormatName, ...values: readonly unknown[]): Promise<CanonicalTrace> {
  const { traces, skipped } = await read(name, values)
  expect(skipped).toEqual([])
  expect(traces).toHaveLength(1)
  return traces[0] as CanonicalTrace
}

const samples: Readonly<Record<FormatName, readonly unknown[]>> = {
  ...hostSamples,
  cairn: [
    {
      schema: 'cairn.trace/1',
      task: { text: 'Dig' },
      agent: { name: 'a' },
      steps: [],
      outcome: { status: 'unknown' }
    }
  ],
  attempts: [
    { problem: 'garden/1', kind: 'first', code: 'x = 1', passed: true, error: null, seconds: 0.5 }
  ],
  'openai-chat': [
    {
      messages: [
        { role: 'user', content: 'Dig' },
        { role: 'assistant', content: 'Dug' }
      ]
    }
  ],
  'claude-code': [
    { type: 'summary', summary: 'Digging', leafUuid: 'u1' },
    { type: 'user', uuid: 'u1', sessionId: 's', message: { role: 'user', content: 'Dig' } }
  ],
  'swe-agent': [
    {
      trajectory: [{ action: 'ls', observation: 'a' }],
      history: [{ role: 'user', content: 'Dig' }],
      info: {}
    }
  ],
  adp: [
    [
      {
        id: '1',
        content: [{ class_: 'text_observation', source: 'user', content: 'Dig' }],
        details: {}
      }
    ]
  ],
  atif: [
    {
      schema_version: 'ATIF-v1.4',
      agent: { name: 'a', version: '1' },
      steps: [{ step_id: 1, source: 'user', message: 'Dig' }]
    }
  ]
}

test.each(formatNames)('%s is told from its content and read into a sound trace', async (name) => {
  const sample = { file: 'f.json', layout: 'lines' as const, values: samples[name] }
  expect(detectFormat(formats, sample)?.name).toBe(name)
  const trace = await readOne(name, ...samples[name])
  const tasks = { attempts: 'Count the beds' } as Partial<Record<FormatName, string>>
  expect(trace.task.text).toBe(tasks[name] ?? (name in hostSamples ? asked : 'Dig'))
})

test('a package file, a list of numbers and nothing are of no format', () => {
  for (const values of [[{ name: 'x', version: '1' }], [[1, 2]], ['text'], []]) {
    expect(detectFormat(formats, { file: 'f', layout: 'document', values })).toBeUndefined()
  }
})

const oddities: readonly unknown[] = [
  null,
  0,
  'text',
  [],
  {},
  [null],
  [[]],
  { role: 'user', content: null }
]

function* withOddities(value: unknown): Iterable<unknown> {
  yield* oddities
  if (typeof value !== 'object' || value === null) return
  for (const [key, field] of Object.entries(value)) {
    for (const odd of withOddities(field)) {
      yield Array.isArray(value) ? value.with(Number(key), odd) : { ...value, [key]: odd }
    }
  }
}

test.each(formatNames)(
  '%s with any part replaced by something else is skipped or read, never thrown',
  async (name) => {
    const source = (value: unknown) => ({
      file: 'f',
      layout: 'lines' as const,
      items: asItems([value])
    })
    let tried = 0
    for (const sample of samples[name]) {
      for (const value of withOddities(sample)) {
        tried += 1
        formatNamed(formats, name).detect({ file: 'f', layout: 'lines', values: [value] })
        for await (const item of formatNamed(formats, name).read(source(value)))
          expect(item.where.file).toBe('f')
      }
    }
    // A chat in Markdown is one text, which has few parts.
    expect(tried).toBeGreaterThan(5)
  }
)

test('an attempt is one step of code whose outcome the tests judged', async () => {
  const error = 'Traceback (most recent call last):\n  File "x"\nKeyError: 1\n'
  const attempt = {
    problem: 'garden/1',
    kind: 'neighbour',
    solution_of: 'garden/2',
    code: 'beds[1]',
    passed: false,
    error,
    seconds: 0.25
  }
  const trace = await readOne('attempts', attempt)
  expect(trace).toMatchObject({
    task: { text: 'Count the beds', family: 'garden' },
    libraries: ['pandas'],
    steps: [
      {
        role: 'agent',
        action: { kind: 'code', input: 'beds[1]' },
        state: { text: 'beds[1]', language: 'python', runs: false },
        error
      }
    ],
    outcome: { status: 'failed', judgedBy: 'tests', measurements: { seconds: 0.25 }, error },
    solution: 'beds[1]',
    source: { ref: 'garden/1' }
  })
  const wrong = await readOne('attempts', { ...attempt, error: 'Traceback\nAssertionError\n' })
  expect(wrong.steps[0]?.state?.runs).toBe(true)
})

test('an attempt at a problem that nobody handed in is skipped with the way out', async () => {
  const { skipped } = await read('attempts', [
    { problem: 'garden/9', code: '', passed: true },
    { problem: 'garden/1' }
  ])
  expect(skipped).toEqual([
    'problem "garden/9" is not among the 1 problems given; hand in the file that defines it',
    'an attempt needs the texts "problem" and "code", and "passed" that is true or false'
  ])
})

const call = (id: string, name: string, args: unknown) => ({
  id,
  type: 'function',
  function: { name, arguments: JSON.stringify(args) }
})

test('a conversation pairs calls with their answers by id and joins the plan to the call', async () => {
  const trace = await readOne('openai-chat', {
    model: 'tiny-1',
    messages: [
      { role: 'system', content: 'Be brief.' },
      {
        role: 'user',
        content: [
          { type: 'text', text: 'Plant the beds' },
          { type: 'image_url', image_url: {} }
        ]
      },
      {
        role: 'assistant',
        content: 'First I look.',
        tool_calls: [call('1', 'bash', { command: 'ls' }), call('2', 'python', { code: 'plant()' })]
      },
      {
        role: 'tool',
        tool_call_id: '2',
        content: 'Traceback (most recent call last):\n  File "p"\nNameError: plant\nbye'
      },
      { role: 'tool', tool_call_id: '1', content: 'beds' },
      { role: 'user', name: 'code_reviewer', content: 'Import it.' },
      { role: 'assistant', content: 'Right.' }
    ]
  })
  expect(trace.model).toEqual({ name: 'tiny-1' })
  expect(trace.task.text).toBe('Plant the beds')
  expect(trace.outcome).toEqual({ status: 'unknown' })
  expect(trace.steps).toEqual([
    { role: 'system', instruction: 'Be brief.' },
    {
      role: 'agent',
      instruction: 'First I look.',
      action: { kind: 'command', name: 'bash', input: 'ls' },
      observation: 'beds'
    },
    {
      role: 'agent',
      action: { kind: 'code', name: 'python', input: 'plant()' },
      observation: 'Traceback (most recent call last):\n  File "p"\nNameError: plant\nbye',
      error: 'Traceback (most recent call last):\n  File "p"\nNameError: plant'
    },
    { role: 'reviewer', instruction: 'Import it.' },
    { role: 'agent', action: { kind: 'message', input: 'Right.' } }
  ])
})

test('a file of single messages is one conversation', async () => {
  const trace = await readOne(
    'openai-chat',
    { role: 'user', content: 'Dig' },
    { role: 'assistant', content: 'Dug' }
  )
  expect(trace.steps).toHaveLength(1)
})

interface Turn {
  readonly [key: string]: unknown
}
let clock = 0
const entry = (type: string, content: unknown, more: Turn = {}) => {
  clock += 1
  const timestamp = new Date(Date.UTC(2026, 2, 1, 9, 0, clock)).toISOString()
  const base = {
    type,
    uuid: `u${String(clock)}`,
    sessionId: 's1',
    cwd: '/garden',
    version: '2.0',
    timestamp
  }
  return {
    ...base,
    message: { role: type, content, ...(type === 'assistant' ? { model: 'claude-x' } : {}) },
    ...more
  }
}
const use = (id: string, name: string, input: unknown) =>
  entry('assistant', [{ type: 'tool_use', id, name, input }])
const result = (id: string, content: unknown, more: Turn = {}, failed = false) =>
  entry('user', [{ type: 'tool_result', tool_use_id: id, content, is_error: failed }], more)

const statesOf = (trace: CanonicalTrace) =>
  trace.steps.flatMap(({ state }) => (state ? [[state.path, state.text]] : []))

test('writes and edits of a file become its versions, and an edit that failed does not', async () => {
  const trace = await readOne(
    'claude-code',
    entry('user', 'Plan the garden<system-reminder>be nice</system-reminder>'),
    entry('assistant', [
      { type: 'thinking', thinking: 'hm' },
      { type: 'text', text: 'I write it.' }
    ]),
    use('1', 'Write', { file_path: '/g.py', content: 'a = 1\nb = 2' }),
    result('1', 'ok'),
    use('2', 'Edit', { file_path: '/g.py', old_string: 'a = 1', new_string: 'a = 3' }),
    result('2', [{ type: 'text', text: 'ok' }]),
    use('3', 'Edit', { file_path: '/g.py', old_string: 'nowhere', new_string: 'x' }),
    result('3', 'String to replace not found in file.', {}, true),
    use('4', 'MultiEdit', {
      file_path: '/g.py',
      edits: [
        { old_string: 'b', new_string: 'c' },
        { old_string: '2', new_string: '4' }
      ]
    }),
    result('4', 'ok')
  )
  expect(trace).toMatchObject({
    id: 'claude-code:s1',
    task: { text: 'Plan the garden' },
    context: { cwd: '/garden' },
    agent: { name: 'claude-code', version: '2.0' },
    model: { name: 'claude-x' }
  })
  expect(trace.steps[0]?.instruction).toBe('I write it.')
  expect(trace.steps[2]?.error).toBe('String to replace not found in file.')
  expect(statesOf(trace)).toEqual([
    ['/g.py', 'a = 1\nb = 2'],
    ['/g.py', 'a = 3\nb = 2'],
    ['/g.py', 'a = 3\nc = 4']
  ])
})

test('an edit of a file whose content the recording proves gives the whole file, any other gives none', async () => {
  const trace = await readOne(
    'claude-code',
    entry('user', 'Weed'),
    use('1', 'Edit', { file_path: '/a', old_string: 'x', new_string: 'y' }),
    result('1', 'ok', { toolUseResult: { filePath: '/a', originalFile: 'w x z' } }),
    use('2', 'Edit', { file_path: '/b', old_string: 'x', new_string: 'y' }),
    result('2', 'ok'),
    use('3', 'Read', { file_path: '/c' }),
    result('3', '     1→one\n     2→two'),
    use('4', 'Edit', { file_path: '/c', old_string: 'two', new_string: 'three' }),
    result('4', 'ok'),
    use('7', 'Edit', { file_path: '/c', old_string: 'nowhere', new_string: 'x' }),
    result('7', 'ok'),
    use('8', 'Write', { file_path: '/e', content: 'e e' }),
    result('8', 'ok'),
    use('9', 'Edit', { file_path: '/e', old_string: 'e', new_string: 'f' }),
    result('9', 'ok'),
    use('5', 'Read', { file_path: '/d', offset: 1, limit: 1 }),
    result('5', '     1→one'),
    use('6', 'Edit', { file_path: '/d', old_string: 'one', new_string: 'two' }),
    result('6', 'ok')
  )
  expect(statesOf(trace)).toEqual([
    ['/a', 'w y z'],
    ['/c', 'one\nthree'],
    ['/e', 'e e']
  ])
})

test('sessions of one transcript are traces of their own, and a sidechain is joined to its session', async () => {
  const side = { isSidechain: true }
  const { traces } = await read('claude-code', [
    entry('user', 'Main task'),
    entry('user', 'Side task', { ...side, uuid: 'x1', parentUuid: null }),
    entry('assistant', 'Main answer'),
    entry('assistant', 'Side answer', { ...side, uuid: 'x2', parentUuid: 'x1' }),
    entry('user', 'Other session', { sessionId: 's2' })
  ])
  const told = traces.map((trace) => [
    trace.id,
    trace.task.text,
    trace.steps.map((step) => step.action?.input)
  ])
  expect(told.sort()).toEqual([
    ['claude-code:s1', 'Main task', ['Main answer', 'Side answer']],
    ['claude-code:s2', 'Other session', []]
  ])
})

test('broken lines of a transcript are named and the session goes on', async () => {
  const { traces, skipped } = await read('claude-code', [
    'error',
    { silly: 'this' },
    entry('user', 'Water the beds'),
    { ...entry('user', ''), message: 'error' },
    { ...entry('user', ''), message: { role: 'user' } },
    { type: 'file-history-snapshot', snapshot: {} },
    result('unknown', 'late'),
    entry('assistant', ['odd', 7, { type: 'text' }])
  ])
  expect(skipped).toEqual([
    'expected an object, met a string',
    'its type is null; expected user, assistant or summary',
    'its message is no object',
    'its message has no content'
  ])
  expect(traces[0]?.steps).toMatchObject([
    { role: 'tool', observation: 'late' },
    { action: { input: 'odd' } }
  ])
})

test('times of a transcript that step back are left out, not refused', async () => {
  const trace = await readOne(
    'claude-code',
    entry('user', 'Dig', { timestamp: '2026-03-01T10:00:00Z' }),
    entry('assistant', 'a', { timestamp: '2026-03-01T09:00:00Z' }),
    entry('user', 'b', { timestamp: '2026-03-01T11:00:00Z' })
  )
  expect(trace.steps.map((step) => step.at)).toEqual([undefined, '2026-03-01T11:00:00.000Z'])
  expect([trace.startedAt, trace.finishedAt]).toEqual([
    '2026-03-01T10:00:00.000Z',
    '2026-03-01T11:00:00.000Z'
  ])
})

const issue = 'We are solving an issue.\nISSUE:\nBeds are dry.\nINSTRUCTIONS:\nUse commands.'

test('a .traj of actions follows the files that its views show', async () => {
  const view = (lines: string[], more = '') =>
    `[File: /w/g.py (${String(lines.length)} lines total)]\n${lines.map((l, i) => `${String(i + 1)}:${l}`).join('\n')}\n${more}`
  const trace = await readOne('swe-agent', {
    trajectory: [
      { thought: 'Look', action: 'open g.py\n', observation: view(['a', 'b']), state: '{}' },
      { thought: 'Fix', action: 'edit 2:2\nB\nend_of_edit\n', observation: 'File updated.' },
      {
        thought: 'Bad',
        action: 'edit 1:1\n(\nend_of_edit\n',
        observation:
          'Your proposed edit has introduced new syntax error(s).\nE999 bad\n' +
          view(['(', 'B']) +
          '\nYour changes have NOT been applied.'
      },
      {
        thought: 'Run',
        action: 'python g.py',
        observation: 'Traceback (most recent call last)\n  File\nValueError: dry\n'
      },
      { thought: 'Done', action: 'submit', observation: 'diff' }
    ],
    history: [
      { role: 'user', content: 'a demonstration', is_demo: true },
      { role: 'user', content: issue }
    ],
    info: { exit_status: 'submitted', submission: 'diff --git', model_stats: { api_calls: 5 } }
  })
  expect(trace.task.text).toBe('Beds are dry.')
  expect(statesOf(trace)).toEqual([['/w/g.py', 'a\nB']])
  expect(trace.steps[2]?.error).toContain('syntax error')
  expect(trace.steps[3]?.error).toContain('ValueError: dry')
  expect(trace.outcome).toEqual({
    status: 'unknown',
    evidence: 'exit status: submitted',
    measurements: { api_calls: 5 }
  })
  expect(trace.solution).toBe('diff --git')
})

test('a .traj that holds only messages is read from them', async () => {
  const fn = (name: string, args: unknown) => [
    { function: { name, arguments: JSON.stringify(args) }, id: name }
  ]
  const trace = await readOne('swe-agent', {
    history: [
      { role: 'system', content: 'SETTING', agent: 'main' },
      { role: 'user', content: issue, agent: 'main' },
      {
        role: 'assistant',
        thought: 'Run it',
        action: 'python g.py',
        agent: 'main',
        tool_calls: fn('bash', { command: 'python g.py' })
      },
      { role: 'tool', content: 'dry', agent: 'main' },
      {
        role: 'assistant',
        thought: 'Fix',
        action: "edit 'dry' 'wet'",
        agent: 'main',
        tool_calls: fn('edit', { search: 'dry', replace: 'wet' })
      },
      {
        role: 'tool',
        content: 'Text replaced.\r\n[File: /g.py (1 lines total)]\r\n1:wet\r\n',
        agent: 'main'
      }
    ]
  })
  expect(trace.steps).toMatchObject([
    {
      instruction: 'Run it',
      action: { kind: 'command', input: 'python g.py' },
      observation: 'dry'
    },
    {
      instruction: 'Fix',
      action: { kind: 'edit' },
      state: { text: 'wet', path: '/g.py', language: 'python' }
    }
  ])
})

const said = (source: string, content: string) => ({
  class_: 'text_observation',
  source,
  content,
  name: null
})
const code = (language: string, content: string) => ({
  class_: 'code_action',
  language,
  content,
  description: 'I try.'
})
const api = (fn: string, kwargs: unknown) => ({
  class_: 'api_action',
  function: fn,
  kwargs,
  description: null
})

test('code of the Agent Data Protocol becomes states, and the word of a user is told from output', async () => {
  const trace = await readOne('adp', {
    id: '7',
    content: [
      said('user', 'Count the beds'),
      code('python', 'len(bed)'),
      said('user', 'Traceback (most recent call last):\n  x\nNameError: bed'),
      code('python', 'len(beds)'),
      said('environment', '4'),
      said('user', 'And the trees?'),
      code('python', 'len(trees)'),
      said('user', 'I meant fruit trees.'),
      { class_: 'message_action', content: '<finish> Four. </finish>', description: '' }
    ],
    details: {}
  })
  expect(
    trace.steps.map((step) => [step.role, step.instruction ?? step.action?.input, step.state?.runs])
  ).toEqual([
    ['agent', 'I try.', false],
    ['agent', 'I try.', true],
    ['user', 'And the trees?', undefined],
    ['agent', 'I try.', undefined],
    ['user', 'I meant fruit trees.', undefined],
    ['agent', 'Four.', undefined]
  ])
  expect(trace.solution).toBe('len(trees)')
})

test('edits of the Agent Data Protocol are followed through creation, replacement, insertion and undoing', async () => {
  const edit = (command: string, more: Turn) =>
    api('str_replace_editor', { command, path: '/g.py', ...more })
  const trace = await readOne('adp', {
    content: [
      said('user', 'Plan'),
      edit('create', { file_text: 'a\nb' }),
      said('environment', 'File created successfully'),
      edit('str_replace', { old_str: 'b', new_str: 'c' }),
      said('environment', 'The file has been edited.'),
      edit('insert', { insert_line: 1, new_str: 'new' }),
      said('environment', 'The file has been edited.'),
      edit('undo_edit', {}),
      said('environment', 'Undone.'),
      edit('str_replace', { old_str: 'zzz', new_str: '' }),
      said('environment', 'No replacement was performed, old_str did not appear.'),
      code('bash', "cat > /n.py <<'EOF'\nx = 1\nEOF\n"),
      said('environment', '')
    ]
  })
  expect(statesOf(trace).map(([, text]) => text)).toEqual([
    'a\nb',
    'a\nc',
    'a\nnew\nc',
    'a\nc',
    'x = 1'
  ])
})

test.each([
  [{ resolved: 'True' }, 'passed', 'benchmark'],
  [{ resolved: false }, 'failed', 'benchmark'],
  [{ eval_logs: '===== 3 passed in 0.10s =====' }, 'passed', 'tests'],
  [{ eval_logs: '===== 1 failed, 2 passed in 0.10s =====' }, 'failed', 'tests'],
  [{ eval_logs: '===== 2 passed, 1 error in 0.10s =====' }, 'failed', 'tests'],
  [
    { eval_logs: '===== 1 failed, 2 passed in 0.10s =====\nAll tests passed.\n' },
    'unknown',
    undefined
  ],
  [{ eval_logs: 'All tests passed.' }, 'unknown', undefined],
  [{}, 'unknown', undefined]
])('details %j end %s, judged by %s', async (details, status, judgedBy) => {
  const trace = await readOne('adp', { content: [said('user', 'Plan')], details })
  expect([trace.outcome.status, trace.outcome.judgedBy]).toEqual([status, judgedBy])
})

test('an ATIF trajectory keeps calls, answers, times and figures, and what its sub-agents did where they were called', async () => {
  const { traces } = await read('atif', [
    {
      schema_version: 'ATIF-v1.7',
      trajectory_id: 't1',
      agent: { name: 'harbour', version: '3', model_name: 'tiny' },
      steps: [
        { step_id: 1, source: 'system', message: 'Be brief.' },
        { step_id: 2, source: 'user', message: 'old', is_copied_context: true },
        {
          step_id: 3,
          source: 'user',
          message: [{ type: 'text', text: 'Moor the boat' }],
          timestamp: '2026-03-01T09:00:00Z'
        },
        {
          step_id: 4,
          source: 'agent',
          message: '',
          reasoning_content: 'A rope first',
          timestamp: '2026-03-01T09:01:00Z',
          tool_calls: [
            {
              tool_call_id: 'c1',
              function_name: 'write_file',
              arguments: { path: '/rope.py', content: 'tie()' }
            }
          ],
          observation: { results: [{ source_call_id: 'c1', content: 'written' }] }
        },
        {
          step_id: 5,
          source: 'agent',
          message: '',
          tool_calls: [
            { tool_call_id: 'c2', function_name: 'delegate', arguments: { to: 'mate' } }
          ],
          observation: {
            results: [{ source_call_id: 'c2', subagent_trajectory_ref: [{ trajectory_id: 't2' }] }]
          }
        },
        { step_id: 6, source: 'agent', message: 'Moored.' }
      ],
      final_metrics: { total_cost_usd: 0.5, extra: {} },
      subagent_trajectories: [
        {
          schema_version: 'ATIF-v1.7',
          trajectory_id: 't2',
          agent: { name: 'mate' },
          steps: [
            { step_id: 1, source: 'user', message: 'Find rope' },
            { step_id: 2, source: 'agent', message: 'It lies below.' }
          ]
        }
      ]
    }
  ])
  expect(traces.map((trace) => [trace.id, trace.agent.name, trace.task.text])).toEqual([
    ['atif:t1', 'harbour', 'Moor the boat']
  ])
  expect(traces[0]?.steps.slice(2).map((step) => step.action?.input)).toEqual([
    '{"to":"mate"}',
    'It lies below.',
    'Moored.'
  ])
  expect(traces[0]?.steps[1]).toEqual({
    role: 'agent',
    instruction: 'A rope first',
    action: { kind: 'edit', name: 'write_file', input: '{"path":"/rope.py","content":"tie()"}' },
    observation: 'written',
    state: { text: 'tie()', language: 'python', path: '/rope.py' },
    at: '2026-03-01T09:01:00.000Z'
  })
  expect(traces[0]?.outcome).toEqual({ status: 'unknown', measurements: { total_cost_usd: 0.5 } })
})

test('a run of more steps than are kept holds its ends while it is read', async () => {
  const turns = Array.from({ length: 16_400 }, (_, i) => ({
    role: 'user',
    content: `turn ${String(i)}`
  }))
  const trace = await readOne('openai-chat', { messages: turns })
  expect(trace.cut).toEqual({ steps: 6399 })
  expect(trace.task.text).toBe('turn 0')
  expect(trace.steps.at(-1)?.instruction).toBe('turn 16399')
})
