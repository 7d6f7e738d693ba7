import { finishedRun, sourceOf, whoRan } from './finished-run.js'
import type { FormatSource, ReadTrace, TraceFormat } from './format.js'
import {
  contentText,
  isRecord,
  recordAt,
  recordsAt,
  textAt,
  type JsonRecord
} from './json-record.js'
import { readEachRecord, shareOf } from './records.js'
import { createRunRecorder, shellCall, toolCall, type RunRecorder } from './run-recorder.js'
import { toolOutput } from './tool-output.js'

/** Pi's sessions: a head (`session`) and an entry a line, of which those of the type `message` are the conversation. */
export const piFormat: TraceFormat = {
  name: 'pi',
  detect: (sample) => (shareOf(sample, isHead) === 0 ? 0 : 0.96 * shareOf(sample, isEntry)),
  read: (source) => readSession(source)
}

function isHead(record: JsonRecord): boolean {
  return record['type'] === 'session' && 'cwd' in record && 'id' in record && !('data' in record)
}

/** Entries that keep Pi's own books. */
const books = new Set([
  'model_change',
  'thinking_level_change',
  'compaction',
  'branch_summary',
  'custom',
  'custom_message',
  'label',
  'session_info'
])

function isEntry(record: JsonRecord): boolean {
  const type = textAt(record, 'type') ?? ''
  return isHead(record) || books.has(type) || (type === 'message' && isRecord(record['message']))
}

async function* readSession(source: FormatSource): AsyncIterable<ReadTrace> {
  const run = createRunRecorder()
  let head: JsonRecord = {}
  let model: JsonRecord | undefined
  yield* readEachRecord(source, function* (record, where) {
    const type = textAt(record, 'type') ?? ''
    if (isHead(record)) head = record
    else if (type === 'message' && isRecord(record['message'])) {
      const message = recordAt(record, 'message')
      if (message['role'] === 'assistant') model ??= message
      recordMessage(run, message, textAt(record, 'timestamp'))
    } else if (!books.has(type))
      yield { skipped: `its type is ${JSON.stringify(type.slice(0, 60))}; expected message`, where }
  })
  const id = textAt(head, 'id')
  const cwd = textAt(head, 'cwd')
  const where = { file: source.file }
  yield* finishedRun(
    run,
    {
      id: id === undefined ? undefined : `pi:${id}`.slice(0, 200),
      context: cwd === undefined ? undefined : { cwd: cwd.slice(0, 2000) },
      ...whoRan(
        'pi',
        undefined,
        model && { name: textAt(model, 'model'), provider: textAt(model, 'provider') }
      ),
      outcome: { status: 'unknown' },
      source: sourceOf('pi', where, id)
    },
    { where, none: 'the Pi session holds nothing that a person asked for' }
  )
}

function recordMessage(run: RunRecorder, message: JsonRecord, at: string | undefined): void {
  const content = message['content']
  switch (textAt(message, 'role')) {
    case 'user':
      run.user(contentText(content), at)
      break
    case 'assistant':
      if (typeof content === 'string') run.agent(content, at)
      for (const block of recordsAt(message, 'content')) recordBlock(run, block, at)
      break
    case 'toolResult':
      run.answer({
        id: textAt(message, 'toolCallId'),
        at,
        failed: message['isError'] === true,
        ...toolOutput(content)
      })
      break
    // What the person ran in Pi's own prompt.
    case 'bashExecution':
      recordOwnCommand(run, message, at)
      break
    case undefined:
    default:
      run.unread(textAt(message, 'role') ?? 'a message without a role')
  }
}

function recordOwnCommand(run: RunRecorder, message: JsonRecord, at: string | undefined): void {
  run.call({ at, ...shellCall(textAt(message, 'command') ?? '') })
  run.answer({ text: textAt(message, 'output') ?? '', at, ...exitOf(message) })
}

function exitOf(message: JsonRecord): { exitCode?: number } {
  const code = message['exitCode']
  return typeof code === 'number' ? { exitCode: code } : {}
}

function recordBlock(run: RunRecorder, block: JsonRecord, at: string | undefined): void {
  const type = textAt(block, 'type') ?? ''
  if (type === 'text') run.agent(textAt(block, 'text') ?? '', at)
  else if (type === 'toolCall')
    run.call({
      id: textAt(block, 'id'),
      at,
      ...toolCall(textAt(block, 'name') ?? 'unnamed', recordAt(block, 'arguments'))
    })
  else if (type !== 'thinking') run.unread(type === '' ? 'a block without a type' : type)
}
