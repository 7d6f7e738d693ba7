import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { restoreGraph } from '../../src/cairn.js'
import { bareWrite, keptInGraph } from '../../src/graph/queries.js'
import { createLog } from '../../src/log.js'
import { checkBackup, restoreBackup, type RestoreOptions } from '../../src/operate/restore.js'
import { takeBackup } from '../../src/operate/backup.js'
import {
  buildCairn,
  closeCairns,
  emptyGraph,
  removeFolders,
  temporaryFolder,
  testConfig,
  testDatabase
} from '../support/build-cairn.js'
import { backupFile, contentOf, ofSchema, withLibrary, writePairs } from './backup-world.js'

const question = { text: 'strip blanks of columns', libraries: [] }

afterEach(async () => {
  await closeCairns()
  await emptyGraph()
})

afterAll(removeFolders)

/** Puts a backup into the graph, which is emptied before: of what was there nothing is left but the file. */
async function restoredHere(file: string, options: RestoreOptions = {}): Promise<void> {
  await emptyGraph()
  const db = testDatabase()
  await restoreBackup(db, file, options)
  await db.close()
}

const onRestored = () => buildCairn({ keep: true })

test('a backup while others write through two connections is a state that the graph really had', async () => {
  const cairn = await buildCairn()
  await withLibrary(cairn)
  const databases = [testDatabase(), testDatabase()]
  const writers = writePairs(databases)
  const asked = { over: false, times: 0 }
  const asking = (async () => {
    while (!asked.over) {
      const { id } = await cairn.recommend({
        text: 'read a table with tablet.read',
        libraries: []
      })
      await cairn.sendFeedback({
        recommendation: id,
        by: 'tester',
        from: 'agent',
        outcome: 'passed',
        used: ['1']
      })
      asked.times += 1
    }
  })()
  while (asked.times < 2) await new Promise((resolve) => setTimeout(resolve, 100))
  const before = [...writers.acknowledged]
  const file = await backupFile(databases[0] ?? testDatabase())
  await new Promise((resolve) => setTimeout(resolve, 300))
  const during = writers.acknowledged.length
  asked.over = true
  await Promise.all([writers.stop(), asking])
  for (const db of databases) await db.close()

  await closeCairns()
  await restoredHere(file)

  const held = new Set<string>()
  const feedback: string[] = []
  for await (const line of (await onRestored()).exportLines()) {
    if ('node' in line) held.add(line.node)
    else if (line.type === 'ON') feedback.push(line.from)
  }
  expect(before.length).toBeGreaterThan(10)
  expect(during).toBeGreaterThan(before.length)
  expect(before.filter((id) => !held.has(id))).toEqual([])
  for (const name of ['left', 'right', 'side0', 'side1']) {
    const numbers = [...held].filter((id) => id.startsWith(`problem:${name}-`)).length
    const gaps = Array.from({ length: numbers }, (_, i) => `problem:${name}-${i}`).filter(
      (id) => !held.has(id)
    )
    expect(gaps).toEqual([])
  }
  const pairs = (side: string) => [...held].filter((id) => id.startsWith(`problem:${side}-`)).length
  expect(pairs('left')).toBe(pairs('right'))
  expect(feedback.length).toBeGreaterThan(0)
  expect(feedback.toSorted()).toEqual(
    [...held].filter((id) => id.startsWith('feedback:')).toSorted()
  )
})

test('what is restored is the same to the last bit, and answers as the original did', async () => {
  const cairn = await buildCairn()
  await withLibrary(cairn)
  const [here] = (await cairn.recommend(question)).citations
  const db = testDatabase()
  const first = await backupFile(db)
  await closeCairns()
  const progress: number[] = []
  await restoredHere(first, { onProgress: (done, total) => progress.push(done / total) })
  expect(await contentOf(await backupFile(db))).toEqual(await contentOf(first))
  expect(progress.at(-1)).toBe(1)
  const [there] = (await (await onRestored()).recommend(question)).citations
  expect(here).toBeDefined()
  expect(there?.id).toBe(here?.id)
  await db.close()
})

