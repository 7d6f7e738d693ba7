import { spawn, type ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { join } from 'node:path'
import { CairnError } from '../../errors.js'
import { identify, isRunning, type ProcessIdentity } from './process-identity.js'
import { archiveOptions } from './settings.js'
import { utf8Locale, withVariables } from './with-variables.js'

export interface Exit {
  readonly code: number | null
  readonly signal: string | null
}

/** A Neo4j process, our child or one that was adopted. */
export interface ServerProcess {
  readonly identity: ProcessIdentity
  readonly exited: Promise<Exit>
}

const stopMs = 30_000
const pollMs = 100

export interface SpawnServer {
  readonly java: string
  readonly argumentFile: string
  /** Class-data archive, read or made. */
  readonly archive: string
  readonly folder: string
  /** File descriptor for everything it writes. */
  readonly output: number
}

/** Starts Neo4j in a process group of its own: Ctrl-C in a terminal reaches its owner, not it. */
export function spawnServer(options: SpawnServer): ServerProcess {
  const { folder, argumentFile, archive } = options
  const folders = [`--home-dir=${folder}`, `--config-dir=${join(folder, 'conf')}`]
  const main = ['org.neo4j.server.Neo4jCommunity', '--console-mode', ...folders]
  const args = [...archiveOptions(archive), `@${argumentFile}`, ...main]
  const command = withVariables(utf8Locale, options.java, args)
  const child = spawn(command.program, command.args, {
    cwd: folder,
    detached: true,
    windowsHide: true,
    stdio: ['ignore', options.output, options.output]
  })
  const exited = exitOf(child)
  const identity = child.pid === undefined ? null : identify(child.pid)
  if (identity !== null) return { identity, exited }
  throw new CairnError(
    'GRAPH_UNAVAILABLE',
    `The embedded Neo4j could not be started with ${options.java}; remove java.json from Cairn's cache folder if that Java is gone.`,
    { details: { field: 'java', value: options.java } }
  )
}

/** A running Neo4j that is not our child: its end is noticed within half a second, its exit code never. */
export function watchServer(identity: ProcessIdentity): ServerProcess {
  const exited = new Promise<Exit>((done) => {
    const timer = setInterval(() => {
      if (isRunning(identity)) return
      clearInterval(timer)
      done({ code: null, signal: null })
    }, 500)
    timer.unref()
  })
  return { identity, exited }
}

/** Asks the process to end and, when it does not within 30 s, ends it. Returns when it is gone. */
export async function stopServer(identity: ProcessIdentity): Promise<void> {
  if (!signal(identity, 'SIGTERM')) return
  if (await gone(identity, stopMs)) return
  signal(identity, 'SIGKILL')
  await gone(identity, stopMs)
}

async function gone(identity: ProcessIdentity, withinMs: number): Promise<boolean> {
  const end = performance.now() + withinMs
  while (isRunning(identity)) {
    if (performance.now() > end) return false
    await sleep(pollMs)
  }
  return true
}

/** Never signals a process that merely has the same number. Answers whether there was one to signal. */
function signal(identity: ProcessIdentity, name: 'SIGTERM' | 'SIGKILL'): boolean {
  if (!isRunning(identity)) return false
  try {
    process.kill(identity.pid, name)
    return true
  } catch {
    return false
  }
}

function exitOf(child: ChildProcess): Promise<Exit> {
  return new Promise((done) => {
    child.once('error', () => {
      done({ code: null, signal: null })
    })
    child.once('exit', (code, name) => {
      done({ code, signal: name })
    })
  })
}
