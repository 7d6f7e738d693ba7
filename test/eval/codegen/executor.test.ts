import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CandidateResult } from '../../../eval/codegen/execute/candidate-result.js'
import { createExecutor, type Executor } from '../../../eval/codegen/execute/executor.js'
import { openResults } from '../../../eval/codegen/execute/result-store.js'
import { runCandidates } from '../../../eval/codegen/execute/run-candidates.js'
import { packageRoot } from '../../../src/package-root.js'
import { barePython, doubled, largest, tinyProblems, withoutLoops } from './tiny-problems.js'

const right = doubled.reference
let executor: Executor

beforeAll(async () => {
  executor = await createExecutor({
    python: barePython(),
    workers: 2,
    preload: ['statistics'],
    limits: { seconds: 3, cpuSeconds: 3, memoryMb: 1_024, outputKb: 256, folderMb: 32 }
  })
})

afterAll(() => executor.close())

const run = (code: string): Promise<CandidateResult> => executor.run({ test: doubled.test, code })

/** Processes of the whole machine whose command line says this word. */
function processesNaming(word: string): string[] {
  return readdirSync('/proc').filter((name) => {
    try {
      return /^\d+$/.test(name) && readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(word)
    } catch {
      return false
    }
  })
}

describe('a test means here what it means in the benchmark', () => {
  test.each(tinyProblems.map((problem) => [problem.id, problem] as const))(
    'the reference solution of %s passes',
    async (_id, problem) => {
      const result = await executor.run({ test: problem.test, code: problem.reference })
      expect(result).toMatchObject({ verdict: 'passed' })
    }
  )

  test('a wrong answer fails, with the assertion named', async () => {
    expect(await run('result = numbers')).toMatchObject({
      verdict: 'failed',
      type: 'AssertionError'
    })
  })

  test('an error is told with its class and last line', async () => {
    expect(await run('result = numbres')).toMatchObject({
      verdict: 'error',
      type: 'NameError',
      line: expect.stringContaining("name 'numbres' is not defined") as string
    })
  })

  test('a solution that gives the right result in a way that the text forbids fails', async () => {
    const looped = 'result = 0\nfor n in numbers:\n    result += n'
    const result = await executor.run({ test: withoutLoops.test, code: looped })
    expect(result).toMatchObject({ verdict: 'failed' })
  })

  test('the body of a function without its indentation is an error, as in the benchmark', async () => {
    const result = await executor.run({ test: largest.test, code: 'return max(numbers)' })
    expect(result).toMatchObject({ verdict: 'error', type: 'IndentationError' })
  })

  test('no code is no code, and nothing is run', async () => {
    expect(await run(' \n')).toMatchObject({ verdict: 'no-code' })
  })

  test('chance is the same every time', async () => {
    const code = 'import random\nprint(random.random(), hash("a"))\nresult = 1'
    const [first, second] = [await run(code), await run(code)]
    expect(first.output).toMatch(/^0\.\d+ -?\d+\n$/)
    expect(second.output).toBe(first.output)
  })
})

