import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createCairn, restoreGraph, type Cairn } from '../../src/cairn.js'
import type { Config } from '../../src/config.js'
import { itself } from '../../src/domain/caller.js'
import { projectHash } from '../../src/domain/project-hash.js'
import type { Database } from '../../src/graph/database.js'
import { createLog } from '../../src/log.js'
import { backupFile } from '../operate/backup-world.js'
import {
  emptyGraph,
  removeFolders,
  temporaryFolder,
  testConfig,
  testDatabase
} from '../support/build-cairn.js'
import { attempt, counted, embedded, holding, labelled, word } from './contributions.js'

const log = createLog('silent')
let cairn: Cairn
let config: Config
let db: Database

beforeEach(async () => {
  await emptyGraph()
  config = testConfig({ CAIRN_HOME: temporaryFolder() })
  cairn = await createCairn(config, { log })
  db = testDatabase()
})

afterEach(async () => {
  await cairn.close()
  await db.close()
  await emptyGraph()
})

afterAll(removeFolders)

async function record(...traces: object[]): Promise<string[]> {
  const receipts = await cairn.recordTraces(traces)
  return receipts.map((receipt) => {
    if (receipt.status !== 'accepted') throw new Error(JSON.stringify(receipt))
    return receipt.trace ?? ''
  })
}

async function plantInsight(id: string, kind: string, from: string): Promise<void> {
  await db.raw(
    `MATCH (t:Trace {id: $from}) CREATE (i:Insight {id: $id, space: 'public', kind: $kind, state: CASE $kind WHEN 'reviewed' THEN 'approved' ELSE 'candidate' END,
       title: 'An insight', text: 'An insight', embedding: [0.6, 0.8], support: 1, version: 1, flags: []})-[:DERIVED_FROM]->(t)`,
    { id, kind, from }
  )
}

test('an attempt goes with all that rests on it alone, and what others did stays', async () => {
  const [mine = '', other = ''] = await record(attempt(word, 'ann'), attempt('wombat', 'bob', true))
  await plantInsight('insight:draft', 'candidate', mine)
  await plantInsight('insight:firm', 'reviewed', mine)
  await db.raw(
    "MATCH (t:Trace {id: $mine}) CREATE (:Recommendation {id: 'recommendation:x', space: 'public', question: 'q'})-[:CITES {rank: 1, quote: $quote}]->(t)",
    { mine, quote: `Load the ${word} sheet` }
  )
  expect(await db.run(holding, { word })).not.toEqual([])
  const before = await cairn.nodeCounts()
  const rehearsed = await cairn.deleteContribution({ id: mine, dryRun: true })
  expect(rehearsed.ids).toEqual(expect.arrayContaining([mine, 'insight:draft']))
  expect(await cairn.nodeCounts()).toEqual(before)
  expect(existsSync(join(config.home, 'tombstones.jsonl'))).toBe(false)
  expect((await db.run(embedded, rehearsed)).map(({ id }) => id)).toEqual(['insight:draft', mine])

  const deleted = await cairn.deleteContribution({ id: mine })

  expect(deleted).toEqual(rehearsed)
  expect(deleted.marked).toEqual(['insight:firm'])
  expect(await db.run(holding, { word })).toEqual([])
  expect(await db.run(embedded, deleted)).toEqual([])
  const tomb = await cairn.open(mine)
  expect(tomb.label).toBe('Retired')
  expect(tomb.properties).toMatchObject({ kind: 'tombstone', was: 'Trace', deletedBy: 'cairn' })
  expect(tomb.edges).toEqual([{ type: 'CITES', out: false, count: 1 }])
  expect(await db.run(labelled, { id: 'insight:firm' })).toEqual([
    { label: 'Insight', flags: ['sources-deleted'] }
  ])
  expect(await db.run(labelled, { id: 'insight:draft' })).toEqual([{ label: 'Retired', flags: [] }])
  expect((await cairn.open(other)).label).toBe('Trace')
  expect(await db.run(holding, { word: 'wombat' })).not.toEqual([])
})

