import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { assembleSession } from '../../src/capture/opencode-store.js'
import type { CanonicalTrace } from '../../src/traces/canonical-trace.js'
import { readTraceFiles, readTraceValue } from '../../src/traces/read-trace-files.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-sub-agents-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function put(name: string, content: readonly unknown[] | object): string {
  const file = join(folder, name)
  mkdirSync(dirname(file), { recursive: true })
  const lines = Array.isArray(content) ? content : [content]
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n') + '\n')
  return file
}

async function read(...paths: string[]) {
  const traces: CanonicalTrace[] = []
  const elsewhere: string[] = []
  for await (const item of readTraceFiles(paths.length > 0 ? paths : [folder])) {
    if ('trace' in item) traces.push(item.trace as CanonicalTrace)
    else if (item.elsewhere === true) elsewhere.push(relative(folder, item.file))
    else throw new Error(item.skipped)
  }
  return { traces, elsewhere }
}

const inputs = (trace: CanonicalTrace | undefined) =>
  (trace?.steps ?? []).map(({ action, instruction }) =>
    action ? action.input : `(${instruction ?? ''})`
  )

let n = 0

/** Entries of Claude Code. */
function claude(session: string, more: object = {}) {
  const entry = (type: string, content: unknown, extra: object = {}) => {
    n += 1
    const known = { sessionId: session, uuid: `u-${String(n)}`, ...at(0) }
    return { type, ...known, message: { role: type, content }, ...more, ...extra }
  }
  return {
    asks: (text: string, extra?: object) => entry('user', text, extra),
    says: (text: string, extra?: object) => entry('assistant', [{ type: 'text', text }], extra),
    calls: (id: string, name: string, input: object, extra?: object) =>
      entry('assistant', [{ type: 'tool_use', id, name, input }], extra),
    answers: (id: string, text: string, extra?: object) =>
      entry('user', [{ type: 'tool_result', tool_use_id: id, content: text }], extra)
  }
}

const at = (seconds: number) => ({
  timestamp: `2026-05-04T10:00:${String(seconds).padStart(2, '0')}.000Z`
})

const launch = { description: 'mend', prompt: 'Mend the gate so that its tests pass' }

function gateSession(answer: object = {}) {
  const main = claude('s-gate')
  return [
    main.asks('The garden gate squeaks, see to it', at(1)),
    main.calls('t1', 'Task', launch, at(2)),
    main.answers('t1', 'The gate is mended.', { ...at(30), ...answer }),
    main.says('The gate is quiet now.', at(31))
  ]
}

function gateAgent(agentId: string, { prompt = true } = {}) {
  const side = claude('s-gate', { isSidechain: true, agentId })
  return [
    ...(prompt ? [side.asks(launch.prompt, at(3))] : []),
    side.calls('b1', 'Bash', { command: 'pytest gate' }, at(4)),
    side.answers('b1', 'E   KeyError: hinge\n1 failed in 0.1s', at(5)),
    side.calls('b2', 'Write', { file_path: '/gate.py', content: 'hinge = 1\n' }, at(6)),
    side.answers('b2', 'File created', at(7)),
    side.calls('b3', 'Bash', { command: 'pytest gate' }, at(8)),
    side.answers('b3', '1 passed in 0.1s', at(9)),
    side.says('The gate is mended.', at(10))
  ]
}

const worked = ['pytest gate', JSON.stringify({ file_path: '/gate.py', content: 'hinge = 1\n' })]

test.each([
  ['in a folder of its session', 's-gate/subagents/agent-a1b2c3d4.jsonl', true],
  ['beside its session', 'agent-a1b2c3d4.jsonl', true],
  [
    'in a folder of its session, without its opening prompt',
    's-gate/subagents/agent-a1b2c3d4.jsonl',
    false
  ],
  ['in a workflow of its session', 's-gate/subagents/workflows/wf_1/agent-a1b2c3d4.jsonl', true]
])(
  'a sub-agent of Claude Code %s is joined to the call that started it',
  async (_, name, prompt) => {
    put(
      's-gate.jsonl',
      gateSession({ toolUseResult: { agentId: 'a1b2c3d4', status: 'completed' } })
    )
    put(name, gateAgent('a1b2c3d4', { prompt }))
    const { traces, elsewhere } = await read()
    expect(elsewhere).toEqual([name])
    expect(traces).toHaveLength(1)
    expect(traces[0]?.task.text).toBe('The garden gate squeaks, see to it')
    expect(inputs(traces[0])).toEqual([
      JSON.stringify(launch),
      ...worked,
      'pytest gate',
      'The gate is quiet now.'
    ])
    expect(traces[0]?.steps[1]?.error).toContain('KeyError: hinge')
    expect(traces[0]?.outcome).toMatchObject({ status: 'passed', judgedBy: 'tests' })
    expect(traces[0]?.steps.map((step) => step.at?.slice(17, 19))).toEqual([
      '02',
      '04',
      '06',
      '08',
      '31'
    ])
  }
)

