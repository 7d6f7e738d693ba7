import { finishedRun, sourceOf, whoRan } from './finished-run.js'
import type { FormatSource, ReadTrace, TraceFormat } from './format.js'
import { recordMessage } from './conversation.js'
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
import { attributesOf, flattenedMessages, parsedList } from './otel-attributes.js'
import { readEachRecord, shareOf } from './records.js'
import { createRunRecorder, toolCall, type RunRecorder } from './run-recorder.js'
import { toolOutput } from './tool-output.js'

/**
 * Spans of OpenTelemetry with the conventions for generative AI (`gen_ai.*`), and those of OpenInference and
 * OpenLLMetry: as OTLP JSON, or one span a record. A trace is one run; the model's call with the longest conversation tells it.
 */
export const otelGenaiFormat: TraceFormat = {
  name: 'otel-genai',
  detect: (sample) =>
    0.95 *
    shareOf(
      sample,
      (record) => 'resourceSpans' in record || 'resource_spans' in record || isGenaiSpan(record)
    ),
  read: (source) => readSpans(source)
}

function isGenaiSpan(record: JsonRecord): boolean {
  if (
    !('attributes' in record) ||
    !('traceId' in record || 'trace_id' in record || 'context' in record)
  )
    return false
  return Object.keys(attributesOf(record)).some((name) =>
    /^(?:gen_ai|llm|openinference|input|output|traceloop)\./.test(name)
  )
}

function* spansOf(record: JsonRecord): Iterable<JsonRecord> {
  const resources = [...recordsAt(record, 'resourceSpans'), ...recordsAt(record, 'resource_spans')]
  if (resources.length === 0) yield record
  for (const resource of resources)
    for (const scope of [
      ...recordsAt(resource, 'scopeSpans'),
      ...recordsAt(resource, 'scope_spans')
    ])
      yield* recordsAt(scope, 'spans')
}

interface Best {
  messages: JsonRecord[]
  attributes: Readonly<Record<string, unknown>>
  agent: string | undefined
  tools: JsonRecord[]
}

const mostTraces = 10_000

async function* readSpans(source: FormatSource): AsyncIterable<ReadTrace> {
  const traces = new Map<string, Best>()
  yield* readEachRecord(source, function* (record, where) {
    for (const span of spansOf(record)) {
      const id =
        textAt(span, 'traceId', 'trace_id') ?? textAt(recordAt(span, 'context'), 'trace_id')
      if (id === undefined) yield { skipped: 'a span without a trace id', where }
      else if (traces.has(id) || traces.size < mostTraces) keep(traces, id, span)
    }
  })
  for (const [id, best] of traces) yield* finished(id, best, source.file)
}

function keep(traces: Map<string, Best>, id: string, span: JsonRecord): void {
  const attributes = attributesOf(span)
  const best = traces.get(id) ?? { messages: [], attributes: {}, agent: undefined, tools: [] }
  const messages = messagesOf(span, attributes)
  if (messages.length >= best.messages.length && messages.length > 0)
    Object.assign(best, { messages, attributes })
  best.agent ??= textAt(attributes, 'gen_ai.agent.name')
  if (
    textAt(attributes, 'gen_ai.operation.name') === 'execute_tool' ||
    'gen_ai.tool.call.result' in attributes
  )
    best.tools.push({ ...attributes, start: span['startTimeUnixNano'] })
  traces.set(id, best)
}

function messagesOf(span: JsonRecord, attributes: Readonly<Record<string, unknown>>): JsonRecord[] {
  const told = toldMessages(attributes)
  if (told.length > 0) return told
  const flat = flattenedMessages(attributes)
  return flat.length > 0 ? flat : recordsAt(span, 'events').flatMap(eventMessages)
}

function toldMessages(attributes: Readonly<Record<string, unknown>>): JsonRecord[] {
  return [
    ...parsedList(attributes['gen_ai.input.messages']),
    ...parsedList(attributes['gen_ai.output.messages'])
  ]
}

/** Older conventions write each message as an event of the span. */
function eventMessages(event: JsonRecord): JsonRecord[] {
  const about = attributesOf(event)
  const whole = toldMessages(about)
  if (whole.length > 0) return whole
  const role = roleOf(textAt(event, 'name') ?? '')
  if (role === undefined) return []
  const message = argumentsOf(about['message'])
  const calls = parsedList(about['tool_calls'] ?? message['tool_calls'])
  return [
    {
      role,
      content: about['content'] ?? message['content'] ?? '',
      tool_call_id: about['id'],
      ...(calls.length > 0 ? { tool_calls: calls } : {})
    }
  ]
}

/** Whose message an event of this name holds. */
function roleOf(name: string): string | undefined {
  if (name === 'gen_ai.choice') return 'assistant'
  return /^gen_ai\.(system|user|assistant|tool)\.message$/.exec(name)?.[1]
}

function finished(
  id: string,
  { messages, attributes, agent, tools }: Best,
  file: string
): Iterable<ReadTrace> {
  const run = createRunRecorder()
  for (const message of messages) recordParts(run, message)
  const hasCalls = messages.some(
    (message) =>
      listAt(message, 'parts').some((part) => isRecord(part) && part['type'] === 'tool_call') ||
      'tool_calls' in message
  )
  if (!hasCalls) for (const tool of tools) recordTool(run, tool)
  return finishedRun(
    run,
    {
      id: `otel:${id}`.slice(0, 200),
      ...whoRan(agent, undefined, {
        name: textAt(attributes, 'gen_ai.response.model', 'gen_ai.request.model', 'llm.model_name'),
        provider: textAt(attributes, 'gen_ai.provider.name', 'gen_ai.system')
      }),
      outcome: { status: 'unknown' },
      source: sourceOf('otel-genai', { file }, id)
    },
    {
      where: { file },
      none: 'the spans of the trace hold no messages; record their content (OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT)'
    }
  )
}

function recordParts(run: RunRecorder, message: JsonRecord): void {
  const parts = recordsAt(message, 'parts')
  if (parts.length === 0) {
    recordMessage(run, message)
    return
  }
  const role = textAt(message, 'role') ?? ''
  for (const part of parts) recordPart(run, part, role)
}

const silent = new Set(['reasoning', 'blob', 'uri'])

function recordPart(run: RunRecorder, part: JsonRecord, role: string): void {
  const type = textAt(part, 'type') ?? ''
  const id = textAt(part, 'id')
  if (type === 'text') recordMessage(run, { role, content: part['content'] ?? part['text'] })
  else if (type === 'tool_call') {
    const name = textAt(part, 'name') ?? 'unnamed'
    run.call({ id, ...toolCall(name, argumentsOf(part['arguments'])) })
  } else if (type === 'tool_call_response') run.answer({ id, ...toolOutput(responseOf(part)) })
  else if (!silent.has(type)) run.unread(type === '' ? 'a part without a type' : type)
}

function responseOf(part: JsonRecord): unknown {
  return part['response'] ?? part['result'] ?? contentText(part['content'])
}

function recordTool(run: RunRecorder, tool: JsonRecord): void {
  const id = textAt(tool, 'gen_ai.tool.call.id')
  run.call({
    id,
    ...toolCall(
      textAt(tool, 'gen_ai.tool.name') ?? 'unnamed',
      argumentsOf(tool['gen_ai.tool.call.arguments'])
    )
  })
  if (tool['gen_ai.tool.call.result'] !== undefined)
    run.answer({ id, ...toolOutput(tool['gen_ai.tool.call.result']) })
}
