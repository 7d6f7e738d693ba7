import { argumentsOf, textAt, type JsonRecord } from './json-record.js'
import { shellCall, toolCall, type RunRecorder } from './run-recorder.js'

/** A message of the view of Cline or Roo: `{ts, type: say | ask, say | ask, text}`. */
export function isClineUiMessage(record: JsonRecord): boolean {
  const type = record['type']
  return (
    typeof record['ts'] === 'number' &&
    (type === 'say' || type === 'ask') &&
    (typeof record['say'] === 'string' || typeof record['ask'] === 'string')
  )
}

const tools: Readonly<Record<string, string>> = {
  editedExistingFile: 'replace_in_file',
  appliedDiff: 'apply_diff',
  newFileCreated: 'write_to_file',
  readFile: 'read_file',
  searchFiles: 'search_files',
  listFilesTopLevel: 'list_files',
  listFilesRecursive: 'list_files'
}

const books =
  /^(?:api_req_\w+|reasoning|checkpoint_\w+|checkpoint_saved|command_permission_denied|mcp_server_\w+|task_progress|browser_\w+|shell_integration_warning|load_mcp_documentation|hook\w*|info|resume_\w+|condense_context\w*|subtask_result|codebase_search_result|diff_error|auto_approval_\w+|deleted_api_reqs|error\w*|generate_explanation|clineignore_error|use_mcp_server|mcp_notification|followup|mistake_limit_reached|plan_mode_respond|act_mode_respond|new_task|condense|report_bug|user_feedback_diff|todos\w*|user_edit_todos)$/

type Recording = (run: RunRecorder, text: string, at: string) => void

const recordPerson: Recording = (run, text, at) => {
  run.user(text, at)
}

const recordings: ReadonlyMap<string, Recording> = new Map<string, Recording>([
  ['task', recordPerson],
  ['user_feedback', recordPerson],
  ['text', recordText],
  [
    'completion_result',
    (run, text, at) => {
      run.agent(text, at)
    }
  ],
  [
    'command',
    (run, text, at) => {
      run.call({ at, ...shellCall(text.replace(/\s*REQ_APP$/, ''), 'execute_command') })
    }
  ],
  [
    'command_output',
    (run, text, at) => {
      if (run.hasCalled()) run.answer({ text, at })
    }
  ],
  ['tool', recordTool]
])

export function recordClineUiMessage(run: RunRecorder, record: JsonRecord): void {
  const at = new Date(Number(record['ts'])).toISOString()
  const kind = textAt(record, 'say') ?? textAt(record, 'ask') ?? ''
  if (record['partial'] === true) return
  const recording = recordings.get(kind)
  if (recording) recording(run, textAt(record, 'text') ?? '', at)
  else if (!books.test(kind)) run.unread(kind)
}

/** The first text of a task is what the person typed. */
function recordText(run: RunRecorder, text: string, at: string): void {
  if (run.hasTask()) run.agent(text, at)
  else run.user(text, at)
}

function recordTool(run: RunRecorder, text: string, at: string): void {
  const args = argumentsOf(text)
  const name = textAt(args, 'tool') ?? 'unnamed'
  run.call({ at, ...toolCall(tools[name] ?? name, args) })
}
