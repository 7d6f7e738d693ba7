import { spawn } from 'node:child_process'
import { mkdirSync, openSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Config } from '../config.js'
import { CairnError, type PublicFailure } from '../errors.js'
import { askHealth } from './health.js'
import { findServer, type ServerRecord } from './server-record.js'

export interface Started extends ServerRecord {
  readonly browserUrl: string | null
  /** false where a server was running already. */
  readonly startedHere: boolean
}

/** What a starting server tells its parent. */
export type Message =
  | { readonly step: string }
  | { readonly ready: ServerRecord & { readonly browserUrl: string | null } }
  | { readonly failure: PublicFailure }

/** A log longer than this is put aside when the server starts. */
const maxLogBytes = 10 * 1024 * 1024

/** Starts the server in the background, unless it runs, and waits until it answers. */
export async function ensureServer(
  config: Config,
  onStep: (step: string) => void
): Promise<Started> {
  const running = await findServer(config.home)
  if (running !== null) return { ...running, browserUrl: null, startedHere: false }
  try {
    return await spawnServer(config, onStep)
  } catch (error) {
    // Somebody else may have started it just before; their start is as good as ours.
    const taken = error instanceof CairnError && error.code === 'PORT_IN_USE'
    const other = taken ? await startedMeanwhile(config) : null
    if (other === null) throw taken ? await takenBy(config, error) : error
    return { ...other, browserUrl: null, startedHere: false }
  }
}

function addressOf({ host, port }: Config): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

/** Whether it is a Cairn of another home that has the port: that is ended or used, not looked for among other programs. */
async function takenBy(config: Config, error: CairnError): Promise<CairnError> {
  const health = await askHealth(addressOf(config))
  if (health === 'absent' || health === 'slow') return error
  return new CairnError(
    'PORT_IN_USE',
    `Port ${config.port} is in use by a Cairn with another home than ${config.home}. Ask that one by its CAIRN_HOME, end it with \`cairn down\` and its CAIRN_HOME, or give this one another port with CAIRN_PORT.`,
    {
      cause: error,
      details: { field: 'CAIRN_PORT', value: config.port, expected: 'a free port' }
    }
  )
}

/** Waits while a Cairn at our address starts; null if what has the address is not the server of this home. */
async function startedMeanwhile(config: Config): Promise<ServerRecord | null> {
  const url = addressOf(config)
  // It says that it is up a moment before its record is written.
  for (let left = 10; left > 0;) {
    const found = await findServer(config.home)
    if (found !== null) return found
    const health = await askHealth(url)
    if (health === 'absent' || health === 'slow') return null
    if (health.graph !== 'starting') left -= 1
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return null
}

function spawnServer(config: Config, onStep: (step: string) => void): Promise<Started> {
  const log = openLog(config.home)
  const child = spawn(process.execPath, [fileURLToPath(new URL('./serve.js', import.meta.url))], {
    detached: true,
    stdio: ['ignore', log, log, 'ipc']
  })
  return new Promise((resolve, reject) => {
    child.on('message', (message: Message) => {
      if ('step' in message) onStep(message.step)
      else if ('ready' in message) {
        child.disconnect()
        child.unref()
        resolve({ ...message.ready, startedHere: true })
      } else {
        const { code, message: text, details } = message.failure
        reject(new CairnError(code, text, { details }))
      }
    })
    child.on('error', reject)
    child.on('exit', (exit) => {
      reject(
        new CairnError(
          'BUG',
          `the server ended with ${String(exit)} while starting; see ${logFile(config.home)}`
        )
      )
    })
  })
}

/** Asks the server of this home to end and waits until it has. */
export async function stopServer(home: string): Promise<ServerRecord | null> {
  const record = await findServer(home)
  if (record === null) return null
  if (alive(record.pid)) process.kill(record.pid, 'SIGTERM')
  const deadline = performance.now() + stopMs
  while (alive(record.pid)) {
    if (performance.now() > deadline) {
      throw new CairnError(
        'BUG',
        `the server (process ${record.pid}) did not end within ${stopMs / 1000} s`
      )
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return record
}

/** Neo4j may need half a minute to write down what it holds. */
const stopMs = 60_000

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

export function logFile(home: string): string {
  return join(home, 'logs', 'cairn.log')
}

function openLog(home: string): number {
  mkdirSync(join(home, 'logs'), { recursive: true, mode: 0o700 })
  const file = logFile(home)
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > maxLogBytes)
    renameSync(file, `${file}.1`)
  return openSync(file, 'a', 0o600)
}
