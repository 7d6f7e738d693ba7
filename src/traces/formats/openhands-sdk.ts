import { argumentsOf, contentText, recordAt, textAt, type JsonRecord } from './json-record.js'
import { toolCall, type RunRecorder } from './run-recorder.js'
import type { Answer } from './settle-call.js'

/** An event of OpenHands' newer SDK, named by its `kind`. */
export function isSdkEvent(record: JsonRecord): boolean {
  return /Event$|^Condensation/.test(textAt(record, 'kind') ?? '') && 'source' in record
}

type Recording = (run: RunRecorder, event: JsonRecord, at: string | undefined) => void

const recordings: ReadonlyMap<string, Recording> = new Map<string, Recording>([
  ['MessageEvent', recordMessage],
  ['ActionEvent', recordAction],
  ['ObservationEvent', recordObservation],
  [
    'AgentErrorEvent',
    (run, event, at) => {
      run.answer({ id: callOf(event), at, failed: true, text: reasonIn(event) })
    }
  ],
  [
    'UserRejectObservation',
    (run, event, at) => {
      const text = `User rejected: ${reasonIn(event)}`
      run.answer({ id: callOf(event), at, failed: false, text })
    }
  ]
])
const books = /^(?:SystemPrompt|Condensation|Pause|ConversationState|LLMCompletion|Token)/

export function recordSdkEvent(run: RunRecorder, event: JsonRecord): void {
  const kind = textAt(event, 'kind') ?? ''
  const recording = recordings.get(kind)
  if (recording) recording(run, event, timestampOf(event))
  else if (!books.test(kind)) run.unread(kind)
}

function callOf(event: JsonRecord): string | undefined {
  return textAt(event, 'tool_call_id')
}

function reasonIn(event: JsonRecord): string {
  return textAt(event, 'error', 'rejection_reason') ?? ''
}

function recordMessage(run: RunRecorder, event: JsonRecord, at: string | undefined): void {
  const text = contentText(recordAt(event, 'llm_message')['content'])
  if (event['source'] === 'user') run.user(text, at)
  else run.agent(text, at)
}

function recordAction(run: RunRecorder, event: JsonRecord, at: string | undefined): void {
  const call = recordAt(event, 'tool_call')
  const action = recordAt(event, 'action')
  run.agent(contentText(event['thought']), at)
  const said = argumentsOf(call['arguments'] ?? recordAt(call, 'function')['arguments'])
  const name =
    textAt(event, 'tool_name') ?? textAt(call, 'name') ?? textAt(action, 'kind') ?? 'unnamed'
  if (/finish/i.test(name)) run.agent(textAt(action, 'message') ?? '', at)
  else if (!/^think/i.test(name)) {
    const args = Object.keys(said).length > 0 ? said : action
    run.call({ id: callOf(event), at, ...toolCall(name, args) })
  }
}

function recordObservation(run: RunRecorder, event: JsonRecord, at: string | undefined): void {
  const seen = recordAt(event, 'observation')
  run.answer({
    id: callOf(event),
    at,
    text: contentText(seen['content'] ?? seen['output']),
    failed: seen['is_error'] === true || seen['error'] === true,
    exitCode: endedWith(seen['exit_code'] ?? recordAt(seen, 'metadata')['exit_code']),
    file: fileIn(seen)
  })
}

/** OpenHands writes -1 where a command has not ended. */
export function endedWith(code: unknown): number | undefined {
  return typeof code === 'number' && code >= 0 ? code : undefined
}

/** What a file held before an edit and holds after it. */
export function fileIn({ old_content: before, new_content: after }: JsonRecord): Answer['file'] {
  return {
    ...(typeof before === 'string' ? { before } : {}),
    ...(typeof after === 'string' ? { after } : {})
  }
}

/** OpenHands writes its times without a zone: they are UTC. */
export function timestampOf(event: JsonRecord): string | undefined {
  const at = textAt(event, 'timestamp')
  return at === undefined || /[zZ]|[+-]\d\d:?\d\d$/.test(at) ? at : `${at}Z`
}
