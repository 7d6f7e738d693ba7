import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { emptyGraph, removeFolders, temporaryFolder } from '../../support/build-cairn.js'
import { testNeo4j } from '../../support/neo4j.js'
import { scriptedAnswers } from './support/scripted-answers.js'
import { startScriptedEndpoint, type ScriptedEndpoint } from './support/scripted-endpoint.js'
import { tinyProblems, writeBench } from './support/tiny-problems.js'

afterAll(removeFolders)

const program = pathToFileURL(resolve('dist/eval/codegen-run.js')).href
const folder = temporaryFolder()
const bench = writeBench(folder)

function start(out: string, endpoint: ScriptedEndpoint, more: readonly string[] = []) {
  const args = [
    ...['--problems', bench.problems, '--docs', bench.docs, '--irrelevant', bench.irrelevant],
    ...['--traces', bench.traces, '--models', 'qwen-small,gpt-large', '--judges', 'gemini-judge'],
    ...['--limit', '30', '--parallel', '8', '--timeout-seconds', '5', '--tries', '6'],
    ...['--python', 'python3', '--out', join(folder, out), '--home', join(folder, 'home'), ...more]
  ]
  const { uri, user, password } = testNeo4j()
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `const { runVerb } = await import('${program}'); await runVerb('run', process.argv.slice(1))`,
      '--',
      ...args
    ],
    {
      cwd: folder,
      env: {
        ...process.env,
        CAIRN_EMBEDDER: 'lexical',
        CAIRN_HOME: join(folder, 'home'),
        NEO4J_URI: uri,
        NEO4J_USER: user,
        NEO4J_PASSWORD: password,
        OPENAI_BASE_URL: endpoint.url,
        OPENAI_API_KEY: 'none'
      }
    }
  )
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  return { child, said: () => said }
}

async function end(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  return new Promise((resolve) => child.once('exit', resolve))
}

function reportOf(out: string): string[] {
  const at = join(folder, out)
  const figures = readdirSync(join(at, 'figures')).sort()
  return [
    readFileSync(join(at, 'report.md'), 'utf8').replace(
      /<!-- times -->[\s\S]*?<!-- \/times -->/,
      ''
    ),
    readFileSync(join(at, 'report.html'), 'utf8').replace(
      /<section class="times">[\s\S]*?<\/section>/,
      ''
    ),
    ...figures.map((name) => name + readFileSync(join(at, 'figures', name), 'utf8'))
  ]
}

function repliesIn(out: string): number {
  const file = join(folder, out, 'calls.jsonl')
  return existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line.includes('"kind":"reply"')).length
    : 0
}

function newEndpoint(): Promise<ScriptedEndpoint> {
  return startScriptedEndpoint({ answer: scriptedAnswers(tinyProblems()), faultEvery: 20 })
}

/** How often each call was answered. */
function timesAnswered({ calls }: ScriptedEndpoint): number[] {
  const times = new Map<string, number>()
  for (const { key, answered } of calls) if (answered) times.set(key, (times.get(key) ?? 0) + 1)
  return [...times.values()]
}

test('the whole matrix that is killed half-way goes on, ends in the report of an unbroken run, and makes no call twice', async () => {
  await emptyGraph()
  const whole = await newEndpoint()
  const unbroken = start('unbroken', whole)
  expect([await end(unbroken.child), unbroken.said()]).toEqual([
    0,
    expect.stringContaining('report.md')
  ])
  const faults = new Set(whole.calls.map(({ fault }) => fault))
  for (const kind of [
    'rate-limit',
    'server-error',
    'hang',
    'cut',
    'refusal',
    'empty',
    'not-valid'
  ] as const)
    expect(faults).toContain(kind)
  expect(Math.max(...timesAnswered(whole))).toBe(1)

  const half = Math.floor(whole.answered() / 2)
  const broken = await newEndpoint()
  broken.holdAfter(half)
  const killed = start('broken', broken)
  while (repliesIn('broken') < half && killed.child.exitCode === null) await wait(50)
  // Faults that were sent are read and written down by now.
  await wait(500)
  broken.forgetUnseen()
  killed.child.kill('SIGKILL')
  await end(killed.child)
  expect(repliesIn('broken')).toBe(half)
  expect(existsSync(join(folder, 'broken', 'report.md'))).toBe(false)

  // The connections of who was killed are seen to be closed before what waited on them goes on.
  await wait(1_000)
  broken.release()
  const resumed = start('broken', broken)
  expect([await end(resumed.child), resumed.said()]).toEqual([
    0,
    expect.stringContaining('report.md')
  ])
  expect(reportOf('broken')).toEqual(reportOf('unbroken'))
  expect(Math.max(...timesAnswered(broken))).toBe(1)
  expect(broken.answered()).toBe(whole.answered())

  const before = broken.calls.length
  const again = start('broken', broken)
  expect(await end(again.child)).toBe(0)
  expect(broken.calls.length).toBe(before)

  const other = start('broken', broken, ['--seed', '2'])
  expect(await end(other.child)).not.toBe(0)
  expect(other.said()).toMatch(/holds a run with other (problems|content|seed)/)
  const report = reportOf('unbroken')[0] ?? ''
  expect(report).toContain('30 problems of 10 families, 5 arms, 2 models')
  for (const kind of [
    'rate-limit',
    'server-error',
    'time-out',
    'cut-off',
    'not-json-body',
    'refusal',
    'empty'
  ])
    expect(report).toContain(`| ${kind} |`)
  expect(report).toContain('The sample is too small to rank')
  await Promise.all([whole.close(), broken.close()])
}, 270_000)