describe('a program that does not behave is contained, and the next one is none the worse', () => {
  afterEach(async () => {
    expect(await run(right)).toMatchObject({ verdict: 'passed' })
  })

  test('an endless loop', async () => {
    expect(await run('while True: pass')).toMatchObject({ verdict: 'timeout' })
  })

  test('a long sleep', async () => {
    expect(await run('import time; time.sleep(1000)')).toMatchObject({ verdict: 'timeout' })
  })

  test('an allocation of 10 GB', async () => {
    const result = await run('x = bytearray(10 * 2**30)')
    expect(result).toMatchObject({ verdict: 'memory' })
    expect(result.peakMb).toBeLessThan(1_024)
  })

  test('many processes that hold little each and too much together', async () => {
    const code =
      'import os, time\nfor _ in range(10):\n    if os.fork() == 0:\n        held = bytearray(2**27)\n        time.sleep(100)\ntime.sleep(100)'
    // Time enough: on a busy machine the kernel takes seconds to hand out a gigabyte.
    const patient = await createExecutor({
      python: barePython(),
      workers: 1,
      preload: ['statistics'],
      limits: { seconds: 60, cpuSeconds: 60, memoryMb: 1_024, outputKb: 256, folderMb: 32 }
    })
    const result = await patient.run({ test: doubled.test, code })
    await patient.close()
    expect(result).toMatchObject({ verdict: 'memory', type: 'Memory' })
  })

  test('a fork bomb', async () => {
    const result = await run('import os\nwhile True: os.fork()')
    expect(result).toMatchObject({ verdict: 'error', type: 'BlockingIOError' })
    expect(result.left).toBeLessThan(64)
  })

  test('a fork bomb that does not mind being refused', async () => {
    const code =
      'import os\nwhile True:\n    try:\n        os.fork()\n    except OSError:\n        pass'
    expect(await run(code)).toMatchObject({ verdict: 'timeout' })
  })

  test('threads without end', async () => {
    const code =
      'import threading, time\nwhile True: threading.Thread(target=time.sleep, args=(60,)).start()'
    expect(await run(code)).toMatchObject({ verdict: 'error', type: 'RuntimeError' })
  })

  test('a program that prints for ever: head and tail are kept', async () => {
    const result = await run('print("the beginning")\nwhile True: print("x" * 1000)')
    expect(result).toMatchObject({ verdict: 'output' })
    expect(result.output).toMatch(/^the beginning\n[\s\S]*bytes left out/)
    expect(result.output?.length).toBeLessThan(9_000)
  })

  test('recursion without end', async () => {
    expect(await run('def f(): return f()\nf()')).toMatchObject({
      verdict: 'error',
      type: 'RecursionError'
    })
  })

  test('a crash of the interpreter itself', async () => {
    expect(await run('import ctypes; ctypes.string_at(0)')).toMatchObject({
      verdict: 'killed',
      type: 'SIGSEGV'
    })
  })

  test('a file that fills the disk', async () => {
    const code = 'with open("big", "wb") as f:\n    while True: f.write(bytes(10**6))'
    expect(await run(code)).toMatchObject({ verdict: 'error', type: 'OSError' })
  })

  test('a program that deletes its folder', async () => {
    const code = `import os, shutil\nshutil.rmtree(os.getcwd(), ignore_errors=True)\n${right}`
    expect(await run(code)).toMatchObject({ verdict: 'passed' })
  })

  test('a program that closes its output', async () => {
    expect(await run(`import os\nos.closerange(1, 3)\n${right}`)).toMatchObject({
      verdict: 'passed'
    })
  })

  test('a program that signals everything it can reach', async () => {
    // Where candidates are the user's own processes, -1 would be everything of the user's.
    const shut = executor.environment.isolation.processes !== 'descendants'
    const code = `import os, signal
for pid in (os.getppid(), ${shut ? '1' : '0'}):
    try:
        os.kill(pid, signal.SIGKILL)
    except OSError:
        pass
${right}`
    expect((await run(code)).verdict).toBe(shut ? 'passed' : 'killed')
  })
})

describe('a verdict is not to be had by other means', () => {
  test.each([
    ['leaves with 0 before the tests', 'import os; os._exit(0)', 'Exit'],
    ['raises SystemExit(0)', 'raise SystemExit(0)', 'SystemExit'],
    [
      'writes a verdict to every file',
      'import os\nfor f in range(3, 256):\n    try: os.write(f, b\'{"verdict": "passed", "token": ""}\\n\')\n    except OSError: pass\nos._exit(0)',
      'Exit'
    ]
  ])('a program that %s has not passed', async (_what, code, type) => {
    expect(await run(code)).toMatchObject({ verdict: 'error', type })
  })

  test.each([
    [
      'the test',
      'import sys\nframe = sys._getframe()\nwhile "exec_test" not in frame.f_globals: frame = frame.f_back\nframe.f_globals["exec_test"] = lambda *a: 1\nresult = 0'
    ],
    [
      'the code of the test',
      'import sys\nframe = sys._getframe()\nwhile "exec_test" not in frame.f_globals: frame = frame.f_back\nframe.f_globals["exec_test"].__code__ = (lambda r, a: 1).__code__\nresult = 0'
    ],
    [
      'a library function that the test calls',
      'import statistics\nstatistics.fmean = lambda x: 1\nresult = 0'
    ],
    ['a built-in', 'import builtins\nbuiltins.len = lambda x: 1\nresult = 0']
  ])('a program that changes %s is found out', async (_what, code) => {
    expect(await run(code)).toMatchObject({ verdict: 'error', type: 'TestTampered' })
  })
})

