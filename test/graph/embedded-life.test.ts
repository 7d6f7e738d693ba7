import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import neo4j from 'neo4j-driver'
import { readConfig } from '../../src/config.js'
import { endWhatRuns } from '../../src/end-home.js'
import { findRunning } from '../../src/graph/embedded/adopt-server.js'
import { askBolt, type BoltLogin } from '../../src/graph/embedded/bolt-answer.js'
import {
  attachEmbedded,
  openEmbedded,
  type EmbeddedOptions,
  type EmbeddedServer
} from '../../src/graph/embedded/embedded.js'
import { isRunning } from '../../src/graph/embedded/process-identity.js'
import { stopServer } from '../../src/graph/embedded/server-process.js'
import { createLog } from '../../src/log.js'
import { startServer } from '../../src/server.js'
import { freePort } from '../api/hold-back.js'
import { allowEach } from '../support/native-runtime.js'

const home = mkdtempSync(join(tmpdir(), 'cairn-embedded-'))
const built = resolve('dist/src')
const plain = {
  home,
  cache: readConfig().cache,
  boltPort: 0,
  httpPort: 0,
  heapMb: 256,
  pageCacheMb: 64
}
const options: EmbeddedOptions = { ...plain, log: createLog('silent') }
const children: ChildProcess[] = []

// Four starts of Neo4j take 25 s; on a machine busy with other things far more.
allowEach(180_000)

const now = Date.now

afterAll(async () => {
  Date.now = now
  for (const child of children) child.kill('SIGKILL')
  const left = await findRunning(join(home, 'neo4j'))
  if (left !== null) await stopServer(left.process)
  rmSync(home, { recursive: true, force: true })
})

/** Another process of ours that opens the embedded Neo4j of this home and keeps it. */
async function ownerInAnotherProcess(): Promise<{ child: ChildProcess; neo4jPid: number }> {
  const script = join(home, 'owner.mjs')
  writeFileSync(
    script,
    `import { openEmbedded } from '${pathToFileURL(join(built, 'graph/embedded/embedded.js')).href}'
     import { createLog } from '${pathToFileURL(join(built, 'log.js')).href}'
     const options = ${JSON.stringify(plain)}
     const server = await openEmbedded({ ...options, log: createLog('silent') })
     process.stdout.write(String(server.pid))
     setInterval(() => undefined, 1000)`
  )
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  const [said] = (await once(child.stdout, 'data')) as [Buffer]
  return { child, neo4jPid: Number(said.toString()) }
}

async function killed(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

async function query(server: BoltLogin, text: string): Promise<unknown[]> {
  const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password))
  try {
    const result = await driver.executeQuery(text)
    return result.records.map((record): unknown => record.get(0))
  } finally {
    await driver.close()
  }
}

const notes = 'MATCH (n:Note) RETURN n.text ORDER BY n.text'

test('a second owner is refused and told which process is the first; others may still attach', async () => {
  const { child, neo4jPid } = await ownerInAnotherProcess()

  const second = openEmbedded(options)

  await expect(second).rejects.toMatchObject({
    code: 'ALREADY_RUNNING',
    message: expect.stringMatching(
      new RegExp(`process ${String(child.pid)}; .*cairn down`)
    ) as string
  })
  const attached = await attachEmbedded(home)
  expect(attached?.pid).toBe(neo4jPid)
  await killed(child)
})

test('Neo4j survives its owner, and the next owner takes it over with its data', async () => {
  const orphan = await attachEmbedded(home)
  if (orphan === null) throw new Error('The Neo4j of the dead owner is gone.')
  await query(orphan, "CREATE (:Note {text: 'written without an owner'})")

  const server = await openEmbedded(options)

  expect(server).toMatchObject({ startedHere: false, pid: orphan.pid, uri: orphan.uri })
  expect(await query(server, notes)).toEqual(['written without an owner'])
  await server.stop()
  await server.exited
  expect(await attachEmbedded(home)).toBeNull()
})

