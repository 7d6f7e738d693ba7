import {
  argumentsOf,
  contentText,
  isRecord,
  listAt,
  recordAt,
  recordsAt,
  textAt,
  type JsonRecord
} from './json-record.js'
import { toolCall, type RunRecorder } from './run-recorder.js'
import { toolOutput } from './tool-output.js'

/** Kinds of parts that say nothing of the work: thoughts, marks of caching, pictures. */
const silent = new Set([
  'thinking',
  'redacted_thinking',
  'reasoning',
  'image',
  'image_url',
  'input_image',
  'document',
  'file',
  'input_file',
  'input_audio',
  'audio',
  'cache_point',
  'step-start',
  'step-finish',
  'step_start',
  'step_finish',
  'snapshot',
  'citation',
  'connector_text'
])
const texts = new Set(['text', 'input_text', 'output_text', 'refusal', 'summary_text'])

/** One message of a conversation as the chat interfaces of OpenAI, Anthropic and their like have them. */
export function recordMessage(run: RunRecorder, message: JsonRecord, at?: string): void {
  const role = textAt(message, 'role', 'type', 'from') ?? ''
  const content = message['content'] ?? message['text'] ?? message['value']
  const recording = roles.get(role)
  if (recording) recording(run, message, { content, at })
  else if (role !== 'exit') run.system(contentText(content), at)
}

const roles: ReadonlyMap<string, typeof recordUser> = new Map([
  ['user', recordUser],
  ['human', recordUser],
  ['assistant', recordAssistant],
  ['ai', recordAssistant],
  ['AIMessageChunk', recordAssistant],
  ['gpt', recordAssistant],
  ['model', recordAssistant],
  ['tool', recordToolAnswer],
  ['function', recordToolAnswer],
  ['observation', recordToolAnswer],
  ['environment', recordToolAnswer]
])

interface Said {
  readonly content: unknown
  readonly at: string | undefined
}

function recordToolAnswer(run: RunRecorder, message: JsonRecord, { content, at }: Said): void {
  const blocks = Array.isArray(content)
    ? content
        .filter(isRecord)
        .filter(({ type }) => type === 'tool_result' || type === 'tool-result')
    : []
  if (blocks.length > 0) {
    for (const block of blocks) recordResult(run, block, at)
    return
  }
  const failed = message['status'] === 'error' || message['is_error'] === true
  run.answer({ id: textAt(message, 'tool_call_id', 'call_id'), at, failed, ...toolOutput(content) })
}

/** The texts of one message belong together; answers of tools among them are none of the person's words. */
function recordUser(run: RunRecorder, message: JsonRecord, { content, at }: Said): void {
  const role = /review|critic/i.test(textAt(message, 'name') ?? '') ? 'reviewer' : 'user'
  if (!Array.isArray(content)) {
    run.user(contentText(content), at, role)
    return
  }
  const said: string[] = []
  for (const block of content as unknown[]) {
    if (typeof block === 'string') said.push(block)
    else if (!isRecord(block)) continue
    else if (block['type'] === 'tool_result' || block['type'] === 'tool-result')
      recordResult(run, block, at)
    else if (isText(block)) said.push(contentText([block]))
    else noteKind(run, block)
  }
  run.user(said.filter((text) => text.trim() !== '').join('\n\n'), at, role)
}

function recordAssistant(run: RunRecorder, message: JsonRecord, { content, at }: Said): void {
  if (Array.isArray(content)) for (const block of content as unknown[]) recordBlock(run, block, at)
  else run.agent(contentText(content), at)
  run.agent(textAt(message, 'refusal') ?? '', at)
  const legacy = recordAt(message, 'additional_kwargs')
  const calls = recordsAt(message, 'tool_calls')
  const all = calls.length > 0 ? calls : recordsAt(legacy, 'tool_calls')
  const single = isRecord(message['function_call']) ? [{ function: message['function_call'] }] : []
  const held = new Set((Array.isArray(content) ? content.filter(isRecord) : []).map(({ id }) => id))
  for (const call of [...all, ...single] as JsonRecord[])
    if (call['id'] === undefined || !held.has(call['id'])) recordCall(run, call, at)
}

function recordBlock(run: RunRecorder, block: unknown, at: string | undefined): void {
  if (typeof block === 'string') run.agent(block, at)
  else if (!isRecord(block)) return
  else if (isText(block)) run.agent(contentText([block]), at)
  else if (
    /^(?:tool_use|tool-call|server_tool_use|mcp_tool_use|tool_call|toolCall)$/.test(
      textAt(block, 'type') ?? ''
    )
  )
    recordCall(run, block, at)
  else if (/^(?:\w+_)?tool_result$/.test(textAt(block, 'type') ?? '')) recordResult(run, block, at)
  else noteKind(run, block)
}

