import { finishedRun, sourceOf, whoRan } from './finished-run.js'
import type { FormatSource, ReadTrace, TraceFormat, Where } from './format.js'
import { recordMessage } from './conversation.js'
import { isRecord, listAt, recordAt, recordsAt, textAt, type JsonRecord } from './json-record.js'
import { readEachRecord, shareOf } from './records.js'
import { createRunRecorder, type RunRecorder } from './run-recorder.js'
import { rowOutcome, solutionIn } from './verdict-in.js'

/**
 * Conversations as Anthropic's interface has them, with blocks `tool_use` and `tool_result`: requests, requests
 * with their response, bare messages, and the transcripts of Cursor's agent, which wrap each message.
 */
export const anthropicFormat: TraceFormat = {
  name: 'anthropic-messages',
  detect: (sample) => {
    const bare = shareOf(sample, (record) => isMessage(unwrapped(record)))
    const hasBlocks = shareOf(sample, (record) => holdsBlocks(unwrapped(record))) > 0
    const wrapped = shareOf(sample, (record) => isMessage(record) && isWrapped(record))
    return Math.max(0.9 * shareOf(sample, isRequest), hasBlocks ? 0.85 * bare : 0, 0.85 * wrapped)
  },
  read: (source) => readConversations(source)
}

function isWrapped(record: JsonRecord): boolean {
  return (
    isRecord(record['message']) &&
    typeof record['role'] === 'string' &&
    'content' in record['message']
  )
}

function unwrapped(record: JsonRecord): JsonRecord {
  return isWrapped(record)
    ? { role: record['role'], content: recordAt(record, 'message')['content'] }
    : record
}

function isMessage(record: JsonRecord): boolean {
  return (
    /^(?:user|assistant|system)$/.test(textAt(record, 'role') ?? '') &&
    ('content' in record || isWrapped(record))
  )
}

function holdsBlocks(record: JsonRecord): boolean {
  return listAt(record, 'content').some(
    (block) =>
      isRecord(block) &&
      /^(?:tool_use|tool_result|thinking|redacted_thinking|server_tool_use)$/.test(
        textAt(block, 'type') ?? ''
      )
  )
}

function requestOf(record: JsonRecord): JsonRecord {
  const inner = ['request', 'params', 'body', 'input']
    .map((key) => record[key])
    .find((value) => isRecord(value) && Array.isArray(value['messages']))
  return isRecord(inner) ? inner : record
}

function isRequest(record: JsonRecord): boolean {
  const messages = recordsAt(requestOf(record), 'messages')
  return messages.some(isMessage) && (messages.some(holdsBlocks) || holdsBlocks(responseOf(record)))
}

function responseOf(record: JsonRecord): JsonRecord {
  const response = recordAt(record, 'response')
  const batch = recordAt(recordAt(record, 'result'), 'message')
  return (
    [response, recordAt(response, 'body'), batch, recordAt(record, 'output')].find((one) =>
      Array.isArray(one['content'])
    ) ?? {}
  )
}

async function* readConversations(source: FormatSource): AsyncIterable<ReadTrace> {
  const run = createRunRecorder()
  let messages = 0
  yield* readEachRecord(source, function* (record, where) {
    if (recordsAt(requestOf(record), 'messages').some(isMessage)) yield* conversation(record, where)
    else if (isMessage(record)) {
      messages += 1
      recordMessage(run, unwrapped(record), textAt(record, 'timestamp'))
    } else if (typeof record['type'] !== 'string')
      yield { skipped: 'it holds no messages with a role and a content', where }
  })
  if (messages > 0) yield* finished(run, {}, { file: source.file })
}

function conversation(record: JsonRecord, where: Where): Iterable<ReadTrace> {
  const run = createRunRecorder()
  const request = requestOf(record)
  for (const message of recordsAt(request, 'messages'))
    recordMessage(run, unwrapped(message), textAt(message, 'timestamp'))
  const response = responseOf(record)
  if (Array.isArray(response['content']))
    recordMessage(run, { role: 'assistant', content: response['content'] })
  return finished(
    run,
    { ...record, model: request['model'] ?? response['model'] ?? record['model'] },
    where
  )
}

function finished(run: RunRecorder, record: JsonRecord, where: Where): Iterable<ReadTrace> {
  const agent =
    textAt(record, 'agent') ??
    (/agent-transcripts|[\\/]\.cursor[\\/]/.test(where.file) ? 'cursor' : undefined)
  return finishedRun(
    run,
    {
      ...whoRan(agent, undefined, textAt(record, 'model')),
      outcome: rowOutcome(record),
      solution: solutionIn(record),
      source: sourceOf(
        'anthropic-messages',
        where,
        textAt(record, 'id', 'session_id', 'conversation_id', 'instance_id')
      )
    },
    { where }
  )
}
