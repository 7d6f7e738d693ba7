import { finishedRun, sourceOf, whoRan } from './finished-run.js'
import type { FormatSource, ReadTrace, TraceFormat, Where } from './format.js'
import { isRecord, namesAt, recordAt, recordsAt, textAt, type JsonRecord } from './json-record.js'
import { readEachRecord, shareOf } from './records.js'
import { createRunRecorder, toolCall, type RunRecorder } from './run-recorder.js'
import { subRunOf, type SubRun } from './sub-run.js'

/** opencode: what `opencode export` writes (`info`, `messages` of `parts`), and the events of `opencode run --format json`. */
export const opencodeFormat: TraceFormat = {
  name: 'opencode',
  detect: (sample) =>
    0.94 * shareOf(sample, (record) => isExport(record) || isEvent(record) || isStored(record)),
  read: (source) => readSessions(source)
}

function isExport(record: JsonRecord): boolean {
  return recordsAt(record, 'messages')
    .slice(0, 5)
    .some((message) => isRecord(message['info']) && Array.isArray(message['parts']))
}

function isEvent(record: JsonRecord): boolean {
  return 'sessionID' in record && isRecord(record['part']) && typeof record['type'] === 'string'
}

/** One message or one part of opencode's own store: half of a session at most. */
function isStored(record: JsonRecord): boolean {
  return 'sessionID' in record && /^(?:msg|prt)_/.test(textAt(record, 'id') ?? '')
}

async function* readSessions(source: FormatSource): AsyncIterable<ReadTrace> {
  const events = createRunRecorder()
  let session: string | undefined
  yield* readEachRecord(source, function* (record, where) {
    if (isExport(record)) yield* exported(record, where, source.subs)
    else if (isEvent(record)) {
      session ??= textAt(record, 'sessionID')
      recordPart(events, recordAt(record, 'part'), { role: 'assistant', at: undefined })
    } else if (isStored(record))
      yield {
        skipped:
          "it is one piece of opencode's own store; hand in what `opencode export <session>` writes",
        where
      }
    else if (record['type'] !== 'error')
      yield { skipped: 'it is no session that `opencode export` wrote', where }
  })
  if (session !== undefined)
    yield* finishedRun(events, facts({ id: session }, undefined, { file: source.file }), {
      where: { file: source.file },
      none: 'the events of `opencode run` do not say what was asked; hand in what `opencode export <session>` writes'
    })
}

function* exported(
  record: JsonRecord,
  where: Where,
  apart: readonly SubRun[] = []
): Iterable<ReadTrace> {
  const subs = [...apart, ...recordsAt(record, 'children').flatMap(childOf)]
  const run = createRunRecorder({ subs })
  let model: JsonRecord | undefined
  for (const message of recordsAt(record, 'messages')) {
    const info = recordAt(message, 'info')
    const role = textAt(info, 'role') ?? 'assistant'
    if (role === 'assistant') model ??= 'modelID' in info ? info : undefined
    recordParts(run, recordsAt(message, 'parts'), {
      role,
      at: timeOf(recordAt(info, 'time')['created']),
      summary: info['summary'] === true
    })
  }
  yield* finishedRun(run, facts(recordAt(record, 'info'), model, where), {
    where,
    none: 'the opencode session holds nothing that a person asked for'
  })
}

/** A session that a call of this one started, as Cairn puts it beside what it read from opencode's store. */
function childOf(record: JsonRecord): SubRun[] {
  const ids = namesAt(recordAt(record, 'info'), 'id')
  return [...exported(record, { file: '' })].flatMap((read) => subRunOf(read, ids) ?? [])
}

function facts(info: JsonRecord, model: JsonRecord | undefined, where: Where) {
  const id = textAt(info, 'id')
  const title = textAt(info, 'title')
  const cwd = textAt(info, 'directory')
  return {
    id: id === undefined ? undefined : `opencode:${id}`.slice(0, 200),
    title:
      title === undefined || /^(?:New|Child) session\b/.test(title)
        ? undefined
        : title.slice(0, 300),
    context: cwd === undefined ? undefined : { cwd: cwd.slice(0, 2000) },
    ...whoRan(
      'opencode',
      textAt(info, 'version'),
      model && { name: textAt(model, 'modelID'), provider: textAt(model, 'providerID') }
    ),
    outcome: { status: 'unknown' as const },
    source: sourceOf('opencode', where, id)
  }
}

/** Milliseconds since 1970 as ISO 8601. */
export function timeOf(value: unknown): string | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 1e9 || value > 1e14)
    return undefined
  return new Date(value < 1e11 ? value * 1000 : value).toISOString()
}

function recordParts(
  run: RunRecorder,
  parts: readonly JsonRecord[],
  { role, at, summary }: { role: string; at: string | undefined; summary: boolean }
): void {
  if (summary) return
  if (role !== 'user') {
    for (const part of parts) recordPart(run, part, { role, at })
    return
  }
  // What is marked synthetic the host put there: files that were named, reminders.
  const said = parts.filter(
    (part) => part['type'] === 'text' && part['synthetic'] !== true && part['ignored'] !== true
  )
  run.user(said.map((part) => textAt(part, 'text') ?? '').join('\n\n'), at)
}

const silent = new Set([
  'step-start',
  'step-finish',
  'reasoning',
  'snapshot',
  'patch',
  'file',
  'agent',
  'compaction',
  'subtask',
  'retry'
])

function recordPart(
  run: RunRecorder,
  part: JsonRecord,
  { role, at }: { role: string; at: string | undefined }
): void {
  const type = textAt(part, 'type') ?? ''
  if (type === 'text') {
    if (role === 'assistant') run.about(textAt(part, 'text') ?? '')
    run.agent(textAt(part, 'text') ?? '', at)
  } else if (type === 'tool') recordTool(run, part, at)
  else if (type === 'tool-invocation') recordOldTool(run, recordAt(part, 'toolInvocation'), at)
  else if (!silent.has(type)) run.unread(type === '' ? 'a part without a type' : type)
}

function recordTool(run: RunRecorder, part: JsonRecord, at: string | undefined): void {
  const state = recordAt(part, 'state')
  const metadata = recordAt(state, 'metadata')
  const id = textAt(part, 'callID', 'id')
  run.call({ id, at, ...toolCall(textAt(part, 'tool') ?? 'unnamed', recordAt(state, 'input')) })
  const status = textAt(state, 'status')
  if (status !== 'completed' && status !== 'error') return
  const exit = metadata['exit']
  run.answer({
    id,
    text: textAt(state, 'output') ?? textAt(metadata, 'output') ?? textAt(state, 'error') ?? '',
    failed: status === 'error',
    ...(typeof exit === 'number' ? { exitCode: exit } : {}),
    started: namesAt(metadata, 'sessionId', 'sessionID'),
    at: timeOf(recordAt(state, 'time')['end'])
  })
}

function recordOldTool(run: RunRecorder, call: JsonRecord, at: string | undefined): void {
  const id = textAt(call, 'toolCallId')
  run.call({ id, at, ...toolCall(textAt(call, 'toolName') ?? 'unnamed', recordAt(call, 'args')) })
  if (typeof call['result'] === 'string') run.answer({ id, text: call['result'] })
}
