import { finishedRun, sourceOf, whoRan } from './finished-run.js'
import type { FormatSource, ReadTrace, TraceFormat, Where } from './format.js'
import { isWorkItem, recordItem } from './conversation.js'
import { recordCodexEvent, recordCodexThreadItem } from './codex-events.js'
import { isRecord, recordAt, recordsAt, textAt, type JsonRecord } from './json-record.js'
import { readEachRecord, shareOf } from './records.js'
import { createRunRecorder, type RunRecorder } from './run-recorder.js'
import type { SubRun } from './sub-run.js'

/**
 * What Codex CLI keeps and prints: rollouts (`~/.codex/sessions`) of `{timestamp, type, payload}`, the older ones of
 * bare items, the first ones `{session, items}`, and both streams of `codex exec --json`. A file is one session.
 */
export const codexFormat: TraceFormat = {
  name: 'codex',
  detect: (sample) => {
    const share = shareOf(sample, isCodex)
    const isOld = sample.values.some((value) => isRecord(value) && isOldHead(value))
    return isOld ? 0.95 : 0.98 * share
  },
  read: (source) => readRollout(source)
}

const rolloutTypes = new Set([
  'session_meta',
  'response_item',
  'event_msg',
  'turn_context',
  'compacted',
  'inter_agent_communication'
])
const streamTypes =
  /^(?:thread\.started|turn\.(?:started|completed|failed)|item\.(?:started|updated|completed))$/

function isCodex(record: JsonRecord): boolean {
  const type = textAt(record, 'type') ?? ''
  if (rolloutTypes.has(type) && isRecord(record['payload'])) return true
  if (streamTypes.test(type)) return true
  if (isRecord(record['msg']) && typeof record['msg']['type'] === 'string' && 'id' in record)
    return true
  return isFirstLayout(record)
}

function isFirstLayout(record: JsonRecord): boolean {
  return isRecord(record['session']) && Array.isArray(record['items'])
}

/** The first line of an older rollout. */
function isOldHead(record: JsonRecord): boolean {
  return (
    record['record_type'] === 'state' ||
    ('id' in record && 'timestamp' in record && 'instructions' in record && !('type' in record))
  )
}

export interface CodexSession {
  readonly run: RunRecorder
  id: string | undefined
  cwd: string | undefined
  version: string | undefined
  model: string | undefined
  provider: string | undefined
  agent: string | undefined
  /** Items tell what is said; the events repeat it. */
  items: boolean
  events: number
}

async function* readRollout(source: FormatSource): AsyncIterable<ReadTrace> {
  const session = newSession(source.subs)
  let records = 0
  yield* readEachRecord(source, function* (record, where) {
    if (isFirstLayout(record)) {
      yield* firstLayout(record, where)
      return
    }
    records += 1
    const unknown = recordLine(session, record)
    if (unknown !== undefined) yield { skipped: unknown, where }
  })
  if (records > 0) yield* finished(session, { file: source.file })
}

function newSession(subs: readonly SubRun[] = []): CodexSession {
  const none = {
    id: undefined,
    cwd: undefined,
    version: undefined,
    model: undefined,
    provider: undefined,
    agent: undefined
  }
  return { run: createRunRecorder({ subs }), ...none, items: false, events: 0 }
}

function* firstLayout(record: JsonRecord, where: Where): Iterable<ReadTrace> {
  const session = newSession()
  session.id = textAt(recordAt(record, 'session'), 'id')
  for (const item of recordsAt(record, 'items')) recordItem(session.run, item)
  yield* finished(session, where)
}

function finished(
  { run, id, cwd, version, model, provider, agent }: CodexSession,
  where: Where
): Iterable<ReadTrace> {
  return finishedRun(
    run,
    {
      id: id === undefined ? undefined : `codex:${id}`.slice(0, 200),
      context: cwd === undefined ? undefined : { cwd: cwd.slice(0, 2000) },
      ...whoRan(agent ?? 'codex', version, { name: model, provider }),
      outcome: { status: 'unknown' },
      source: sourceOf('codex', where, id)
    },
    { where, none: 'the Codex session holds nothing that a person asked for' }
  )
}

type Recording = (session: CodexSession, record: JsonRecord, at: string | undefined) => void

const payloads: ReadonlyMap<string, Recording> = new Map<string, Recording>([
  [
    'session_meta',
    (session, payload) => {
      readMeta(session, 'meta' in payload ? recordAt(payload, 'meta') : payload)
    }
  ],
  [
    'turn_context',
    (session, payload) => {
      session.model ??= textAt(payload, 'model')
    }
  ],
  ['response_item', recordSessionItem],
  ['event_msg', recordCodexEvent],
  [
    'compacted',
    (session, payload) => {
      session.run.about(textAt(payload, 'message') ?? '')
    }
  ]
])

/** Why a line was passed over; undefined where it was read or keeps the host's books. */
function recordLine(session: CodexSession, record: JsonRecord): string | undefined {
  const type = textAt(record, 'type') ?? ''
  const at = textAt(record, 'timestamp')
  const recording = payloads.get(type)
  if (recording) recording(session, recordAt(record, 'payload'), at)
  else if (streamTypes.test(type) || type === 'error') recordCodexThreadItem(session, record, at)
  else if (isRecord(record['msg'])) recordCodexEvent(session, record['msg'], at)
  else if (isWorkItem(record) || type === 'message') recordSessionItem(session, record, at)
  else if (!recordHead(session, record) && !rolloutTypes.has(type))
    return `its type is ${JSON.stringify(type.slice(0, 60))}; a Codex rollout holds session_meta, response_item and event_msg`
  return undefined
}

function recordSessionItem(session: CodexSession, item: JsonRecord, at: string | undefined): void {
  session.items = true
  recordItem(session.run, item, at)
}

/** Whether a line without a type heads a session: its name, what was asked, the model. */
function recordHead(session: CodexSession, record: JsonRecord): boolean {
  const { prompt, model } = record
  if (isOldHead(record)) session.id ??= textAt(record, 'id')
  else if (typeof prompt === 'string') session.run.user(prompt)
  else if (typeof model === 'string') session.model ??= model
  else return false
  return true
}

function readMeta(session: CodexSession, meta: JsonRecord): void {
  session.id ??= textAt(meta, 'id', 'session_id')
  session.cwd ??= textAt(meta, 'cwd')
  session.version ??= textAt(meta, 'cli_version')
  session.provider ??= textAt(meta, 'model_provider')
}