test('an insight that stays is counted anew: its attempts, whose they are, and their problems', async () => {
  const recordedBy = async (name: string, trace: object) => {
    const verbs = cairn.as({ ...itself, id: `principal:${name}`, name })
    const [receipt] = await verbs.recordTraces([trace])
    return receipt?.trace ?? ''
  }
  const kept = await recordedBy('ann', attempt('emu', 'ann', true))
  const shared = await recordedBy('bob', attempt('emu', 'bob', true))
  const last = await recordedBy('bob', attempt('wombat', 'bob', true))
  await plantInsight('insight:firm', 'reviewed', kept)
  await db.raw(
    'MATCH (i:Insight {id: $id}), (t:Trace) SET i.support = 3, i.agents = 2, i.problems = 2 MERGE (i)-[:DERIVED_FROM]->(t)',
    { id: 'insight:firm' }
  )
  const counts = async () => (await db.run(counted, { id: 'insight:firm' }))[0]?.counts
  expect(await counts()).toEqual([3, 2, 2])
  await cairn.deleteContribution({ id: last })
  expect(await counts()).toEqual([2, 2, 1])
  await cairn.deleteContribution({ id: shared })
  expect(await counts()).toEqual([1, 1, 1])
})

test('what two attempts share stays while one of them is there', async () => {
  const [first = '', second = ''] = await record(
    attempt('shared', 'ann', true),
    attempt('shared', 'bob', true)
  )
  const states = (await cairn.nodeCounts())['State']
  await cairn.deleteContribution({ id: first })
  expect((await cairn.nodeCounts())['State']).toBe(states)
  expect((await cairn.nodeCounts())['Problem']).toBe(1)
  await cairn.deleteContribution({ id: second })
  const left = await cairn.nodeCounts()
  expect([left['State'] ?? 0, left['Problem'] ?? 0, left['Lesson'] ?? 0]).toEqual([0, 0, 0])
})

test('an answer goes with what was said of it, and with the evidence that this gave', async () => {
  await record(attempt('emu', 'ann', true))
  const { id, citations } = await cairn.recommend({
    text: 'Load the emu sheet and sum its emu column.',
    libraries: []
  })
  const cited = citations[0]?.id ?? ''
  const { feedback } = await cairn.sendFeedback({
    recommendation: id,
    by: 'tester',
    from: 'agent',
    outcome: 'passed',
    used: ['1'],
    needed: `a page on ${word}`
  })
  expect((await cairn.open(cited)).properties).toMatchObject({ evidenceUses: 1 })
  const { ids } = await cairn.deleteContribution({ id })
  expect(ids.toSorted()).toEqual([feedback, id].toSorted())
  const { properties } = await cairn.open(cited)
  expect(properties['evidenceUses']).toBe(0)
  expect(properties['evidencePassed']).toBeCloseTo(0, 6)
  expect(await db.run(holding, { word })).toEqual([])
})

