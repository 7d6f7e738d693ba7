import { finishedRun, sourceOf, whoRan } from './finished-run.js'
import type { FormatSource, ReadTrace, TraceFormat, Where } from './format.js'
import {
  argumentsOf,
  contentText,
  isRecord,
  listAt,
  namesAt,
  recordAt,
  recordsAt,
  textAt,
  type JsonRecord
} from './json-record.js'
import { timeOf } from './opencode.js'
import { readEachRecord, shareOf } from './records.js'
import { createRunRecorder, shellCall, toolCall, type RunRecorder } from './run-recorder.js'

/** GitHub Copilot: the chats that VS Code exports or keeps (`requests`), and the events of Copilot CLI, one a line. */
export const copilotFormat: TraceFormat = {
  name: 'copilot',
  detect: (sample) =>
    0.95 * shareOf(sample, (record) => isChat(chatOf(record)) || isCliEvent(record)),
  read: (source) => readChats(source)
}

/** VS Code's newer store wraps the chat as the first state of a log. */
function chatOf(record: JsonRecord): JsonRecord {
  return record['kind'] === 0 && isRecord(record['v']) ? record['v'] : record
}

function isChat(record: JsonRecord): boolean {
  const requests = recordsAt(record, 'requests')
  return (
    Array.isArray(record['requests']) &&
    ('responderUsername' in record || requests.some((one) => 'message' in one && 'response' in one))
  )
}

function isCliEvent(record: JsonRecord): boolean {
  return (
    /^(?:session|user|assistant|tool|system|hook|abort|subagent|skill)\b\.?[\w.]*$/.test(
      textAt(record, 'type') ?? ''
    ) &&
    isRecord(record['data']) &&
    'id' in record
  )
}

async function* readChats(source: FormatSource): AsyncIterable<ReadTrace> {
  const cli: Cli = {
    run: createRunRecorder(),
    id: undefined,
    version: undefined,
    model: undefined,
    cwd: undefined
  }
  let events = 0
  yield* readEachRecord(source, function* (record, where) {
    if (isChat(chatOf(record))) yield* chat(chatOf(record), where)
    else if (isCliEvent(record)) {
      events += 1
      recordCliEvent(cli, record)
    } else if (typeof record['kind'] !== 'number')
      yield { skipped: 'it is neither a chat of Copilot nor an event of Copilot CLI', where }
  })
  const where = { file: source.file }
  if (events > 0)
    yield* finishedRun(
      cli.run,
      {
        id: cli.id === undefined ? undefined : `copilot-cli:${cli.id}`.slice(0, 200),
        context: cli.cwd === undefined ? undefined : { cwd: cli.cwd.slice(0, 2000) },
        ...whoRan('copilot-cli', cli.version, cli.model),
        outcome: { status: 'unknown' },
        source: sourceOf('copilot', where, cli.id)
      },
      { where, none: 'the Copilot session holds nothing that a person asked for' }
    )
}

interface Cli {
  readonly run: RunRecorder
  id: string | undefined
  version: string | undefined
  model: string | undefined
  cwd: string | undefined
}

type CliRecording = (cli: Cli, data: JsonRecord, at: string | undefined) => void

const cliEvents: ReadonlyMap<string, CliRecording> = new Map<string, CliRecording>([
  ['session.start', startCli],
  [
    'session.model_change',
    (cli, data) => {
      cli.model ??= textAt(data, 'newModel')
    }
  ],
  [
    'user.message',
    (cli, data, at) => {
      const text = textAt(data, 'content') ?? ''
      // What a sub-agent is asked no person said: its steps stand in the same file, where its call does.
      if (namesAt(data, 'parentToolCallId', 'agentId').length > 0) cli.run.system(text, at)
      else cli.run.user(text, at)
    }
  ],
  [
    'assistant.message',
    (cli, data, at) => {
      cli.run.agent(textAt(data, 'content') ?? '', at)
    }
  ],
  ['tool.execution_start', recordCliCall],
  ['tool.execution_complete', recordCliAnswer]
])

function recordCliEvent(cli: Cli, record: JsonRecord): void {
  const recording = cliEvents.get(textAt(record, 'type') ?? '')
  recording?.(cli, recordAt(record, 'data'), textAt(record, 'timestamp'))
}

function startCli(cli: Cli, data: JsonRecord): void {
  cli.id ??= textAt(data, 'sessionId')
  cli.version ??= textAt(data, 'copilotVersion', 'version')
  cli.model ??= textAt(data, 'selectedModel', 'model')
  cli.cwd ??= textAt(recordAt(data, 'context'), 'cwd')
}

function recordCliCall(cli: Cli, data: JsonRecord, at: string | undefined): void {
  cli.model ??= textAt(data, 'model')
  const call = toolCall(textAt(data, 'toolName') ?? 'unnamed', argumentsOf(data['arguments']))
  cli.run.call({ id: textAt(data, 'toolCallId'), at, ...call })
}

