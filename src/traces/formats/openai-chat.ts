import type { FormatSource, ReadTrace, TraceFormat, Where } from './format.js'
import { recordMessage } from './conversation.js'
import { finishedRun, sourceOf, whoRan } from './finished-run.js'
import { recordAt, recordsAt, textAt, type JsonRecord } from './json-record.js'
import { readEachRecord, shareOf } from './records.js'
import { createRunRecorder, type RunRecorder } from './run-recorder.js'
import { rowOutcome, solutionIn } from './verdict-in.js'

/** Conversations with tool calls as OpenAI's chat interface has them: `{messages: […]}`, or the bare messages. */
export const openaiChatFormat: TraceFormat = {
  name: 'openai-chat',
  detect: (sample) =>
    Math.max(0.8 * shareOf(sample, holdsMessages), 0.6 * shareOf(sample, isMessage)),
  read: (source) => readConversations(source)
}

const roles = new Set(['system', 'developer', 'user', 'assistant', 'tool', 'function'])

function isMessage(record: JsonRecord): boolean {
  return roles.has(textAt(record, 'role') ?? '') && ('content' in record || 'tool_calls' in record)
}

function holdsMessages(record: JsonRecord): boolean {
  return recordsAt(record, 'messages').some(isMessage)
}

/** Where each record is a message of its own, all of the file is one conversation. */
async function* readConversations(source: FormatSource): AsyncIterable<ReadTrace> {
  const run = createRunRecorder()
  let messages = 0
  const rest = readEachRecord(source, function* (record, where) {
    if (isMessage(record) && !('messages' in record)) {
      messages += 1
      recordMessage(run, record)
    } else if (holdsMessages(record)) yield* conversation(record, where)
    else yield { skipped: 'it holds no messages with a role and a content', where }
  })
  yield* rest
  if (messages > 0) yield* finished(run, {}, { file: source.file })
}

function conversation(record: JsonRecord, where: Where): Iterable<ReadTrace> {
  const run = createRunRecorder()
  for (const message of recordsAt(record, 'messages')) recordMessage(run, message)
  // A response that was kept beside its request is the last thing said.
  const [choice] = recordsAt(recordAt(record, 'response'), 'choices')
  if (choice) recordMessage(run, { role: 'assistant', ...recordAt(choice, 'message') })
  return finished(run, record, where)
}

function finished(run: RunRecorder, record: JsonRecord, where: Where): Iterable<ReadTrace> {
  const metadata = recordAt(record, 'metadata')
  return finishedRun(
    run,
    {
      ...whoRan(
        textAt(record, 'agent') ?? textAt(metadata, 'agent'),
        undefined,
        textAt(record, 'model')
      ),
      outcome: rowOutcome(record),
      solution: solutionIn(record),
      source: sourceOf('openai-chat', where, textAt(record, 'id', 'conversation_id'))
    },
    { where }
  )
}
