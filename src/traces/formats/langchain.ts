import { finishedRun, sourceOf, whoRan } from './finished-run.js'
import type { FormatSource, ReadTrace, TraceFormat, Where } from './format.js'
import { recordMessage } from './conversation.js'
import { isRecord, listAt, recordAt, recordsAt, textAt, type JsonRecord } from './json-record.js'
import { readEachRecord, shareOf } from './records.js'
import { createRunRecorder } from './run-recorder.js'
import { rowOutcome, solutionIn } from './verdict-in.js'

/** Messages of LangChain and LangGraph (`type: human | ai | tool`, plain or serialized), and runs that LangSmith exports. */
export const langchainFormat: TraceFormat = {
  name: 'langchain',
  detect: (sample) =>
    Math.max(
      0.95 * shareOf(sample, (record) => isMessage(record) && !('uuid' in record)),
      0.95 *
        shareOf(
          sample,
          (record) => !isMessage(record) && (conversationOf(record).length > 0 || isRun(record))
        )
    ),
  read: (source) => readConversations(source)
}

const types = /^(?:human|ai|tool|system|function|AIMessageChunk|HumanMessageChunk|chat)$/

/** A message as it is used, out of LangChain's serialized form. */
function plain(value: unknown): JsonRecord | undefined {
  if (Array.isArray(value)) return pair(value)
  if (!isRecord(value)) return undefined
  const kwargs = value['kwargs']
  const name = listAt(value, 'id').at(-1)
  if (isRecord(kwargs) && typeof name === 'string') return constructed(name, kwargs)
  const data = value['data']
  if (isRecord(data) && typeof value['type'] === 'string' && 'content' in data)
    return { ...data, type: value['type'] }
  return value
}

function pair([type, content]: readonly unknown[]): JsonRecord | undefined {
  return typeof type === 'string' ? { type, content } : undefined
}

/** The class that a message is serialized as tells its type. */
function constructed(name: string, kwargs: JsonRecord): JsonRecord | undefined {
  const type = /^(Human|AI|Tool|System|Function)Message/.exec(name)?.[1]?.toLowerCase()
  return type === undefined ? undefined : { ...kwargs, type }
}

function isMessage(value: unknown): value is JsonRecord {
  const message = plain(value)
  return (
    message !== undefined &&
    types.test(textAt(message, 'type') ?? '') &&
    ('content' in message || 'tool_calls' in message)
  )
}

function isRun(record: JsonRecord): boolean {
  return typeof record['run_type'] === 'string' && ('inputs' in record || 'outputs' in record)
}

/** The messages of a record: those of what came out hold what went in. */
function conversationOf(record: JsonRecord): unknown[] {
  const places = [
    record,
    recordAt(record, 'outputs'),
    recordAt(record, 'output'),
    recordAt(record, 'values'),
    recordAt(record, 'inputs'),
    recordAt(record, 'input'),
    recordAt(record, 'state')
  ]
  const lists = places.map((place) => {
    const messages = listAt(place, 'messages')
    return Array.isArray(messages[0]) &&
      messages.length === 1 &&
      isMessage((messages[0] as unknown[])[0])
      ? (messages[0] as unknown[])
      : [...messages]
  })
  const known = lists.filter((list) => list.some((one) => isMessage(one)))
  return known.toSorted((a, b) => b.length - a.length)[0] ?? []
}

/** OpenAI's messages within LangSmith's runs are read too. */
function looseConversationOf(record: JsonRecord): unknown[] {
  const found = conversationOf(record)
  if (found.length > 0) return found
  const messages = [recordAt(record, 'outputs'), recordAt(record, 'inputs')]
    .map((place) => recordsAt(place, 'messages'))
    .filter((list) => list.some((one) => 'role' in one))
  return messages.toSorted((a, b) => b.length - a.length)[0] ?? []
}

interface Best {
  readonly messages: unknown[]
  readonly record: JsonRecord
  readonly where: Where
}

async function* readConversations(source: FormatSource): AsyncIterable<ReadTrace> {
  const loose: unknown[] = []
  const traces = new Map<string, Best>()
  yield* readEachRecord(source, function* (record, where) {
    if (isRun(record)) {
      for (const run of withChildren(record, 0)) keepBest(traces, run, where)
    } else if (isMessage(record)) loose.push(record)
    else if (conversationOf(record).length > 0)
      yield* conversation({ messages: conversationOf(record), record, where })
    else yield { skipped: 'it holds no messages of LangChain', where }
  })
  for (const best of traces.values()) yield* conversation(best)
  if (loose.length > 0)
    yield* conversation({ messages: loose, record: {}, where: { file: source.file } })
}

const deepest = 20

function* withChildren(run: JsonRecord, depth: number): Iterable<JsonRecord> {
  yield run
  if (depth < deepest)
    for (const child of recordsAt(run, 'child_runs'))
      yield* withChildren({ trace_id: run['trace_id'] ?? run['id'], ...child }, depth + 1)
}

/** Of all runs of one trace the one that holds the most of the conversation. */
function keepBest(traces: Map<string, Best>, run: JsonRecord, where: Where): void {
  const key = textAt(run, 'trace_id', 'id') ?? ''
  const messages = looseConversationOf(run)
  const known = traces.get(key)
  if (messages.length > (known?.messages.length ?? 0))
    traces.set(key, { messages: withAnswer(run, messages), record: run, where })
}

/** A model's run holds what it said as `generations`, beside what it was told. */
function withAnswer(run: JsonRecord, messages: unknown[]): unknown[] {
  if (run['run_type'] !== 'llm') return messages
  const generations = listAt(recordAt(run, 'outputs'), 'generations').flat()
  const said = generations
    .filter(isRecord)
    .map((one) => one['message'])
    .filter((one) => isMessage(one))
  return [...messages, ...said]
}

function* conversation({ messages, record, where }: Best): Iterable<ReadTrace> {
  const run = createRunRecorder()
  let model: string | undefined
  for (const value of messages) {
    const message = plain(value)
    if (!message) continue
    model ??= textAt(recordAt(message, 'response_metadata'), 'model_name', 'model')
    recordMessage(
      run,
      'role' in message && !types.test(textAt(message, 'type') ?? '')
        ? message
        : { ...message, role: message['type'] }
    )
  }
  yield* finishedRun(
    run,
    {
      ...whoRan(
        textAt(record, 'agent') ?? (isRun(record) ? textAt(record, 'name') : undefined),
        undefined,
        model ?? textAt(record, 'model')
      ),
      outcome: rowOutcome(record),
      solution: solutionIn(record),
      source: sourceOf('langchain', where, textAt(record, 'trace_id', 'id', 'thread_id'))
    },
    { where }
  )
}