test('the session alone is named: its sub-agents are found; a sub-agent alone is named: it is told whose it is', async () => {
  const main = put('s-gate.jsonl', gateSession())
  const side = put('s-gate/subagents/agent-a1b2c3d4.jsonl', gateAgent('a1b2c3d4'))
  expect(inputs((await read(main)).traces[0])).toContain('pytest gate')
  expect(await read(side)).toEqual({ traces: [], elsewhere: [relative(folder, side)] })
})

test('a sub-agent whose session is nowhere is an attempt of its own', async () => {
  put('agent-a1b2c3d4.jsonl', gateAgent('a1b2c3d4'))
  const { traces } = await read()
  expect(traces.map(({ id, task }) => [id, task.text])).toEqual([
    ['claude-code:s-gate/a1b2c3d4', launch.prompt]
  ])
})

test('what Claude Code keeps of its own compaction belongs to no call', async () => {
  put('s-gate.jsonl', gateSession())
  const side = claude('s-gate', { isSidechain: true, agentId: 'acompact-99' })
  put('s-gate/subagents/agent-acompact-99.jsonl', [
    side.asks('Your task is to create a detailed summary of the conversation so far.'),
    side.says('The gate was talked about.')
  ])
  const items: string[] = []
  for await (const item of readTraceFiles([folder]))
    items.push('trace' in item ? inputs(item.trace as CanonicalTrace).join() : item.skipped)
  expect(items).toEqual([
    'session s-gate/acompact-99 holds nothing that a user asked for',
    `${JSON.stringify(launch)},The gate is quiet now.`
  ])
})

test('sidechains in the file of their session are joined to their calls by what they were asked', async () => {
  const main = claude('s-two')
  const side = claude('s-two', { isSidechain: true })
  const untimed = { timestamp: undefined }
  const chain = (id: string, parent: string | null) => ({
    uuid: id,
    parentUuid: parent,
    ...untimed
  })
  put('s-two.jsonl', [
    main.asks('Paint the fence and oil the gate', untimed),
    main.calls('t1', 'Task', { prompt: 'Paint the fence green' }, untimed),
    main.calls('t2', 'Task', { prompt: 'Oil the gate "well"' }, untimed),
    side.asks('Oil the gate "well"', chain('g1', null)),
    side.asks('Paint the fence green', chain('f1', null)),
    side.calls('x1', 'Bash', { command: 'oil' }, chain('g2', 'g1')),
    side.calls('y1', 'Bash', { command: 'paint' }, chain('f2', 'f1')),
    side.answers('x1', 'oiled', chain('g3', 'g2')),
    side.answers('y1', 'painted', chain('f3', 'f2')),
    main.answers('t1', 'Painted.', untimed),
    main.answers('t2', 'Oiled.', untimed),
    main.says('Both are done.', untimed)
  ])
  const { traces } = await read()
  expect(traces).toHaveLength(1)
  expect(inputs(traces[0]).slice(2)).toEqual(['paint', 'oil', 'Both are done.'])
  expect(traces[0]?.steps.slice(2, 4).map(({ observation }) => observation)).toEqual([
    'painted',
    'oiled'
  ])
})

test('a sub-agent that changes something after the tests of its session ran leaves open how it ended', async () => {
  const main = claude('s-back')
  const side = claude('s-back', { isSidechain: true, agentId: 'beef01' })
  put('s-back.jsonl', [
    main.asks('Mend the pump', at(1)),
    main.calls('t1', 'Agent', { prompt: 'Mend the valve', run_in_background: true }, at(2)),
    main.answers('t1', 'Launched agentId: beef01', {
      ...at(3),
      toolUseResult: { agentId: 'beef01' }
    }),
    main.calls('t2', 'Bash', { command: 'pytest' }, at(4)),
    main.answers('t2', '3 passed in 1s', at(5))
  ])
  put('s-back/subagents/agent-beef01.jsonl', [
    side.asks('Mend the valve', at(3)),
    side.calls('b1', 'Write', { file_path: '/valve.py', content: 'x' }, at(20)),
    side.answers('b1', 'File created', at(21))
  ])
  const { traces } = await read()
  expect(inputs(traces[0]).at(-1)).toContain('valve.py')
  expect(traces[0]?.outcome.status).toBe('unknown')
})

