import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { emptyGraph } from '../support/build-cairn.js'
import { testNeo4j } from '../support/neo4j.js'

const run = promisify(execFile)
// Inside the package, whose own name then leads to its entries as they are published.
const folder = join('dist', 'test', 'client', 'examples')
const page = readFileSync(join('docs', 'programs.md'), 'utf8')
const examples = [...page.matchAll(/```ts\n([^]*?)```/g)].map(([, code = '']) => code)
let home: string

beforeAll(async () => {
  await emptyGraph()
  home = mkdtempSync(join(tmpdir(), 'cairn-test-open-'))
  mkdirSync(folder, { recursive: true })
  examples.forEach((code, i) => {
    writeFileSync(join(folder, `example-${String(i)}.mts`), code)
    writeFileSync(join(folder, `example-${String(i)}.mjs`), code)
  })
})

afterAll(() => {
  rmSync(home, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
})

function environment(): NodeJS.ProcessEnv {
  const { uri, user, password } = testNeo4j()
  return {
    ...process.env,
    CAIRN_HOME: home,
    CAIRN_EMBEDDER: 'lexical',
    NEO4J_URI: uri,
    NEO4J_USER: user,
    NEO4J_PASSWORD: password
  }
}

test('the examples of docs/programs.md fit the types that are published', async () => {
  expect(examples).toHaveLength(2)
  const flags = ['--noEmit', '--strict', '--module', 'nodenext', '--types', 'node']
  const files = examples.map((_, i) => join(folder, `example-${String(i)}.mts`))
  const tsc = join('node_modules', 'typescript-7', 'bin', 'tsc')
  const { stdout } = await run('node', [tsc, '--ignoreConfig', ...flags, ...files]).catch(
    (error: unknown) => error as { stdout: string }
  )
  expect(stdout).toBe('')
})

test('the second one opens a Cairn, records, is advised, and ends', async () => {
  const { stdout } = await run('node', [join(folder, 'example-1.mjs')], { env: environment() })
  expect(stdout).toContain('pino.redact')
  expect(stdout).toContain("add '*.password' for one level below")
})

test('the first one says what is wrong where nobody answers', async () => {
  const env = { ...environment(), CAIRN_KEY: 'cairn_example' }
  const code = join(folder, 'example-0.mjs')
  writeFileSync(code, readFileSync(code, 'utf8').replace(':7420', ':9'))
  const { stdout, stderr } = await run('node', [code], { env })
  expect(stdout).toBe('')
  expect(stderr).toContain('GRAPH_UNAVAILABLE Cairn does not answer at http://127.0.0.1:9.')
})

test('a setting that cannot be is refused by its name', async () => {
  const code = join(folder, 'wrong.mjs')
  const options = "{ settings: { CAIRN_WORKERS: 'many' } }"
  writeFileSync(
    code,
    `import { CairnError, openCairn } from 'cairn-memory'
await openCairn(${options}).catch((error) => console.log(error instanceof CairnError, error.code, error.message))\n`
  )
  const { stdout } = await run('node', [code], { env: environment() })
  expect(stdout).toMatch(/^true NOT_CONFIGURED CAIRN_WORKERS is 'many'/)
})
