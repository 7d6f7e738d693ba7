import { finishedRun, sourceOf, whoRan } from './finished-run.js'
import type { ReadTrace, TraceFormat, Where } from './format.js'
import { recordMessage } from './conversation.js'
import {
  contentText,
  numbersOf,
  recordAt,
  recordsAt,
  textAt,
  type JsonRecord
} from './json-record.js'
import { readEachRecord, shareOf } from './records.js'
import { createRunRecorder, shellCall, type RunRecorder } from './run-recorder.js'
import { rowOutcome } from './verdict-in.js'

/** mini-swe-agent's trajectories: version 1 with a command in a code block of each answer, version 2 with tool calls. */
export const miniSweAgentFormat: TraceFormat = {
  name: 'mini-swe-agent',
  detect: (sample) => 0.97 * shareOf(sample, isTrajectory),
  read: (source) =>
    readEachRecord(source, function* (record, where) {
      if (isTrajectory(record)) yield* trajectory(record, where)
      else yield { skipped: 'it is no trajectory of mini-swe-agent: info and messages', where }
    })
}

function isTrajectory(record: JsonRecord): boolean {
  if (recordsAt(record, 'messages').length === 0) return false
  const info = recordAt(record, 'info')
  return (
    /^mini-swe-agent/.test(textAt(record, 'trajectory_format') ?? '') ||
    'mini_version' in info ||
    ('exit_status' in info && 'submission' in info)
  )
}

function* trajectory(record: JsonRecord, where: Where): Iterable<ReadTrace> {
  const run = createRunRecorder({ single: true })
  const info = recordAt(record, 'info')
  for (const message of recordsAt(record, 'messages')) recordTurn(run, message)
  const ended = textAt(info, 'exit_status')
  const submission = textAt(info, 'submission')
  const outcome = rowOutcome({ ...record, info: {} })
  const measurements = { ...outcome.measurements, ...numbersOf(recordAt(info, 'model_stats')) }
  const model = textAt(recordAt(recordAt(info, 'config'), 'model'), 'model_name')
  yield* finishedRun(
    run,
    {
      ...whoRan('mini-swe-agent', textAt(info, 'mini_version'), model),
      outcome: {
        ...outcome,
        ...(ended === undefined || outcome.evidence !== undefined
          ? {}
          : { evidence: `exit status: ${ended}` }),
        ...(ended !== undefined && /exceeded|error|timeout/i.test(ended) ? { error: ended } : {}),
        measurements
      },
      solution: submission === undefined || submission.trim() === '' ? undefined : submission,
      source: sourceOf('mini-swe-agent', where, textAt(record, 'instance_id'))
    },
    { where }
  )
}

const block = /```(?:mswea_bash_command|bash|sh)\s*\n([\s\S]*?)\n?```/

function recordTurn(run: RunRecorder, message: JsonRecord): void {
  const role = textAt(message, 'role') ?? ''
  const text = contentText(message['content'])
  const extra = recordAt(message, 'extra')
  if (role === 'assistant' && recordsAt(message, 'tool_calls').length === 0)
    recordCommand(run, text, extra)
  else if (role === 'user' && run.waits()) run.answer({ text, ...codeOf(extra) })
  else if (role === 'tool')
    run.answer({ id: textAt(message, 'tool_call_id'), text, ...codeOf(extra) })
  else recordMessage(run, message)
}

/** The command of version 1 stands beside the text or in its code block. */
function recordCommand(run: RunRecorder, text: string, extra: JsonRecord): void {
  const told = recordsAt(extra, 'actions')
    .map((action) => textAt(action, 'command'))
    .find(Boolean)
  const command = told ?? block.exec(text)?.[1]
  run.agent(command === undefined ? text : text.replace(block, '').trim())
  if (command !== undefined) run.call(shellCall(command, 'bash'))
}

function codeOf(extra: JsonRecord): { exitCode?: number } {
  return typeof extra['returncode'] === 'number' ? { exitCode: extra['returncode'] } : {}
}
