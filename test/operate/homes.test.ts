import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createCairn, restoreGraph, type Cairn } from '../../src/cairn.js'
import { callerOf } from '../../src/access/identity.js'
import type { Database } from '../../src/graph/database.js'
import { newestOf } from '../../src/graph/migrate.js'
import { migrations } from '../../src/graph/migrations.js'
import { createLog } from '../../src/log.js'
import { checkBackup, restoreBackup } from '../../src/operate/restore.js'
import {
  buildCairn,
  closeCairns,
  emptyGraph,
  removeFolders,
  temporaryFolder,
  testConfig,
  testDatabase
} from '../support/build-cairn.js'
import { backupFile, contentOf } from './backup-world.js'
import { lessonText, question, type MadeHome } from './make-home.js'

const folder = 'test/operate/homes'
const file = `${folder}/d082ffb.backup`
const made = JSON.parse(readFileSync(`${folder}/d082ffb.json`, 'utf8')) as MadeHome

let cairn: Cairn
let db: Database

beforeAll(async () => {
  db = testDatabase()
  await emptyGraph()
  await restoreGraph(testConfig(), { log: createLog('silent') }, { file })
  cairn = await buildCairn({ keep: true })
})

afterAll(async () => {
  await closeCairns()
  await emptyGraph()
  await db.close()
  removeFolders()
})

test('the home is of an older schema than this Cairn', async () => {
  const { schema } = await checkBackup(file)
  expect(schema).toBe(6)
  expect(newestOf(migrations)).toBeGreaterThan(schema)
})

test('its insight is in force, and answers', async () => {
  const { items, citations } = await cairn.recommend({ text: question, libraries: [] })
  const cited = citations.find(({ id }) => id === made.insight)
  expect(cited).toBeDefined()
  expect(items.find(({ kind }) => kind === 'insight')?.title).toBe('Sort prices with the deep twin')
  const { insight, quotations, decisions } = await cairn.insight(made.insight)
  expect(insight).toMatchObject({ state: 'approved', inForce: true })
  expect(quotations.map(({ holds }) => holds)).toEqual([true])
  expect(decisions.map(({ kind }) => kind)).toEqual(['record'])
})

test('its attempts are there, and what a model learned of them is taught', async () => {
  const nodes = await cairn.openAll([...made.solved, made.failed, made.lesson.id])
  expect(nodes.map(({ id }) => id).toSorted()).toEqual(
    [...new Set([...made.solved, made.failed, made.lesson.id])].toSorted()
  )
  const lessons = await cairn.lessons({ task: question, limit: 10 })
  expect(lessons.map(({ text }) => text)).toContain(lessonText)
})

test('its key opens, and shows what its team keeps, which is nobody else’s', async () => {
  const ann = await cairn.access.identify(made.annKey)
  if (ann === null) throw new Error('the key of the old home opens nothing')
  expect(ann).toMatchObject({ name: 'ann', home: 'team-a' })
  const hers = cairn.as(callerOf(ann))
  expect(await hers.open(made.ofTeam)).toMatchObject({ label: 'Trace' })
  await expect(cairn.open(made.ofTeam)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('the order that it learned is in force', async () => {
  expect(made.ranking.inForce).toBe(true)
  const ranking = await cairn.ranking()
  expect(ranking).toMatchObject({ inForce: true, after: made.ranking.after })
  expect(ranking?.changes.map(({ feature }) => feature)).toContain('depth')
})

test('what came of its answers still counts, and so do its epochs', async () => {
  const { properties } = await cairn.open(made.cited)
  expect(properties['evidenceUses']).toBe(1)
  const epochs = await cairn.epochs()
  expect(epochs.map(({ number, state, inForce }) => ({ number, state, inForce }))).toEqual([
    { number: 2, state: 'open', inForce: 1 },
    { number: 1, state: 'closed', inForce: 1 }
  ])
})

test('new work goes on in it: an attempt is recorded, and what it learned is found', async () => {
  const [receipt] = await cairn.recordTraces([
    {
      task: 'Sort the prices of a table with empty rows.',
      agent: 'later',
      outcome: 'passed',
      learned: [{ about: ['frames.sort_prices'], happens: 'moves empty rows to the top' }]
    }
  ])
  expect(receipt?.status).toBe('accepted')
  const notes = await cairn.fieldNotes('frames.sort_prices')
  const text = expect.stringContaining('moves empty rows to the top') as string
  expect(notes).toContainEqual(expect.objectContaining({ text }))
})

test('a graph of an older Cairn is kept as it was before it is upgraded, so that the upgrade can be taken back', async () => {
  await closeCairns()
  await db.raw('MATCH (m:Migration) WHERE m.number > 6 DELETE m')
  const before = await contentOf(await backupFile(db))
  const home = temporaryFolder()
  const told: string[] = []
  const upgraded = await createCairn(testConfig({ CAIRN_HOME: home }), {
    log: createLog('silent'),
    onProgress: (step) => void told.push(step)
  })
  await upgraded.close()
  const [name = '', ...more] = readdirSync(join(home, 'backups'))
  expect(more).toEqual([])
  const kept = join(home, 'backups', name)
  expect(told[0]).toContain(`keeping the graph as it is in ${kept}`)
  expect(told[1]).toContain('upgrading the graph, schema 30')
  expect(await checkBackup(kept)).toMatchObject({ schema: 6 })
  expect(await contentOf(kept)).toEqual(before)
  const again = await createCairn(testConfig({ CAIRN_HOME: home }), { log: createLog('silent') })
  await again.close()
  expect(readdirSync(join(home, 'backups'))).toEqual([name])
  await emptyGraph()
  await restoreBackup(db, kept, {})
})
