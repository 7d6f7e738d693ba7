import { contentText, isRecord, namesAt, recordAt, textAt, type JsonRecord } from './json-record.js'
import { isHostCommand } from './host-commands.js'
import { askedIn, summaryIn } from './asked-in.js'
import { toolCall, type RunRecorder } from './run-recorder.js'
import type { Answer } from './settle-call.js'

/** What is kept of a thread between its messages. */
export interface ClaudeCodeTurns {
  readonly run: RunRecorder
  /** A command that the person gave; what it stands for comes in the next entry. */
  command: string | undefined
  /** Somebody spoke before the agent did: then what the agent says is not what the work is about. */
  opened: boolean
}

const silent = new Set([
  'thinking',
  'redacted_thinking',
  'image',
  'document',
  'tool_reference',
  'fallback'
])

/** Records one user or assistant entry: what is said, tools that are called, and what they answered. */
export function recordClaudeCodeMessage(
  turns: ClaudeCodeTurns,
  entry: JsonRecord,
  message: JsonRecord
): void {
  const at = textAt(entry, 'timestamp')
  const content = message['content']
  const blocks: unknown[] = Array.isArray(content) ? content : [content]
  const isAgent = entry['type'] === 'assistant'
  const said: string[] = []
  for (const block of blocks) {
    if (isWork(block)) recordWork(turns.run, entry, block)
    else if (isAgent) recordAgentText(turns, contentText([block]), at)
    else said.push(contentText([block]))
  }
  // The texts of one message belong together.
  if (said.length > 0) recordUserText(turns, entry, said.join('\n\n'))
  else if (isAgent) takeCommand(turns, at)
}

function isWork(block: unknown): block is JsonRecord {
  return isRecord(block) && block['type'] !== 'text'
}

function recordWork(run: RunRecorder, entry: JsonRecord, block: JsonRecord): void {
  const type = textAt(block, 'type')
  if (type === undefined) return
  if (type === 'tool_result') recordResult(run, entry, block)
  else if (type === 'tool_use' || type === 'server_tool_use') {
    const call = toolCall(textAt(block, 'name') ?? 'unnamed', recordAt(block, 'input'))
    run.call({ id: textAt(block, 'id'), at: textAt(entry, 'timestamp'), ...call })
  } else if (!silent.has(type) && !/_tool_result$/.test(type)) run.unread(type)
}

function recordAgentText({ run, opened }: ClaudeCodeTurns, text: string, at?: string): void {
  if (!opened) run.about(text)
  run.agent(text, at)
}

function recordUserText(turns: ClaudeCodeTurns, entry: JsonRecord, text: string): void {
  const { run } = turns
  const at = textAt(entry, 'timestamp')
  const summary = summaryIn(text)
  turns.opened = true
  if (entry['isCompactSummary'] === true || summary !== undefined) {
    run.system(text, at)
    run.about(summary ?? text)
    return
  }
  const command = commandIn(text)
  if (command !== undefined) {
    takeCommand(turns, at)
    if (command.text !== '') turns.command = command.text
    run.system(`The user ran a command of the host: ${text}`, at)
  } else if (entry['isMeta'] === true) recordMeta(turns, text, at)
  else recordOwnWords(turns, text, at)
}

/** What the host put there: after a command it is what the command stands for. */
function recordMeta(turns: ClaudeCodeTurns, text: string, at: string | undefined): void {
  if (turns.command !== undefined && askedIn(text) !== '') {
    turns.command = undefined
    turns.run.command(text, at)
  } else turns.run.system(text, at)
}

function recordOwnWords(turns: ClaudeCodeTurns, text: string, at: string | undefined): void {
  const { run } = turns
  takeCommand(turns, at)
  const output = /^<local-command-stdout>([\s\S]*)<\/local-command-stdout>$/.exec(text.trim())?.[1]
  if (output === undefined) run.user(text, at)
  else if (output.trim() !== '') run.system(`The command printed: ${output}`, at)
}

/** Nothing expanded the command: its own words are what was asked. */
function takeCommand(turns: ClaudeCodeTurns, at: string | undefined): void {
  const { command, run } = turns
  turns.command = undefined
  if (command !== undefined) run.command(command, at)
}

/** A command with its arguments; its text is empty where it is one of the host's own. */
function commandIn(text: string): { text: string } | undefined {
  const name = /<command-name>\s*\/?([^<\s]{1,200})\s*<\/command-name>/.exec(text)?.[1]
  if (name === undefined) return undefined
  const args = /<command-args>([\s\S]*?)<\/command-args>/.exec(text)?.[1]?.trim() ?? ''
  return { text: isHostCommand(name) ? '' : `/${name} ${args}`.trim() }
}

function recordResult(run: RunRecorder, entry: JsonRecord, block: JsonRecord): void {
  const result = recordAt(entry, 'toolUseResult')
  run.answer({
    id: textAt(block, 'tool_use_id'),
    text: contentText(block['content']),
    failed: block['is_error'] === true,
    file: fileIn(result),
    started: namesAt(result, 'agentId'),
    at: textAt(entry, 'timestamp')
  })
}

/** Beside the text, Claude Code keeps what a file held: the whole of it before an edit, after a write, or as it was read. */
function fileIn(result: JsonRecord): Answer['file'] {
  const { originalFile, content, type } = result
  if (typeof originalFile === 'string' && typeof content !== 'string')
    return { before: originalFile }
  if (typeof content === 'string' && (type === 'create' || type === 'update'))
    return { after: content }
  const file = recordAt(result, 'file')
  const whole = file['startLine'] === 1 && file['numLines'] === file['totalLines']
  return whole && typeof file['content'] === 'string' ? { before: file['content'] } : undefined
}
