import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ask } from '../api/ask-http.js'
import { emptyGraph, removeFolders, temporaryFolder } from '../support/build-cairn.js'
import { openShell, type Shell } from './run-cli.js'

let shell: Shell
let docs: string

/** One person's session from first to last: each test goes on where the one before stopped. */
beforeAll(async () => {
  await emptyGraph()
  shell = await openShell()
  docs = join(temporaryFolder(), 'handbook')
  mkdirSync(docs)
  writeFileSync(
    join(docs, 'install.md'),
    '# Install\n\nRun the installer.\n\n## On a server\n\nUse the quiet flag:\n\n```sh\ninstaller --quiet\n```\n'
  )
  writeFileSync(
    join(docs, 'tuning.md'),
    '# Tuning\n\nMeasure first.\n\n## Memory\n\nGive the cache half of what is free.\n'
  )
})

afterAll(async () => {
  await shell.cairn(['down'])
  await emptyGraph()
  removeFolders()
})

/** Numbers, ids and times that differ from run to run. */
function steady(text: string): string {
  return text
    .replaceAll(String(shell.port), 'PORT')
    .replaceAll(/recommendation:\w+/g, 'recommendation:ID')
    .replaceAll(/cairn feedback \w+/g, 'cairn feedback ID')
    .replaceAll(/in \d+ ms/g, 'in N ms')
    .replaceAll(/in \d+\.\d s/g, 'in N s')
}

const memoryQuestion = 'how much memory should the cache get?'

test('before the first start status says so, and down has nothing to stop', async () => {
  expect(await shell.cairn(['status'])).toEqual({
    exit: 0,
    out: 'Cairn is not running. `cairn up` starts it.\n',
    err: ''
  })
  expect(await shell.cairn(['down'])).toMatchObject({ exit: 0, out: 'Cairn was not running.\n' })
})

test('up starts it in the background and says the addresses; up again finds it', async () => {
  const { exit, out } = await shell.cairn(['up'])
  expect(exit).toBe(0)
  expect(steady(out)).toMatchInlineSnapshot(`
   "Cairn is up.
     Pages          http://127.0.0.1:PORT  (\`cairn open\` logs a browser in)
     GraphQL, MCP   http://127.0.0.1:PORT/graphql, /mcp
     Embedder       lexical:384
     Ask            cairn recommend "…"       Stop  cairn down
   "
  `)
  expect((await shell.cairn(['up'])).out).toMatch(/^Cairn was up already\.\n/)
})

test('ingest reports what it wrote, and the same again that nothing changed', async () => {
  const ingest = ['ingest', 'markdown', docs, '--library-version', '2']
  const first = await shell.cairn(ingest)
  expect(first.exit).toBe(0)
  expect(steady(first.out)).toMatchInlineSnapshot(`
   "docs/handbook@2: 2 of 2 pages written (4 sections, 0 APIs), 0 removed in N s
   "
  `)
  const second = await shell.cairn(ingest)
  expect(steady(second.out)).toMatchInlineSnapshot(`
   "docs/handbook@2: nothing changed (2 pages) in N s
   "
  `)
})

test('a path is meant from where the command is run, not from where the server was started', async () => {
  const ingest = ['ingest', 'markdown', './handbook', '--library-version', '2']
  const { out } = await shell.cairn(ingest, { cwd: join(docs, '..') })
  expect(out).toMatch(/nothing changed \(2 pages\)/)
})

test('recommend answers for a person, whole', async () => {
  const { exit, out, err } = await shell.cairn(['recommend', memoryQuestion])
  expect({ exit, err }).toEqual({ exit: 0, err: '' })
  expect(steady(out)).toMatchInlineSnapshot(`
   "The documentation tells of this.
     1  Tuning: Memory (handbook 2) [1]
        Give the cache half of what is free.

   Sources  [1] handbook 2 > Tuning > Memory
                cairn show 'doc:docs/handbook@2/tuning.md#memory'
   Only words are compared, not meanings: no sentence encoder is set up. CAIRN_EMBEDDER names one, \`cairn
   reembed\` puts it to use.
   How did it go?  cairn feedback ID --worked | --failed "what happened"    Why this?  cairn why "…"
   "
  `)
})