function isText(block: JsonRecord): boolean {
  const type = textAt(block, 'type')
  return type === undefined ? 'text' in block : texts.has(type)
}

function noteKind(run: RunRecorder, block: JsonRecord): void {
  const type = textAt(block, 'type') ?? 'a part without a type'
  if (!silent.has(type)) run.unread(type)
}

/** A call in any of its forms: OpenAI's function, Anthropic's tool_use, LangChain's name and args. */
export function recordCall(run: RunRecorder, call: JsonRecord, at?: string): void {
  const fn = recordAt(call, 'function')
  const custom = recordAt(call, 'custom')
  const name =
    textAt(fn, 'name') ??
    textAt(custom, 'name') ??
    textAt(call, 'name', 'toolName', 'tool_name') ??
    'unnamed'
  const args =
    fn['arguments'] ?? custom['input'] ?? call['input'] ?? call['args'] ?? call['arguments']
  run.call({
    id: textAt(call, 'id', 'toolCallId', 'tool_call_id', 'call_id'),
    at,
    ...toolCall(name, argumentsOf(args))
  })
}

function recordResult(run: RunRecorder, block: JsonRecord, at: string | undefined): void {
  const content = block['content'] ?? block['output'] ?? block['result']
  run.answer({
    id: textAt(block, 'tool_use_id', 'toolCallId', 'tool_call_id'),
    at,
    failed: block['is_error'] === true || block['isError'] === true,
    ...toolOutput(content)
  })
}

const bookItems = new Set([
  'reasoning',
  'item_reference',
  'ghost_snapshot',
  'compaction',
  'compaction_summary',
  'web_search_call',
  'file_search_call',
  'image_generation_call',
  'other'
])

/** One item of OpenAI's Responses interface, which Codex and the Agents SDK keep too. */
export function recordItem(run: RunRecorder, item: JsonRecord, at?: string): void {
  const type = textAt(item, 'type') ?? (item['role'] === undefined ? '' : 'message')
  const recording = items.get(type)
  if (recording) recording(run, item, at)
  else if (/_output$/.test(type)) recordOutput(run, item, at)
  else if (!bookItems.has(type)) run.unread(type === '' ? 'an item without a type' : type)
}

const items: ReadonlyMap<string, typeof recordMessage> = new Map([
  ['message', recordMessage],
  ['function_call', recordFunctionCall],
  ['custom_tool_call', recordCustomCall],
  ['mcp_call', recordMcpCall],
  ['local_shell_call', recordShellCall],
  ['shell_call', recordShellCall],
  ['computer_call', recordShellCall],
  ['apply_patch_call', recordPatchCall]
])

function itemId(item: JsonRecord): string | undefined {
  return textAt(item, 'call_id', 'id')
}

function recordFunctionCall(run: RunRecorder, item: JsonRecord, at?: string): void {
  const call = toolCall(textAt(item, 'name') ?? 'unnamed', argumentsOf(item['arguments']))
  run.call({ id: itemId(item), at, ...call })
}

function recordCustomCall(run: RunRecorder, item: JsonRecord, at?: string): void {
  const call = toolCall(textAt(item, 'name') ?? 'unnamed', { input: item['input'] })
  run.call({ id: itemId(item), at, ...call })
}

/** Such a call may hold its answer. */
function recordMcpCall(run: RunRecorder, item: JsonRecord, at?: string): void {
  recordFunctionCall(run, item, at)
  const { output, error } = item
  if (output === undefined && error === undefined) return
  const failed = isRecord(error) || typeof error === 'string'
  run.answer({ id: itemId(item), at, failed, ...toolOutput(output ?? error) })
}

function recordShellCall(run: RunRecorder, item: JsonRecord, at?: string): void {
  const action = recordAt(item, 'action')
  const commands = listAt(action, 'commands')
  const args = commands.length > 0 ? { command: commands.join('\n') } : action
  run.call({ id: itemId(item), at, ...toolCall('local_shell', args) })
}

function recordOutput(run: RunRecorder, item: JsonRecord, at?: string): void {
  const failed = item['status'] === 'failed'
  const output = toolOutput(item['output'] ?? item['result'])
  run.answer({ id: itemId(item), at, failed, ...output })
}

function recordPatchCall(run: RunRecorder, item: JsonRecord, at?: string): void {
  const input = JSON.stringify(item['operation'] ?? null)
  run.call({ id: itemId(item), at, ...toolCall('apply_patch', { input }) })
}

const itemTypes =
  /^(?:reasoning|function_call|function_call_output|custom_tool_call|custom_tool_call_output|local_shell_call|local_shell_call_output|shell_call|shell_call_output|mcp_call|web_search_call)$/

/** Whether a record is an item of the Responses interface other than a plain message. */
export function isWorkItem(record: JsonRecord): boolean {
  return itemTypes.test(textAt(record, 'type') ?? '')
}