test('a file that lacks its end, was changed, or is none is refused before anything is written', async () => {
  await withLibrary(await buildCairn())
  const db = testDatabase()
  const file = await backupFile(db)
  await closeCairns()
  await emptyGraph()
  const packed = readFileSync(file)
  const text = gunzipSync(packed).toString('utf8')
  const damaged = {
    'cut.backup': packed.subarray(0, packed.length - 20),
    'shorter.backup': gzipSync(text.split('\n').slice(0, -2).join('\n') + '\n'),
    'changed.backup': gzipSync(text.replace('Strips blanks', 'Strips planks')),
    'none.backup': Buffer.from('not a backup'),
    'other.backup': gzipSync('{"some":"json"}\n'),
    'empty.backup': Buffer.alloc(0)
  }
  for (const [name, bytes] of Object.entries(damaged)) {
    const path = join(temporaryFolder(), name)
    writeFileSync(path, bytes)
    await expect(restoreBackup(db, path, {})).rejects.toMatchObject({
      code: 'BAD_SOURCE',
      message: expect.stringContaining('no whole backup') as string
    })
  }
  expect(await db.run(keptInGraph, {})).toEqual([{ nodes: 0 }])
  expect(await checkBackup(file)).toMatchObject({ cairn: 'backup' })
  await db.close()
})

test('a backup of a newer Cairn is refused, and so is a graph that is not empty', async () => {
  await withLibrary(await buildCairn())
  const db = testDatabase()
  const file = await backupFile(db)
  await expect(restoreBackup(db, file, {})).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('not empty') as string
  })
  await db.close()
  const text = gunzipSync(readFileSync(file)).toString('utf8')
  const newer = {
    'format.backup': text.replace('"format":1', '"format":2'),
    'schema.backup': ofSchema(text, 999)
  }
  for (const [name, content] of Object.entries(newer)) {
    const path = join(temporaryFolder(), name)
    writeFileSync(path, gzipSync(content))
    await expect(checkBackup(path)).rejects.toMatchObject({ code: 'GRAPH_TOO_NEW' })
  }
})

test('two backups at once: one is told to wait', async () => {
  await withLibrary(await buildCairn())
  const [one, other] = [testDatabase(), testDatabase()]
  const held = one.exclusively(() => new Promise<void>((resolve) => setTimeout(resolve, 1_000)))
  await new Promise((resolve) => setTimeout(resolve, 300))
  await expect(takeBackup(other, { folder: temporaryFolder() })).rejects.toMatchObject({
    code: 'CONFLICT'
  })
  await held
  await one.close()
  await other.close()
})

test('whoever writes waits while the graph is copied, and is told where that takes too long', async () => {
  await emptyGraph()
  const [copying, writing] = [testDatabase(), testDatabase()]
  const times = { opened: 0, written: 0 }
  const held = copying.exclusively(async (graph) => {
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    await graph.unchanged()
    times.opened = performance.now()
  })
  await new Promise((resolve) => setTimeout(resolve, 300))
  await writing.run(bareWrite, { rows: [{ id: 'problem:waits', embedding: [1] }] })
  times.written = performance.now()
  await held
  expect(times.opened).toBeGreaterThan(0)
  expect(times.written).toBeGreaterThan(times.opened)
  await copying.close()
  await writing.close()
})

test('what writes past the gate, as an older Cairn would, spoils the copy and is noticed', async () => {
  const db = testDatabase()
  const copy = db.exclusively(async (graph) => {
    await db.raw("CREATE (:Problem {id: 'problem:stranger'})")
    await graph.unchanged()
  })
  await expect(copy).rejects.toMatchObject({ code: 'CONFLICT' })
  await db.close()
})

test('a restore that is killed half-way is refused by every start, and completes when it is run again', async () => {
  await withLibrary(await buildCairn())
  const db = testDatabase()
  const file = await backupFile(db)
  await closeCairns()
  await emptyGraph()
  const { neo4jUri, neo4jUser, neo4jPassword } = testConfig()
  const child = spawn(process.execPath, ['dist/test/operate/restore-child.js', file], {
    env: {
      ...process.env,
      NEO4J_URI: neo4jUri ?? '',
      NEO4J_USER: neo4jUser,
      NEO4J_PASSWORD: neo4jPassword ?? ''
    },
    stdio: ['ignore', 'pipe', 'inherit']
  })
  const ended = once(child, 'exit')
  await Promise.race([once(child.stdout, 'data'), ended])
  expect(child.exitCode).toBeNull()
  child.kill('SIGKILL')
  await ended
  await expect(onRestored()).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('cairn restore') as string
  })
  await restoreGraph(testConfig(), { log: createLog('silent') }, { file })
  expect(await contentOf(await backupFile(db))).toEqual(await contentOf(file))
  await db.close()
  await onRestored()
})
