import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { createCairn, type Cairn, type ImportInput, type ImportSummary } from '../../src/cairn.js'
import { readConfig } from '../../src/config.js'
import { createLog } from '../../src/log.js'
import { countsByLabel } from '../../src/graph/queries.js'
import {
  buildCairn,
  closeCairns,
  emptyGraph,
  exported,
  removeFolders,
  temporaryFolder,
  testConfig,
  testDatabase,
  untilEnded
} from '../support/build-cairn.js'
import { stepTo, traceOf } from './trace-of.js'

afterEach(closeCairns)
afterAll(removeFolders)

async function imported(cairn: Cairn, input: ImportInput): Promise<ImportSummary> {
  const { id } = await cairn.importTraces(input)
  await cairn.jobs.idle()
  const job = await cairn.jobs.get(id)
  if (job.state !== 'done') throw new Error(`${job.code ?? ''}: ${job.message ?? ''}`)
  return JSON.parse(job.result ?? '{}') as ImportSummary
}

const chat = {
  messages: [
    { role: 'user', content: 'Say how many files there are.' },
    {
      role: 'assistant',
      content: null,
      tool_calls: [
        {
          id: 'c1',
          type: 'function',
          function: { name: 'bash', arguments: '{"command":"ls | wc -l"}' }
        }
      ]
    },
    { role: 'tool', tool_call_id: 'c1', content: '12' },
    { role: 'assistant', content: 'There are 12.' }
  ]
}

/** Files as people have them: two formats, one packed, one broken, one that is none, a folder in a folder. */
function mixedFolder(): string {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'deeper'))
  const ours = [
    traceOf(),
    traceOf({ agent: { name: 'second' } }),
    traceOf({ outcome: { status: 'fine' } })
  ]
  writeFileSync(
    join(folder, 'a.jsonl'),
    `${ours.map((one) => JSON.stringify(one)).join('\n')}\n{"schema": "cairn.tr`
  )
  writeFileSync(join(folder, 'deeper', 'b.json'), JSON.stringify(chat))
  writeFileSync(join(folder, 'c.json'), '{"colour": "red"}')
  const attempts = [
    { problem: 'p/1', kind: 'reference', code: 'print(1)', passed: true, error: null },
    { problem: 'p/9', kind: 'reference', code: 'print(9)', passed: true, error: null }
  ]
  writeFileSync(
    join(folder, 'd.jsonl.gz'),
    gzipSync(attempts.map((one) => JSON.stringify(one)).join('\n'))
  )
  writeFileSync(join(folder, 'notes.txt'), 'not looked at')
  return folder
}

function problemsFile(): string {
  const file = join(temporaryFolder(), 'problems.jsonl')
  writeFileSync(
    file,
    JSON.stringify({ id: 'p/1', prompt: 'Print one.', library: 'Python', family: 'f/1' })
  )
  return file
}

test('a folder of several formats is read, each file counted, and what was passed over has its reason', async () => {
  const cairn = await buildCairn()
  const folder = mixedFolder()
  const summary = await imported(cairn, { paths: [folder], problems: problemsFile() })
  expect(summary.total).toMatchObject({ traces: 4, accepted: 4, known: 0, rejected: 1, skipped: 3 })
  expect(summary.formats.map(({ format, traces }) => [format, traces])).toEqual([
    ['', 0],
    ['attempts', 1],
    ['cairn', 2],
    ['openai-chat', 1]
  ])
  expect(
    summary.faults.map(({ file, line, kind }) => [file.slice(folder.length + 1), line, kind])
  ).toEqual([
    ['a.jsonl', 3, 'rejected'],
    ['a.jsonl', 4, 'skipped'],
    ['c.json', undefined, 'skipped'],
    ['d.jsonl.gz', 2, 'skipped']
  ])
  expect(summary.faults.every(({ reason }) => reason !== '')).toBe(true)
  expect((await cairn.nodeCounts())['Trace']).toBe(4)
})

