import { execFileSync } from 'node:child_process'
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { emptyGraph, removeFolders, temporaryFolder } from '../support/build-cairn.js'
import { traceOf } from '../traces/trace-of.js'
import { openShell, type Shell } from './run-cli.js'

let shell: Shell

beforeAll(async () => {
  await emptyGraph()
  shell = await openShell()
})

afterAll(async () => {
  await shell.cairn(['down'])
  removeFolders()
})

const failed = traceOf({
  task: { text: 'Read the prices.' },
  outcome: { status: 'failed', judgedBy: 'tests', error: "KeyError: 'prices'" },
  solution: "table['prices']\n"
})
const passed = traceOf({
  task: { text: 'Read the prices.' },
  agent: { name: 'other' },
  solution: "table['price']\n"
})

function folderOf(...traces: unknown[]): string {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'runs.jsonl'), traces.map((one) => JSON.stringify(one)).join('\n'))
  return folder
}

test('traces are imported from a folder, dry at first, and what was refused is said with its place', async () => {
  const folder = folderOf(failed, passed, traceOf({ outcome: { status: 'fine' } }))
  const dry = await shell.cairn(['import', 'traces', '.', '--dry-run'], { cwd: folder })
  expect(dry).toMatchObject({ exit: 0 })
  expect(dry.out).toContain('Nothing was written (dry run). There are 2 traces')
  const { exit, out } = await shell.cairn(['import', 'traces', '.', '--rejected', 'bad.jsonl'], {
    cwd: folder
  })
  expect(exit).toBe(0)
  expect(out).toMatch(/2 taken in, 0 known, 1 rejected/)
  expect(out).toMatch(/runs\.jsonl:3: outcome\.status: it is "fine"; expected one of passed/)
  expect(out).toContain(`${join(folder, 'bad.jsonl')}; mend it`)
  const again = await shell.cairn(['import', 'traces', folder, '--json'])
  expect(JSON.parse(again.out)).toMatchObject({ total: { accepted: 0, known: 2 } })
})

test('an error from a pipe is answered with what resolved it', async () => {
  const { exit, out } = await shell.cairn(['resolve-error', '-'], { input: "KeyError: 'prices'\n" })
  expect(exit).toBe(0)
  expect(out).toContain('resolved by 1 at 1 problems, 1 agents')
  expect(out).toContain("| table['price']")
  expect((await shell.cairn(['resolve-error', 'all', 'is', 'well'])).out).toBe(
    'No error was recognised in this text.\n'
  )
})

test('one trace is recorded from a file or a pipe, and a bad one is refused with its field', async () => {
  const file = join(temporaryFolder(), 'one.json')
  writeFileSync(file, JSON.stringify(traceOf({ notes: 'one' })))
  expect((await shell.cairn(['trace', 'record', file])).out).toMatch(/^Recorded: trace:/)
  const piped = await shell.cairn(['trace', 'record', '-'], {
    input: JSON.stringify({ task: 't', agent: 'a', outcome: 'maybe' })
  })
  expect(piped).toMatchObject({ exit: 2, out: '' })
  expect(piped.err).toMatch(/outcome: it is .*expected one of passed, failed, unknown/)
  const half = await shell.cairn(['trace', 'record', '-'], { input: '{"task": "t"' })
  expect(half).toMatchObject({ exit: 2, out: '' })
})

