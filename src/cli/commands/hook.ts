import { readConfig, type Config } from '../../config.js'
import { errorSignatures } from '../../domain/error-signature.js'
import { readHookInput, type HookInput } from '../connect/hook-input.js'
import { leavePending, takePending } from '../connect/hook-pending.js'
import { callOnce, mcpHeaders } from '../connect/mcp-request.js'
import { sendTranscript } from '../connect/send-transcript.js'
import { findServer } from '../server-record.js'

/** How long the agent waits for the memory, and the end of a session for its recording, in milliseconds. */
const patienceMs = 2_000
const recordingMs = 15_000

/** Length of what a hook adds to the agent's context, in tokens: what stands around it included. */
const tokens = { ask: 300, most: 500 }

/** Shorter prompts are `yes`, `go on`, `again`: no task. */
const shortestTask = 20

/**
 * What a host runs at its events. Reads the host's JSON from standard input and prints its form of an answer, or
 * nothing: a memory that fails must never break the agent, so every failure ends here, silently and with exit code 0.
 */
export async function hook(event: string, flags: { readonly home?: string }): Promise<void> {
  try {
    const config = readConfig()
    const at = { ...config, home: flags.home ?? config.home }
    const input = readHookInput(await standardInput())
    const answer = input === null ? null : await answerOf(event, input, at)
    if (answer !== null) process.stdout.write(`${JSON.stringify(answer)}\n`)
  } catch {
    // The agent goes on without.
  }
  process.exitCode = 0
}

async function answerOf(event: string, input: HookInput, config: Config): Promise<object | null> {
  switch (event) {
    case 'before-work':
      return beforeWork(input, config)
    case 'after-tool':
      return afterTool(input, config)
    case 'session-start':
      return context(input, reminder)
    case 'session-end':
      await sessionEnd(input, config)
      return null
    default:
      return null
  }
}

const reminder =
  'This project uses Cairn, a memory that agents share. Before you write code for a task call its tool recommend; when something fails, resolve_error; when done, report_outcome and record_trace.'

/** Asks for advice on what the user wants, where that is a task. */
async function beforeWork(input: HookInput, config: Config): Promise<object | null> {
  const prompt = input.prompt.trim()
  if (prompt.length < shortestTask || prompt.startsWith('/')) return null
  const said = await ask(config, 'recommend', { task: prompt.slice(0, 20_000), tokens: tokens.ask })
  if (said === null || said.data['items'] === 0) return null
  // Cursor's prompt hook takes no context: it is handed over after the next tool.
  if (!isCursor(input)) return context(input, said.text)
  leavePending(config.home, input.session, said.text)
  return null
}

/** Looks an error up that a command met, where its output names one. */
async function afterTool(input: HookInput, config: Config): Promise<object | null> {
  const pending = isCursor(input) ? takePending(config.home, input.session) : null
  const found = errorSignatures(input.output).length > 0 ? await resolved(input, config) : null
  const text = found ?? pending
  if (text === null) return null
  if (input.event !== 'postToolUseFailure') return context(input, text)
  // There Cursor listens to nobody either.
  leavePending(config.home, input.session, text)
  return null
}

async function resolved({ output }: HookInput, config: Config): Promise<string | null> {
  const said = await ask(config, 'resolve_error', { traceback: output, tokens: tokens.ask })
  return said === null || said.data['attempts'] === 0 || said.data['errors'] === 0
    ? null
    : said.text
}

async function sessionEnd({ transcript }: HookInput, config: Config): Promise<void> {
  const server = transcript === '' ? null : await findServer(config.home)
  if (server === null) return
  const headers = mcpHeaders(config, null)
  await sendTranscript({ url: server.url, headers }, transcript, AbortSignal.timeout(recordingMs))
}

/** Asks a server that runs; none is started here, which would take longer than anybody waits. */
async function ask(config: Config, name: string, input: Readonly<Record<string, unknown>>) {
  const signal = AbortSignal.timeout(patienceMs)
  const server = await findServer(config.home)
  if (server === null) return null
  const headers = mcpHeaders(config, null)
  const said = await callOnce({ url: server.url, headers }, { name, arguments: input }, signal)
  return said !== null && said.text.length <= tokens.most * 4 ? said : null
}

function isCursor({ event }: HookInput): boolean {
  return /^[a-z]/.test(event)
}

/** What the host adds to the agent's context, in its own form. */
function context(input: HookInput, text: string): object {
  if (isCursor(input)) return { additional_context: text }
  return { hookSpecificOutput: { hookEventName: input.event, additionalContext: text } }
}

async function standardInput(): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of process.stdin) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}
