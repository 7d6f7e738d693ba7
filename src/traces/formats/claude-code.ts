import { claudeCodeThreads, type ClaudeCodeThreads } from './claude-code-threads.js'
import type { FormatSource, ReadTrace, TraceFormat, Where } from './format.js'
import { isRecord, textAt, type JsonRecord } from './json-record.js'
import { readEachRecord, shareOf } from './records.js'
import { recordClaudeCodeMessage } from './claude-code-message.js'

/**
 * Claude Code's transcripts: JSON Lines of turns, joined by session. A sidechain (a sub-agent at work) is joined to its
 * session where its work came to an end, and is a trace of its own only where nothing is there of the session. How it
 * ended is what the test runs in it and the person say.
 */
export const claudeCodeFormat: TraceFormat = {
  name: 'claude-code',
  detect: (sample) => shareOf(sample, isEntry),
  read: (source) => readTranscript(source)
}

const turns = new Set(['user', 'assistant'])
/** Entries that keep Claude Code's own books. */
const bookkeeping = new Set([
  'system',
  'progress',
  'attachment',
  'file-history-snapshot',
  'queue-operation',
  'last-prompt',
  'custom-title',
  'agent-name',
  'permission-mode',
  'mode',
  'pr-link',
  'ai-title',
  'agent-setting',
  'agent-color',
  'agent-metadata',
  'attribution-snapshot',
  'content-replacement',
  'file-history-delta',
  'marble-origami-commit',
  'marble-origami-snapshot',
  'session-state',
  'speculation-accept',
  'tag',
  'task-summary',
  'worktree-state',
  // The streamed form (`--output-format stream-json`).
  'result',
  'stream_event',
  'control_request',
  'control_response',
  'rate_limit_event'
])

/** New kinds of books are kept from version to version: what names its session and says nothing is one of them. */
function isBook(record: JsonRecord): boolean {
  const type = textAt(record, 'type') ?? ''
  return (
    bookkeeping.has(type) ||
    (isSession(record) &&
      !('message' in record) &&
      !('content' in record) &&
      /^[a-z]+(?:[-_][a-z]+)*$/.test(type))
  )
}

function isSession(record: JsonRecord): boolean {
  return typeof record['sessionId'] === 'string' || typeof record['session_id'] === 'string'
}

function isEntry(record: JsonRecord): boolean {
  const type = textAt(record, 'type') ?? ''
  if (turns.has(type)) return isRecord(record['message']) && (isSession(record) || 'uuid' in record)
  return (
    (type === 'summary' && 'leafUuid' in record) ||
    (bookkeeping.has(type) && !('role' in record) && !('id' in record && 'data' in record))
  )
}

async function* readTranscript(source: FormatSource): AsyncIterable<ReadTrace> {
  const threads = claudeCodeThreads(source.file, source.subs)
  yield* readEachRecord(source, (record, where) => readEntry(threads, record, where))
  yield* threads.closeAll()
}

function* readEntry(
  threads: ClaudeCodeThreads,
  record: JsonRecord,
  where: Where
): Iterable<ReadTrace> {
  const type = textAt(record, 'type')
  if (type === 'summary') threads.name(record)
  else if (type === 'ai-title' || type === 'custom-title') threads.title(record)
  else if (type !== undefined && turns.has(type)) yield* readTurn(threads, record, where)
  else if (!isBook(record)) {
    yield {
      skipped: `its type is ${JSON.stringify(type?.slice(0, 60) ?? null)}; expected user, assistant or summary`,
      where
    }
  }
}

function* readTurn(
  threads: ClaudeCodeThreads,
  record: JsonRecord,
  where: Where
): Iterable<ReadTrace> {
  const message = record['message']
  if (!isRecord(message)) yield { skipped: 'its message is no object', where }
  else if (message['content'] === undefined) yield { skipped: 'its message has no content', where }
  else {
    const { thread, closed } = threads.of(record)
    yield* closed
    recordClaudeCodeMessage(thread, record, message)
  }
}
