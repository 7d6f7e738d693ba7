import { writeFileSync } from 'node:fs'
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
}, 60_000)

test('an error from a pipe is answered with what resolved it', async () => {
  const { exit, out } = await shell.cairn(['resolve-error', '-'], { input: "KeyError: 'prices'\n" })
  expect(exit).toBe(0)
  expect(out).toContain('resolved by 1 at 1 problems, 1 agents')
  expect(out).toContain("| table['price']")
  expect((await shell.cairn(['resolve-error', 'all', 'is', 'well'])).out).toBe(
    'No error was recognised in this text.\n'
  )
}, 60_000)

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
}, 60_000)
