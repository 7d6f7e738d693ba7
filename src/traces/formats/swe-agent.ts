import type { ReadTrace, TraceFormat, Where } from './format.js'
import {
  argumentsOf,
  contentText,
  isRecord,
  numbersOf,
  recordAt,
  recordsAt,
  textAt,
  type JsonRecord
} from './json-record.js'
import { readEachRecord, shareOf } from './records.js'
import { createRunRecorder, toolCall, type RunRecorder } from './run-recorder.js'
import { sweAgentCommand } from './swe-agent-command.js'

/**
 * SWE-agent's .traj files in both layouts: a `trajectory` of actions with their observations, or,
 * where that is missing, the `history` of messages. That an answer was submitted judges nothing,
 * so the outcome is unknown.
 */
export const sweAgentFormat: TraceFormat = {
  name: 'swe-agent',
  detect: (sample) => 0.95 * shareOf(sample, isRun),
  read: (source) =>
    readEachRecord(source, function* (record, where) {
      yield readRun(record, where)
    })
}

function isRun(record: JsonRecord): boolean {
  const [step] = recordsAt(record, 'trajectory')
  if (step) return 'action' in step && 'observation' in step
  return recordsAt(record, 'history').some(
    (turn) => 'role' in turn && ('agent' in turn || 'action' in turn)
  )
}

function readRun(record: JsonRecord, where: Where): ReadTrace {
  if (!isRun(record))
    return { skipped: 'it has neither a trajectory of actions nor a history of messages', where }
  const run = createRunRecorder({ single: true })
  const history = recordsAt(record, 'history').filter((turn) => turn['is_demo'] !== true)
  const steps = recordsAt(record, 'trajectory')
  if (steps.length === 0) recordHistory(run, history)
  else {
    const opening = history.find((turn) => turn['role'] === 'user')
    run.user(contentText(opening?.['content']) || (textAt(record, 'environment') ?? ''))
    for (const step of steps) recordStep(run, step)
  }
  const trace = run.finish(factsOf(record, where))
  return trace === undefined
    ? { skipped: 'no message says what the task was', where }
    : { trace, where }
}

function recordStep(run: RunRecorder, step: JsonRecord): void {
  run.agent(textAt(step, 'thought', 'response') ?? '')
  const action = textAt(step, 'action')
  const observation = contentText(step['observation'])
  if (action !== undefined) run.call(sweAgentCommand(action))
  if (action !== undefined || observation !== '') run.answer({ text: observation })
}

function recordHistory(run: RunRecorder, history: readonly JsonRecord[]): void {
  for (const turn of history) {
    const text = contentText(turn['content'])
    if (turn['role'] === 'assistant') recordTurn(run, turn, text)
    else if (turn['role'] === 'tool' || run.waits()) run.answer({ text })
    else if (turn['role'] === 'user') run.user(text)
  }
}

function recordTurn(run: RunRecorder, turn: JsonRecord, text: string): void {
  run.agent(textAt(turn, 'thought') ?? text)
  const [call] = recordsAt(turn, 'tool_calls')
  const action = textAt(turn, 'action')
  const fn = call && recordAt(call, 'function')
  const name = fn && textAt(fn, 'name')
  if (name !== undefined) run.call(toolCall(name, argumentsOf(fn?.['arguments'])))
  else if (action !== undefined) run.call(sweAgentCommand(action))
}

function factsOf(record: JsonRecord, where: Where) {
  const info = recordAt(record, 'info')
  const ended = textAt(info, 'exit_status')
  const model = modelOf(record)
  return {
    agent: { name: 'swe-agent', ...versionOf(info) },
    model: model === undefined ? undefined : { name: model },
    outcome: {
      status: 'unknown' as const,
      ...(ended === undefined ? {} : { evidence: `exit status: ${ended}` }),
      ...(ended?.startsWith('exit_') === true ? { error: ended } : {}),
      measurements: numbersOf(recordAt(info, 'model_stats'))
    },
    solution: textAt(info, 'submission'),
    source: { format: 'swe-agent', file: where.file }
  }
}

function versionOf(info: JsonRecord): { version?: string } {
  const version = textAt(info, 'swe_agent_version')
  return version === undefined ? {} : { version: version.slice(0, 100) }
}

function modelOf(record: JsonRecord): string | undefined {
  const config = argumentsOf(record['replay_config'])
  const model = recordAt(config, 'agent')['model']
  return isRecord(model) ? textAt(model, 'name')?.slice(0, 200) : undefined
}
