import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { CairnError } from '../../../src/errors.js'
import { packageRoot } from '../../../src/package-root.js'
import type { Candidate, CandidateResult } from './candidate-result.js'
import type { Limits } from './limits.js'

/** What keeps candidates from the machine. */
export interface Isolation {
  /** What of the machine's files they can read: Python and the system's libraries alone, what any other user may read, or all that we may. */
  readonly files: 'allow-list' | 'other-user' | 'open'
  readonly network: 'none' | 'open'
  /** How what they leave behind is found and ended: with their name space, as their user's, as their descendants. */
  readonly processes: 'namespace' | 'other-user' | 'descendants'
}

export interface WardenHello {
  readonly isolation: Isolation
  readonly python: string
  readonly packages: Readonly<Record<string, string>>
  readonly loaded: readonly string[]
  readonly loadSeconds: number
}

export interface WardenOptions {
  readonly python: string
  readonly limits: Limits
  /** Modules loaded once, before the first candidate. */
  readonly preload: readonly string[]
}

/** One Python process that runs candidates one after the other. */
export interface Warden {
  readonly hello: WardenHello
  run(candidate: Candidate): Promise<CandidateResult>
  close(): Promise<void>
}

/** Starts it and waits until it has loaded its libraries. @throws CairnError NOT_CONFIGURED when Python cannot be started */
export async function createWarden(options: WardenOptions): Promise<Warden> {
  if (process.platform === 'win32')
    throw new CairnError(
      'NOT_CONFIGURED',
      'Candidates run under limits that Windows does not have; use Linux, macOS or WSL.'
    )
  sweep()
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`))
  const child = start(options.python, folder)
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      rmSync(folder, { recursive: true, force: true })
      resolve()
    })
  })
  const lines = conversation(child, options.python)
  const { limits, preload } = options
  const hello = (await lines.ask({ folder, limits, preload })) as WardenHello
  return {
    hello,
    run: (candidate) => lines.ask(candidate) as Promise<CandidateResult>,
    close: async () => {
      child.stdin?.end()
      // It waits for a candidate that still runs; nobody waits for that one's verdict any more.
      child.kill('SIGKILL')
      await ended
    }
  }
}

const prefix = 'cairn-candidates-'

/** Removes the folders of runs that were killed outright. */
function sweep(): void {
  for (const name of readdirSync(tmpdir()).filter((one) => one.startsWith(prefix)))
    if (!isAlive(Number.parseInt(name.slice(prefix.length))))
      rmSync(join(tmpdir(), name), { recursive: true, force: true })
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function start(python: string, folder: string): ChildProcess {
  const threads = ['OMP', 'OPENBLAS', 'MKL', 'NUMEXPR'].map((name) => [`${name}_NUM_THREADS`, '1'])
  return spawn(python, [join(packageRoot(), 'eval/codegen/execute/warden.py')], {
    stdio: ['pipe', 'pipe', 'pipe'],
    cwd: folder,
    env: {
      PATH: '/usr/bin:/bin',
      HOME: folder,
      MPLCONFIGDIR: folder,
      MPLBACKEND: 'Agg',
      LANG: 'C.UTF-8',
      TZ: 'UTC',
      PYTHONHASHSEED: '0',
      PYTHONNOUSERSITE: '1',
      PYTHONDONTWRITEBYTECODE: '1',
      TF_CPP_MIN_LOG_LEVEL: '3',
      ...Object.fromEntries(threads)
    } as NodeJS.ProcessEnv
  })
}

interface Conversation {
  ask(question: object): Promise<unknown>
}

/** One question, one answer, in order; when the process ends, whoever waits is told why. */
function conversation(child: ChildProcess, python: string): Conversation {
  const waiting: { resolve: (value: unknown) => void; reject: (error: Error) => void }[] = []
  let over: Error | null = null
  let said = ''
  const end = (error: Error) => {
    over ??= error
    for (const one of waiting.splice(0)) one.reject(over)
  }
  if (child.stdout !== null)
    createInterface({ input: child.stdout }).on('line', (line) => {
      waiting.shift()?.resolve(JSON.parse(line))
    })
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString('utf8')).slice(-2_000)
  })
  // Writing to a process that has ended is told by its end.
  child.stdin?.on('error', () => undefined)
  child.on('error', (error) => {
    end(notStarted(python, error.message))
  })
  child.on('close', (code, signal) => {
    end(notStarted(python, `${signal ?? `code ${String(code)}`}: ${said.trim()}`))
  })
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        if (over !== null) {
          reject(over)
          return
        }
        waiting.push({ resolve, reject })
        child.stdin?.write(`${JSON.stringify(question)}\n`)
      })
  }
}

function notStarted(python: string, why: string): CairnError {
  return new CairnError(
    'NOT_CONFIGURED',
    `${python} does not run candidates (${why}); make it with 'npm run eval:python', or name another with --python.`,
    { details: { python } }
  )
}