test('what was acknowledged is still there after Neo4j itself was killed, and its owner hears of it', async () => {
  const before = await openEmbedded(options)
  expect(before.startedHere).toBe(true)
  await query(before, "CREATE (:Note {text: 'written before the crash'})")
  process.kill(before.pid, 'SIGKILL')
  expect(await before.exited).toEqual({ code: null, signal: 'SIGKILL' })
  await before.stop()

  // The clock on the wall may jump, as after a night's sleep: a start and a stop take no longer for that.
  let days = 0
  Date.now = () => now() + 86_400_000 * (days += 1)
  const after = await openEmbedded(options)

  expect(await query(after, notes)).toEqual([
    'written before the crash',
    'written without an owner'
  ])
  await expectClosedToOthers(after)
  await Promise.all([after.stop(), after.stop()])
  await after.stop()
  expect(await after.exited).toEqual({ code: 0, signal: null })
  Date.now = now
})

async function expectClosedToOthers(server: EmbeddedServer): Promise<void> {
  for (const password of ['neo4j', 'guessed'])
    expect(await askBolt({ ...server, password })).toEqual({ state: 'refused' })
  expect(statSync(join(home, 'neo4j', 'password')).mode & 0o777).toBe(0o600)
  const page = await fetch(server.browserUrl)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('<html')
  if (process.platform === 'linux') expect(listeningBeyondLoopback(server.pid)).toEqual([])
}

/** Local addresses of the sockets of a process that wait for others and are not on loopback. */
function listeningBeyondLoopback(pid: number): string[] {
  const mine = new Set(socketInodes(pid))
  const rows = ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((table) =>
    readFileSync(`/proc/net/${table}`, 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => ({ table, fields: line.trim().split(/\s+/) }))
  )
  // 0A is LISTEN; a UDP socket has no such state. Loopback is 127.0.0.1, ::1 or the first mapped.
  const loopback = /^(0100007F|0{24}01000000|0{16}FFFF00000100007F):/
  return rows
    .filter(({ table, fields }) => table.startsWith('udp') || fields[3] === '0A')
    .filter(({ fields }) => mine.has(fields[9] ?? ''))
    .filter(({ fields }) => !loopback.test(fields[1] ?? ''))
    .map(({ table, fields }) => `${table} ${String(fields[1])}`)
}

function socketInodes(pid: number): string[] {
  const folder = `/proc/${String(pid)}/fd`
  return readdirSync(folder).flatMap((name) => {
    try {
      return /^socket:\[(\d+)\]$/.exec(readlinkSync(join(folder, name)))?.[1] ?? []
    } catch {
      return []
    }
  })
}

test('an orphan with other settings is replaced, and its data outlives the restart', async () => {
  const { child, neo4jPid } = await ownerInAnotherProcess()
  const orphan = (await findRunning(join(home, 'neo4j')))?.process
  await killed(child)

  const server = await openEmbedded({ ...options, heapMb: 300 })

  expect(server.startedHere).toBe(true)
  expect(server.pid).not.toBe(neo4jPid)
  expect(orphan !== undefined && isRunning(orphan)).toBe(false)
  expect(await query(server, notes)).toHaveLength(2)
  await server.stop()
})

test('a Neo4j whose owner died is ended by who ends the home', async () => {
  const { child } = await ownerInAnotherProcess()
  await killed(child)
  expect(await endWhatRuns(home)).toBe(true)
  expect(await findRunning(join(home, 'neo4j'))).toBeNull()
  expect(await endWhatRuns(home)).toBe(false)
})

test('a server that fails before its doors are open leaves no Neo4j', async () => {
  const config = readConfig({
    CAIRN_HOME: home,
    CAIRN_PORT: String(await freePort()),
    CAIRN_BOLT_PORT: '0',
    CAIRN_BROWSER_PORT: '0',
    CAIRN_EMBEDDER: 'lexical',
    CAIRN_LOG: 'silent',
    CAIRN_SAFE_LIST: join(home, 'no-such-list.json')
  })
  const failed = startServer({ ...config, cache: plain.cache }, { log: createLog('silent') })
  await expect(failed).rejects.toMatchObject({ code: 'NOT_CONFIGURED' })
  expect(await findRunning(join(home, 'neo4j'))).toBeNull()
})
