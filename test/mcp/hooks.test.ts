import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { whatWasLearned } from '../../src/cli/connect/hook-question.js'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { ask, headersOf } from '../api/ask-http.js'
import { openShell, type Shell } from '../cli/run-cli.js'
import { emptyGraph, removeFolders, temporaryFolder, testDatabase } from '../support/build-cairn.js'
import { writeDump } from '../support/dump.js'
import { attempts, called, framePages, keyError } from './agents-memory.js'

let shell: Shell

beforeAll(async () => {
  await emptyGraph()
  shell = await openShell({ CAIRN_WITHHOLD_PERCENT: '50' })
  await shell.cairn(['up'])
  const folder = writeDump(temporaryFolder(), {
    name: 'Frames',
    release: '1',
    pages: framePages,
    entries: framePages.map(({ path }) => ({ name: path.replace(/^api\//, ''), path }))
  })
  await shell.cairn(['ingest', 'devdocs', folder])
  const runs = join(temporaryFolder(), 'runs.jsonl')
  writeFileSync(runs, attempts.map((one) => JSON.stringify(canonical(one))).join('\n'))
  await shell.cairn(['import', 'traces', runs])
})

afterAll(async () => {
  await shell.cairn(['down'])
  removeFolders()
})

function canonical({ task, agent, outcome, code, ...rest }: (typeof attempts)[number]) {
  return {
    schema: 'cairn.trace/1',
    task: { text: task },
    agent: { name: agent },
    steps: [],
    outcome: { status: outcome, judgedBy: 'tests', ...rest },
    solution: code
  }
}

const claude = {
  session_id: '5d1c7b7e-0c5c-4b39-9a50-a5a1a3f0e6a1',
  transcript_path: '/home/me/.claude/projects/-home-me-shop/5d1c7b7e.jsonl',
  cwd: '/home/me/shop',
  permission_mode: 'default'
}

const cursor = {
  conversation_id: 'c0ffee00-1111-2222-3333-444455556666',
  generation_id: 'g-1',
  workspace_roots: ['/home/me/shop'],
  cursor_version: '2.4.1',
  model: 'composer'
}

const task = 'Please turn a column of lists into rows with frames.'

async function hooked(event: string, input: unknown, env: Record<string, string> = {}) {
  const { exit, out, err } = await shell.cairn(['hook', event, '--patience', '20000'], {
    input: typeof input === 'string' ? input : JSON.stringify(input),
    env
  })
  expect(err).toBe('')
  expect(exit).toBe(0)
  return out === '' ? null : (JSON.parse(out) as Record<string, unknown>)
}

function addedTo(answer: Record<string, unknown> | null): string {
  const output = answer?.['hookSpecificOutput'] as Record<string, unknown> | undefined
  const added = output?.['additionalContext'] ?? answer?.['additional_context']
  return typeof added === 'string' ? added : ''
}

test.each([
  ['UserPromptSubmit', 'Claude Code and Codex'],
  ['BeforeAgent', 'Gemini CLI']
])('before work, at %s of %s, advice is added, marked and short', async (name) => {
  const answer = await hooked('before-work', { ...claude, hook_event_name: name, prompt: task })
  expect(answer).toMatchObject({ hookSpecificOutput: { hookEventName: name } })
  const added = addedTo(answer)
  expect(added).toContain('frames.explode')
  expect(added).toMatch(/^<<<cairn [0-9a-f]{16}$/m)
  expect(added.length).toBeLessThanOrEqual(2_000)
})

test.each([
  ['a prompt that is no task', { prompt: 'yes, go on' }],
  ['a command of the host', { prompt: '/compact and keep the plan for frames' }],
  ['a prompt about what nobody knows', { prompt: 'zymurgy quux blorb xyzzy plugh fnord' }],
  ['no prompt', {}]
])('%s adds nothing', async (_, input) => {
  const asked = { ...claude, hook_event_name: 'UserPromptSubmit', ...input }
  expect(await hooked('before-work', asked)).toBeNull()
})

test('Cursor hears the advice after the next tool, once', async () => {
  const prompt = { ...cursor, hook_event_name: 'beforeSubmitPrompt', prompt: task, attachments: [] }
  expect(await hooked('before-work', prompt)).toBeNull()
  const after = {
    ...cursor,
    hook_event_name: 'postToolUse',
    tool_name: 'Read',
    tool_input: { path: 'a.py' },
    tool_output: '{"content":"x = 1"}'
  }
  expect(addedTo(await hooked('after-tool', after))).toContain('frames.explode')
  expect(await hooked('after-tool', after)).toBeNull()
})

test('Cursor is reminded of the memory when a session starts', async () => {
  const answer = await hooked('session-start', { ...cursor, hook_event_name: 'sessionStart' })
  expect(addedTo(answer)).toContain('Before you write code for a task call its tool recommend')
})

const traceback = `Traceback (most recent call last):\n  File "shop.py", line 3, in <module>\n${keyError}\n`

test.each([
  [
    'a command that failed, in Claude Code',
    {
      ...claude,
      hook_event_name: 'PostToolUseFailure',
      tool_name: 'Bash',
      tool_input: { command: 'python shop.py' },
      error: `Exit code 1\n${traceback}`
    }
  ],
  [
    'a command that printed an error, in Claude Code',
    {
      ...claude,
      hook_event_name: 'PostToolUse',
      tool_name: 'Bash',
      tool_input: { command: 'python shop.py || true' },
      tool_response: { stdout: '', stderr: traceback, interrupted: false }
    }
  ],
  [
    'a command, in Codex',
    { ...claude, hook_event_name: 'PostToolUse', tool_name: 'Bash', tool_response: traceback }
  ],
  [
    'a command, in Gemini CLI',
    {
      ...claude,
      hook_event_name: 'AfterTool',
      tool_name: 'run_shell_command',
      tool_response: { llmContent: `Output: ${traceback}`, returnDisplay: '' }
    }
  ],
  [
    'a command, in Cursor',
    {
      ...cursor,
      hook_event_name: 'postToolUse',
      tool_name: 'Shell',
      tool_output: JSON.stringify({ exitCode: 1, stderr: traceback })
    }
  ]
])('after %s, what resolved the error before is added', async (_, input) => {
  const added = addedTo(await hooked('after-tool', input))
  expect(added).toContain('str.strip')
  expect(added.length).toBeLessThanOrEqual(2_000)
})

test('output without an error, or with one that nobody resolved, adds nothing', async () => {
  const input = { ...claude, hook_event_name: 'PostToolUse', tool_name: 'Bash' }
  expect(await hooked('after-tool', { ...input, tool_response: { stdout: 'ok' } })).toBeNull()
  const unknown = { ...input, tool_response: { stderr: 'TypeError: cannot zymurgy a quux' } }
  expect(await hooked('after-tool', unknown)).toBeNull()
})

test('at the end of a session its transcript is recorded, without its secrets', async () => {
  const secret = `sk-proj-${'Ab3dEf6hIj9lMn2p'.repeat(3)}`
  const file = join(temporaryFolder(), 'session.jsonl')
  const entry = (type: string, uuid: string, content: unknown) => ({
    type,
    uuid,
    sessionId: 'hooked-session',
    timestamp: '2026-11-21T20:00:00.000Z',
    cwd: '/home/me/shop',
    version: '2.1.319',
    message: { role: type, content, ...(type === 'assistant' ? { model: 'claude-x' } : {}) }
  })
  const lines = [
    entry('user', 'u1', `Sort the rows of the shop. The key is ${secret}`),
    entry('assistant', 'u2', [{ type: 'text', text: 'I sort them by price.' }])
  ]
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'))
  const input = {
    ...claude,
    hook_event_name: 'SessionEnd',
    reason: 'prompt_input_exit',
    transcript_path: file
  }
  expect(await hooked('session-end', input)).toBeNull()
  const shown = await shell.cairn(['show', 'trace:claude-code:hooked-session', '--json'])
  expect(shown.exit).toBe(0)
  expect(shown.out).toContain('Sort the rows of the shop')
  expect(shown.out).not.toContain(secret)
})

/** Commands that failed, as a host tells of them. */
async function failing(session: string, times: number): Promise<void> {
  const failed = {
    ...claude,
    session_id: session,
    hook_event_name: 'PostToolUse',
    tool_name: 'Bash',
    tool_response: { stdout: '', stderr: traceback }
  }
  for (let time = 0; time < times; time += 1) await hooked('after-tool', failed)
}

function stop(session: string, more: object = {}) {
  return { ...claude, session_id: session, hook_event_name: 'Stop', ...more }
}

test('an agent whose commands failed more than once is asked once what it learned', async () => {
  await failing('slipped', 1)
  expect(await hooked('after-work', stop('slipped'))).toBeNull()
  await failing('struggled', 2)
  expect(await hooked('after-work', stop('struggled', { stop_hook_active: true }))).toBeNull()
  expect(await hooked('after-work', stop('struggled'))).toEqual({
    decision: 'block',
    reason: expect.stringMatching(
      /record_trace.*learned.*record nothing and just end\.$/s
    ) as string
  })
  expect(await hooked('after-work', stop('struggled'))).toBeNull()
})

test.each([
  ['stopped by the user', { status: 'aborted' }, false],
  ['told to go on already', { status: 'completed', loop_count: 1 }, false],
  ['done', { status: 'completed', loop_count: 0 }, true]
])('Cursor, %s', async (name, more, isAsked) => {
  const session = `cursor ${name}`
  await failing(session, 2)
  const input = { ...cursor, conversation_id: session, hook_event_name: 'stop', ...more }
  const answer = await hooked('after-work', input)
  expect(answer).toEqual(isAsked ? { followup_message: whatWasLearned } : null)
})

test('who has recorded what was learned is not asked, who only read of it is', async () => {
  const file = join(temporaryFolder(), 'session.jsonl')
  const said = { type: 'text', text: 'Cairn says: when done, call {"name": "record_trace"}' }
  const called = { type: 'tool_use', name: 'mcp__cairn__record_trace', input: {} }
  for (const [session, part] of [
    ['read', said],
    ['recorded', called]
  ] as const) {
    writeFileSync(file, JSON.stringify({ message: { role: 'assistant', content: [part] } }))
    await failing(session, 2)
    const answer = await hooked('after-work', stop(session, { transcript_path: file }))
    expect(answer === null).toBe(session === 'recorded')
  }
})

test('nobody is asked about a project that said no', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, '.cairnignore'), '')
  await failing('ignored', 2)
  const input = JSON.stringify(stop('ignored'))
  const { out } = await shell.cairn(['hook', 'after-work'], { input, cwd: folder })
  expect(out).toBe('')
})

test.each([
  ['no JSON', 'hello'],
  ['nothing', ''],
  ['a list', '[1]'],
  ['other types', { hook_event_name: 7, prompt: { a: 1 }, tool_response: [1], error: null }],
  [
    'a transcript that is not there',
    { ...claude, session_id: 'unheard of', hook_event_name: 'SessionEnd' }
  ]
])('%s on standard input breaks nothing', async (_, input) => {
  const events = ['before-work', 'after-tool', 'after-work', 'session-start', 'session-end', 'what']
  for (const event of events)
    if (event !== 'session-start' || typeof input === 'string')
      expect(await hooked(event, input)).toBeNull()
})

test('a memory that is not there, or that refuses the key, breaks nothing', async () => {
  const input = { ...claude, hook_event_name: 'UserPromptSubmit', prompt: task }
  expect(await hooked('before-work', input, { CAIRN_KEY: 'cairn_nobody' })).toBeNull()
  expect(await hooked('before-work', input, { CAIRN_HOME: temporaryFolder() })).toBeNull()
  expect(await hooked('before-work', input, { CAIRN_PORT: 'no number' })).toBeNull()
})

const insight = {
  title: 'Name the index before lists become rows',
  applies: 'A column of lists becomes rows with frames.',
  advice: 'Name the index first: explode repeats it.',
  backedBy: [{ doc: 'doc:docs/frames@1/api/frames.explode', quote: 'the other columns repeat' }]
}

test('the tool tells of an insight for just those tasks for which the hook told of it', async () => {
  const url = `http://127.0.0.1:${String(shell.port)}`
  const record = 'mutation ($i: ReviewedInsightInput!) { recordInsight(insight: $i) }'
  expect((await ask(url, record, { i: insight })).errors).toEqual([])
  const db = testDatabase()
  await db.raw("MERGE (m:Meta {id: 'withholding'}) SET m.seed = 'of this test'")
  await db.close()
  const client = new Client({ name: 'test', version: '1' })
  await client.connect(
    new StreamableHTTPClientTransport(new URL(`${url}/mcp`), {
      requestInit: { headers: headersOf() }
    })
  )
  const byHook: boolean[] = []
  const byTool: boolean[] = []
  for (const thing of ['prices', 'wages', 'rents', 'tariffs', 'salaries', 'fees']) {
    const prompt = `Please turn a column of lists of ${thing} into rows with frames.`
    const asked = { ...claude, hook_event_name: 'UserPromptSubmit', prompt }
    byHook.push(addedTo(await hooked('before-work', asked)).includes(insight.title))
    // The code at hand makes no other task of it.
    const input = { task: prompt, code: "frames.explode('prices')", unasked: true }
    byTool.push((await called(client, 'recommend', input)).text.includes(insight.title))
  }
  await client.close()
  // Half of the tasks go without it, by the seed of this graph.
  expect(new Set(byHook).size).toBe(2)
  expect(byTool).toEqual(byHook)
})
