import type { ClaudeCodeTurns } from './claude-code-message.js'
import { finishedRun, sourceOf, whoRan } from './finished-run.js'
import type { ReadTrace, Where } from './format.js'
import { recordAt, textAt, type JsonRecord } from './json-record.js'
import { createRunRecorder } from './run-recorder.js'
import { stepsOf, type SubRun } from './sub-run.js'

interface Thread extends ClaudeCodeTurns {
  readonly key: string
  readonly where: Where
  /** Sidechains (sub-agents at work) that the session started in the same file and that wait to be joined to it. */
  readonly sides: Map<string, Thread>
  /** Something of the session itself came by, not of its sidechains alone. */
  hasOwn: boolean
  lastEntry: string | undefined
  lastAt: string | undefined
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
function sideKeys(): (entry: JsonRecord) => string | undefined {
  const sidechainOf = new Map<string, string>()
  return (entry) => {
    if (entry['isSidechain'] !== true) return undefined
    const agent = textAt(entry, 'agentId')
    if (agent !== undefined) return agent
    const uuid = textAt(entry, 'uuid') ?? ''
    const key = sidechainOf.get(textAt(entry, 'parentUuid') ?? '') ?? uuid
    if (sidechainOf.size < mostChained) sidechainOf.set(uuid, key)
    return key
  }
}

/** `subs`: what was recorded in files of their own of the sub-agents that the sessions of this one started. */
export function claudeCodeThreads(file: string, subs: readonly SubRun[] = []): ClaudeCodeThreads {
  // In order of last use, so that the first is the one that rested longest.
  const open = new Map<string, Thread>()
  const opened = new Map<string, number>()
  const sideOf = sideKeys()
  const titles = new Map<string, string>()
  let waiting = [...subs]
  let unclaimed: string | undefined

  const start = (session: string): Thread => {
    const times = (opened.get(session) ?? 0) + 1
    opened.set(session, times)
    const name = times === 1 ? session : `${session}~${String(times)}`
    const own = waiting.filter(({ parent }) => parent === undefined || parent === session)
    waiting = waiting.filter((sub) => !own.includes(sub))
    const thread = newThread(name, { file, subs: own })
    thread.title = titles.get(session)
    // A session that goes on from another one opens with that one's summary.
    if (unclaimed !== undefined && times === 1) thread.run.about(unclaimed)
    unclaimed = undefined
    return thread
  }

  return {
    of(entry) {
      const session = textAt(entry, 'sessionId', 'session_id') ?? 'unnamed'
      const main = open.get(session) ?? start(session)
      open.delete(session)
      open.set(session, main)
      const side = sideOf(entry)
      const thread = side === undefined ? main : sidechain(main, side)
      follow(thread, entry)
      main.hasOwn ||= side === undefined
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

function newThread(
  key: string,
  { file, subs }: { readonly file: string; readonly subs: readonly SubRun[] }
): Thread {
  return {
    key,
    where: { file },
    run: createRunRecorder({ subs }),
    sides: new Map(),
    hasOwn: false,
    command: undefined,
    opened: false,
    lastEntry: undefined,
    lastAt: undefined,
    title: undefined,
    cwd: undefined,
    version: undefined,
    model: undefined
  }
}

function follow(thread: Thread, entry: JsonRecord): void {
  thread.lastEntry = textAt(entry, 'uuid')
  thread.lastAt = textAt(entry, 'timestamp') ?? thread.lastAt
  thread.cwd ??= textAt(entry, 'cwd')
  thread.version ??= textAt(entry, 'version')
  const model = textAt(recordAt(entry, 'message'), 'model')
  if (model !== '<synthetic>') thread.model ??= model
}

/** The thread of a sidechain, which its session joins once it answers the call that started it. */
function sidechain(main: Thread, side: string): Thread {
  const known = main.sides.get(side)
  if (known) return known
  const thread = newThread(`${main.key}/${side}`, { file: main.where.file, subs: [] })
  main.sides.set(side, thread)
  main.run.sub({
    ids: [side],
    asked: () => thread.run.task(),
    endedAt: () => thread.lastAt,
    steps: () => {
      main.sides.delete(side)
      return stepsOf(thread.run.finish(factsOf(thread), 'what a sub-agent did'), thread.run)
    }
  })
  return thread
}

function closedThread(thread: Thread): ReadTrace[] {
  const { key, run, where, command, sides, hasOwn } = thread
  // Nothing is there of the session that started them.
  if (!hasOwn) return [...sides.values()].flatMap((side) => closedThread({ ...side, hasOwn: true }))
  if (command !== undefined) run.command(command)
  const none = `session ${key.slice(0, 100)} holds nothing that a user asked for`
  return [...finishedRun(run, factsOf(thread), { where, none })]
}

function factsOf({ key, where, title, cwd, version, model }: Thread) {
  return {
    // The session's own name: a transcript that has grown since replaces what came of it before.
    id: `claude-code:${key}`.slice(0, 200),
    title: title?.slice(0, 300),
    context: cwd === undefined ? undefined : { cwd: cwd.slice(0, 2000) },
    ...whoRan('claude-code', version, { name: model, provider: 'anthropic' }),
    outcome: { status: 'unknown' as const },
    source: sourceOf('claude-code', where, key)
  }
}