test('all that one principal contributed goes, and only an admin may do that', async () => {
  const [mine = '', also = '', other = ''] = await record(
    attempt(word, 'ann'),
    attempt(`second${word}`, 'ann', true),
    attempt('wombat', 'bob', true)
  )
  const curator = cairn.as({ ...itself, role: 'curator', rolesIn: { public: 'curator' } })
  await expect(curator.deleteContribution({ id: 'principal:ann' })).rejects.toMatchObject({
    code: 'FORBIDDEN'
  })
  const agent = cairn.as({ ...itself, role: 'curator', rolesIn: { public: 'agent' } })
  await expect(agent.deleteContribution({ id: mine })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  const { ids } = await cairn.deleteContribution({ id: 'principal:ann' })
  expect(ids).toEqual(expect.arrayContaining([mine, also]))
  expect(ids).not.toContain(other)
  expect(await db.run(holding, { word })).toEqual([])
  await expect(cairn.deleteContribution({ id: 'trace:nobody' })).rejects.toMatchObject({
    code: 'NOT_FOUND'
  })
})

test('all that came of one project goes, by its remote, its root or their hash, and only an admin may do that', async () => {
  const at = (name: string, project: string) => ({
    ...attempt(name, 'ann', true),
    context: { project }
  })
  const remote = 'git@example.org:ours/app.git'
  for (const id of [`project:https://example.org/ours/app`, projectHash(remote)]) {
    const [mine = '', other = ''] = await record(at(word, remote), at('wombat', '/home/ann/other'))
    const curator = cairn.as({ ...itself, role: 'curator', rolesIn: { public: 'curator' } })
    await expect(curator.deleteContribution({ id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const { ids } = await cairn.deleteContribution({ id })
    expect(ids).toContain(mine)
    expect(ids).not.toContain(other)
    expect(await db.run(holding, { word })).toEqual([])
    await expect(cairn.deleteContribution({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await cairn.deleteContribution({ id: 'project:/home/ann/other' })
    expect(await db.run(holding, { word: 'wombat' })).toEqual([])
  }
})

test('all that was contributed in one space goes, and nothing of another', async () => {
  const team = cairn.as({ ...itself, space: 'team-a', spaces: ['team-a'], writes: ['team-a'] })
  const [theirs] = await team.recordTraces([attempt(word, 'ann')])
  const [public_ = ''] = await record(attempt('wombat', 'ann', true))
  await expect(cairn.deleteContribution({ id: 'space:team-a' })).rejects.toMatchObject({
    code: 'NOT_FOUND'
  })
  const { ids } = await team.deleteContribution({ id: 'space:team-a' })
  expect(ids).toContain(theirs?.trace)
  expect(await db.run(holding, { word })).toEqual([])
  expect((await cairn.open(public_)).label).toBe('Trace')
})

test('a note that was deleted is not written again from the same attempts', async () => {
  await record(attempt('kiwi', 'ann'), attempt('kiwi', 'bob', true))
  const [lesson] = await cairn.lessons({ task: 'Load the kiwi sheet and sum its kiwi column.' })
  if (lesson === undefined) throw new Error('no note was written')
  expect(await db.run(embedded, { ids: [lesson.id] })).toHaveLength(1)
  await cairn.deleteContribution({ id: lesson.id })
  expect(await db.run(embedded, { ids: [lesson.id] })).toEqual([])
  await record(attempt('kiwi', 'cleo'))
  expect(await db.run(labelled, { id: lesson.id })).toEqual([{ label: 'Retired', flags: [] }])
})

test('what was deleted is deleted again when an older backup is put back, and is not in a newer one', async () => {
  const [mine = '', other = ''] = await record(attempt(word, 'ann'), attempt('wombat', 'bob', true))
  const older = await backupFile(db)
  await cairn.deleteContribution({ id: mine })
  const newer = await backupFile(db)
  await cairn.close()
  const elsewhere = testConfig({ CAIRN_HOME: temporaryFolder() })
  const tombstones = join(config.home, 'tombstones.jsonl')
  const restores = [
    { at: config, file: older },
    { at: elsewhere, file: older, deletions: tombstones },
    { at: elsewhere, file: newer }
  ]
  for (const { at, ...restore } of restores) {
    await emptyGraph()
    await restoreGraph(at, { log }, restore)
    expect(await db.run(holding, { word })).toEqual([])
    expect(await db.run(labelled, { id: mine })).toMatchObject([{ label: 'Retired' }])
    expect(await db.run(labelled, { id: other })).toMatchObject([{ label: 'Trace' }])
  }
  await emptyGraph()
  await restoreGraph(elsewhere, { log }, { file: older })
  expect(await db.run(holding, { word })).not.toEqual([])
  cairn = await createCairn(config, { log })
})