test('the same import again changes nothing', async () => {
  const cairn = await buildCairn()
  const input = { paths: [mixedFolder()], problems: problemsFile() }
  await imported(cairn, input)
  const before = await exported(cairn)
  expect((await imported(cairn, input)).total).toMatchObject({ accepted: 0, known: 4 })
  expect(await exported(cairn)).toEqual(before)
})

test('a dry run says what would be done and does none of it', async () => {
  const cairn = await buildCairn()
  const before = await exported(cairn)
  const summary = await imported(cairn, { paths: [mixedFolder()], dryRun: true })
  expect(summary).toMatchObject({ dryRun: true, total: { accepted: 3, rejected: 1 } })
  expect(await exported(cairn)).toEqual(before)
})

test('what was refused is written as it came, for its owner only, and goes in once it is mended', async () => {
  const cairn = await buildCairn()
  const file = join(temporaryFolder(), 'rejected.jsonl')
  await imported(cairn, { paths: [mixedFolder()], rejectedFile: file })
  const text = readFileSync(file, 'utf8')
  expect(
    text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown)
  ).toEqual([traceOf({ outcome: { status: 'fine' } })])
  expect(statSync(file).mode & 0o077).toBe(0)
  writeFileSync(file, text.replace('"fine"', '"unknown"'))
  expect((await imported(cairn, { paths: [file] })).total).toMatchObject({
    accepted: 1,
    rejected: 0
  })
})

test.each([
  ['no path', { paths: [] }, 'paths'],
  ['a blank path', { paths: [' '] }, 'paths[0]'],
  ['a format nobody knows', { paths: ['.'], format: 'tape' }, 'format']
])('an import with %s is refused at once', async (_, input, field) => {
  const cairn = await buildCairn()
  await expect(cairn.importTraces(input)).rejects.toMatchObject({
    code: 'BAD_INPUT',
    details: { field }
  })
})

test('a path that is not there fails the job by its name', async () => {
  const cairn = await buildCairn()
  await expect(imported(cairn, { paths: ['/nowhere/at/all'] })).rejects.toThrow(
    /NOT_FOUND: \/nowhere/
  )
})

/** Three batches of an import, the last of them small: who kills it once the first is there comes in the middle. */
const many = 420
/** Three whole ones: whether it was cancelled is looked at once more when the second is written. */
const manyToCancel = 600

/** Attempts at some problems by some agents, with errors, states and what resolves them; one file for all. */
const manyTraces = () => (written ??= writeMany(many))
let written: string | undefined

function writeMany(count: number): string {
  const file = join(temporaryFolder(), 'many.jsonl')
  const lines = Array.from({ length: count }, (_, i) => {
    const passed = i % 3 === 0
    return JSON.stringify(
      traceOf({
        task: { text: `Problem number ${i % 80}: count what is there.` },
        agent: { name: `agent-${i % 7}` },
        steps: [
          stepTo(`x = ${i % 50}`, { runs: true }),
          stepTo(`x = ${i % 50}\nprint(len(str(x)))`, { runs: passed }),
          stepTo(`x = ${i}\nprint(x)`, {
            runs: passed,
            ...(passed ? {} : { error: `ValueError: reason ${'abc'[i % 3] ?? ''}` })
          })
        ],
        outcome: { status: passed ? 'passed' : 'failed', judgedBy: 'tests' },
        notes: `Run ${i}.`
      })
    )
  })
  writeFileSync(file, lines.join('\n'))
  return file
}

/** The graph that one import of them makes, which is always the same. */
const oneGo = (file: string) => (made ??= inOneGo(file))
let made: Promise<string[]> | undefined

async function inOneGo(file: string): Promise<string[]> {
  const cairn = await buildCairn()
  await imported(cairn, { paths: [file] })
  const lines = await exported(cairn)
  await closeCairns()
  return lines
}

/** An import in a process of its own. */
function importInProcess(file: string) {
  const script = `
    const { createCairn } = await import('${process.cwd()}/dist/src/cairn.js')
    const { createLog } = await import('${process.cwd()}/dist/src/log.js')
    const cairn = await createCairn(${JSON.stringify(testConfig())}, { log: createLog('silent') })
    const { id } = await cairn.importTraces({ paths: ['${file}'] })
    await cairn.jobs.idle()
    const job = await cairn.jobs.get(id)
    console.log(job.state, job.message, job.result)
    await cairn.close()`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'pipe']
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = new Promise<string>((resolve) =>
    child.once('close', () => {
      resolve(said)
    })
  )
  return { child, ended }
}