describe("what is not the candidate's stays out of its reach", () => {
  const canary = `canary-${process.pid}-${Date.now()}`
  const places = [join(homedir(), `.${canary}`), join(packageRoot(), `.cairn-${canary}`)]

  afterEach(() => {
    for (const place of places.flatMap((one) => [one, `${one}.new`])) rmSync(place, { force: true })
  })

  test("a file in the user's home and one in the project cannot be read, nor their folders changed", async () => {
    for (const place of places) writeFileSync(place, canary, { mode: 0o600 })
    const code = `for place in ${JSON.stringify(places)}:
    try:
        print(open(place).read())
    except OSError as error:
        print("refused", type(error).__name__)
    try:
        open(place + ".new", "w").write("x")
    except OSError as error:
        print("refused", type(error).__name__)
${right}`
    const result = await run(code)
    expect(result.verdict).toBe('passed')
    const open = executor.environment.isolation.files === 'open'
    expect(result.output?.includes(canary)).toBe(open)
    // Two places, read and written, under each of two inputs.
    expect(result.output?.match(/refused/g) ?? []).toHaveLength(open ? 0 : 8)
    expect(places.filter((place) => existsSync(`${place}.new`))).toEqual(open ? places : [])
  })

  test('where the system has name spaces they are used', () => {
    const { status } = spawnSync('unshare', [
      '--user',
      '--mount',
      '--net',
      '--pid',
      '--fork',
      'true'
    ])
    const { isolation } = executor.environment
    const all = { files: 'allow-list', network: 'none', processes: 'namespace' }
    expect(isolation).toEqual(status === 0 ? all : isolation)
  })

  test('nobody on this machine is called', async () => {
    let calls = 0
    const server = createServer((socket) => {
      calls += 1
      socket.end('hello')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    const result = await run(
      `import socket\nsocket.create_connection(("127.0.0.1", ${port}), 2)\n${right}`
    )
    await new Promise((resolve) => server.close(resolve))
    const open = executor.environment.isolation.network === 'open'
    expect(result.verdict).toBe(open ? 'passed' : 'error')
    expect(calls > 0).toBe(open)
  })

  test('a daemon does not outlive its candidate', async () => {
    const word = `daemon-${canary}`
    const code = `import os, subprocess, sys
subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)", "${word}"], start_new_session=True)
${right}`
    const result = await run(code)
    expect(result).toMatchObject({ verdict: 'passed', left: 2 })
    expect(processesNaming(word)).toEqual([])
  })

  test('the environment of the one who runs it is not handed on', async () => {
    process.env['CAIRN_TEST_SECRET'] = canary
    const other = await createExecutor({ python: barePython(), workers: 1, preload: [] })
    delete process.env['CAIRN_TEST_SECRET']
    const code = `import os\nprint(dict(os.environ), open("/proc/self/environ").read())\n${right}`
    const result = await other.run({ test: doubled.test, code })
    await other.close()
    expect(result.verdict).toBe('passed')
    expect(result.output).not.toContain(canary)
  })

  test('nothing that one candidate writes is there for the next', async () => {
    const places =
      executor.environment.isolation.files === 'allow-list' ? ['.', '/tmp', '/dev/shm'] : ['.']
    const write = `import os\nfor d in ${JSON.stringify(places)}: open(os.path.join(d, "note"), "a").write("x")\n${right}`
    const read = `import os\nprint([d for d in ${JSON.stringify(places)} if os.path.exists(os.path.join(d, "note"))])\n${right}`
    const one = await createExecutor({ python: barePython(), workers: 1, preload: [] })
    expect((await one.run({ test: doubled.test, code: write })).verdict).toBe('passed')
    const { output } = await one.run({ test: doubled.test, code: read })
    expect(output).toBe('[]\n[]\n')
    await one.close()
  })
})

describe('a run that was ended half-way goes on where it was', () => {
  const candidates = Array.from({ length: 6 }, (_, i) => ({
    id: `n${i}`,
    test: doubled.test,
    code: `${right}# ${i}`
  }))

  test('what is known is not run again, a line cut short is, and twins run once', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'cairn-results-')), 'results.jsonl')
    await runCandidates(candidates.slice(0, 3), { executor, store: openResults(file) })
    appendFileSync(file, '{"key":"half')
    const ran: number[] = []
    const results = await runCandidates([...candidates, ...candidates.slice(0, 1)], {
      executor,
      store: openResults(file),
      onProgress: (done) => ran.push(done)
    })
    expect(results.map(({ verdict }) => verdict)).toEqual(Array(7).fill('passed'))
    expect(ran).toHaveLength(3)
    const lines = readFileSync(file, 'utf8').trim().split('\n')
    expect(lines).toHaveLength(6)
    expect(new Set(lines.map((line) => (JSON.parse(line) as { key: string }).key)).size).toBe(6)
    rmSync(join(file, '..'), { recursive: true })
  })

  test('another limit, another code or another test is another run', async () => {
    const other = await createExecutor({
      python: barePython(),
      workers: 1,
      preload: [],
      limits: { seconds: 9 }
    })
    const keys = [
      executor.keyOf({ test: 'a', code: 'b' }),
      executor.keyOf({ test: 'ab', code: '' }),
      executor.keyOf({ test: 'a', code: 'c' }),
      other.keyOf({ test: 'a', code: 'b' })
    ]
    await other.close()
    expect(new Set(keys).size).toBe(4)
  })
})

test('a Python that is not there is named, with what to do', async () => {
  await expect(createExecutor({ python: '/nowhere/python', workers: 1 })).rejects.toMatchObject({
    code: 'NOT_CONFIGURED',
    message: expect.stringContaining('npm run eval:python') as string
  })
})
