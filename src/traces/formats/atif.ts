import type { ReadTrace, TraceFormat, Where } from './format.js'
import {
  argumentsOf,
  contentText,
  isRecord,
  namesAt,
  numbersOf,
  recordAt,
  recordsAt,
  textAt,
  type JsonRecord
} from './json-record.js'
import { finishedRun } from './finished-run.js'
import { rowOutcome } from './verdict-in.js'
import { readEachRecord, shareOf } from './records.js'
import { createRunRecorder, toolCall, type RunRecorder } from './run-recorder.js'
import { subRunOf, type SubRun } from './sub-run.js'

/** The Agent Trajectory Interchange Format of the Harbor project, versions 1.0 to 1.7: one trajectory a document. */
export const atifFormat: TraceFormat = {
  name: 'atif',
  detect: (sample) => shareOf(sample, isTrajectory),
  read: (source) => readEachRecord(source, (record, where) => trajectories(record, where, 0))
}

const deepestSubagent = 5

function isTrajectory(record: JsonRecord): boolean {
  const version = textAt(record, 'schema_version') ?? ''
  const [step] = recordsAt(record, 'steps')
  return version.startsWith('ATIF') || (step !== undefined && 'step_id' in step && 'source' in step)
}

/** A trajectory; those of its sub-agents, which it holds since version 1.7, are joined to the calls that started them. */
function* trajectories(record: JsonRecord, where: Where, depth: number): Iterable<ReadTrace> {
  if (!isTrajectory(record)) {
    yield {
      skipped:
        'it is no trajectory: neither schema_version ATIF-… nor steps with step_id and source',
      where
    }
    return
  }
  const parts = recordsAt(record, 'subagent_trajectories').filter(() => depth < deepestSubagent)
  const subs = parts.flatMap((part) => subTrajectory(part, where, depth + 1))
  const run = createRunRecorder({ subs })
  for (const step of recordsAt(record, 'steps')) recordStep(run, step)
  yield* finishedRun(run, factsOf(record, where), {
    where,
    none: 'no step of a user says what was asked for'
  })
}

function subTrajectory(record: JsonRecord, where: Where, depth: number): SubRun[] {
  const ids = namesAt(record, 'trajectory_id', 'session_id')
  return [...trajectories(record, where, depth)].flatMap((read) => subRunOf(read, ids) ?? [])
}

function factsOf(record: JsonRecord, where: Where) {
  const agent = recordAt(record, 'agent')
  const version = textAt(agent, 'version')
  const model =
    textAt(agent, 'model_name') ??
    recordsAt(record, 'steps')
      .map((step) => textAt(step, 'model_name'))
      .find(Boolean)
  const id = textAt(record, 'trajectory_id')
  const ref = id ?? textAt(record, 'session_id')
  const measurements = numbersOf(recordAt(record, 'final_metrics'))
  return {
    id: id === undefined ? undefined : `atif:${id}`,
    agent: {
      name: textAt(agent, 'name') ?? 'unnamed',
      ...(version === undefined ? {} : { version })
    },
    model: model === undefined ? undefined : { name: model },
    // Harbor's verifier mostly writes its verdict beside the trajectory: see harbor-trial.ts.
    outcome: { ...rowOutcome({ ...record, ...recordAt(record, 'extra') }), measurements },
    notes: textAt(record, 'notes'),
    source: {
      format: 'atif',
      file: where.file,
      ...(ref === undefined ? {} : { ref: ref.slice(0, 500) })
    }
  }
}

function recordStep(run: RunRecorder, step: JsonRecord): void {
  // Copied from the trajectory that this one goes on from: told there already.
  if (step['is_copied_context'] === true) return
  const at = textAt(step, 'timestamp')
  const text = contentText(step['message'])
  const source = textAt(step, 'source')
  const toolFailed = recordAt(step, 'extra')['tool_result_is_error'] === true
  if (source === 'user') run.user(text, at)
  else if (source === 'system') run.system(text, at)
  else recordAgentStep(run, step, { text, at })
  for (const result of recordsAt(recordAt(step, 'observation'), 'results')) {
    const answer = contentText(result['content'])
    const started = startedBy(result)
    const failed = [step, result, recordAt(result, 'extra')].some((one) => one['is_error'] === true)
    if (answer !== '' || failed || toolFailed || started.length > 0)
      run.answer({
        id: textAt(result, 'source_call_id'),
        text: answer,
        failed: failed || toolFailed,
        at,
        started
      })
  }
}

/** Before version 1.7 a sub-agent was named by its session. */
function startedBy(result: JsonRecord): string[] {
  const refs = result['subagent_trajectory_ref']
  const list = Array.isArray(refs) ? refs.filter(isRecord) : isRecord(refs) ? [refs] : []
  return list.flatMap((ref) => namesAt(ref, 'trajectory_id', 'session_id').slice(0, 1))
}

function recordAgentStep(
  run: RunRecorder,
  step: JsonRecord,
  said: { text: string; at: string | undefined }
): void {
  run.agent(said.text || (textAt(step, 'reasoning_content') ?? ''), said.at)
  for (const call of recordsAt(step, 'tool_calls')) {
    const name = textAt(call, 'function_name') ?? 'unnamed'
    run.call({
      id: textAt(call, 'tool_call_id'),
      at: said.at,
      ...toolCall(name, argumentsOf(call['arguments']))
    })
  }
}
