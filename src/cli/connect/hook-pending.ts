import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where hooks keep something of a session, in the home folder; what it is the ending says. */
export function sessionFile(home: string, session: string, ending: 'txt' | 'json'): string {
  const name = createHash('sha256').update(session).digest('hex').slice(0, 24)
  return join(home, 'hooks', `${name}.${ending}`)
}

/** What was found for a session while its host could not be told. */
function fileOf(home: string, session: string): string {
  return sessionFile(home, session, 'txt')
}

/** What is older than this is about another task, in milliseconds. */
const stale = 600_000

export function leavePending(home: string, session: string, text: string): void {
  if (session === '') return
  mkdirSync(join(home, 'hooks'), { recursive: true, mode: 0o700 })
  writeFileSync(fileOf(home, session), text, { mode: 0o600 })
}

/** What was left, once. */
export function takePending(home: string, session: string): string | null {
  const file = fileOf(home, session)
  const found = session === '' ? undefined : statSync(file, { throwIfNoEntry: false })
  if (found === undefined) return null
  const text = readFileSync(file, 'utf8')
  rmSync(file, { force: true })
  return Date.now() - found.mtimeMs > stale ? null : text
}
