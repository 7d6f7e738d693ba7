import { finishedRun, sourceOf, whoRan } from './finished-run.js'
import type { FormatSource, ReadTrace, TraceFormat, Where } from './format.js'
import {
  contentText,
  isRecord,
  listAt,
  namesAt,
  recordAt,
  recordsAt,
  textAt,
  type JsonRecord
} from './json-record.js'
import { readEachRecord } from './records.js'
import { createRunRecorder, toolCall, type RunRecorder } from './run-recorder.js'
import type { SubRun } from './sub-run.js'
import { toolOutput } from './tool-output.js'

/**
 * Gemini CLI (and Qwen Code): sessions as one document or a message a line, and checkpoints, which hold the
 * contents of the model's interface (`role`, `parts`).
 */
export const geminiFormat: TraceFormat = {
  name: 'gemini',
  detect: (sample) => {
    const marks = sample.values.filter((value) =>
      Array.isArray(value) ? value.slice(0, 20).some(isContent) : isRecord(value) && isGemini(value)
    )
    return sample.values.length === 0 ? 0 : 0.93 * (marks.length / sample.values.length)
  },
  read: (source) => readSessions(source)
}

const kinds = new Set([
  'user',
  'gemini',
  'model',
  'qwen',
  'info',
  'error',
  'warning',
  'about',
  'help',
  'stats',
  'quit',
  'compression',
  'assistant',
  'system',
  'tool_result'
])

function isHead(record: JsonRecord): boolean {
  return 'sessionId' in record && 'projectHash' in record
}

function isContent(value: unknown): boolean {
  return (
    isRecord(value) &&
    /^(?:user|model)$/.test(textAt(value, 'role') ?? '') &&
    Array.isArray(value['parts']) &&
    !('content' in value)
  )
}

function isTurn(record: JsonRecord): boolean {
  return (
    kinds.has(textAt(record, 'type') ?? '') &&
    'id' in record &&
    'timestamp' in record &&
    ('content' in record || 'toolCalls' in record) &&
    !('message' in record)
  )
}

function historyOf(record: JsonRecord): readonly unknown[] {
  const lists = [
    listAt(record, 'clientHistory'),
    listAt(record, 'history'),
    listAt(record, 'contents')
  ]
  return lists.find((list) => list.some(isContent)) ?? []
}

function isGemini(record: JsonRecord): boolean {
  return (
    isHead(record) ||
    isTurn(record) ||
    isContent(record) ||
    historyOf(record).length > 0 ||
    '$set' in record ||
    '$rewindTo' in record
  )
}

async function* readSessions(source: FormatSource): AsyncIterable<ReadTrace> {
  const lines = newSession({}, source.subs)
  let turns = 0
  yield* readEachRecord(source, function* (record, where) {
    if (isHead(record) && Array.isArray(record['messages']))
      yield* session(record, where, source.subs)
    else if (historyOf(record).length > 0) yield* checkpoint(record, where)
    else if (isHead(record)) lines.head = record
    else if (isContent(record) || isTurn(record)) {
      turns += 1
      recordAny(lines, record)
    } else if (!('$set' in record) && !('$rewindTo' in record))
      yield { skipped: 'it is neither the head nor a message of a Gemini CLI session', where }
  })
  if (turns > 0) yield* finished(lines, { file: source.file })
}

interface Session {
  readonly run: RunRecorder
  head: JsonRecord
  model: string | undefined
  seen: Set<string>
}

function newSession(head: JsonRecord = {}, subs: readonly SubRun[] = []): Session {
  return { run: createRunRecorder({ subs }), head, model: undefined, seen: new Set() }
}

function* session(
  record: JsonRecord,
  where: Where,
  subs: readonly SubRun[] | undefined
): Iterable<ReadTrace> {
  const one = newSession(record, subs)
  for (const message of recordsAt(record, 'messages')) recordAny(one, message)
  yield* finished(one, where)
}

function* checkpoint(record: JsonRecord, where: Where): Iterable<ReadTrace> {
  const one = newSession(record)
  for (const content of historyOf(record).filter(isRecord)) recordAny(one, content)
  yield* finished(one, where)
}

