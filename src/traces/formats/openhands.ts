import { finishedRun, sourceOf, whoRan } from './finished-run.js'
import type { FormatSource, ReadTrace, TraceFormat, Where } from './format.js'
import { contentText, isRecord, listAt, recordAt, textAt, type JsonRecord } from './json-record.js'
import { readEachRecord, shareOf } from './records.js'
import {
  createRunRecorder,
  shellCall,
  toolCall,
  type Call,
  type RunRecorder
} from './run-recorder.js'
import { rowOutcome, solutionIn } from './verdict-in.js'
import { endedWith, fileIn, isSdkEvent, recordSdkEvent, timestampOf } from './openhands-sdk.js'

/**
 * OpenHands: the events of a session (actions and observations), those of its newer SDK (`kind`), and a benchmark's
 * output.jsonl, whose rows hold the events in `history` beside patch and report.
 */
export const openhandsFormat: TraceFormat = {
  name: 'openhands',
  detect: (sample) => 0.96 * shareOf(sample, (record) => isEvent(record) || holdsHistory(record)),
  read: (source) => readSessions(source)
}

function isEvent(record: unknown): record is JsonRecord {
  if (!isRecord(record)) return false
  if (isSdkEvent(record)) return true
  const named = typeof record['action'] === 'string' || typeof record['observation'] === 'string'
  return (
    named &&
    ('source' in record || 'args' in record || 'extras' in record) &&
    !('class_' in record) &&
    !('state' in record && 'thought' in record)
  )
}

/** Rows hold their events flat, or as pairs of action and observation. */
function eventsOf(record: JsonRecord): JsonRecord[] {
  const lists = [listAt(record, 'history'), listAt(record, 'trajectory'), listAt(record, 'events')]
  const events = lists.find((list) => list.length > 0) ?? []
  return events.flatMap((one) =>
    Array.isArray(one) ? (one as unknown[]).filter(isRecord) : isRecord(one) ? [one] : []
  )
}

function holdsHistory(record: JsonRecord): boolean {
  return eventsOf(record).slice(0, 5).some(isEvent)
}

async function* readSessions(source: FormatSource): AsyncIterable<ReadTrace> {
  const events = createSession()
  let count = 0
  yield* readEachRecord(source, function* (record, where) {
    if (holdsHistory(record)) yield* row(record, where)
    else if (isEvent(record)) {
      count += 1
      recordEvent(events, record)
    } else
      yield {
        skipped: 'it is neither an event of OpenHands nor a row with a history of them',
        where
      }
  })
  if (count > 0) yield* finished(events, {}, { file: source.file })
}

interface Session {
  readonly run: RunRecorder
  version: string | undefined
  model: string | undefined
}

function createSession(): Session {
  return { run: createRunRecorder(), version: undefined, model: undefined }
}

function* row(record: JsonRecord, where: Where): Iterable<ReadTrace> {
  const session = createSession()
  const instruction = textAt(record, 'instruction')
  const events = eventsOf(record)
  const asked = events.some(
    (event) =>
      event['source'] === 'user' &&
      (event['action'] === 'message' || event['kind'] === 'MessageEvent')
  )
  if (!asked && instruction !== undefined) session.run.user(instruction)
  for (const event of events) recordEvent(session, event)
  yield* finished(session, record, where)
}

function finished(
  { run, version, model }: Session,
  record: JsonRecord,
  where: Where
): Iterable<ReadTrace> {
  const config = recordAt(recordAt(record, 'metadata'), 'llm_config')
  return finishedRun(
    run,
    {
      ...whoRan('openhands', version, model ?? textAt(config, 'model')),
      outcome: rowOutcome(record),
      solution: solutionIn(record),
      source: sourceOf('openhands', where, textAt(record, 'instance_id', 'id'))
    },
    { where, none: 'the OpenHands session holds no message of a user' }
  )
}

