import { isRecord, type JsonRecord } from './json-record.js'

const known: readonly (readonly [(record: JsonRecord) => boolean, string])[] = [
  [
    ({ mapping, current_node }) => isRecord(mapping) && current_node !== undefined,
    "it is an export of ChatGPT's conversations, which are no runs of an agent"
  ],
  [
    ({ chat_messages }) => Array.isArray(chat_messages),
    "it is an export of claude.ai's conversations, which are no runs of an agent; Claude Code keeps its sessions in ~/.claude/projects"
  ],
  [
    ({ verifier_result, trial_name, trial_results }) =>
      verifier_result !== undefined || trial_name !== undefined || Array.isArray(trial_results),
    'it is a result of Harbor without its trajectory; import the folder of the trial'
  ],
  [
    ({ messageId, sessionId, message, type }) =>
      messageId !== undefined &&
      sessionId !== undefined &&
      message !== undefined &&
      type === 'user',
    "it is Gemini CLI's list of prompts (logs.json), which holds no work; import ~/.gemini/tmp/*/chats"
  ],
  [
    ({ display, project, timestamp }) =>
      typeof display === 'string' && (typeof project === 'string' || typeof timestamp === 'number'),
    "it is Claude Code's list of prompts (history.jsonl), which holds no work; import ~/.claude/projects"
  ],
  [
    ({ session_id, ts, text }) =>
      typeof session_id === 'string' && typeof ts === 'number' && typeof text === 'string',
    "it is Codex's list of prompts (history.jsonl), which holds no work; import ~/.codex/sessions"
  ],
  [
    ({ prompt, completion, response, output, instruction }) =>
      (typeof prompt === 'string' &&
        (typeof completion === 'string' || typeof response === 'string')) ||
      (typeof instruction === 'string' && typeof output === 'string'),
    'it holds pairs of a prompt and an answer, which are no runs of an agent: nothing was done in them'
  ],
  [
    ({ cells, nbformat }) => Array.isArray(cells) && nbformat !== undefined,
    'it is a Jupyter notebook, which is no recording of an agent'
  ],
  [
    ({ log, ...rest }) =>
      isRecord(log) && Array.isArray(log['entries']) && Object.keys(rest).length === 0,
    'it is an HTTP archive (HAR), which is no recording of an agent'
  ]
]

/** Why a file that no format knows is not read, by what it is, and what can be done. */
export function whatItIs(first: unknown): string {
  if (typeof first === 'string')
    return "Markdown is not read, but for Aider's chat history (# aider chat started at …) and SpecStory's histories; hand in the host's own recording"
  const record = Array.isArray(first)
    ? (first as unknown[]).find(isRecord)
    : isRecord(first)
      ? first
      : undefined
  const named = record && known.find(([is]) => is(record))?.[1]
  if (named !== undefined) return named
  const fields = isRecord(first) ? Object.keys(first).slice(0, 6).join(', ').slice(0, 200) : ''
  const met = isRecord(first)
    ? `an object with the fields ${fields}`
    : Array.isArray(first)
      ? 'a list'
      : `a ${typeof first}`
  return `no known trace format: it begins with ${met}; name the format if you know it`
}
