/** What a host tells a hook, as far as hosts agree; what is missing is empty. */
export interface HookInput {
  /** As the host calls it: UserPromptSubmit, beforeSubmitPrompt, … */
  readonly event: string
  readonly session: string
  readonly prompt: string
  /** What a command printed, or why it failed. */
  readonly output: string
  readonly transcript: string
  /** Whether work ends of itself: not by force, and not after an agent was told to go on. */
  readonly isFinished: boolean
}

/** Longer texts are read from their end: there stands what failed. */
const longest = 60_000

/** Reads what a host wrote; null where it is nothing that a host would write. */
export function readHookInput(text: string): HookInput | null {
  const input = objectIn(text)
  if (input === null) return null
  return {
    event: textOf(input['hook_event_name']),
    session: textOf(input['session_id']) || textOf(input['conversation_id']),
    prompt: textOf(input['prompt']),
    output: [
      outputOf(input['tool_response']),
      outputOf(input['tool_output']),
      textOf(input['error']),
      textOf(input['error_message']),
      textOf(input['output'])
    ]
      .filter((part) => part !== '')
      .join('\n')
      .slice(-longest),
    transcript: textOf(input['transcript_path']),
    isFinished:
      input['stop_hook_active'] !== true &&
      !(Number(input['loop_count']) > 0) &&
      ['', 'completed'].includes(textOf(input['status']))
  }
}

function objectIn(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** What a tool answered: text, JSON in text, an object with streams, or Gemini's `llmContent`. */
function outputOf(value: unknown): string {
  if (typeof value === 'string') {
    const inner = /^\s*\{/.test(value) ? objectIn(value) : null
    return inner === null ? value : outputOf(inner)
  }
  if (typeof value !== 'object' || value === null) return ''
  const fields = value as Record<string, unknown>
  return ['stdout', 'stderr', 'output', 'llmContent', 'error', 'content']
    .map((name) => textOf(fields[name]))
    .filter((part) => part !== '')
    .join('\n')
}
