import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { emptyGraph, removeFolders } from '../support/build-cairn.js'
import { openShell, type Shell } from './run-cli.js'

afterAll(async () => {
  await emptyGraph()
  removeFolders()
})

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + 60_000
  while (!(await holds())) {
    if (performance.now() > end) throw new Error('it did not come to that')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const isStarting = (shell: Shell) => existsSync(join(shell.home, 'starting.json'))

test('who started Cairn and ends meanwhile does not take it down: it comes up, and down ends it', async () => {
  const shell = await openShell()
  const client = shell.start(['up'])
  await until(() => isStarting(shell))
  client.process.kill('SIGKILL')
  await until(async () => (await shell.cairn(['status'])).out.startsWith('Cairn is up'))
  expect(isStarting(shell)).toBe(false)
  expect((await shell.cairn(['down'])).out).toBe('Cairn has stopped; its data stays.\n')
})

test('down ends a server that is only starting', async () => {
  const shell = await openShell()
  const client = shell.start(['up'])
  await until(() => isStarting(shell))
  expect((await shell.cairn(['down'])).out).toBe('Cairn has stopped; its data stays.\n')
  await client.ended
  expect((await shell.cairn(['status'])).out).toContain('Cairn is not running.')
  expect((await shell.cairn(['down'])).out).toBe('Cairn was not running.\n')
})

const message = (id: number, method: string, params: object = {}) =>
  JSON.stringify({ jsonrpc: '2.0', id, method, params })

test('what a host asks first is answered though no graph answers, and a call says why it failed', async () => {
  // A Neo4j that is not there: the server does not come up.
  const shell = await openShell({ NEO4J_URI: 'bolt://127.0.0.1:9' })
  const hello = {
    protocolVersion: '2025-11-25',
    capabilities: {},
    clientInfo: { name: 'some-host', version: '1' }
  }
  const lines = [
    message(1, 'initialize', hello),
    JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' }),
    message(2, 'ping'),
    message(3, 'tools/list'),
    message(4, 'prompts/list'),
    message(5, 'resources/templates/list'),
    message(6, 'tools/call', { name: 'search', arguments: { question: 'anything' } })
  ]
  const running = shell.start(['mcp'], { input: `${lines.join('\n')}\n` })
  const { out } = await running.ended
  const answers = new Map(
    out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: number; result?: object; error?: object })
      .map((answer) => [answer.id, answer])
  )
  expect(answers.get(1)?.result).toMatchObject({
    protocolVersion: '2025-11-25',
    serverInfo: { name: 'cairn' }
  })
  expect(answers.get(2)?.result).toEqual({})
  expect(answers.get(3)?.result).toHaveProperty('tools.length', 8)
  expect(answers.get(4)?.result).toHaveProperty('prompts')
  expect(answers.get(5)?.result).toHaveProperty('resourceTemplates')
  expect(answers.get(6)?.error).toMatchObject({ message: expect.any(String) as string })
  await shell.cairn(['down'])
})

test('a lost admin key is replaced on its machine, and the new one opens', async () => {
  const shell = await openShell({ CAIRN_ADMIN_KEY: '' })
  await shell.cairn(['up'])
  const file = join(shell.home, 'admin.key')
  const lost = readFileSync(file, 'utf8')
  const { out, exit } = await shell.cairn(['key', 'recover'])
  expect(exit).toBe(0)
  expect(out).toContain('A new admin key stands in')
  expect(readFileSync(file, 'utf8')).not.toBe(lost)
  expect((await shell.cairn(['key', 'list'])).out).toContain('local')
  await shell.cairn(['down'])
})

test('a host of the revision of 2026-07-28 is answered just so, without a handshake', async () => {
  const shell = await openShell({ NEO4J_URI: 'bolt://127.0.0.1:9' })
  const _meta = {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientInfo': { name: 'some-host', version: '1' },
    'io.modelcontextprotocol/clientCapabilities': {}
  }
  const lines = [
    message(1, 'server/discover', { _meta }),
    message(2, 'tools/list', { _meta }),
    message(3, 'tools/call', { name: 'search', arguments: { query: 'anything' }, _meta })
  ]
  const { out } = await shell.start(['mcp'], { input: `${lines.join('\n')}\n` }).ended
  const answers = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: number; result?: object; error?: object })
    .toSorted((a, b) => a.id - b.id)
  expect(answers).toMatchObject([
    { id: 1, result: { supportedVersions: ['2026-07-28'] } },
    { id: 2, result: { resultType: 'complete' } },
    { id: 3, error: { code: -32000, message: expect.stringContaining('Neo4j') as string } }
  ])
})