test('words of a question need no quotation marks', async () => {
  const loose = await shell.cairn(['recommend', ...memoryQuestion.split(' ')])
  const quoted = await shell.cairn(['recommend', memoryQuestion])
  expect(steady(loose.out)).toBe(steady(quoted.out))
})

test.each([
  ['before', ['--json', 'recommend', memoryQuestion]],
  ['after', ['recommend', memoryQuestion, '--json']]
])('--json may stand %s the command, and the answer is data', async (_, args) => {
  const { exit, out } = await shell.cairn(args)
  expect(exit).toBe(0)
  expect(JSON.parse(out)).toMatchObject({
    question: memoryQuestion,
    citations: expect.arrayContaining([
      expect.objectContaining({ quote: 'Give the cache half of what is free.' })
    ]) as unknown
  })
})

test('--markdown gives it as an agent reads it', async () => {
  const { out } = await shell.cairn(['recommend', '--markdown', '-l', 'handbook', memoryQuestion])
  expect(out).toMatch(/^# /)
  const marked = /^<<<cairn ([0-9a-f]{16})$(?<material>[^]*)^end of cairn \1>>>$/m.exec(out)
  expect(marked?.groups?.['material']).toContain('Give the cache half of what is free.')
  expect(out).toContain('not instructions')
})

test('a question may come from standard input, with line breaks', async () => {
  const { exit, out } = await shell.cairn(['recommend', '-', '--json'], {
    input: 'The cache is slow.\nHow much memory should it get?\n'
  })
  expect(exit).toBe(0)
  expect(JSON.parse(out)).toMatchObject({
    question: 'The cache is slow.\nHow much memory should it get?'
  })
})

test('search lists what fits', async () => {
  const { out } = await shell.cairn(['search', 'quiet', 'flag', '--limit', '1'])
  expect(out).toMatchInlineSnapshot(`
   "On a server  Doc doc:docs/handbook@2/install.md#on-a-server
     Use the quiet flag:
   "
  `)
})

test('show opens what was cited', async () => {
  const { exit, out } = await shell.cairn(['show', 'doc:docs/handbook@2/tuning.md#memory'])
  expect(exit).toBe(0)
  expect(out).toMatchInlineSnapshot(`
   "Memory  section doc:docs/handbook@2/tuning.md#memory
     Tuning

   Give the cache half of what is free.

     <-CITES- 7, -PART_OF-> 1
   "
  `)
})

test('status says what it holds, for a person and as data', async () => {
  const { out } = await shell.cairn(['status'])
  expect(out).toContain(`Cairn is up at http://127.0.0.1:${shell.port} (process `)
  expect(out).toMatch(/docs\/handbook@2 +4 sections +0 APIs {2}complete/)
  expect(out).toMatch(/done +markdown \S+handbook {2}\d of 2 pages/)

  const { out: json } = await shell.cairn(['status', '--json'])
  expect(JSON.parse(json)).toMatchObject({
    running: true,
    libraries: [{ key: 'docs/handbook@2', docs: 4, state: 'complete' }]
  })
})

test('Ctrl-C cancels what is taken in; the same command goes on from there', async () => {
  const large = join(temporaryFolder(), 'large')
  mkdirSync(large)
  for (let i = 0; i < 800; i += 1)
    writeFileSync(join(large, `page-${i}.md`), `# Page ${i}\n\nThis is page ${i}.\n`)
  const running = shell.start(['ingest', 'markdown', large])
  await untilRunning('large')
  running.process.kill('SIGINT')
  const { exit, out, err } = await running.ended
  expect({ exit, out }).toEqual({ exit: 130, out: '' })
  expect(err).toMatch(/Cancelling …/)

  const { out: later } = await shell.cairn(['ingest', 'markdown', large])
  expect(later).toMatch(/^docs\/large@unversioned: \d+ of 800 pages written/)
})

/** Waits until the server works at a job. */
async function untilRunning(word: string): Promise<void> {
  for (;;) {
    const { data } = await ask(
      `http://127.0.0.1:${shell.port}`,
      '{ jobs { nodes { label state } } }'
    )
    const { jobs } = data as unknown as { jobs: { nodes: { label: string; state: string }[] } }
    if (jobs.nodes.some(({ label, state }) => label.endsWith(word) && state === 'running')) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

test('reembed is refused while it runs', async () => {
  const { exit, err } = await shell.cairn(['reembed'])
  expect(exit).toBe(16)
  expect(err).toMatch(/^Cairn is running .*`cairn down`.*\n$/)
})

test.each([
  ['an unknown library', ['recommend', 'x', '-l', 'left-pad'], 3, /left-pad.*Known: handbook@2/],
  ['an unknown node', ['show', 'doc:none'], 3, /doc:none.*`cairn search`/],
  ['an empty question', ['recommend', ' '], 2, /empty; expected a task/],
  ['a kind of source there is not', ['ingest', 'word', 'x'], 2, /word.*markdown/],
  ['a folder that is not there', ['ingest', 'markdown', '/no/such'], 4, /\/no\/such/]
])('%s ends with its own exit code and one sentence', async (_, args, exit, sentence) => {
  const ended = await shell.cairn(args)
  expect(ended).toMatchObject({ exit, out: '' })
  expect(ended.err).toMatch(sentence)
  expect(ended.err.trimEnd().split('\n')).toHaveLength(1)
  expect(ended.err).not.toMatch(/\bat \S+ \(|node:|Error:/)
})

test.each([300_000, 3_000_000])('a question of %i bytes is too large', async (bytes) => {
  const ended = await shell.cairn(['recommend', '-'], { input: 'a'.repeat(bytes) })
  expect(ended).toMatchObject({ exit: 5, out: '' })
  expect(ended.err).toMatch(/Send the task and the part .* that matters\.\n$/)
})

test('with --json a failure is data too, on standard error', async () => {
  const ended = await shell.cairn(['--json', 'recommend', 'x', '-l', 'left-pad'])
  expect(ended).toMatchObject({ exit: 3, out: '' })
  expect(JSON.parse(ended.err)).toMatchObject({
    error: { code: 'NOT_FOUND', details: { field: 'libraries', value: 'left-pad' } }
  })
})

test('whoever stops reading gets no complaint', async () => {
  const running = shell.start(['show', 'docs/handbook@2'])
  running.process.stdout?.destroy()
  expect(await running.ended).toMatchObject({ exit: 0, err: '' })
})

test('doctor says how each thing stands', async () => {
  const { exit, out } = await shell.cairn(['doctor'])
  expect(exit).toBe(0)
  expect(out).toMatch(/^ok +Neo4j +20\d\d\.\d+\S* at bolt:/m)
  expect(out).toMatch(/^ok +Server +running at /m)
  expect(out).toMatch(/^ok +Embedder +lexical:\d+, \d+ dimensions$/m)
  expect(out).toMatch(/^note +Memory +failed jobs: 1$/m)
})

test('down stops it, down again has nothing to stop, and the next question starts it anew', async () => {
  expect(await shell.cairn(['down'])).toMatchObject({
    exit: 0,
    out: 'Cairn has stopped; its data stays.\n'
  })
  expect(await shell.cairn(['down', '--json'])).toMatchObject({ out: '{\n  "stopped": false\n}\n' })
  const { exit, out, err } = await shell.cairn(['recommend', memoryQuestion])
  expect(exit).toBe(0)
  expect(out).toContain('Give the cache half of what is free.')
  expect(err).toContain('Started Cairn in the background')
})

test('two that ask at once while it is down start one server and both are answered', async () => {
  await shell.cairn(['down'])
  const both = await Promise.all([1, 2].map(() => shell.cairn(['search', 'quiet flag'])))
  expect(both.map(({ exit }) => exit)).toEqual([0, 0])
  expect(
    both
      .map(({ err }) => err)
      .join('')
      .match(/Started Cairn/g)
  ).toHaveLength(1)
})

test('the number of a process that is not Cairn is never told to end', async () => {
  await shell.cairn(['down'])
  const url = `http://127.0.0.1:${shell.port}`
  writeFileSync(join(shell.home, 'server.json'), JSON.stringify({ pid: process.pid, url }))
  expect((await shell.cairn(['down'])).out).toBe('Cairn was not running.\n')
  expect((await shell.cairn(['status'])).out).toMatch(/not running/)
})
