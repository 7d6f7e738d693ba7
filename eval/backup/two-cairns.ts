import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { findServer } from '../../src/cli/server-record.js'
import { withVariables } from '../../src/graph/embedded/with-variables.js'

/** Where a graph is, as variables of the environment. */
export type Place = Readonly<Record<string, string>>

/** A Cairn in a process of its own. */
export interface RunningCairn {
  readonly url: string
  readonly key: string
  readonly pid: number
  /** What a shell has set that asks this Cairn. */
  readonly shell: Place
  stop(): Promise<void>
}

const main = fileURLToPath(new URL('../../src/cli/main.js', import.meta.url))
const run = promisify(execFile)

/** Starts `cairn up --foreground` and waits until it answers. @throws Error with what it said where it ends instead */
export async function startCairn(home: string, place: Place): Promise<RunningCairn> {
  const shell = {
    ...place,
    CAIRN_HOME: home,
    CAIRN_PORT: '0',
    CAIRN_REQUESTS_PER_MINUTE: '1000000',
    CAIRN_LOG: 'warn'
  }
  const { program, args } = withVariables(shell, process.execPath, [main, 'up', '--foreground'])
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  const url = await addressOf(home, child)
  const key = readFileSync(join(home, 'admin.key'), 'utf8').trim()
  const stop = async () => {
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
  }
  return { url, key, shell, pid: child.pid ?? 0, stop }
}

/** Runs `cairn … --json` to its end. @returns what it answered @throws Error with what it said where it fails */
export async function cairn<T>(shell: Place, ...words: readonly string[]): Promise<T> {
  const { program, args } = withVariables(shell, process.execPath, [main, '--json', ...words])
  const { stdout } = await run(program, args, { maxBuffer: 16 * 1024 * 1024 })
  return JSON.parse(stdout) as T
}

/** The variables of a home of its own, with a Neo4j of its own on any free ports. */
export function ownHome(folder: string, name: string): Place & { readonly CAIRN_HOME: string } {
  return {
    CAIRN_HOME: join(folder, name),
    CAIRN_BOLT_PORT: '0',
    CAIRN_BROWSER_PORT: '0',
    CAIRN_LOG: 'warn'
  }
}

/** The server writes down where it is once it answers. */
async function addressOf(home: string, child: ChildProcess): Promise<string> {
  while (child.exitCode === null) {
    const found = await findServer(home)
    if (found !== null) return found.url
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`a Cairn ended with ${child.exitCode} while starting`)
}
