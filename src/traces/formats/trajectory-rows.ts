import { finishedRun, sourceOf, whoRan } from './finished-run.js'
import type { ReadTrace, TraceFormat, Where } from './format.js'
import { recordMessage } from './conversation.js'
import { isRecord, textAt, type JsonRecord } from './json-record.js'
import { parsedList } from './otel-attributes.js'
import { readEachRecord, shareOf } from './records.js'
import { createRunRecorder, type RunRecorder } from './run-recorder.js'
import { sweAgentCommand } from './swe-agent-command.js'
import { adpOutcome } from './adp-outcome.js'
import { rowOutcome, solutionIn } from './verdict-in.js'

/**
 * Rows of published data sets of trajectories (SWE-smith, SWE-gym, SWE-rebench, Nebius): the conversation in
 * `messages` or `trajectory`, often as JSON text, beside verdict and patch.
 */
export const trajectoryRowsFormat: TraceFormat = {
  name: 'trajectory-rows',
  detect: (sample) => 0.93 * shareOf(sample, isRow),
  read: (source) =>
    readEachRecord(source, function* (record, where) {
      if (turnsOf(record).length > 0) yield* row(record, where)
      else
        yield {
          skipped: 'the row holds no conversation in messages, trajectory or conversations',
          where
        }
    })
}

const places = [
  'messages',
  'trajectory',
  'conversations',
  'conversation',
  'traj',
  'history',
  'chat_history'
]

function turnsOf(record: JsonRecord): JsonRecord[] {
  for (const place of places) {
    const list = parsedList(record[place])
    if (list.some(isTurn)) return list
  }
  return []
}

function isTurn(turn: JsonRecord): boolean {
  return (
    (typeof turn['role'] === 'string' &&
      ('content' in turn || 'text' in turn || 'system_prompt' in turn || 'tool_calls' in turn)) ||
    (typeof turn['from'] === 'string' && 'value' in turn)
  )
}

const beside =
  /^(?:instance_id|resolved|target|traj_id|trajectory_id|model_patch|generated_patch|git_patch|patch|exit_status|eval_logs|repo|reward|problem_statement|run_id|docker_image)$/

function isRow(record: JsonRecord): boolean {
  const turns = turnsOf(record)
  if (turns.length === 0 || isRecord(record['info'])) return false
  const isText = places.some((place) => typeof record[place] === 'string')
  const isNamedOtherwise = !Array.isArray(record['messages'])
  const shown = turns.slice(0, 3)
  return (
    Object.keys(record).some((name) => beside.test(name)) ||
    isText ||
    (isNamedOtherwise && !shown.some((turn) => 'class_' in turn))
  )
}

function* row(record: JsonRecord, where: Where): Iterable<ReadTrace> {
  const run = createRunRecorder({ single: true })
  const turns = turnsOf(record)
  const isCommandText = turns.some(
    (turn) => turn['role'] === 'ai' && typeof turn['text'] === 'string'
  )
  for (const turn of turns) {
    if (isCommandText) recordCommandTurn(run, turn)
    else recordMessage(run, 'from' in turn ? { ...turn, role: turn['from'] } : turn)
  }
  run.about(textAt(record, 'problem_statement') ?? '')
  const logs = textAt(record, 'eval_logs')
  const outcome = rowOutcome(record)
  const judged = outcome.status === 'unknown' && logs !== undefined ? adpOutcome(record) : outcome
  yield* finishedRun(
    run,
    {
      ...whoRan(
        textAt(record, 'agent', 'scaffold') ?? agentOf(turns),
        undefined,
        textAt(record, 'model', 'model_name')
      ),
      outcome: judged,
      solution: solutionIn(record),
      source: sourceOf(
        'trajectory-rows',
        where,
        textAt(record, 'traj_id', 'trajectory_id', 'instance_id', 'id')
      )
    },
    { where }
  )
}

/** The harness names itself in what it tells the model. */
function agentOf(turns: readonly JsonRecord[]): string | undefined {
  const system = turns.find((turn) => turn['role'] === 'system')
  const said =
    system === undefined ? '' : (textAt(system, 'content', 'text', 'system_prompt') ?? '')
  if (/OpenHands/.test(said.slice(0, 500))) return 'openhands'
  return /SPECIAL INTERFACE|special interface/.test(said.slice(0, 3000)) ? 'swe-agent' : undefined
}

const lastBlock = /```[a-z]*\n([\s\S]*?)\n?```\s*$/

/** SWE-agent's turns as plain text: the command stands in the last block, what follows is what came back. */
function recordCommandTurn(run: RunRecorder, turn: JsonRecord): void {
  const text = textAt(turn, 'text', 'content') ?? ''
  if (turn['role'] === 'ai') {
    const command = lastBlock.exec(text)?.[1]
    run.agent(command === undefined ? text : text.replace(lastBlock, '').trim())
    if (command !== undefined && command.trim() !== '') run.call(sweAgentCommand(command))
  } else if (turn['role'] === 'user') {
    if (run.waits()) run.answer({ text })
    else run.user(text)
  } else run.system(textAt(turn, 'system_prompt') ?? text)
}
