import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { askHealth } from '../../src/cli/health.js'
import { findServer } from '../../src/cli/server-record.js'
import { findRunning } from '../../src/graph/embedded/adopt-server.js'
import { withVariables } from '../../src/graph/embedded/with-variables.js'
import type { Place } from '../backup/two-cairns.js'

/** How a Cairn is started this time. */
export interface StartOptions {
  readonly variables?: Place
  /** A name of the machine that this process alone sees. */
  readonly hostname?: string
  /** Whether it is not tried again where it ends: by who means to end it. */
  readonly once?: boolean
}

/** A home with the Cairn that runs in it, and what can be done to both. */
export interface FaultedHome {
  readonly home: string
  /** What a shell has set that asks this Cairn. */
  readonly shell: Place
  url(): string
  key(): string
  /** @throws Error with what it said where it ends instead of answering */
  start(options?: StartOptions): Promise<void>
  /** Waits until its graph answers. @returns false where that took too long */
  answers(withinMs: number): Promise<boolean>
  /** SIGKILL of the Cairn that runs. */
  kill(): Promise<void>
  /** SIGKILL of the Neo4j of this home; false where none runs. */
  killNeo4j(): Promise<boolean>
  /** Ends both as a person does. */
  stop(): Promise<void>
}

const main = fileURLToPath(new URL('../../src/cli/main.js', import.meta.url))
const pollMs = 100

/** What a home of its own is started with, on any free ports. */
const small: Place = {
  CAIRN_PORT: '0',
  CAIRN_BOLT_PORT: '0',
  CAIRN_BROWSER_PORT: '0',
  CAIRN_NEO4J_HEAP_MB: '512',
  CAIRN_NEO4J_PAGECACHE_MB: '64',
  CAIRN_EMBEDDER: 'lexical',
  CAIRN_REQUESTS_PER_MINUTE: '1000000',
  CAIRN_LOG: 'error'
}

/** @param more settings beside those */
export function faultedHome(home: string, more: Place): FaultedHome {
  const shell: Place = { ...small, CAIRN_HOME: home, ...more }
  const now: { child: ChildProcess | null; url: string; said: string } = {
    child: null,
    url: '',
    said: ''
  }
  const running = () =>
    now.child !== null && now.child.exitCode === null && now.child.signalCode === null
  const up = async (options: StartOptions): Promise<boolean> => {
    const child = launch(shell, options)
    now.child = child
    now.said = ''
    child.stderr?.on('data', (text: Buffer) => {
      now.said = (now.said + text.toString()).slice(-4_000)
    })
    while (running()) {
      const found = await findServer(home)
      if (found !== null && found.pid === child.pid) {
        now.url = found.url
        return true
      }
      await wait(pollMs)
    }
    return false
  }
  return {
    home,
    shell,
    url: () => now.url,
    key: () => readFileSync(join(home, 'admin.key'), 'utf8').trim(),
    start: async (options = {}) => {
      // A command that found no Cairn may have started one in the background meanwhile: that is ended first.
      if ((await up(options)) || options.once === true) return
      down(shell)
      if (!(await up(options))) throw new Error(`Cairn ended while starting: ${now.said}`)
    },
    answers: (withinMs) => answersWithin(() => now.url, withinMs),
    kill: async () => {
      if (now.child !== null && running()) await ended(now.child, 'SIGKILL')
    },
    killNeo4j: async () => {
      const run = await findRunning(join(home, 'neo4j'))
      if (run === null) return false
      process.kill(run.process.pid, 'SIGKILL')
      return true
    },
    stop: async () => {
      if (now.child !== null && running()) await ended(now.child, 'SIGTERM')
      down(shell)
    }
  }
}

function down(shell: Place): void {
  const { program, args } = withVariables(shell, process.execPath, [main, 'down'])
  spawnSync(program, args, { stdio: 'ignore' })
}

/** `env` and `unshare` become the program itself, so the child's number is that of Cairn. */
function launch(shell: Place, { variables = {}, hostname }: StartOptions): ChildProcess {
  const cairn = withVariables({ ...shell, ...variables }, process.execPath, [
    main,
    'up',
    '--foreground'
  ])
  const named =
    hostname === undefined
      ? cairn
      : {
          program: 'unshare',
          args: [
            '--uts',
            'sh',
            '-c',
            `hostname "$0" && exec "$@"`,
            hostname,
            cairn.program,
            ...cairn.args
          ]
        }
  return spawn(named.program, named.args, { stdio: ['ignore', 'ignore', 'pipe'] })
}

/** Whether a process may have a machine name of its own here. */
export function canRename(): boolean {
  return (
    spawnSync('unshare', ['--uts', 'sh', '-c', 'hostname elsewhere'], { stdio: 'ignore' })
      .status === 0
  )
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const exit = once(child, 'exit')
  child.kill(signal)
  await exit
}

async function answersWithin(url: () => string, withinMs: number): Promise<boolean> {
  const until = performance.now() + withinMs
  while (performance.now() < until) {
    const health = await askHealth(url())
    if (typeof health === 'object' && health.graph === 'up') return true
    await wait(pollMs)
  }
  return false
}
