import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../src/config.js'
import { attachEmbedded, openEmbedded } from '../../src/graph/embedded/embedded.js'
import { findJava, type JavaSearch } from '../../src/graph/embedded/find-java.js'
import { requireFreeSpace } from '../../src/graph/embedded/free-space.js'
import { ensurePassword } from '../../src/graph/embedded/password.js'
import { startupFailure } from '../../src/graph/embedded/startup-failure.js'
import { createLog } from '../../src/log.js'

const home = mkdtempSync(join(tmpdir(), 'cairn-refusals-'))
const options = {
  home,
  cache: readConfig().cache,
  boltPort: 0,
  httpPort: 0,
  heapMb: 256,
  pageCacheMb: 64,
  log: createLog('silent')
}

afterAll(() => {
  rmSync(home, { recursive: true, force: true })
})

function listener(): Promise<{ server: Server; port: number }> {
  const server = createServer()
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      done({ server, port: (server.address() as AddressInfo).port })
    })
  })
}

test.each([
  ['boltPort', 'CAIRN_BOLT_PORT'],
  ['httpPort', 'CAIRN_BROWSER_PORT']
])('a %s in use is named with its setting, and nothing is started', async (which, variable) => {
  const { server, port } = await listener()

  await expect(openEmbedded({ ...options, [which]: port })).rejects.toMatchObject({
    code: 'PORT_IN_USE',
    message: expect.stringMatching(new RegExp(`Port ${String(port)} .*${variable}`)) as string
  })

  server.close()
  expect(existsSync(join(home, 'neo4j', 'data'))).toBe(false)
  expect(existsSync(join(home, 'neo4j', 'owner.lock'))).toBe(false)
})

test('the two ports cannot be the same one', async () => {
  await expect(openEmbedded({ ...options, boltPort: 7999, httpPort: 7999 })).rejects.toMatchObject({
    code: 'NOT_CONFIGURED',
    message: expect.stringContaining('7999') as string
  })
})

test('a home where nothing runs has nothing to attach to', async () => {
  expect(await attachEmbedded(home)).toBeNull()
})

function fakeJava(name: string, version: string): string {
  const bin = join(home, name, 'bin')
  mkdirSync(bin, { recursive: true })
  const script = `#!/bin/sh\ncase "$*" in *--list-modules*) echo java.base@${version};; *) echo 'openjdk version "${version}"' >&2;; esac\n`
  writeFileSync(join(bin, 'java'), script, { mode: 0o755 })
  return join(bin, 'java')
}

const nowhere: JavaSearch = { javaHome: null, programs: [], folders: [], fetch: false }

test('a Java that is too old is named with its version, beside what to install and the way without', async () => {
  const java = fakeJava('old', '17.0.9')
  const search = { ...nowhere, programs: [java] }

  await expect(findJava({ cache: join(home, 'cache'), search })).rejects.toMatchObject({
    code: 'JAVA_MISSING',
    message: expect.stringMatching(
      /needs Java 21 or newer: found only Java 17 at \/.*old\/bin\/java, .*install.*NEO4J_URI/
    ) as string
  })
})

test.each([
  ['1.8.0_392', 8],
  ['11.0.2', 11],
  ['21-ea', 21],
  ['25', 25]
])('Java %s is version %i', async (version, major) => {
  const java = fakeJava(`v${version}`, version)
  const found = findJava({
    cache: join(home, `c${version}`),
    search: { ...nowhere, programs: [java] }
  })

  if (major < 21) await expect(found).rejects.toThrow(`Java ${String(major)} at`)
  else expect(await found).toMatchObject({ major, vectorModule: false })
})

test('the newest Java is taken, unless JAVA_HOME names one that is new enough', async () => {
  const folder = join(home, 'jvm')
  fakeJava('jvm/a', '21.0.4')
  fakeJava('jvm/b', '25.0.1')
  fakeJava('jvm/c', '17.0.1')
  const cache = join(home, 'choice')
  const search = { ...nowhere, folders: [folder] }

  expect(await findJava({ cache, search })).toMatchObject({ major: 25 })
  const asked = { ...search, javaHome: join(folder, 'a') }
  expect(await findJava({ cache, search: asked })).toMatchObject({ major: 21 })
  const tooOld = { ...search, javaHome: join(folder, 'c') }
  expect(await findJava({ cache, search: tooOld })).toMatchObject({ major: 25 })
})

test('a remembered Java that was replaced by an older one is looked at again', async () => {
  const cache = join(home, 'memory')
  const java = fakeJava('changing', '21.0.4')
  const search = { ...nowhere, programs: [java] }
  expect(await findJava({ cache, search })).toMatchObject({ version: '21.0.4' })

  rmSync(java)
  fakeJava('changing', '17.0.1')

  await expect(findJava({ cache, search })).rejects.toThrow('Java 17 at')
})

test('a disk with too little room is refused before Neo4j is started, by the name of the folder', async () => {
  await expect(requireFreeSpace(home, 10 ** 12)).rejects.toMatchObject({
    code: 'DISK_FULL',
    message: expect.stringContaining(home) as string
  })
  await expect(requireFreeSpace(home, 1)).resolves.toBeUndefined()
})

test('data without its password is not opened with a new one', async () => {
  const folder = join(home, 'lost')
  mkdirSync(join(folder, 'data', 'databases', 'system'), { recursive: true })

  await expect(ensurePassword(folder, { java: 'java', argumentFile: '' })).rejects.toMatchObject({
    code: 'GRAPH_REFUSED',
    message: expect.stringContaining(join(folder, 'password')) as string
  })
})

test.each([
  ['java.io.IOException: No space left on device', 'DISK_FULL', '/data/neo4j'],
  [
    'Caused by: java.net.BindException: Address already in use: /127.0.0.1:7422',
    'PORT_IN_USE',
    'CAIRN_BROWSER_PORT'
  ],
  [
    'Caused by: java.net.BindException: Address already in use: /127.0.0.1:7421',
    'PORT_IN_USE',
    'CAIRN_BOLT_PORT'
  ],
  ['java.nio.file.AccessDeniedException: /data/neo4j/data', 'NOT_CONFIGURED', '/data/neo4j/data'],
  [
    'Error: Could not reserve enough space for 99999KB object heap',
    'NOT_CONFIGURED',
    'CAIRN_NEO4J_HEAP_MB'
  ],
  [
    'INFO Starting...\nERROR Something nobody foresaw\n\tat org.neo4j.Foo',
    'GRAPH_UNAVAILABLE',
    'nobody foresaw (its log: /logs/neo4j.log)'
  ]
])('a start that ends with "%s" is %s', (output, code, named) => {
  const settings = { boltPort: 7421, httpPort: 7422, heapMb: 256, pageCacheMb: 64 }

  const failure = startupFailure({
    output,
    freeMb: 900,
    folder: '/data/neo4j',
    logFile: '/logs/neo4j.log',
    settings
  })

  expect(failure.code).toBe(code)
  expect(failure.message).toContain(named)
})
