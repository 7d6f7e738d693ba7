import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import type { Candidate, CandidateResult } from './candidate-result.js'
import { defaultLimits, type Limits } from './limits.js'
import { createWarden, type Isolation, type Warden, type WardenOptions } from './warden.js'

/** Bumped whenever a candidate could get another verdict than before. */
const rules = 2

/** What loads slowly; a candidate starts as a copy of a process that has loaded them. */
export const defaultPreload = [
  'numpy',
  'pandas',
  'scipy',
  'scipy.stats',
  'scipy.optimize',
  'scipy.sparse',
  'scipy.interpolate',
  'sklearn',
  'sklearn.linear_model',
  'matplotlib.pyplot',
  'PIL.Image'
] as const

export interface ExecutorOptions {
  /** The Python to run. */
  readonly python: string
  readonly limits?: Partial<Limits>
  /** Candidates at once; as many as there are cores by default. */
  readonly workers?: number
  readonly preload?: readonly string[]
}

/** What a verdict depends on besides problem and code. */
export interface ExecutionEnvironment {
  readonly python: string
  readonly packages: Readonly<Record<string, string>>
  readonly limits: Limits
  readonly isolation: Isolation
  readonly rules: number
}

export interface Executor {
  readonly environment: ExecutionEnvironment
  readonly workers: number
  /** The name of what would be run: the same test, code and environment have the same key. */
  keyOf(candidate: Candidate): string
  /** Runs one; waits for a free worker. Code of nothing but white space is 'no-code' and not run. */
  run(candidate: Candidate): Promise<CandidateResult>
  close(): Promise<void>
}

/** Starts the workers. @throws CairnError NOT_CONFIGURED when Python cannot be started */
export async function createExecutor(options: ExecutorOptions): Promise<Executor> {
  const limits = { ...defaultLimits, ...options.limits }
  const settings: WardenOptions = {
    python: options.python,
    limits,
    preload: options.preload ?? defaultPreload
  }
  const workers = options.workers ?? availableParallelism()
  const wardens = await Promise.all(Array.from({ length: workers }, () => createWarden(settings)))
  const environment = environmentOf(wardens, limits)
  const salt = JSON.stringify(environment)
  const pool = createPool(wardens, () => createWarden(settings))
  return {
    environment,
    workers,
    keyOf: ({ test, code }) =>
      createHash('sha256')
        .update(JSON.stringify([test, code, salt]))
        .digest('hex')
        .slice(0, 32),
    run: (candidate) =>
      candidate.code.trim() === ''
        ? Promise.resolve({ verdict: 'no-code', line: 'there was no code to run' })
        : pool.run(candidate),
    close: pool.close
  }
}

function environmentOf(wardens: readonly Warden[], limits: Limits): ExecutionEnvironment {
  const hello = wardens[0]?.hello
  if (hello === undefined) throw new Error('an executor needs one worker at least')
  const { python, packages, isolation } = hello
  return { python, packages, limits, isolation, rules }
}

/** Hands candidates to free wardens; one that was lost with its candidate is started anew. */
function createPool(wardens: Warden[], another: () => Promise<Warden>) {
  const free = [...wardens]
  const all = new Set(wardens)
  const waiting: ((warden: Warden) => void)[] = []
  const release = (warden: Warden) => {
    const next = waiting.shift()
    if (next === undefined) free.push(warden)
    else next(warden)
  }
  const take = () => {
    const warden = free.pop()
    return warden === undefined
      ? new Promise<Warden>((resolve) => waiting.push(resolve))
      : Promise.resolve(warden)
  }
  const replace = async (lost: Warden) => {
    all.delete(lost)
    await lost.close()
    const fresh = await another()
    all.add(fresh)
    return fresh
  }
  return {
    run: async (candidate: Candidate): Promise<CandidateResult> => {
      let warden = await take()
      try {
        return await warden.run(candidate)
      } catch {
        warden = await replace(warden)
        return {
          verdict: 'killed',
          type: 'Lost',
          line: 'the process that runs candidates was lost with this one'
        }
      } finally {
        release(warden)
      }
    },
    close: async () => {
      await Promise.all([...all].map((warden) => warden.close()))
    }
  }
}
