import { finishedRun, sourceOf, whoRan } from './finished-run.js'
import type { FormatSource, ReadTrace, TraceFormat, Where } from './format.js'
import {
  contentText,
  isRecord,
  listAt,
  recordAt,
  recordsAt,
  textAt,
  type JsonRecord
} from './json-record.js'
import { timeOf } from './opencode.js'
import { readEachRecord } from './records.js'
import { createRunRecorder, toolCall, type RunRecorder } from './run-recorder.js'

/** Goose: sessions of a head and a message a line, and what `goose session export --format json` writes (`conversation`). */
export const gooseFormat: TraceFormat = {
  name: 'goose',
  detect: (sample) => {
    const records = sample.values
      .flatMap((value) => (Array.isArray(value) ? (value.slice(0, 20) as unknown[]) : [value]))
      .filter(isRecord)
    if (records.length === 0) return 0
    if (
      records.some(
        (record) => isHead(record) || holdsConversation(record) || isGooseMessage(record)
      )
    )
      return (
        (0.94 *
          records.filter(
            (record) => isHead(record) || isMessage(record) || holdsConversation(record)
          ).length) /
        records.length
      )
    return 0
  },
  read: (source) => readSessions(source)
}

function isHead(record: JsonRecord): boolean {
  return (
    'working_dir' in record &&
    ('message_count' in record || 'description' in record || 'name' in record)
  )
}

function isMessage(record: JsonRecord): boolean {
  return (
    /^(?:user|assistant)$/.test(textAt(record, 'role') ?? '') && Array.isArray(record['content'])
  )
}

function isGooseMessage(record: JsonRecord): boolean {
  return (
    isMessage(record) &&
    listAt(record, 'content').some(
      (block) => isRecord(block) && /^tool(?:Request|Response)$/.test(textAt(block, 'type') ?? '')
    )
  )
}

function messagesOf(record: JsonRecord): JsonRecord[] {
  const conversation = record['conversation']
  return isRecord(conversation)
    ? recordsAt(conversation, 'messages')
    : [...recordsAt(record, 'conversation'), ...recordsAt(record, 'messages')]
}

function holdsConversation(record: JsonRecord): boolean {
  const messages = messagesOf(record)
  return (
    messages.length > 0 &&
    (messages.some(isGooseMessage) || ('working_dir' in record && messages.every(isMessage)))
  )
}

async function* readSessions(source: FormatSource): AsyncIterable<ReadTrace> {
  const run = createRunRecorder()
  let head: JsonRecord = {}
  let count = 0
  yield* readEachRecord(source, function* (record, where) {
    if (holdsConversation(record)) {
      const own = createRunRecorder()
      for (const message of messagesOf(record)) recordTurn(own, message)
      yield* finished(own, record, where)
    } else if (isMessage(record)) {
      count += 1
      recordTurn(run, record)
    } else if (isHead(record)) head = record
    else yield { skipped: 'it is neither the head nor a message of a Goose session', where }
  })
  if (count > 0) yield* finished(run, head, { file: source.file })
}

function finished(run: RunRecorder, head: JsonRecord, where: Where): Iterable<ReadTrace> {
  const cwd = textAt(head, 'working_dir')
  const config = recordAt(head, 'model_config')
  return finishedRun(
    run,
    {
      context: cwd === undefined ? undefined : { cwd: cwd.slice(0, 2000) },
      ...whoRan('goose', undefined, {
        name: textAt(config, 'model_name'),
        provider: textAt(head, 'provider_name')
      }),
      outcome: { status: 'unknown' },
      source: sourceOf('goose', where, textAt(head, 'id'))
    },
    { where, none: 'the Goose session holds nothing that a person asked for' }
  )
}

const silent = new Set([
  'thinking',
  'redactedThinking',
  'reasoning',
  'image',
  'contextLengthExceeded',
  'summarizationRequested',
  'conversationCompacted',
  'systemNotification',
  'toolConfirmationRequest',
  'frontendToolRequest',
  'actionRequired'
])

function recordTurn(run: RunRecorder, message: JsonRecord): void {
  const at = timeOf(message['created'])
  const said: string[] = []
  const isAgent = message['role'] === 'assistant'
  const metadata = recordAt(message, 'metadata')
  for (const block of recordsAt(message, 'content')) {
    const type = textAt(block, 'type') ?? ''
    if (type !== 'text') recordWork(run, block, at)
    else if (isAgent) run.agent(textAt(block, 'text') ?? '', at)
    else said.push(textAt(block, 'text') ?? '')
  }
  // What the person does not see the host put there.
  if (said.length > 0 && metadata['userVisible'] !== false) run.user(said.join('\n\n'), at)
}

function recordWork(run: RunRecorder, block: JsonRecord, at: string | undefined): void {
  const type = textAt(block, 'type') ?? ''
  if (type === 'toolRequest') recordRequest(run, block, at)
  else if (type === 'toolResponse') recordResponse(run, block, at)
  else if (!silent.has(type)) run.unread(type === '' ? 'a part without a type' : type)
}

function recordRequest(run: RunRecorder, block: JsonRecord, at: string | undefined): void {
  const call = recordAt(block, 'toolCall')
  const value = isRecord(call['value']) ? call['value'] : call
  run.call({
    id: textAt(block, 'id'),
    at,
    ...toolCall(textAt(value, 'name') ?? 'unnamed', recordAt(value, 'arguments'))
  })
}

function recordResponse(run: RunRecorder, block: JsonRecord, at: string | undefined): void {
  const result = recordAt(block, 'toolResult')
  const value = result['value'] ?? result['content'] ?? block['toolResult']
  const parts = isRecord(value) ? (value['content'] ?? value) : value
  run.answer({
    id: textAt(block, 'id'),
    at,
    failed: result['status'] === 'error' || saysError(result) || saysError(value),
    text: contentText(forAssistant(parts)) || (textAt(result, 'error') ?? '')
  })
}

function saysError(value: unknown): boolean {
  return isRecord(value) && value['isError'] === true
}

/** The same text stands there for the person and for the model. */
function forAssistant(parts: unknown): unknown {
  if (!Array.isArray(parts)) return parts
  const mine = (parts as unknown[]).filter((part) => {
    const audience = isRecord(part) ? recordAt(part, 'annotations')['audience'] : undefined
    return !Array.isArray(audience) || audience.includes('assistant')
  })
  return mine.length > 0 ? mine : parts
}