function recordEvent(session: Session, event: JsonRecord): void {
  if (isSdkEvent(event)) recordSdkEvent(session.run, event)
  else if (typeof event['action'] === 'string') recordAction(session, event, event['action'])
  else if (typeof event['observation'] === 'string')
    recordObservation(session.run, event, event['observation'])
}

const books = new Set([
  'recall',
  'change_agent_state',
  'null',
  'condensation',
  'condensation_request',
  'loop_recovery',
  'agent_state_changed',
  'think',
  'pause',
  'resume',
  'stop',
  'start'
])

function recordAction(session: Session, event: JsonRecord, action: string): void {
  const { run } = session
  const args = recordAt(event, 'args')
  const at = timestampOf(event)
  if (action === 'system') {
    session.version ??= textAt(args, 'openhands_version')
    return
  }
  session.model ??= textAt(
    recordAt(recordAt(event, 'tool_call_metadata'), 'model_response'),
    'model'
  )
  if (action === 'message') {
    const text = textAt(args, 'content') ?? textAt(event, 'message') ?? ''
    if (event['source'] === 'user') run.user(text, at)
    else run.agent(text, at)
  } else if (!books.has(action)) recordWork(run, event, action)
}

type Work = Pick<Call, 'action' | 'operation'>

const works: ReadonlyMap<string, (args: JsonRecord) => Work> = new Map([
  ['run', (args: JsonRecord): Work => shellCall(textAt(args, 'command') ?? '', 'execute_bash')],
  [
    'run_ipython',
    (args: JsonRecord): Work => ({
      action: { kind: 'code', name: 'run_ipython', input: textAt(args, 'code') ?? '' }
    })
  ],
  ['edit', editCall],
  ['write', (args: JsonRecord): Work => toolCall('write', args)],
  ['read', ({ path, view_range }: JsonRecord): Work => toolCall('read', { path, view_range })]
])

function recordWork(run: RunRecorder, event: JsonRecord, action: string): void {
  const args = recordAt(event, 'args')
  const at = timestampOf(event)
  run.agent(textAt(args, 'thought', 'final_thought') ?? '', at)
  if (action === 'finish' || action === 'reject') {
    run.agent(textAt(event, 'message') ?? '', at)
    return
  }
  const work = works.get(action)?.(args) ?? namedTool(action, args)
  run.call({ id: idOf(event['id']), at, ...work })
}

function namedTool(action: string, args: JsonRecord): Work {
  const given = isRecord(args['arguments']) ? args['arguments'] : args
  return toolCall(textAt(args, 'name') ?? action, given)
}

function editCall(args: JsonRecord) {
  const command = textAt(args, 'command')
  const tool = command === undefined || command === '' ? 'edit_file' : 'str_replace_editor'
  const { path, old_str, new_str, file_text, insert_line, view_range, content, start, end } = args
  const told = {
    command,
    path,
    old_str,
    new_str,
    file_text,
    insert_line,
    view_range,
    content,
    start,
    end
  }
  const given = Object.fromEntries(
    Object.entries(told).filter(([, value]) => value !== undefined && value !== null)
  )
  return toolCall(tool, given)
}

function recordObservation(run: RunRecorder, event: JsonRecord, observation: string): void {
  if (books.has(observation)) return
  const extras = recordAt(event, 'extras')
  const metadata = recordAt(extras, 'metadata')
  const text = contentText(event['content'])
  const isChange = observation === 'edit' || observation === 'write'
  run.answer({
    id: idOf(event['cause']),
    text,
    failed: observation === 'error' && !/^user rejected/i.test(text),
    exitCode: endedWith(metadata['exit_code'] ?? extras['exit_code']),
    file: isChange ? fileIn(extras) : undefined,
    at: timestampOf(event)
  })
}

function idOf(value: unknown): string | undefined {
  return typeof value === 'number'
    ? `event-${String(value)}`
    : typeof value === 'string' && value !== ''
      ? value
      : undefined
}