test('a session that was resumed under another name has the sub-agents that it had before', async () => {
  const entries = gateSession({ toolUseResult: { agentId: 'a1b2c3d4' } })
  put('s-gate.jsonl', entries)
  put('s-gate/subagents/agent-a1b2c3d4.jsonl', gateAgent('a1b2c3d4'))
  put('s-later.jsonl', [
    ...entries.map((entry) => ({ ...entry, sessionId: 's-later' })),
    { ...claude('s-later').says('And it shines.', { uuid: 'more' }), ...at(40) }
  ])
  const { traces, elsewhere } = await read()
  expect(elsewhere.sort()).toEqual(['s-gate.jsonl', 's-gate/subagents/agent-a1b2c3d4.jsonl'])
  expect(inputs(traces[0]).filter((input) => input === 'pytest gate')).toHaveLength(2)
})

/** Lines of a rollout of Codex. */
function rollout(meta: object, items: readonly (readonly [number, object])[]) {
  return [
    { ...at(0), type: 'session_meta', payload: { cli_version: '0.144.4', cwd: '/yard', ...meta } },
    ...items.map(([second, payload]) => ({ ...at(second), type: 'response_item', payload }))
  ]
}
const said = (role: string, text: string) => ({
  type: 'message',
  role,
  content: [{ type: role === 'user' ? 'input_text' : 'output_text', text }]
})
const called = (id: string, name: string, args: object) => ({
  type: 'function_call',
  call_id: id,
  name,
  arguments: JSON.stringify(args)
})
const gave = (id: string, output: object | string) => ({
  type: 'function_call_output',
  call_id: id,
  output: typeof output === 'string' ? output : JSON.stringify(output)
})

test('threads that Codex spawned are joined where they ended, without the copy of what was said before', async () => {
  const before = [
    [1, said('user', 'The roof leaks, find out why')],
    [2, called('c1', 'shell', { command: ['ls', 'roof'] })],
    [3, gave('c1', 'tiles')],
    [4, called('c2', 'shell', { command: ['cat', 'plan'] })],
    [5, gave('c2', 'a plan')]
  ] as const
  const parent = '019f6249-0000-7000-8000-000000000001'
  const child = '019f6249-0000-7000-8000-000000000002'
  put(
    'sessions/2026/05/04/rollout-2026-05-04T10-00-00-parent.jsonl',
    rollout({ id: parent, source: 'cli' }, [
      ...before,
      [6, called('c3', 'spawn_agent', { message: 'Look at the tiles' })],
      [7, gave('c3', { agent_id: child, nickname: 'Euler' })],
      [8, called('c4', 'wait', { ids: [child] })],
      [20, gave('c4', { status: { [child]: { completed: 'A tile is loose.' } } })],
      [21, said('assistant', 'A tile is loose.')]
    ])
  )
  const source = { subagent: { thread_spawn: { parent_thread_id: parent, depth: 1 } } }
  put(
    'sessions/2026/05/04/rollout-2026-05-04T10-00-06-child.jsonl',
    rollout({ id: child, forked_from_id: parent, source }, [
      ...before,
      [9, said('user', 'Look at the tiles')],
      [10, called('d1', 'shell', { command: ['shake', 'tile'] })],
      [11, gave('d1', 'KeyError: tile\nexit code: 1')],
      [12, said('assistant', 'A tile is loose.')]
    ])
  )
  const { traces, elsewhere } = await read()
  expect(elsewhere).toHaveLength(1)
  expect(traces.map(({ id }) => id)).toEqual([`codex:${parent}`])
  expect(inputs(traces[0])).toEqual([
    'ls roof',
    'cat plan',
    expect.stringContaining('Look at the tiles'),
    expect.stringContaining(child),
    '(Look at the tiles)',
    'shake tile',
    'A tile is loose.'
  ])
})

const opencodeMessages = (parts: readonly object[], asked: string) => [
  {
    info: { role: 'user', time: { created: 1777888800000 } },
    parts: [{ type: 'text', text: asked }]
  },
  { info: { role: 'assistant', modelID: 'm', time: { created: 1777888801000 } }, parts }
]
const opencodeTool = (tool: string, input: object, more: object) => ({
  type: 'tool',
  tool,
  callID: `call-${tool}`,
  state: { status: 'completed', input, output: '', ...more }
})
const opencodeMain = {
  info: { id: 'ses_main', directory: '/yard', version: '1' },
  messages: opencodeMessages(
    [
      opencodeTool(
        'task',
        { prompt: 'Dig it' },
        { output: 'Dug.', metadata: { sessionId: 'ses_dig' } }
      ),
      { type: 'text', text: 'The pond is dug.' }
    ],
    'Make a pond in the yard'
  )
}
const opencodeChild = {
  info: { id: 'ses_dig', parentID: 'ses_main', directory: '/yard' },
  messages: opencodeMessages(
    [
      opencodeTool(
        'bash',
        { command: 'pytest pond' },
        { output: '2 passed in 1s', metadata: { exit: 0 } }
      ),
      { type: 'text', text: 'Dug.' }
    ],
    'Dig it'
  )
}

