import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emptyGraph, removeFolders } from '../support/build-cairn.js'
import { startFakeEndpoint, type FakeEndpoint } from '../support/fake-endpoint.js'
import { freePort } from '../api/hold-back.js'
import { openShell, type Shell } from './run-cli.js'
import { allowEach } from '../support/native-runtime.js'

let shell: Shell
let endpoint: FakeEndpoint | null = null

beforeEach(async () => {
  await emptyGraph()
  shell = await openShell()
})

afterEach(async () => {
  await shell.cairn(['down'])
  await endpoint?.close()
  endpoint = null
})

// A test starts and stops several processes.
allowEach(120_000)

afterAll(async () => {
  await emptyGraph()
  removeFolders()
})

/** What is refused says so in one sentence behind the steps of the start, and leaves nothing running. */
async function expectRefused(
  settings: Readonly<Record<string, string>>,
  exit: number,
  sentence: RegExp
): Promise<void> {
  const ended = await shell.cairn(['up'], { env: settings })
  expect(ended).toMatchObject({ exit, out: '' })
  const said = ended.err.split('\n').filter((line) => line !== '' && !/^ {2}.* …$/.test(line))
  expect(said).toEqual([expect.stringMatching(sentence)])
  expect((await shell.cairn(['status'])).out).toMatch(/^Cairn is not running/)
}

// Neo4j locks a user out after three wrong passwords: a start tries one once.
test('a wrong password, which locks nobody out', async () => {
  for (const wrong of ['wrong-password', 'wrong-again'])
    await expectRefused({ NEO4J_PASSWORD: wrong }, 12, /Check NEO4J_USER and NEO4J_PASSWORD\.$/)
  await emptyGraph()
})

test('no password', () => expectRefused({ NEO4J_PASSWORD: '' }, 10, /NEO4J_PASSWORD is not/))

test('a Neo4j that does not answer', async () => {
  await expectRefused(
    { NEO4J_URI: `bolt://127.0.0.1:${await freePort()}` },
    20,
    /Neo4j does not answer/
  )
})

test('a folder without a model', () =>
  expectRefused({ CAIRN_EMBEDDER: 'local:/no/such/model' }, 10, /\/no\/such\/model/))

test('a setting that means nothing', () =>
  expectRefused({ CAIRN_EMBEDDER: 'word2vec' }, 10, /CAIRN_EMBEDDER is 'word2vec'; expected/))

test('a port that another program has', async () => {
  const other = createServer((_, response) => response.end('something else'))
  await new Promise<void>((resolve) => other.listen(shell.port, '127.0.0.1', resolve))
  other.unref()
  await expectRefused({}, 13, new RegExp(`Port ${shell.port} is in use.*CAIRN_PORT`))
  const { exit, out } = await shell.cairn(['doctor'])
  expect(exit).toBe(1)
  expect(out).toMatch(new RegExp(`^bad +Server +.*port ${shell.port} is taken`, 'm'))
  await new Promise((resolve) => other.close(resolve))
})

test('a port that a Cairn with another home has', async () => {
  expect(await shell.cairn(['up'])).toMatchObject({ exit: 0 })
  const home = mkdtempSync(join(tmpdir(), 'cairn-other-'))
  try {
    const { exit, err } = await shell.cairn(['up'], { env: { CAIRN_HOME: home } })
    expect(exit).toBe(13)
    expect(err).toMatch(
      new RegExp(`Port ${shell.port} is in use by a Cairn with another home than .*cairn down`)
    )
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
})

test('an embedder that did not make the vectors, until reembed has made them anew', async () => {
  endpoint = await startFakeEndpoint()
  const other = {
    CAIRN_EMBEDDER: 'openai:fake',
    OPENAI_BASE_URL: endpoint.url,
    OPENAI_API_KEY: 'key'
  }
  expect(await shell.cairn(['up'])).toMatchObject({ exit: 0 })
  expect(await shell.cairn(['down'])).toMatchObject({
    exit: 0,
    out: 'Cairn has stopped; its data stays.\n'
  })
  await expectRefused(other, 15, /made by 'lexical.*`cairn reembed`/)

  const { exit, out } = await shell.cairn(['reembed'], { env: other })
  expect({ exit, out }).toEqual({
    exit: 0,
    out: '0 nodes now have vectors of openai:fake.\n'
  })
  await expectRefused({}, 15, /made by 'openai:fake'/)
  const { exit: up } = await shell.cairn(['up'], { env: other })
  expect(up).toBe(0)
})

test('a problem that doctor finds is named with what mends it', async () => {
  const { exit, out } = await shell.cairn(['doctor', '--json'], {
    env: { CAIRN_EMBEDDER: 'local:/no/such/model' }
  })
  expect(exit).toBe(1)
  const findings = JSON.parse(out) as {
    subject: string
    state: string
    text: string
  }[]
  expect(findings.filter((finding) => finding.state === 'bad')).toEqual([
    {
      subject: 'Embedder',
      state: 'bad',
      text: expect.stringContaining('/no/such/model') as string
    }
  ])
})

test('doctor says that Maven is missing where Neo4j has yet to be fetched', async () => {
  const { exit, out } = await shell.cairn(['doctor'], {
    env: { NEO4J_URI: '', PATH: shell.home, CAIRN_CACHE: shell.home }
  })
  expect(exit).toBe(1)
  expect(out).toMatch(/^bad +Neo4j +not fetched yet.*Install Maven/m)
})
