import {
  argumentsOf,
  contentText,
  isRecord,
  recordAt,
  textAt,
  type JsonRecord
} from './json-record.js'
import { toolCall, type RunRecorder } from './run-recorder.js'

/** An event of OpenHands' newer SDK, named by its `kind`. */
export function isSdkEvent(record: JsonRecord): boolean {
  return /Event$|^Condensation/.test(textAt(record, 'kind') ?? '') && 'source' in record
}

export function recordSdkEvent(run: RunRecorder, event: JsonRecord): void {
  const stamp = textAt(event, 'timestamp')
  const at = stamp === undefined || /[zZ]|[+-]\d\d:?\d\d$/.test(stamp) ? stamp : `${stamp}Z`
  const kind = textAt(event, 'kind') ?? ''
  const id = textAt(event, 'tool_call_id')
  if (kind === 'MessageEvent') {
    const text = contentText(recordAt(event, 'llm_message')['content'])
    if (event['source'] === 'user') run.user(text, at)
    else run.agent(text, at)
  } else if (kind === 'ActionEvent') {
    const call = recordAt(event, 'tool_call')
    run.agent(contentText(event['thought']), at)
    const action = recordAt(event, 'action')
    const said = argumentsOf(call['arguments'] ?? recordAt(call, 'function')['arguments'])
    const name =
      textAt(event, 'tool_name') ?? textAt(call, 'name') ?? textAt(action, 'kind') ?? 'unnamed'
    if (/finish/i.test(name)) run.agent(textAt(action, 'message') ?? '', at)
    else if (!/^think/i.test(name))
      run.call({ id, at, ...toolCall(name, Object.keys(said).length > 0 ? said : action) })
  } else if (kind === 'ObservationEvent') {
    const seen = recordAt(event, 'observation')
    const code = seen['exit_code'] ?? recordAt(seen, 'metadata')['exit_code']
    const { old_content: before, new_content: after } = seen
    run.answer({
      ...(id === undefined ? {} : { id }),
      at,
      text: contentText(seen['content'] ?? seen['output']),
      failed: seen['is_error'] === true || seen['error'] === true,
      ...(typeof code === 'number' && code >= 0 ? { exitCode: code } : {}),
      file: {
        ...(typeof before === 'string' ? { before } : {}),
        ...(typeof after === 'string' ? { after } : {})
      }
    })
  } else if (kind === 'AgentErrorEvent' || kind === 'UserRejectObservation') {
    const text = textAt(event, 'error', 'rejection_reason') ?? ''
    const refused = kind === 'UserRejectObservation'
    run.answer({
      ...(id === undefined ? {} : { id }),
      at,
      failed: !refused,
      text: refused ? `User rejected: ${text}` : text
    })
  } else if (
    !/^(?:SystemPrompt|Condensation|Pause|ConversationState|LLMCompletion|Token)/.test(kind)
  )
    run.unread(kind)
  if (kind === 'ActionEvent' && !isRecord(event['action']) && id !== undefined) return
}