describe('A run that was seen', () => {
  const task = 'Fold the towels of a hotel into swans by the thousand.'
  const remote = 'git@example.com:linen/swans.git'
  let agentKey = ''
  let project = ''
  let trace = ''

  const script = (code: string) => [process.execPath, '-e', code]
  const saying = 'console.log("out"); console.error("err"); process.exit(3)'

  beforeAll(async () => {
    const made = await shell.cairn(['key', 'agent', 'folder', '--json'])
    agentKey = (JSON.parse(made.out) as { key: string }).key
    project = temporaryFolder()
    execFileSync('git', ['init', '-q'], { cwd: project })
    execFileSync('git', ['remote', 'add', 'origin', remote], { cwd: project })
    const file = join(project, 'attempt.json')
    const said = traceOf({
      schema: 'cairn.trace/2',
      task: { text: task },
      context: { project: 'https://example.com/linen/swans' },
      outcome: {
        status: 'passed',
        judgedBy: 'tests',
        evidence: 'observed by the runner: 12 passed'
      },
      solution: 'swans = fold(towels)\n'
    })
    writeFileSync(file, JSON.stringify(said))
    const recorded = await shell.cairn(['trace', 'record', file, '--json'], {
      env: { CAIRN_KEY: agentKey }
    })
    trace = (JSON.parse(recorded.out) as { trace: string }).trace
  })

  const advice = async () => {
    const { out } = await shell.cairn(['recommend', task, '--json'])
    const { items } = JSON.parse(out) as { items: { title: string; evidence: string | null }[] }
    return items.map(({ evidence }) => evidence)
  }

  test('an agent that claims a run is taken at its word and no further, and may not tell of one', async () => {
    const said = await shell.cairn(['show', trace, '--json'])
    expect(JSON.parse(said.out)).toMatchObject({
      properties: { judgedBy: 'tests', trust: 'self-reported', outcome: 'passed' }
    })
    expect(await advice()).toContain('passed, as its agent says (tester)')
    for (const key of [agentKey, shell.env['CAIRN_ADMIN_KEY'] ?? '']) {
      const env = { CAIRN_RUNNER_KEY: key }
      const { exit, err } = await shell.cairn(['run', '--', ...script('')], { cwd: project, env })
      expect(exit).toBe(0)
      expect(err).toContain('this run was not recorded. recordRun is for the role runner alone')
    }
    expect(await advice()).toContain('passed, as its agent says (tester)')
  })

  test('without a key the command runs all the same, and how to make one is said', async () => {
    const { exit, out, err } = await shell.cairn(['run', '--', ...script(saying)])
    expect([exit, out]).toEqual([3, 'out\n'])
    expect(err).toMatch(/^err\n/)
    expect(err).toContain(
      'There is no key of a runner. Set CAIRN_RUNNER_KEY, or have an admin make'
    )
    const none = await shell.cairn(['run', '--', 'no-such-program'])
    expect(none.exit).toBe(127)
    expect(none.err).toContain('no-such-program: not found')
  })

  test('a runner’s is observed: the latest attempt at the project ended so, whatever its agent says', async () => {
    const file = join(shell.home, 'runner.key')
    const make = ['key', 'make', 'ci', '--role', 'runner', '--file', file]
    const made = await shell.cairn(make)
    expect(made).toMatchObject({ exit: 0 })
    expect(made.out).not.toContain('cairn_')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(await shell.cairn(make)).toMatchObject({ exit: 6 })

    const { exit, out, err } = await shell.cairn(['run', '--', ...script(saying)], { cwd: project })
    expect([exit, out]).toEqual([3, 'out\n'])
    expect(err).toMatch(/^err\nCairn: failed, observed of trace:.* Its agent said passed\.\n$/)
    const failure = await advice()
    expect(failure.join()).toContain("failed in a run that Cairn's runner saw: ")
    expect(failure.join()).not.toContain('passed')

    const passed = await shell.cairn(['run', '--trace', trace, '--', ...script('')])
    expect(passed).toMatchObject({ exit: 0 })
    expect((await advice()).join()).toContain("passed in a run that Cairn's runner saw: ")
    chmodSync(file, 0o644)
    const open = await shell.cairn(['run', '--', ...script('')], { cwd: project })
    expect(open.err).toContain(`chmod 600 ${file}`)
    chmodSync(file, 0o600)
    const missing = await shell.cairn(['run', '--trace', 'none', '--', ...script('')])
    expect(missing).toMatchObject({ exit: 0 })
    expect(missing.err).toContain("There is no trace 'trace:none' in a space that this runner")
  })

  test('what leaves the machine has no secret, and what is run has no key of the runner', async () => {
    const secret = `ghp_${'a1B2c3D4e5F6'.repeat(3)}`
    const bodies: string[] = []
    const elsewhere = createServer((request, response) => {
      let body = ''
      request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')))
      request.on('end', () => {
        bodies.push(body)
        const recordRun = { trace: 'trace:1', title: 't', outcome: 'passed', claimed: 'unknown' }
        response.end(JSON.stringify({ data: { recordRun } }))
      })
    })
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
    const { port } = elsewhere.address() as AddressInfo
    const key = readFileSync(join(shell.home, 'runner.key'), 'utf8').trim()
    const code = `console.log('x'.repeat(9000)); console.log('token ${secret} of /home/ada/work'); console.log('KEY', process.env.CAIRN_RUNNER_KEY)`
    const { exit, out, err } = await shell.cairn(
      ['run', '--', ...script(code), `token=${secret}`],
      {
        cwd: project,
        env: { CAIRN_URL: `http://127.0.0.1:${String(port)}/`, CAIRN_RUNNER_KEY: key }
      }
    )
    await new Promise((resolve) => elsewhere.close(resolve))
    expect([exit, err]).toEqual([0, 'Cairn: passed, observed of trace:1 (t).\n'])
    // A person at the terminal sees what the command said.
    expect(out).toContain(secret)
    expect(out).toContain('KEY undefined')
    const [body = ''] = bodies
    const { run } = (JSON.parse(body) as { variables: { run: Record<string, unknown> } }).variables
    expect(run).toMatchObject({ exitStatus: 0, trace: null })
    expect(run['output']).toMatch(
      /^token <redacted:[\w-]+> of \/home\/<redacted:home>\/work\nKEY undefined$/
    )
    expect(String(run['command'])).toContain('<redacted:')
    for (const word of [secret, key, 'swans', 'ada']) expect(body).not.toContain(word)
  })

  test('a signal ends what is run, and the exit code tells of it', async () => {
    const waiting = shell.start([
      'run',
      '--',
      ...script('console.log("up"); setInterval(() => {}, 1000)')
    ])
    await new Promise<void>((resolve) => {
      waiting.process.stdout?.on('data', () => {
        resolve()
      })
    })
    waiting.process.kill('SIGTERM')
    expect((await waiting.ended).exit).toBe(143)
  })
})
