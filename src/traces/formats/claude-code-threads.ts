import type { ClaudeCodeTurns } from './claude-code-message.js'
import { finishedRun, sourceOf, whoRan } from './finished-run.js'
import type { ReadTrace, Where } from './format.js'
import { recordAt, textAt, type JsonRecord } from './json-record.js'
import { createRunRecorder } from './run-recorder.js'

interface Thread extends ClaudeCodeTurns {
  readonly key: string
  readonly where: Where
  lastEntry: string | undefined
  title: string | undefined
  cwd: string | undefined
  version: string | undefined
  model: string | undefined
}

/** The runs that a transcript interleaves: its sessions, and the sidechains of each. */
export interface ClaudeCodeThreads {
  /** The thread of an entry; the traces of those that had to be closed to keep memory bounded. */
  of(entry: JsonRecord): { thread: Thread; closed: ReadTrace[] }
  /** A summary names the thread whose last entry it points to. */
  name(summary: JsonRecord): void
  /** The title that the host gave to a session. */
  title(entry: JsonRecord): void
  closeAll(): ReadTrace[]
}

const mostOpen = 8
const mostChained = 200_000

/** A sidechain is known by its agent, or by the first entry that its entries go back to. */
function threadKeys(): (entry: JsonRecord) => string {
  const sidechainOf = new Map<string, string>()
  return (entry) => {
    const session = textAt(entry, 'sessionId', 'session_id') ?? 'unnamed'
    if (entry['isSidechain'] !== true) return session
    const agent = textAt(entry, 'agentId')
    if (agent !== undefined) return `${session}/${agent}`
    const uuid = textAt(entry, 'uuid') ?? ''
    const key = sidechainOf.get(textAt(entry, 'parentUuid') ?? '') ?? `${session}/${uuid}`
    if (sidechainOf.size < mostChained) sidechainOf.set(uuid, key)
    return key
  }
}

export function claudeCodeThreads(file: string): ClaudeCodeThreads {
  // In order of last use, so that the first is the one that rested longest.
  const open = new Map<string, Thread>()
  const opened = new Map<string, number>()
  const keyOf = threadKeys()
  const titles = new Map<string, string>()
  let unclaimed: string | undefined

  const start = (key: string): Thread => {
    const times = (opened.get(key) ?? 0) + 1
    opened.set(key, times)
    const name = times === 1 ? key : `${key}~${String(times)}`
    const empty = {
      command: undefined,
      opened: false,
      lastEntry: undefined,
      title: titles.get(key),
      cwd: undefined,
      version: undefined,
      model: undefined
    }
    const run = createRunRecorder()
    // A session that goes on from another one opens with that one's summary.
    if (unclaimed !== undefined && times === 1) run.about(unclaimed)
    unclaimed = undefined
    return { key: name, run, where: { file }, ...empty }
  }

  return {
    of(entry) {
      const key = keyOf(entry)
      const thread = open.get(key) ?? start(key)
      open.delete(key)
      open.set(key, thread)
      thread.lastEntry = textAt(entry, 'uuid')
      thread.cwd ??= textAt(entry, 'cwd')
      thread.version ??= textAt(entry, 'version')
      const model = textAt(recordAt(entry, 'message'), 'model')
      if (model !== '<synthetic>') thread.model ??= model
      const [oldest] = open
      if (open.size <= mostOpen || !oldest) return { thread, closed: [] }
      open.delete(oldest[0])
      return { thread, closed: closedThread(oldest[1]) }
    },
    name(summary) {
      const leaf = textAt(summary, 'leafUuid')
      const thread = [...open.values()].find(
        ({ lastEntry }) => leaf !== undefined && lastEntry === leaf
      )
      if (thread) thread.title = textAt(summary, 'summary')
      else if (open.size === 0) unclaimed = textAt(summary, 'summary')
    },
    title(entry) {
      const title = textAt(entry, 'customTitle', 'aiTitle', 'title')
      const key = textAt(entry, 'sessionId', 'session_id')
      if (title === undefined || key === undefined) return
      if (titles.size < mostChained) titles.set(key, title)
      const thread = open.get(key)
      if (thread) thread.title = title
    },
    closeAll: () => [...open.values()].flatMap(closedThread)
  }
}

function closedThread(thread: Thread): ReadTrace[] {
  const { key, run, where, title, cwd, version, model, command } = thread
  if (command !== undefined) run.command(command)
  const facts = {
    // The session's own name: a transcript that has grown since replaces what came of it before.
    id: `claude-code:${key}`.slice(0, 200),
    title: title?.slice(0, 300),
    context: cwd === undefined ? undefined : { cwd: cwd.slice(0, 2000) },
    ...whoRan('claude-code', version, { name: model, provider: 'anthropic' }),
    outcome: { status: 'unknown' as const },
    source: sourceOf('claude-code', where, key)
  }
  const none = `session ${key.slice(0, 100)} holds nothing that a user asked for`
  return [...finishedRun(run, facts, { where, none })]
}