test('a child session of opencode is joined to its task, from two exports and from its store', async () => {
  put('child.json', opencodeChild)
  put('main.json', opencodeMain)
  const { traces, elsewhere } = await read()
  expect(elsewhere).toEqual(['child.json'])
  const told = [JSON.stringify({ prompt: 'Dig it' }), 'pytest pond', 'The pond is dug.']
  expect(inputs(traces[0])).toEqual(told)
  expect(traces[0]?.outcome.status).toBe('passed')

  for (const { info, messages } of [opencodeMain, opencodeChild]) {
    put(`store/session/p/${info.id}.json`, info)
    messages.forEach(({ info: message, parts }, i) => {
      const id = `msg_${info.id}_${String(i)}`
      put(`store/message/${info.id}/${id}.json`, { id, ...message })
      parts.forEach((part, n) => put(`store/part/${id}/prt_${String(n)}.json`, part))
    })
  }
  const place = (id: string) => join(folder, `store/session/p/${id}.json`)
  expect(assembleSession(place('ses_dig'))).toEqual({ startedIn: 'ses_main' })
  for await (const item of readTraceValue(assembleSession(place('ses_main')), 'x'))
    expect(inputs((item as { trace: CanonicalTrace }).trace)).toEqual(told)
})

test('a sub-agent of Gemini CLI in the folder of its session is joined', async () => {
  const head = { projectHash: 'f00d', startTime: at(0).timestamp, lastUpdated: at(0).timestamp }
  put('tmp/p/chats/session-1.jsonl', [
    { sessionId: 'g-main', ...head, kind: 'main' },
    { id: '1', ...at(1), type: 'user', content: 'Prune the old apple tree' },
    {
      id: '2',
      ...at(1),
      type: 'gemini',
      content: '',
      toolCalls: [
        {
          id: 'k',
          name: 'invoke_agent',
          args: { agent_name: 'x' },
          status: 'success',
          agentId: 'g-sub',
          ...at(9)
        }
      ]
    }
  ])
  put('tmp/p/chats/g-main/g-sub.jsonl', [
    { sessionId: 'g-sub', ...head, kind: 'subagent' },
    { id: '1', ...at(2), type: 'user', content: 'Cut the branch' },
    {
      id: '2',
      ...at(3),
      type: 'gemini',
      content: '',
      toolCalls: [
        {
          id: 'q',
          name: 'run_shell_command',
          args: { command: 'saw' },
          status: 'success',
          ...at(4)
        }
      ]
    }
  ])
  const { traces, elsewhere } = await read()
  expect(elsewhere).toEqual(['tmp/p/chats/g-main/g-sub.jsonl'])
  expect(inputs(traces[0])).toEqual([JSON.stringify({ agent_name: 'x' }), 'saw'])
})

test('delegates of OpenHands and sub-agents of Copilot CLI, which stand in the stream, ask for nothing of their own', async () => {
  const event = (id: number, told: object) => ({ id, ...at(id), ...told })
  put('openhands.json', [
    event(1, { source: 'user', action: 'message', args: { content: 'Mend the shed door' } }),
    event(2, {
      source: 'agent',
      action: 'delegate',
      args: { agent: 'Coder', inputs: { task: 'Find the hinge' } }
    }),
    event(3, { source: 'agent', action: 'run', args: { command: 'find hinge' } }),
    event(4, { source: 'agent', observation: 'run', cause: 3, content: 'hinge', extras: {} }),
    event(5, { source: 'agent', observation: 'delegate', cause: 2, content: 'found', extras: {} })
  ])
  const copilot = (n: number, type: string, data: object) => ({
    type,
    id: `e${String(n)}`,
    ...at(n),
    data
  })
  put('events.jsonl', [
    copilot(1, 'session.start', { sessionId: 'cp1' }),
    copilot(2, 'user.message', { content: 'Water the roses each morning' }),
    copilot(3, 'tool.execution_start', {
      toolCallId: 'p',
      toolName: 'task',
      arguments: { prompt: 'Look for the hose' }
    }),
    copilot(4, 'user.message', {
      content: 'Translate the whole manual into Danish',
      parentToolCallId: 'p'
    }),
    copilot(5, 'tool.execution_start', {
      toolCallId: 'q',
      toolName: 'bash',
      arguments: { command: 'find hose' }
    }),
    copilot(6, 'tool.execution_complete', {
      toolCallId: 'q',
      success: true,
      result: { content: 'hose' }
    }),
    copilot(7, 'tool.execution_complete', {
      toolCallId: 'p',
      success: true,
      result: { content: 'found' }
    })
  ])
  const { traces } = await read()
  expect(traces.map(({ task }) => task.text)).toEqual([
    'Water the roses each morning',
    'Mend the shed door'
  ])
  expect(inputs(traces[0])).toContain('find hose')
  expect(inputs(traces[1])).toContain('find hinge')
})
