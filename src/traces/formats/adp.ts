import type { ReadTrace, TraceFormat, Where } from './format.js'
import { adpOutcome, testResultOf } from './adp-outcome.js'
import { recordAt, recordsAt, textAt, type JsonRecord } from './json-record.js'
import { readEachRecord, shareOf } from './records.js'
import { createRunRecorder, shellCall, toolCall, type RunRecorder } from './run-recorder.js'

/** The Agent Data Protocol: trajectories `{id, content, details}` in a list or one a line. */
export const adpFormat: TraceFormat = {
  name: 'adp',
  detect: (sample) => 0.95 * shareOf(sample, isTrajectory),
  read: (source) =>
    readEachRecord(source, function* (record, where) {
      yield readTrajectory(record, where)
    })
}

function isTrajectory(record: JsonRecord): boolean {
  const items = recordsAt(record, 'content')
  return items.length > 0 && items.slice(0, 20).every((item) => typeof item['class_'] === 'string')
}

function readTrajectory(record: JsonRecord, where: Where): ReadTrace {
  if (!isTrajectory(record))
    return { skipped: 'its content is no list of actions and observations with class_', where }
  const run = createRunRecorder({ single: true })
  const seen: Seen = {}
  for (const item of recordsAt(record, 'content')) recordItem(run, item, seen)
  const details = recordAt(record, 'details')
  const model = textAt(details, 'model_name', 'model')
  const ref = textAt(record, 'id')
  const trace = run.finish({
    agent: { name: textAt(details, 'agent', 'agent_name') ?? 'unnamed' },
    model: model === undefined ? undefined : { name: model.slice(0, 200) },
    outcome: adpOutcome(details),
    solution:
      textAt(details, 'generated_patch') ?? textAt(testResultOf(details), 'git_patch') ?? seen.code,
    source: {
      format: 'adp',
      file: where.file,
      ...(ref === undefined ? {} : { ref: ref.slice(0, 500) })
    }
  })
  return trace === undefined
    ? { skipped: 'no observation says what the user asked for', where }
    : { trace, where }
}

interface Seen {
  /** The last code that was run, other than in a shell. */
  code?: string
  /** What the last call was of; undefined once something else came. */
  called?: 'tool' | 'shell' | 'code' | undefined
}

const shells = new Set(['bash', 'sh', 'shell', 'terminal', 'powershell'])

function recordItem(run: RunRecorder, item: JsonRecord, seen: Seen): void {
  const said = textAt(item, 'description') ?? ''
  const content = textAt(item, 'content') ?? ''
  switch (item['class_']) {
    case 'text_observation':
      recordText(run, item, { text: content, called: seen.called })
      return
    case 'web_observation':
      run.answer({ text: pageText(item) })
      return
    case 'code_action':
      run.agent(said)
      recordCode(run, item, seen)
      return
    case 'api_action':
      run.agent(said)
      run.call(toolCall(functionOf(item), recordAt(item, 'kwargs')))
      seen.called = 'tool'
      return
    case 'message_action':
      run.agent([said, messageIn(content)].filter(Boolean).join('\n\n'))
      seen.called = undefined
      return
    default:
      run.system(`${String(item['class_']).slice(0, 100)}: ${JSON.stringify(item).slice(0, 2000)}`)
  }
}

function functionOf(item: JsonRecord): string {
  return textAt(item, 'function') ?? 'unnamed'
}

function pageText(item: JsonRecord): string {
  return [textAt(item, 'url'), textAt(item, 'axtree', 'html')].filter(Boolean).join('\n')
}

function recordCode(run: RunRecorder, item: JsonRecord, seen: Seen): void {
  const code = textAt(item, 'content') ?? ''
  const language = textAt(item, 'language')?.toLowerCase()
  if (language !== undefined && shells.has(language)) {
    run.call(shellCall(code))
    seen.called = 'shell'
    return
  }
  run.call({ action: { kind: 'code', input: code }, state: { text: code, language } })
  seen.code = code
  seen.called = 'code'
}

const outputForms =
  /^(?:Out\[|Traceback|\[File:|Error\b|STDOUT|STDERR)|You have \d+ steps? left|\(Current directory: /

/**
 * Some data sets mark what a tool printed as the user's word. A shell and a tool always answer,
 * so after them the first text is the answer; after other code it is one only by its form.
 */
function recordText(
  run: RunRecorder,
  item: JsonRecord,
  { text, called }: { text: string; called: Seen['called'] }
): void {
  const printed = run.waits() && (called === 'code' ? outputForms.test(text) : called !== undefined)
  if (item['source'] !== 'user' || printed) run.answer({ text })
  else
    run.user(
      text,
      undefined,
      /review|critic/i.test(textAt(item, 'name') ?? '') ? 'reviewer' : 'user'
    )
}

/** The text without the mark by which the protocol ends a run. */
function messageIn(content: string): string {
  return content
    .replace(/^\s*<finish>/, '')
    .replace(/<\/finish>\s*$/, '')
    .trim()
}