function recordCliAnswer(cli: Cli, data: JsonRecord, at: string | undefined): void {
  const text =
    contentText(recordAt(data, 'result')['content']) ||
    (textAt(recordAt(data, 'error'), 'message') ?? textAt(data, 'error') ?? '')
  cli.run.answer({ id: textAt(data, 'toolCallId'), at, text, failed: data['success'] === false })
}

function* chat(record: JsonRecord, where: Where): Iterable<ReadTrace> {
  const run = createRunRecorder()
  let model: string | undefined
  for (const request of recordsAt(record, 'requests')) {
    model ??= textAt(request, 'modelId')
    recordRequest(run, request)
  }
  const title = textAt(record, 'customTitle')
  yield* finishedRun(
    run,
    {
      title: title?.slice(0, 300),
      ...whoRan('copilot', undefined, model?.replace(/^copilot\//, '')),
      outcome: { status: 'unknown' },
      source: sourceOf('copilot', where, textAt(record, 'sessionId'))
    },
    { where, none: 'the chat holds nothing that a person asked for' }
  )
}

function recordRequest(run: RunRecorder, request: JsonRecord): void {
  const at = timeOf(request['timestamp'])
  const message = request['message']
  run.user(
    typeof message === 'string'
      ? message
      : (textAt(recordAt(request, 'message'), 'text') ??
          contentText(recordAt(request, 'message')['parts'])),
    at
  )
  const metadata = recordAt(recordAt(request, 'result'), 'metadata')
  const rounds = recordsAt(metadata, 'toolCallRounds')
  if (rounds.length > 0) recordRounds(run, rounds, recordAt(metadata, 'toolCallResults'))
  else for (const part of listAt(request, 'response')) recordPart(run, part)
}

function recordRounds(run: RunRecorder, rounds: readonly JsonRecord[], results: JsonRecord): void {
  for (const round of rounds) {
    run.agent(contentText(round['response']))
    for (const call of recordsAt(round, 'toolCalls')) {
      const id = textAt(call, 'id')
      run.call({
        id,
        ...toolCall(textAt(call, 'name') ?? 'unnamed', argumentsOf(call['arguments']))
      })
      const result = id === undefined ? undefined : results[id]
      if (isRecord(result)) run.answer({ id, text: resultText(result) })
    }
  }
}

/** Results are lists of values; some are trees of text that was laid out. */
function resultText(result: JsonRecord): string {
  const parts = recordsAt(result, 'content').map((part) =>
    typeof part['value'] === 'string' ? part['value'] : textsOf(part['value'], 0).join('')
  )
  return parts.join('\n')
}

const deepest = 40

function textsOf(value: unknown, depth: number): string[] {
  if (depth > deepest) return []
  if (Array.isArray(value)) return value.flatMap((one) => textsOf(one, depth + 1))
  if (!isRecord(value)) return []
  const own =
    typeof value['text'] === 'string'
      ? [value['text'] + (value['lineBreakBefore'] === true ? '\n' : '')]
      : []
  return [...own, ...textsOf(value['node'] ?? value['children'], depth + 1)]
}

const silent = new Set([
  'thinking',
  'inlineReference',
  'codeblockUri',
  'undoStop',
  'progressTaskSerialized',
  'prepareToolInvocation',
  'confirmation',
  'command',
  'mcpServersStarting',
  'reference',
  'treeData',
  'elicitation',
  'markdownVuln',
  'progressMessage',
  'warning'
])

function recordPart(run: RunRecorder, part: unknown): void {
  if (!isRecord(part)) return
  const kind = textAt(part, 'kind')
  if (kind === undefined || kind === 'markdownContent')
    run.agent(textAt(part, 'value') ?? textAt(recordAt(part, 'content'), 'value') ?? '')
  else if (kind === 'toolInvocationSerialized') recordInvocation(run, part)
  else if (kind === 'textEditGroup') {
    const path = textAt(recordAt(part, 'uri'), 'path', 'fsPath')
    run.call({
      action: {
        kind: 'edit',
        name: 'textEdit',
        input: JSON.stringify({ path, edits: listAt(part, 'edits') }).slice(0, 50_000)
      }
    })
  } else if (!silent.has(kind)) run.unread(kind)
}

function recordInvocation(run: RunRecorder, part: JsonRecord): void {
  const data = recordAt(part, 'toolSpecificData')
  const line = recordAt(data, 'commandLine')
  const command = textAt(line, 'userEdited', 'toolEdited', 'original') ?? textAt(data, 'command')
  const id = textAt(part, 'toolCallId')
  const name = textAt(part, 'toolId') ?? 'unnamed'
  const details = recordAt(part, 'resultDetails')
  run.call({
    id,
    ...(command === undefined
      ? toolCall(name, argumentsOf(details['input'] ?? {}))
      : shellCall(command, name))
  })
  const output =
    textAt(recordAt(data, 'terminalCommandOutput'), 'text') ??
    contentText(recordsAt(details, 'output').map((one) => ({ type: 'text', text: one['value'] })))
  const code = recordAt(data, 'terminalCommandState')['exitCode']
  if (output !== '' || typeof code === 'number')
    run.answer({
      id,
      text: output,
      failed: details['isError'] === true,
      ...(typeof code === 'number' ? { exitCode: code } : {})
    })
}
