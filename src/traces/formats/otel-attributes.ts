import { isRecord, recordAt, recordsAt, type JsonRecord } from './json-record.js'

/** Attributes of a span or an event under their names, out of OTLP's list of keys and typed values. */
export function attributesOf(record: JsonRecord): Record<string, unknown> {
  const attributes = record['attributes']
  if (isRecord(attributes)) return { ...attributes }
  const listed = recordsAt(record, 'attributes').flatMap((one): [string, unknown][] =>
    typeof one['key'] === 'string' ? [[one['key'], valueOf(one['value'])]] : []
  )
  return Object.fromEntries(listed)
}

function valueOf(value: unknown): unknown {
  if (!isRecord(value)) return value
  const list = recordAt(value, 'arrayValue')['values']
  if (Array.isArray(list)) return list.map(valueOf)
  const pairs = recordsAt(recordAt(value, 'kvlistValue'), 'values')
  if (pairs.length > 0)
    return Object.fromEntries(pairs.map((pair) => [String(pair['key']), valueOf(pair['value'])]))
  return (
    value['stringValue'] ?? value['intValue'] ?? value['doubleValue'] ?? value['boolValue'] ?? value
  )
}

/** A list of records, which attributes mostly hold as JSON text. */
export function parsedList(value: unknown): JsonRecord[] {
  if (Array.isArray(value)) return value.filter(isRecord)
  if (typeof value !== 'string') return []
  try {
    const parsed: unknown = JSON.parse(value)
    return Array.isArray(parsed) ? parsed.filter(isRecord) : []
  } catch {
    return []
  }
}

const flat =
  /^(llm\.input_messages|llm\.output_messages|gen_ai\.prompt|gen_ai\.completion)\.(\d{1,5})\.(?:message\.)?(role|content|name|tool_call_id|(?:tool_calls\.(\d{1,4})\.(?:tool_call\.)?(?:function\.)?(id|name|arguments)))$/

interface FlatMessage {
  readonly order: number
  role: unknown
  content: unknown
  tool_call_id: unknown
  readonly calls: Map<number, Record<string, unknown>>
}

/** Messages that stand as one attribute a field: `llm.input_messages.0.message.role`, `gen_ai.prompt.0.content`. */
export function flattenedMessages(attributes: Readonly<Record<string, unknown>>): JsonRecord[] {
  const messages = new Map<string, FlatMessage>()
  for (const [name, value] of Object.entries(attributes)) {
    const [, list, at, ...field] = flat.exec(name) ?? []
    if (list === undefined || at === undefined) continue
    const key = `${list}.${at}`
    const message = messages.get(key) ?? emptyMessage(list, Number(at))
    messages.set(key, message)
    setField(message, field, value)
  }
  return [...messages.values()].sort((a, b) => a.order - b.order).map(wholeMessage)
}

function emptyMessage(list: string, at: number): FlatMessage {
  const isOutput = /output|completion/.test(list)
  return {
    order: at + (isOutput ? 100_000 : 0),
    role: isOutput ? 'assistant' : 'user',
    content: '',
    tool_call_id: undefined,
    calls: new Map<number, Record<string, unknown>>()
  }
}

/** A field of the message itself, or a part of one of its calls. */
function setField(
  message: FlatMessage,
  [field, call, part = '']: readonly (string | undefined)[],
  value: unknown
): void {
  if (call !== undefined)
    message.calls.set(Number(call), { ...message.calls.get(Number(call)), [part]: value })
  else if (field === 'role' || field === 'content' || field === 'tool_call_id')
    message[field] = value
}

function wholeMessage({ role, content, tool_call_id, calls }: FlatMessage): JsonRecord {
  return {
    role,
    content,
    ...(tool_call_id === undefined ? {} : { tool_call_id }),
    ...(calls.size === 0 ? {} : { tool_calls: [...calls.values()] })
  }
}