function finished({ run, head, model }: Session, where: Where): Iterable<ReadTrace> {
  const id = textAt(head, 'sessionId')
  return finishedRun(
    run,
    {
      id: id === undefined ? undefined : `gemini:${id}`.slice(0, 200),
      ...whoRan('gemini-cli', undefined, { name: model, provider: 'google' }),
      outcome: { status: 'unknown' },
      source: sourceOf('gemini', where, id)
    },
    { where, none: 'the Gemini CLI session holds nothing that a person asked for' }
  )
}

function recordAny(one: Session, record: JsonRecord): void {
  if (isContent(record)) recordContent(one.run, record)
  else recordTurn(one, record)
}

function recordTurn(one: Session, message: JsonRecord): void {
  const { run } = one
  const at = textAt(message, 'timestamp')
  const type = textAt(message, 'type') ?? ''
  // A message that grew is written again.
  const calls = recordsAt(message, 'toolCalls').filter(
    (call) => !one.seen.has(textAt(call, 'id') ?? '')
  )
  const id = textAt(message, 'id') ?? ''
  const again = one.seen.has(id)
  if (id !== '') one.seen.add(id)
  if (type === 'user') {
    if (!again) run.user(contentText(message['content']), at)
    return
  }
  if (!/^(?:gemini|model|qwen|assistant)$/.test(type)) return
  one.model ??= textAt(message, 'model')
  if (!again) run.agent(contentText(message['content']), at)
  for (const call of calls) recordToolCall(one, call, at)
}

function recordToolCall(one: Session, call: JsonRecord, at: string | undefined): void {
  const id = textAt(call, 'id')
  if (id !== undefined) one.seen.add(id)
  const status = textAt(call, 'status')
  one.run.call({ id, at, ...toolCall(textAt(call, 'name') ?? 'unnamed', recordAt(call, 'args')) })
  const responses = listAt(call, 'result').filter(isRecord)
  const outputs = responses.map((part) =>
    outputOf(recordAt(recordAt(part, 'functionResponse'), 'response'))
  )
  const shown = outputs.map(({ text }) => text).filter((text) => text !== '')
  const display = call['resultDisplay']
  const text = shown.join('\n') || (typeof display === 'string' ? display : '')
  const cancelled = status === 'cancelled' ? `[Operation cancelled by user] ${text}` : text
  if (status === undefined && text === '') return
  one.run.answer({
    id,
    text: cancelled,
    failed: status === 'error' || outputs.some(({ failed }) => failed),
    file: fileIn(display),
    started: namesAt(call, 'agentId'),
    at: textAt(call, 'timestamp') ?? at
  })
}

function fileIn(display: unknown): { before?: string; after?: string } | undefined {
  if (!isRecord(display)) return undefined
  const { originalContent, newContent } = display
  return {
    ...(typeof originalContent === 'string' ? { before: originalContent } : {}),
    ...(typeof newContent === 'string' ? { after: newContent } : {})
  }
}

function outputOf(response: JsonRecord): { text: string; failed: boolean } {
  const error = textAt(response, 'error')
  return {
    text: textAt(response, 'output') ?? error ?? toolOutput(response).text,
    failed: error !== undefined && response['output'] === undefined
  }
}

function recordContent(run: RunRecorder, content: JsonRecord): void {
  const said: string[] = []
  for (const part of recordsAt(content, 'parts')) {
    if (part['thought'] === true) continue
    const text = part['text']
    if (typeof text !== 'string') recordWork(run, part)
    else if (content['role'] === 'model') run.agent(text)
    else said.push(text)
  }
  if (said.length > 0) run.user(said.join('\n\n'))
}

const silent = ['inlineData', 'fileData', 'thoughtSignature']

function recordWork(run: RunRecorder, part: JsonRecord): void {
  const call = part['functionCall']
  const response = part['functionResponse']
  if (isRecord(call)) {
    const name = textAt(call, 'name') ?? 'unnamed'
    run.call({ id: textAt(call, 'id'), ...toolCall(name, recordAt(call, 'args')) })
  } else if (isRecord(response))
    run.answer({ id: textAt(response, 'id'), ...outputOf(recordAt(response, 'response')) })
  else if (!silent.some((key) => key in part)) run.unread(Object.keys(part)[0] ?? 'an empty part')
}
