import { decide, readConsent } from '../../capture/consent.js'
import { silentHere } from '../../capture/silent-hosts.js'
import { readConfig, type Config } from '../../config.js'
import { errorSignatures } from '../../domain/error-signature.js'
import { readHookInput, type HookInput } from '../connect/hook-input.js'
import { leavePending, takePending } from '../connect/hook-pending.js'
import { asksNow, noteError, whatWasLearned } from '../connect/hook-question.js'
import { callOnce, mcpHeaders, type ToolSaid } from '../connect/mcp-request.js'
import { handIn } from '../hand-in.js'
import { asHost } from '../host-key.js'
import { lockedVersions } from '../locked-versions.js'
import { findServer } from '../server-record.js'

/** How long the agent waits for the memory, and the end of a session for its recording, in milliseconds. */
const patienceMs = 2_000
const recordingMs = 15_000

/** Length of what a hook adds to the agent's context, in tokens: what stands around it included. */
const tokens = { ask: 300, most: 500 }

/** Shorter prompts are `yes`, `go on`, `again`: no task. */
const shortestTask = 20

export interface HookFlags {
  readonly home?: string
  /** The host that runs it. */
  readonly as?: string
  /** In milliseconds. */
  readonly patience?: number
}

/** What a hook knows beside its input. */
interface Asking extends Config {
  readonly patience: number
  /** The host's session; empty where it tells of none. */
  readonly session: string
  /** The host that runs it, where connect said so. */
  readonly as: string | null
}

/**
 * What a host runs at its events. Reads the host's JSON from standard input and prints its form of an answer, or
 * nothing: a memory that fails must never break the agent, so every failure ends here, silently and with exit code 0.
 */
export async function hook(event: string, flags: HookFlags): Promise<void> {
  const answer = await answered(event, flags).catch(() => null)
  const text = answer === null ? '' : `${JSON.stringify(answer)}\n`
  // A server that still thinks is not waited for.
  process.stdout.write(text, () => process.exit(0))
}

async function answered(event: string, flags: HookFlags): Promise<object | null> {
  const config = readConfig()
  const { home = config.home, patience = patienceMs, as } = flags
  const input = readHookInput(await standardInput())
  if (input === null) return null
  const asking = { ...config, home }
  // Whether nothing comes in is said even where the key is what is wrong.
  const own = event === 'session-start' ? asking : asHost(asking, as)
  return answerOf(event, input, { ...own, patience, session: input.session, as: as ?? null })
}

async function answerOf(event: string, input: HookInput, config: Asking): Promise<object | null> {
  switch (event) {
    case 'before-work':
      return beforeWork(input, config)
    case 'after-tool':
      return afterTool(input, config)
    case 'after-work':
      return afterWork(input, config)
    case 'session-start':
      return sessionStart(input, config)
    case 'session-end':
      await sessionEnd(input, config)
      return null
    default:
      return null
  }
}

const reminder =
  'This project uses Cairn, a memory that agents share. Before you write code for a task call its tool recommend; when something fails, resolve_error; when done, report_outcome and record_trace.'

/** Reminds those hosts whose prompts we cannot answer, and says where nothing comes in of what is worked here. */
function sessionStart(input: HookInput, { home, as }: Asking): object | null {
  const silent = silentHere(home).find((one) => as === null || one.host === as)
  if (isCursor(input))
    return context(input, [reminder, ...(silent === undefined ? [] : [silent.line])].join('\n'))
  return silent === undefined
    ? null
    : { systemMessage: `Cairn: ${silent.line}`, ...context(input, silent.line) }
}

/** Asks for advice on what the user wants, where that is a task. */
async function beforeWork(input: HookInput, config: Asking): Promise<object | null> {
  const prompt = input.prompt.trim()
  if (prompt.length < shortestTask || prompt.startsWith('/')) return null
  const said = await ask(config, 'recommend', {
    task: prompt.slice(0, 20_000),
    versions: Object.fromEntries(
      lockedVersions(process.cwd(), prompt).map(({ name, version }) => [name, version])
    ),
    unasked: true,
    tokens: tokens.ask
  })
  if (said === null || said.data['items'] === 0) return null
  // Cursor's prompt hook takes no context: it is handed over after the next tool.
  if (!isCursor(input)) return context(input, said.text)
  leavePending(config.home, input.session, said.text)
  return null
}

/** Looks an error up that a command met, where its output names one. */
async function afterTool(input: HookInput, config: Asking): Promise<object | null> {
  const pending = isCursor(input) ? takePending(config.home, input.session) : null
  const hasFailed = errorSignatures(input.output).length > 0
  if (hasFailed) noteError(config.home, input.session)
  const found = hasFailed ? await resolved(input, config) : null
  const text = found ?? pending
  if (text === null) return null
  if (input.event !== 'postToolUseFailure') return context(input, text)
  // There Cursor listens to nobody either.
  leavePending(config.home, input.session, text)
  return null
}

async function resolved({ output }: HookInput, config: Asking): Promise<string | null> {
  const said = await ask(config, 'resolve_error', { traceback: output, tokens: tokens.ask })
  return said === null || said.data['attempts'] === 0 || said.data['errors'] === 0
    ? null
    : said.text
}

/** Asks the agent once for what it learned, where a project did not say no; the answer comes by record_trace. */
async function afterWork(input: HookInput, { home }: Asking): Promise<object | null> {
  if (!input.isFinished || !decide(process.cwd(), readConsent(home), true).may) return null
  if ((await findServer(home)) === null || !asksNow(home, input.session, input.transcript))
    return null
  return isCursor(input)
    ? { followup_message: whatWasLearned }
    : { decision: 'block', reason: whatWasLearned }
}

async function sessionEnd({ transcript }: HookInput, config: Asking): Promise<void> {
  const server = transcript === '' ? null : await findServer(config.home)
  if (server === null) return
  await handIn(transcript, {
    config,
    url: server.url,
    host: config.as,
    signal: AbortSignal.timeout(recordingMs)
  })
}

/** Asks a server that runs; none is started here, which would take longer than anybody waits. */
async function ask(
  config: Asking,
  name: string,
  input: Readonly<Record<string, unknown>>
): Promise<ToolSaid | null> {
  const signal = AbortSignal.timeout(config.patience)
  const late = new Promise<null>((resolve) => {
    signal.addEventListener('abort', () => {
      resolve(null)
    })
  })
  const server = await Promise.race([findServer(config.home), late])
  if (server === null) return null
  const headers = mcpHeaders(config, null, config.session)
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
