import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { CairnError } from './errors.js'
import { findRunning } from './graph/embedded/adopt-server.js'
import { lockHolder } from './graph/embedded/owner-lock.js'
import { identify, isRunning, type ProcessIdentity } from './graph/embedded/process-identity.js'
import { forgetRun } from './graph/embedded/run-record.js'
import { stopServer } from './graph/embedded/server-process.js'

/** A start that goes on and the end that follows it may take this long together, in milliseconds. */
const endsWithinMs = 120_000

/** Notes which process is starting the server of a home. */
export function noteStart(home: string): void {
  mkdirSync(home, { recursive: true, mode: 0o700 })
  const self = identify(process.pid) ?? { pid: process.pid, started: '' }
  writeFileSync(noteFile(home), JSON.stringify(self), { mode: 0o600 })
}

export function forgetStart(home: string): void {
  rmSync(noteFile(home), { force: true })
}

/**
 * Ends whatever this home still runs: a server that is starting, a process that owns its Neo4j, and a
 * Neo4j whose owner died. Only processes that are known beyond their number are told to end.
 * @returns whether there was anything
 * @throws CairnError BUG where a process does not end
 */
export async function endWhatRuns(home: string): Promise<boolean> {
  const folder = join(home, 'neo4j')
  let any = false
  for (const find of [() => starting(home), () => lockHolder(join(folder, 'owner.lock'))]) {
    const found = find()
    if (found === null || found.pid === process.pid || !isRunning(found)) continue
    await end(found)
    any = true
  }
  forgetStart(home)
  const orphan = await findRunning(folder)
  if (orphan === null) return any
  await stopServer(orphan.process)
  await forgetRun(folder)
  return true
}

async function end(found: ProcessIdentity): Promise<void> {
  process.kill(found.pid, 'SIGTERM')
  const until = performance.now() + endsWithinMs
  while (isRunning(found)) {
    if (performance.now() > until)
      throw new CairnError(
        'BUG',
        `process ${found.pid} did not end within ${endsWithinMs / 1000} s`
      )
    await wait(100)
  }
}

function starting(home: string): ProcessIdentity | null {
  try {
    const { pid, started } = JSON.parse(readFileSync(noteFile(home), 'utf8')) as Record<
      string,
      unknown
    >
    return typeof pid === 'number' && typeof started === 'string' ? { pid, started } : null
  } catch {
    return null
  }
}

function noteFile(home: string): string {
  return join(home, 'starting.json')
}
