import type { CodexSession } from './codex.js'
import { isRecord, listAt, recordAt, textAt, type JsonRecord } from './json-record.js'
import { toolCall } from './run-recorder.js'
import { toolOutput } from './tool-output.js'

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
  if (session.items) return
  const { run } = session
  const id = textAt(event, 'call_id')
  switch (type) {
    case 'user_message':
      run.user(textAt(event, 'message') ?? '', at)
      return
    case 'agent_message':
      run.about(textAt(event, 'message') ?? '')
      run.agent(textAt(event, 'message') ?? '', at)
      return
    case 'exec_command_begin':
      run.call({ id, at, ...toolCall('shell', { command: event['command'] }) })
      return
    case 'mcp_tool_call_begin': {
      const call = recordAt(event, 'invocation')
      run.call({
        id,
        at,
        ...toolCall(textAt(call, 'tool') ?? 'unnamed', recordAt(call, 'arguments'))
      })
      return
    }
    case 'patch_apply_begin':
      run.call({
        id,
        at,
        ...toolCall('apply_patch', { input: JSON.stringify(event['changes'] ?? {}) })
      })
      return
    case 'exec_command_end':
    case 'patch_apply_end':
    case 'mcp_tool_call_end':
      run.answer({
        id,
        at,
        failed: event['success'] === false,
        ...toolOutput(type === 'mcp_tool_call_end' ? event['result'] : event)
      })
      return
    default:
  }
}

/** What `codex exec --json` prints today: threads, turns and their items. It does not say what was asked. */
export function recordCodexThreadItem(
  session: CodexSession,
  record: JsonRecord,
  at: string | undefined
): void {
  session.id ??= textAt(record, 'thread_id')
  const item = recordAt(record, 'item')
  if (record['type'] !== 'item.completed' || !isRecord(record['item'])) return
  const { run } = session
  const id = textAt(item, 'id')
  switch (textAt(item, 'type', 'item_type') ?? '') {
    case 'user_message':
      run.user(textAt(item, 'text', 'message') ?? '', at)
      return
    case 'agent_message':
    case 'assistant_message':
      run.about(textAt(item, 'text') ?? '')
      run.agent(textAt(item, 'text') ?? '', at)
      return
    case 'command_execution':
      run.call({
        id,
        at,
        ...toolCall('shell', { command: unwrapped(textAt(item, 'command') ?? '') })
      })
      run.answer({ id, at, ...toolOutput(item) })
      return
    case 'file_change':
      run.call({
        id,
        at,
        ...toolCall('apply_patch', { input: JSON.stringify(listAt(item, 'changes')) })
      })
      run.answer({
        id,
        at,
        failed: item['status'] === 'failed',
        text: textAt(item, 'status') ?? ''
      })
      return
    case 'mcp_tool_call':
      run.call({
        id,
        at,
        ...toolCall(textAt(item, 'tool') ?? 'unnamed', recordAt(item, 'arguments'))
      })
      run.answer({
        id,
        at,
        failed: item['status'] === 'failed',
        ...toolOutput(item['result'] ?? item['error'] ?? '')
      })
      return
    case 'reasoning':
    case 'todo_list':
    case 'web_search':
    case 'error':
      return
    default:
      run.unread(textAt(item, 'type') ?? 'an item without a type')
  }
}

/** `bash -lc 'pytest -q'` runs `pytest -q`. */
function unwrapped(command: string): string {
  const inner = /^(?:\S*\/)?(?:ba|z)?sh -l?c (["'])([\s\S]*)\1$/.exec(command)
  return inner?.[2] ?? command.replace(/^(?:\S*\/)?(?:ba|z)?sh -l?c /, '')
}