test('two processes that import the same traces at once make the graph that one makes', async () => {
  const file = manyTraces()
  const whole = await oneGo(file)
  await closeCairns()
  await buildCairn()
  const both = await Promise.all([importInProcess(file).ended, importInProcess(file).ended])
  expect(both.map((said) => said.split(' ')[0])).toEqual(['done', 'done'])
  const cairn = await buildCairn({ keep: true })
  expect((await cairn.nodeCounts())['Trace']).toBe(many)
  expect(await exported(cairn)).toEqual(whole)
})

test('an import killed with SIGKILL leaves whole traces only, and the next process ends in the same graph', async () => {
  const file = manyTraces()
  const whole = await oneGo(file)
  await emptyGraph()
  const { child, ended } = importInProcess(file)
  const db = testDatabase()
  const traces = async () =>
    (await db.run(countsByLabel, { spaces: ['public'] })).find((row) => row.label === 'Trace')
      ?.count ?? 0
  while ((await traces()) === 0 && child.exitCode === null)
    await new Promise((resolve) => setTimeout(resolve, 25))
  child.kill('SIGKILL')
  await ended
  const written = await traces()
  await db.close()
  expect(written).toBeGreaterThan(0)
  expect(written).toBeLessThan(many)

  const cairn = await buildCairn({ keep: true })
  await cairn.jobs.idle()
  expect((await cairn.jobs.list(1))[0]).toMatchObject({ kind: 'import-traces', state: 'done' })
  expect(await exported(cairn)).toEqual(whole)
})

test('an import can be cancelled; what was taken in stays and the same import brings the rest', async () => {
  const file = writeMany(manyToCancel)
  const cairn = await buildCairn()
  const { id } = await cairn.importTraces({ paths: [file] })
  while ((await cairn.nodeCounts())['Trace'] === undefined)
    await new Promise((resolve) => setTimeout(resolve, 25))
  await cairn.jobs.cancel(id)
  await cairn.jobs.idle()
  expect(await cairn.jobs.get(id)).toMatchObject({ state: 'cancelled', code: 'CANCELLED' })
  const { total } = await imported(cairn, { paths: [file] })
  expect(total.known).toBeGreaterThan(0)
  expect(total.known + total.accepted).toBe(manyToCancel)
})

test('Neo4j killed in the middle of an import: the same import brings the rest, and nothing is there twice', async () => {
  const file = manyTraces()
  const whole = await oneGo(file)
  const home = mkdtempSync(join(tmpdir(), 'cairn-killed-'))
  const settings = {
    CAIRN_HOME: home,
    CAIRN_EMBEDDER: 'lexical',
    CAIRN_NEO4J_HEAP_MB: '512',
    CAIRN_NEO4J_PAGECACHE_MB: '64'
  }
  const { cache } = readConfig()
  const config = { ...readConfig(settings), cache, boltPort: 0, browserPort: 0 }
  const cairn = await createCairn(config, { log: createLog('error') })
  try {
    const { neo4jPid } = await cairn.status()
    const { id } = await cairn.importTraces({ paths: [file] })
    while ((await cairn.nodeCounts())['Trace'] === undefined)
      await new Promise((resolve) => setTimeout(resolve, 25))
    process.kill(neo4jPid ?? 0, 'SIGKILL')
    await cairn.jobs.idle()
    // The driver waits for Neo4j to be started again; where that took too long the job says so, and where not
    // even that could be written, it is taken up again by itself.
    const job = await untilEnded(cairn, id)
    if (job.state !== 'done') expect(job).toMatchObject({ code: 'GRAPH_UNAVAILABLE' })

    expect((await imported(cairn, { paths: [file] })).total.known).toBeGreaterThan(0)
    expect(await exported(cairn)).toEqual(whole)
  } finally {
    await cairn.close()
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
})
