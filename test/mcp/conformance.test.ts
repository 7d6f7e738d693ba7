import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer, request, type Server } from 'node:http'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createLog } from '../../src/log.js'
import { startServer, type RunningServer } from '../../src/server.js'
import {
  adminKey,
  emptyGraph,
  ingested,
  removeFolders,
  temporaryFolder,
  testConfig
} from '../support/build-cairn.js'
import { writeDump } from '../support/dump.js'
import { framePages } from './agents-memory.js'
import { notApplicable } from './not-applicable.js'

let server: RunningServer
let proxy: Server

beforeAll(async () => {
  await emptyGraph()
  const settings = { CAIRN_HOME: temporaryFolder(), CAIRN_REQUESTS_PER_MINUTE: '100000' }
  server = await startServer({ ...testConfig(settings), port: 0 }, { log: createLog('silent') })
  const folder = writeDump(temporaryFolder(), {
    name: 'Frames',
    release: '1',
    pages: framePages,
    entries: framePages.map(({ path }) => ({ name: path.replace(/^api\//, ''), path }))
  })
  await ingested(server.cairn, 'devdocs', [folder])
  proxy = await withKey(server.url)
})

afterAll(async () => {
  proxy.close()
  await server.close()
})
afterAll(removeFolders)

/** The suite has no key to show: this passes everything on as it is, and adds one. */
function withKey(url: string): Promise<Server> {
  const made = createServer((asked, answer) => {
    const headers = { ...asked.headers, authorization: `Bearer ${adminKey}` }
    const passed = request(
      `${url}${asked.url ?? ''}`,
      { method: asked.method, headers },
      (given) => {
        answer.writeHead(given.statusCode ?? 502, given.headers)
        given.pipe(answer)
      }
    )
    passed.on('error', () => answer.destroy())
    answer.on('close', () => passed.destroy())
    asked.pipe(passed)
  })
  return new Promise((done) => {
    made.listen(0, '127.0.0.1', () => {
      done(made)
    })
  })
}

interface Check {
  readonly id: string
  readonly status: string
  readonly errorMessage?: string
}

interface Outcome {
  /** Checks that passed, by scenario. */
  readonly passed: ReadonlyMap<string, number>
  /** `scenario:check`, each with what the suite says. */
  readonly failed: ReadonlyMap<string, string>
}

/** Runs what a revision requires of servers. */
async function outcomeOf(revision: string): Promise<Outcome> {
  const folder = temporaryFolder()
  const address = proxy.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  await ran([
    '--import',
    pathToFileURL(resolve('dist/test/mcp/old-node.js')).href,
    'node_modules/@modelcontextprotocol/conformance/dist/index.js',
    'server',
    ...['--url', `http://127.0.0.1:${String(port)}/mcp`],
    ...['--requirements', revision, '--output-dir', folder]
  ])
  const passed = new Map<string, number>()
  const failed = new Map<string, string>()
  for (const name of readdirSync(folder)) {
    const scenario = name.replace(/^server-/, '').replace(/-\d{4}-\d\d-\d\dT.*$/, '')
    const checks = JSON.parse(readFileSync(join(folder, name, 'checks.json'), 'utf8')) as Check[]
    for (const { id, status, errorMessage = '' } of checks) {
      if (status === 'FAILURE') failed.set(`${scenario}:${id}`, errorMessage)
      else if (status === 'SUCCESS') passed.set(scenario, (passed.get(scenario) ?? 0) + 1)
    }
  }
  return { passed, failed }
}

function ran(args: readonly string[]): Promise<void> {
  return new Promise((done, reject) => {
    const child = spawn(process.execPath, args, { stdio: 'ignore' })
    child.once('error', reject)
    child.once('close', () => {
      done()
    })
  })
}

/** What is sent has to fit the schema of the revision everywhere, also in a scenario that does not apply. */
const always = /:wire-schema/

const excuseOf = (check: string): string | undefined =>
  always.test(check)
    ? undefined
    : (notApplicable.get(check) ?? notApplicable.get(check.split(':')[0] ?? ''))

const used = new Set<string>()

test.each([
  ['2025-11-25', 30],
  ['2026-07-28', 100]
] as const)('all that applies of what %s requires of a server passes', async (revision, least) => {
  const { passed, failed } = await outcomeOf(revision)
  const unexpected = [...failed].filter(([check]) => excuseOf(check) === undefined)
  const sum = [...passed.values()].reduce((a, b) => a + b, 0)
  process.stdout.write(
    `  ${revision}: ${String(sum)} checks pass, ${String(failed.size)} do not apply\n`
  )
  for (const [check] of failed)
    for (const name of [check, check.split(':')[0] ?? '']) used.add(name)
  expect(Object.fromEntries(unexpected)).toEqual({})
  expect(sum).toBeGreaterThanOrEqual(least)
})

test('what passes by now is no exception any more', () => {
  expect([...notApplicable.keys()].filter((name) => !used.has(name))).toEqual([])
})
