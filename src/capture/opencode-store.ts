import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readKept } from './keep-json.js'

/** Messages and parts of one session at most. */
const most = 20_000

/**
 * A session of opencode as `opencode export` would write it, put together from the pieces of its own store:
 * `session/<project>/<session>.json`, `message/<session>/*.json`, `part/<message>/*.json`.
 * @returns null for a file that is no session
 */
export function assembleSession(file: string): object | null {
  const info = readKept(file)
  const id = info?.['id']
  if (info === null || typeof id !== 'string' || !isName(id)) return null
  const store = dirname(dirname(dirname(file)))
  let left = most
  const messages = piecesIn(join(store, 'message', id)).flatMap((message) => {
    const name = message['id']
    if (typeof name !== 'string' || !isName(name) || left <= 0) return []
    const parts = piecesIn(join(store, 'part', name)).slice(0, left)
    left -= parts.length + 1
    return [{ info: message, parts }]
  })
  return { info, messages }
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
