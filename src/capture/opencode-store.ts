import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readKept } from './keep-json.js'

/** Messages and parts of one session at most. */
const most = 20_000

/** Sessions in sessions at most. */
const deepest = 5

/** A session as `opencode export` would write it, with the sessions that its calls started. */
interface AssembledSession {
  readonly info: Readonly<Record<string, unknown>>
  readonly messages: readonly object[]
  readonly children: readonly AssembledSession[]
}

/**
 * A session of opencode as `opencode export` would write it, put together from the pieces of its own store:
 * `session/<project>/<session>.json`, `message/<session>/*.json`, `part/<message>/*.json`.
 * @returns null for a file that is no session; for one that another session started, the id of that one
 */
export function assembleSession(
  file: string
): AssembledSession | { readonly startedIn: string } | null {
  const info = readKept(file)
  if (info === null) return null
  const parent = info['parentID']
  if (
    typeof parent === 'string' &&
    isName(parent) &&
    existsSync(join(dirname(file), `${parent}.json`))
  )
    return { startedIn: parent }
  return assembled(file, info, { left: most, depth: 0 })
}

function assembled(
  file: string,
  info: Readonly<Record<string, unknown>>,
  at: { left: number; readonly depth: number }
): AssembledSession | null {
  const { id } = info
  if (typeof id !== 'string' || !isName(id)) return null
  const store = dirname(dirname(dirname(file)))
  const messages = piecesIn(join(store, 'message', id)).flatMap((message) => {
    const name = message['id']
    if (typeof name !== 'string' || !isName(name) || at.left <= 0) return []
    const parts = piecesIn(join(store, 'part', name)).slice(0, at.left)
    at.left -= parts.length + 1
    return [{ info: message, parts }]
  })
  const below = { left: at.left, depth: at.depth + 1 }
  const started = at.depth < deepest ? (startedIn(dirname(file)).get(id) ?? []) : []
  const children = started.flatMap((child) => assembled(file, child, below) ?? [])
  return { info, messages, children }
}

type Started = ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>

/** Of the folder that was looked at last: its sessions are read one after the other. */
let lookedAt: { folder: string; mtimeMs: number; started: Started } | undefined

/** The sessions of a folder that another one started, by that one's id. */
function startedIn(folder: string): Started {
  const { mtimeMs } = statSync(folder)
  if (lookedAt?.folder === folder && lookedAt.mtimeMs === mtimeMs) return lookedAt.started
  const started = new Map<string, Readonly<Record<string, unknown>>[]>()
  for (const session of piecesIn(folder)) {
    const { parentID } = session
    if (typeof parentID === 'string')
      started.set(parentID, [...(started.get(parentID) ?? []), session])
  }
  lookedAt = { folder, mtimeMs, started }
  return started
}

/** Ids become paths: only what opencode itself would call something. */
function isName(id: string): boolean {
  return /^[\w-]{1,100}$/.test(id)
}

/** The pieces of a folder in the order of their ids, which is that of their times. */
function piecesIn(folder: string): Readonly<Record<string, unknown>>[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .slice(0, most)
      .flatMap((name) => {
        const value: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'))
        return typeof value === 'object' && value !== null && !Array.isArray(value)
          ? [{ ...value }]
          : []
      })
  } catch {
    return []
  }
}
