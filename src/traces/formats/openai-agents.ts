import { finishedRun, sourceOf, whoRan } from './finished-run.js'
import type { FormatSource, ReadTrace, TraceFormat, Where } from './format.js'
import { isWorkItem, recordItem } from './conversation.js'
import { isRecord, listAt, recordsAt, textAt, type JsonRecord } from './json-record.js'
import { readEachRecord, shareOf } from './records.js'
import { createRunRecorder, type RunRecorder } from './run-recorder.js'
import { rowOutcome, solutionIn } from './verdict-in.js'

/**
 * Items of OpenAI's Responses interface, as the Agents SDK keeps a session: a list of them, one a line, or a
 * record that holds them as `items`, or as `input` and `output`.
 */
export const openaiAgentsFormat: TraceFormat = {
  name: 'openai-agents',
  detect: (sample) => {
    const hasWork = shareOf(sample, (record) => isWorkItem(record)) > 0
    const items = shareOf(sample, isItem)
    return Math.max(
      hasWork ? 0.9 * items : 0,
      0.9 * shareOf(sample, (record) => itemsOf(record).some(isWorkItem))
    )
  },
  read: (source) => readSessions(source)
}

function isItem(record: JsonRecord): boolean {
  return (
    isWorkItem(record) ||
    /_output$|^message$/.test(textAt(record, 'type') ?? '') ||
    (typeof record['role'] === 'string' && 'content' in record)
  )
}

function itemsOf(record: JsonRecord): JsonRecord[] {
  const input = record['input']
  const asked =
    typeof input === 'string' ? [{ role: 'user', content: input }] : listAt(record, 'input')
  const lists = [
    listAt(record, 'items'),
    listAt(record, 'new_items'),
    [...asked, ...listAt(record, 'output')]
  ]
  const found = lists.find((list) => list.length > 0) ?? []
  // The SDK's own wrapping holds the item as it was sent.
  return found
    .filter(isRecord)
    .map((item) => (isRecord(item['raw_item']) ? item['raw_item'] : item))
}

async function* readSessions(source: FormatSource): AsyncIterable<ReadTrace> {
  const run = createRunRecorder()
  let items = 0
  yield* readEachRecord(source, function* (record, where) {
    if (isItem(record)) {
      items += 1
      recordItem(run, record)
    } else if (itemsOf(record).some(isItem)) {
      const own = createRunRecorder()
      for (const item of itemsOf(record)) recordItem(own, item)
      yield* finished(own, record, where)
    } else yield { skipped: 'it is no item of the Responses interface', where }
  })
  if (items > 0) yield* finished(run, {}, { file: source.file })
}

function finished(run: RunRecorder, record: JsonRecord, where: Where): Iterable<ReadTrace> {
  const last = recordsAt(record, 'agents').at(-1)
  return finishedRun(
    run,
    {
      ...whoRan(
        textAt(record, 'agent', 'last_agent') ?? (last && textAt(last, 'name')),
        undefined,
        textAt(record, 'model')
      ),
      outcome: rowOutcome(record),
      solution: solutionIn(record),
      source: sourceOf('openai-agents', where, textAt(record, 'id', 'session_id', 'trace_id'))
    },
    { where }
  )
}
