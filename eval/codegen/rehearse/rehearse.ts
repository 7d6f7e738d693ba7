import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { packageRoot } from '../../../src/package-root.js'
import { endpointFaults, type EndpointFault } from './misbehave.js'
import { scriptedAnswers, type Solved } from './scripted-answers.js'
import {
  planFaults,
  startScriptedEndpoint,
  type EndpointCounts,
  type ScriptedEndpoint
} from './scripted-endpoint.js'

export interface RehearsalOptions {
  /** Flags of `run`, but for --out. */
  readonly args: readonly string[]
  readonly problems: readonly Solved[]
  /** A folder, for `unbroken` and `broken` in it. */
  readonly out: string
  readonly faultEvery: number
  readonly faults?: readonly EndpointFault[]
  /** Settings of the processes that are started, beside what they inherit. */
  readonly environment?: Readonly<Record<string, string>>
}

export interface Rehearsal {
  readonly unbroken: EndpointCounts
  /** Of the run that was killed and the one that took it up, together. */
  readonly broken: EndpointCounts
  /** Replies that were on the disk when it was killed. */
  readonly repliesAtKill: number
  /** Whether there was a report already when it was killed. */
  readonly reportAtKill: boolean
  /** Files of the report that differ from those of the unbroken run; times and the machine stand apart and are not compared. */
  readonly differing: readonly string[]
  /** Calls of a third run, of what is whole. */
  readonly callsOfThird: number
  readonly seconds: Readonly<Record<'unbroken' | 'killed' | 'resumed' | 'third', number>>
}

/**
 * Runs the matrix against a scripted endpoint that errs; then again in another folder, killed outright half-way, and takes
 * that up; then once more.
 * @throws Error with what a run said where it ended badly
 */
export async function rehearse(options: RehearsalOptions): Promise<Rehearsal> {
  const faultOf = planFaults(options.faultEvery, options.faults ?? endpointFaults)
  const answer = scriptedAnswers(options.problems)
  const whole = await startScriptedEndpoint({ answer, faultOf })
  const broken = await startScriptedEndpoint({ answer, faultOf })
  try {
    const unbroken = await timed(() => runToEnd(options, 'unbroken', whole))
    const half = Math.floor(whole.counts().answered / 2)
    broken.holdAfter(half)
    const killed = await timed(() => killHalfWay(options, broken))
    const reportAtKill = existsSync(join(options.out, 'broken', 'report.md'))
    const repliesAtKill = linesOfKind(options, 'reply')
    broken.release()
    const resumed = await timed(() => runToEnd(options, 'broken', broken))
    const before = broken.calls.length
    const third = await timed(() => runToEnd(options, 'broken', broken))
    return {
      unbroken: whole.counts(),
      broken: broken.counts(),
      repliesAtKill,
      reportAtKill,
      differing: differing(join(options.out, 'unbroken'), join(options.out, 'broken')),
      callsOfThird: broken.calls.length - before,
      seconds: { unbroken, killed, resumed, third }
    }
  } finally {
    await Promise.all([whole.close(), broken.close()])
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1_000
}

interface Run {
  readonly child: ChildProcess
  readonly said: () => string
}

function start(options: RehearsalOptions, name: string, endpoint: ScriptedEndpoint): Run {
  const program = join(packageRoot(), 'dist/eval/codegen.js')
  const settings = { ...options.environment, OPENAI_BASE_URL: endpoint.url, OPENAI_API_KEY: 'none' }
  const child = spawn('env', [
    ...Object.entries(settings).map(([key, value]) => `${key}=${value}`),
    ...[process.execPath, program, 'run', ...options.args, '--out', join(options.out, name)]
  ])
  let said = ''
  const hear = (chunk: Buffer) => {
    said = (said + chunk.toString('utf8')).slice(-20_000)
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  return { child, said: () => said }
}

async function end({ child }: Run): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  return new Promise((resolve) => child.once('exit', resolve))
}

async function runToEnd(
  options: RehearsalOptions,
  name: string,
  endpoint: ScriptedEndpoint
): Promise<void> {
  const run = start(options, name, endpoint)
  const code = await end(run)
  if (code !== 0) throw new Error(`the run ended with ${String(code)}: ${run.said()}`)
}

/** Kills it when all that the endpoint sent is written down, so that nothing is left to chance. */
async function killHalfWay(options: RehearsalOptions, endpoint: ScriptedEndpoint): Promise<void> {
  const run = start(options, 'broken', endpoint)
  while (run.child.exitCode === null && !isSettled(options, endpoint)) await wait(20)
  if (run.child.exitCode !== null) throw new Error(`nothing was left to kill: ${run.said()}`)
  endpoint.forgetUnseen()
  run.child.kill('SIGKILL')
  await end(run)
  // Who was killed hung up.
  while (endpoint.held() > 0) await wait(20)
}

function isSettled(options: RehearsalOptions, endpoint: ScriptedEndpoint): boolean {
  if (endpoint.held() === 0) return false
  const { answered, faults, late } = endpoint.counts()
  const { hang = 0 } = faults
  // One out of form is an answer; of one that hangs nothing is written until it is given up.
  const sent = Object.entries(faults)
    .filter(([kind]) => kind !== 'not-valid' && kind !== 'hang')
    .reduce((sum, [, count]) => sum + count, 0)
  const written = linesOfKind(options, 'fault')
  return (
    linesOfKind(options, 'reply') === answered && written >= sent && written <= sent + hang + late
  )
}

function linesOfKind({ out }: RehearsalOptions, kind: 'reply' | 'fault'): number {
  const file = join(out, 'broken', 'calls.jsonl')
  if (!existsSync(file)) return 0
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1)
  return lines.filter((line) => line.startsWith(`{"kind":"${kind}"`)).length
}

/** Files of two reports that differ in more than their times. */
function differing(first: string, second: string): string[] {
  const names = [first, second].flatMap((folder) => [
    'report.md',
    'report.html',
    ...readdirSync(join(folder, 'figures')).map((name) => join('figures', name))
  ])
  return [...new Set(names)].filter(
    (name) => withoutTimes(join(first, name)) !== withoutTimes(join(second, name))
  )
}

function withoutTimes(file: string): string | null {
  if (!existsSync(file)) return null
  return readFileSync(file, 'utf8')
    .replace(/<!-- times -->[\s\S]*?<!-- \/times -->/, '')
    .replace(/<section class="times">[\s\S]*?<\/section>/, '')
}
