import type { CodexSession } from './codex.js'
import { isRecord, listAt, recordAt, textAt, type JsonRecord } from './json-record.js'
import { toolCall, type RunRecorder } from './run-recorder.js'
import { toolOutput } from './tool-output.js'

type Recording = (run: RunRecorder, told: JsonRecord, at: string | undefined) => void

const recordExecEnd: Recording = (run, event, at) => {
  recordEventEnd(run, event, { at, output: event })
}

const events: ReadonlyMap<string, Recording> = new Map<string, Recording>([
  [
    'user_message',
    (run, event, at) => {
      run.user(textAt(event, 'message') ?? '', at)
    }
  ],
  [
    'agent_message',
    (run, event, at) => {
      recordAgentWords(run, textAt(event, 'message') ?? '', at)
    }
  ],
  [
    'exec_command_begin',
    (run, event, at) => {
      const id = textAt(event, 'call_id')
      run.call({ id, at, ...toolCall('shell', { command: event['command'] }) })
    }
  ],
  [
    'mcp_tool_call_begin',
    (run, event, at) => {
      const call = recordAt(event, 'invocation')
      const id = textAt(event, 'call_id')
      const name = textAt(call, 'tool') ?? 'unnamed'
      run.call({ id, at, ...toolCall(name, recordAt(call, 'arguments')) })
    }
  ],
  [
    'patch_apply_begin',
    (run, event, at) => {
      const input = JSON.stringify(event['changes'] ?? {})
      run.call({ id: textAt(event, 'call_id'), at, ...toolCall('apply_patch', { input }) })
    }
  ],
  ['exec_command_end', recordExecEnd],
  ['patch_apply_end', recordExecEnd],
  [
    'mcp_tool_call_end',
    (run, event, at) => {
      recordEventEnd(run, event, { at, output: event['result'] })
    }
  ]
])

/** An event of a session: where the items are kept too, these only repeat them. */
export function recordCodexEvent(
  session: CodexSession,
  event: JsonRecord,
  at: string | undefined
): void {
  const type = textAt(event, 'type') ?? ''
  if (type === 'session_configured') {
    session.id ??= textAt(event, 'session_id')
    session.model ??= textAt(event, 'model')
  }
  if (!session.items) events.get(type)?.(session.run, event, at)
}

function recordEventEnd(
  run: RunRecorder,
  event: JsonRecord,
  { at, output }: { at: string | undefined; output: unknown }
): void {
  const failed = event['success'] === false
  run.answer({ id: textAt(event, 'call_id'), at, failed, ...toolOutput(output) })
}

function recordAgentWords(run: RunRecorder, text: string, at: string | undefined): void {
  run.about(text)
  run.agent(text, at)
}

const recordAgentItem: Recording = (run, item, at) => {
  recordAgentWords(run, textAt(item, 'text') ?? '', at)
}

const items: ReadonlyMap<string, Recording> = new Map<string, Recording>([
  [
    'user_message',
    (run, item, at) => {
      run.user(textAt(item, 'text', 'message') ?? '', at)
    }
  ],
  ['agent_message', recordAgentItem],
  ['assistant_message', recordAgentItem],
  ['command_execution', recordCommand],
  ['file_change', recordFileChange],
  ['mcp_tool_call', recordMcpCall]
])
const bookItems = new Set(['reasoning', 'todo_list', 'web_search', 'error'])

/** What `codex exec --json` prints today: threads, turns and their items. It does not say what was asked. */
export function recordCodexThreadItem(
  session: CodexSession,
  record: JsonRecord,
  at: string | undefined
): void {
  session.id ??= textAt(record, 'thread_id')
  const item = record['item']
  if (record['type'] !== 'item.completed' || !isRecord(item)) return
  const type = textAt(item, 'type', 'item_type') ?? ''
  const recording = items.get(type)
  if (recording) recording(session.run, item, at)
  else if (!bookItems.has(type))
    session.run.unread(textAt(item, 'type') ?? 'an item without a type')
}

function recordCommand(run: RunRecorder, item: JsonRecord, at: string | undefined): void {
  const id = textAt(item, 'id')
  const command = unwrapped(textAt(item, 'command') ?? '')
  run.call({ id, at, ...toolCall('shell', { command }) })
  run.answer({ id, at, ...toolOutput(item) })
}

function recordFileChange(run: RunRecorder, item: JsonRecord, at: string | undefined): void {
  const id = textAt(item, 'id')
  const input = JSON.stringify(listAt(item, 'changes'))
  run.call({ id, at, ...toolCall('apply_patch', { input }) })
  const failed = item['status'] === 'failed'
  run.answer({ id, at, failed, text: textAt(item, 'status') ?? '' })
}

function recordMcpCall(run: RunRecorder, item: JsonRecord, at: string | undefined): void {
  const id = textAt(item, 'id')
  const name = textAt(item, 'tool') ?? 'unnamed'
  run.call({ id, at, ...toolCall(name, recordAt(item, 'arguments')) })
  const failed = item['status'] === 'failed'
  run.answer({ id, at, failed, ...toolOutput(item['result'] ?? item['error'] ?? '') })
}

/** `bash -lc 'pytest -q'` runs `pytest -q`. */
function unwrapped(command: string): string {
  const inner = /^(?:\S*\/)?(?:ba|z)?sh -l?c (["'])([\s\S]*)\1$/.exec(command)
  return inner?.[2] ?? command.replace(/^(?:\S*\/)?(?:ba|z)?sh -l?c /, '')
}
