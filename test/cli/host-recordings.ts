import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { HostName } from '../../src/cli/connect/hosts.js'
import { asked, hostSamples, otherLayouts } from '../traces/host-samples.js'

/** What a host wrote down of one session about the oven, in the folder and the form that are its own. */
export interface HostRecording {
  readonly host: HostName
  /** Event of the hook that hands it in; null where nobody but `cairn watch` does. */
  readonly handsIn: string | null
  /** Below the user's home, with what stands in it. */
  readonly files: (project: string) => Readonly<Record<string, string>>
  /** Which of them is the recording. */
  readonly recording: string
}

const code = '.config/Code/User'
const lines = (values: readonly unknown[]) =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('')
const one = (values: readonly unknown[]) => JSON.stringify(values[0])

/** A sample of the bakery as a session of this project. */
function inProject(text: string, project: string): string {
  return text
    .replaceAll('/srv/bakery', project)
    .replaceAll('# Time', `# Current Workspace Directory (${project}) Files`)
}

const blocks =
  (
    hostSamples['anthropic-messages'] as readonly {
      messages: readonly { role: string; content: unknown }[]
    }[]
  )[0]?.messages ?? []

export const claudeLines = (session: string, project: string) =>
  blocks.map(({ role, content }, i) => ({
    type: role,
    uuid: `${session}-${String(i)}`,
    parentUuid: i === 0 ? null : `${session}-${String(i - 1)}`,
    sessionId: session,
    timestamp: `2026-03-01T08:00:0${String(i)}.000Z`,
    cwd: project,
    version: '2.1.319',
    message: { role, content, ...(role === 'assistant' ? { model: 'claude-x' } : {}) }
  }))

const copilotCli = otherLayouts.find(([, name]) => name === 'the events of Copilot CLI')?.[2] ?? []

interface StoredSession {
  readonly info: { readonly id: string }
  readonly messages: readonly { readonly info: object; readonly parts: readonly object[] }[]
}

/** A session of opencode in the pieces of its own store. */
function opencodeStore(): Record<string, string> {
  const [session] = hostSamples.opencode as unknown as readonly [StoredSession]
  const store = '.local/share/opencode/storage'
  const files: Record<string, string> = {
    [`${store}/session/p1/ses_1.json`]: JSON.stringify(session.info)
  }
  for (const [i, { info, parts }] of session.messages.entries()) {
    const id = `msg_${String(i)}`
    files[`${store}/message/ses_1/${id}.json`] = JSON.stringify({ ...info, id, sessionID: 'ses_1' })
    for (const [j, part] of parts.entries())
      files[`${store}/part/${id}/prt_${String(j)}.json`] = JSON.stringify(part)
  }
  return files
}

const task = (extension: string) =>
  `${code}/globalStorage/${extension}/tasks/1772352000000/api_conversation_history.json`

function plain(
  host: HostName,
  recording: string,
  text: string,
  handsIn: string | null = null
): HostRecording {
  return {
    host,
    handsIn,
    recording,
    files: (project) => ({ [recording]: inProject(text, project) })
  }
}

const claude = '.claude/projects/-srv-bakery/c1.jsonl'
const events = '.copilot/session-state/s1/events.jsonl'
const chat = `${code}/workspaceStorage/w1/chatSessions/s1.json`

/** Every host that keeps recordings which can be read. */
export const hostRecordings: readonly HostRecording[] = [
  {
    host: 'claude-code',
    handsIn: 'SessionEnd',
    recording: claude,
    files: (project) => ({ [claude]: lines(claudeLines('c1', project)) })
  },
  plain(
    'cursor',
    '.cursor/projects/srv-bakery/agent-transcripts/s1/s1.jsonl',
    lines(
      blocks.map(({ role, content }) => ({
        role,
        message: {
          content: typeof content === 'string' ? [{ type: 'text', text: content }] : content
        }
      }))
    ),
    'sessionEnd'
  ),
  plain(
    'codex',
    '.codex/sessions/2026/03/01/rollout-2026-03-01-s1.jsonl',
    lines(hostSamples.codex)
  ),
  plain(
    'gemini-cli',
    '.gemini/tmp/bakery/chats/session-2026-03-01-s1.json',
    one(hostSamples.gemini),
    'SessionEnd'
  ),
  {
    host: 'opencode',
    handsIn: null,
    recording: '.local/share/opencode/storage/session/p1/ses_1.json',
    files: (project) =>
      Object.fromEntries(
        Object.entries(opencodeStore()).map(([name, text]) => [name, inProject(text, project)])
      )
  },
  {
    host: 'copilot-cli',
    handsIn: null,
    recording: events,
    files: (project) => ({
      [events]: lines(copilotCli),
      '.copilot/session-state/s1/workspace.yaml': `id: s1\ncwd: ${project}\nbranch: main\n`
    })
  },
  {
    host: 'vscode',
    handsIn: null,
    recording: chat,
    files: (project) => ({
      [chat]: one(hostSamples.copilot),
      [`${code}/workspaceStorage/w1/workspace.json`]: JSON.stringify({
        folder: `file://${project}`
      })
    })
  },
  plain('cline', task('saoudrizwan.claude-dev'), one(hostSamples.cline)),
  plain('roo', task('rooveterinaryinc.roo-cline'), one(hostSamples.cline)),
  plain('kilo', task('kilocode.kilo-code'), one(hostSamples.cline)),
  plain('pi', '.pi/agent/sessions/--srv-bakery--/2026-03-01_s1.jsonl', lines(hostSamples.pi)),
  plain('goose', '.local/share/goose/sessions/20260301_1.jsonl', lines(hostSamples.goose))
]

/** Hosts that keep nothing which can be read: they are connected and disconnected all the same. */
export const unheardHosts: readonly HostName[] = ['windsurf', 'zed']

/** Lays the files of a recording out below a home; what was asked names the host, so that it is found again. */
export function layOut(
  { host, files, recording }: HostRecording,
  at: { readonly home: string; readonly project: string }
): string {
  for (const [name, text] of Object.entries(files(at.project))) {
    const file = join(at.home, name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text.replaceAll(asked, askedOf(host)))
  }
  return join(at.home, recording)
}

export function askedOf(host: string): string {
  return `${asked} It stands with the baker called ${host}.`
}
