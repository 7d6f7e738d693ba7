import { finishedRun, sourceOf, whoRan } from './finished-run.js'
import type { FormatSource, ReadTrace, TraceFormat } from './format.js'
import { recordClineUiMessage, isClineUiMessage } from './cline-ui.js'
import { recordMessage } from './conversation.js'
import { contentText, isRecord, listAt, recordAt, textAt, type JsonRecord } from './json-record.js'
import { readEachRecord } from './records.js'
import { createRunRecorder, toolCall, type RunRecorder } from './run-recorder.js'
import { xmlCallsIn } from './xml-calls.js'

/**
 * Cline, Roo and Kilo: the history of the model's interface (`api_conversation_history.json`), with native tool calls or
 * with calls written as XML in the text, and the messages of the view (`ui_messages.json`).
 */
export const clineFormat: TraceFormat = {
  name: 'cline',
  detect: (sample) => {
    const records = sample.values
      .flatMap((value) => (Array.isArray(value) ? (value.slice(0, 20) as unknown[]) : [value]))
      .filter(isRecord)
    if (records.length === 0) return 0
    const ui = records.filter(isClineUiMessage).length / records.length
    return Math.max(0.95 * ui, records.every(isTurn) && records.some(isMarked) ? 0.92 : 0)
  },
  read: (source) => readHistory(source)
}

function isTurn(record: JsonRecord): boolean {
  return /^(?:user|assistant)$/.test(textAt(record, 'role') ?? '') && 'content' in record
}

const marks =
  /<environment_details>|^<task>\n|^\[[a-z_]+(?: for '[^\n]*)?\] Result:|<attempt_completion>|\[TASK RESUMPTION\]/m

function isMarked(record: JsonRecord): boolean {
  const calls = listAt(record, 'content')
    .filter(isRecord)
    .some((block) =>
      /^(?:attempt_completion|execute_command|ask_followup_question|replace_in_file|write_to_file)$/.test(
        textAt(block, 'name') ?? ''
      )
    )
  return calls || marks.test(contentText(record['content']).slice(0, 20_000))
}

async function* readHistory(source: FormatSource): AsyncIterable<ReadTrace> {
  const run = createRunRecorder()
  let turns = 0
  let model: string | undefined
  yield* readEachRecord(source, function* (record, where) {
    if (isClineUiMessage(record)) recordClineUiMessage(run, record)
    else if (isTurn(record)) recordTurn(run, record)
    else {
      yield { skipped: 'it is no message of Cline or Roo', where }
      return
    }
    turns += 1
    model ??= textAt(recordAt(record, 'modelInfo'), 'modelId')
  })
  const where = { file: source.file }
  if (turns > 0)
    yield* finishedRun(
      run,
      {
        ...whoRan('cline', undefined, model),
        outcome: { status: 'unknown' },
        source: sourceOf('cline', where, taskIdOf(source.file))
      },
      { where, none: 'the history of Cline holds nothing that a person asked for' }
    )
}

/** Cline keeps each task in a folder of its id. */
function taskIdOf(file: string): string | undefined {
  return /[\\/]tasks[\\/]([\w-]{8,60})[\\/]/.exec(file)?.[1]
}

const result = /^\[([a-z_]+)(?: for '[\s\S]{0,2000}?')?\] Result:\s*/

function recordTurn(run: RunRecorder, record: JsonRecord): void {
  const ts = record['ts']
  const at = typeof ts === 'number' ? new Date(ts).toISOString() : undefined
  if (record['role'] === 'assistant') recordAssistant(run, record, at)
  else recordUser(run, record, at)
}

function recordAssistant(run: RunRecorder, record: JsonRecord, at: string | undefined): void {
  const content = record['content']
  const blocks: unknown[] = Array.isArray(content) ? content : [content]
  const isNative = blocks.some((block) => isRecord(block) && block['type'] === 'tool_use')
  const text = contentText(
    blocks.filter(
      (block) => typeof block === 'string' || (isRecord(block) && block['type'] === 'text')
    )
  )
  const { said, calls } = isNative ? { said: text, calls: [] } : xmlCallsIn(text)
  if (calls.length === 0) {
    recordMessage(run, finishing(record), at)
    return
  }
  run.agent(said, at)
  for (const call of calls) {
    if (call.name === 'attempt_completion') run.agent(textAt(call.args, 'result') ?? '', at)
    else run.call({ at, ...toolCall(call.name, call.args) })
  }
}

/** The last call says that it is done: a message, not a tool. */
function finishing(record: JsonRecord): JsonRecord {
  if (!Array.isArray(record['content'])) return record
  const content = (record['content'] as unknown[]).map((block) =>
    isRecord(block) && block['type'] === 'tool_use' && block['name'] === 'attempt_completion'
      ? { type: 'text', text: textAt(recordAt(block, 'input'), 'result') ?? '' }
      : block
  )
  return { ...record, content }
}

function recordUser(run: RunRecorder, record: JsonRecord, at: string | undefined): void {
  const content = record['content']
  const blocks: unknown[] = Array.isArray(content) ? content : [{ type: 'text', text: content }]
  const { answer, said } = answerIn(blocks)
  if (answer !== undefined && run.waits()) run.answer({ text: answer.join('\n').trim(), at })
  if (said.length > 0) recordMessage(run, { role: 'user', content: said }, at)
}

/** What begins as the result of a call is what came back, with the texts after it; the rest is the person's. */
function answerIn(blocks: readonly unknown[]): { answer: string[] | undefined; said: unknown[] } {
  const said: unknown[] = []
  let answer: string[] | undefined
  for (const block of blocks) {
    const text = textOf(block)
    if (text !== undefined && result.test(text))
      answer = [...(answer ?? []), text.replace(result, '')]
    else if (text !== undefined && answer !== undefined && !personsMark.test(text))
      answer.push(text)
    else said.push(block)
  }
  return { answer, said }
}

const personsMark = /^\s*<(?:environment_details|feedback|user_message)>/

function textOf(block: unknown): string | undefined {
  if (!isRecord(block) || block['type'] !== 'text') return undefined
  return textAt(block, 'text') ?? ''
}
