import { createExplorer } from '../../src/retrieve/explorer.js'
import { buildCairn, closeCairns, testDatabase } from '../support/build-cairn.js'

const db = testDatabase()
afterEach(closeCairns)
afterAll(() => db.close())

/** Two libraries, two problems of which one is tried twice, an insight and a draft; what another team keeps has `secret` in its id. */
async function build() {
  await buildCairn()
  await db.raw(`
    CREATE (:Library {id: 'library:npm/pens@1', key: 'npm/pens@1', title: 'pens', space: 'public', ingestedAt: datetime('2026-02-01T00:00:00Z')})
    CREATE (:Library {id: 'library:npm/ink@1', key: 'npm/ink@1', title: 'ink', space: 'public', ingestedAt: datetime('2026-03-01T00:00:00Z')})
    CREATE (:Library {id: 'library:secret', key: 'npm/secret@1', title: 'secret', space: 'secret', ingestedAt: datetime()})
    CREATE (write:Api {id: 'api:pens.write', title: 'pens.write', space: 'public', library: 'npm/pens@1'})
    CREATE (fill:Api {id: 'api:ink.fill', title: 'ink.fill', space: 'public', library: 'npm/ink@1'})
    CREATE (:Doc {id: 'doc:write', title: 'Writing', space: 'public', library: 'npm/pens@1'})-[:DOCUMENTS]->(write)
    CREATE (dry:Problem {id: 'problem:dry', title: 'The pen is dry', space: 'public', createdAt: datetime()})
    CREATE (blot:Problem {id: 'problem:blot', title: 'The pen blots', space: 'public', createdAt: datetime()})
    CREATE (one:Trace {id: 'trace:one', title: 'one', outcome: 'failed', space: 'public', createdAt: datetime('2026-05-01T00:00:00Z')})-[:ATTEMPTS]->(dry)
    CREATE (two:Trace {id: 'trace:two', title: 'two', outcome: 'passed', space: 'public', createdAt: datetime('2026-05-02T00:00:00Z')})-[:ATTEMPTS]->(dry)
    CREATE (three:Trace {id: 'trace:three', title: 'three', outcome: 'passed', space: 'public', createdAt: datetime('2026-05-03T00:00:00Z')})-[:ATTEMPTS]->(blot)
    CREATE (spy:Trace {id: 'trace:secret', title: 'spy', outcome: 'failed', space: 'secret', createdAt: datetime()})-[:ATTEMPTS]->(dry)
    CREATE (spy)-[:USES]->(write)
    CREATE (one)-[:USES]->(write) CREATE (two)-[:USES]->(write) CREATE (two)-[:USES]->(fill) CREATE (three)-[:USES]->(write)
    CREATE (one)-[:RAISED {example: 'DryError'}]->(:ErrorSignature {id: 'error:dry', title: 'DryError', space: 'public'})
    CREATE (i:Insight {id: 'insight:fill', title: 'Fill it first', kind: 'reviewed', state: 'approved', space: 'public', createdAt: datetime()})-[:ABOUT]->(fill)
    CREATE (i)-[:DERIVED_FROM]->(two)
    CREATE (:Insight {id: 'insight:draft', title: 'Shake it', kind: 'candidate', state: 'candidate', space: 'public', createdAt: datetime()})-[:ABOUT]->(fill)
    CREATE (:Insight {id: 'insight:secret', title: 'Secret', kind: 'reviewed', space: 'secret', createdAt: datetime()})-[:ABOUT]->(fill)
    CREATE (:Lesson {id: 'lesson:shake', title: 'Shaking helps', space: 'public', createdAt: datetime()})-[:ABOUT]->(write)`)
  return createExplorer({ db }, ['public'], [])
}

test('the map has what was attempted most first, how it fared, and what concerns what; nothing of others', async () => {
  const map = await (await build()).spaceMap()
  expect(map.attempts).toBe(3)
  expect(map.nodes.map(({ node, ...figures }) => ({ id: node.id, ...figures }))).toEqual([
    { id: 'library:npm/pens@1', attempts: 3, passed: 2, failed: 1 },
    { id: 'library:npm/ink@1', attempts: 1, passed: 1, failed: 0 },
    { id: 'problem:dry', attempts: 2, passed: 1, failed: 1 },
    { id: 'problem:blot', attempts: 1, passed: 1, failed: 0 },
    { id: 'insight:fill', attempts: 0, passed: 0, failed: 0 }
  ])
  expect(map.nodes.find(({ node }) => node.id === 'problem:dry')?.node).toMatchObject({
    passed: 1,
    failed: 1
  })
  const told = map.edges.map(({ from, to, count }) => `${from} ${to} ${count}`)
  expect(told.sort()).toEqual([
    'insight:fill library:npm/ink@1 1',
    'insight:fill problem:dry 1',
    'problem:blot library:npm/pens@1 1',
    'problem:dry library:npm/ink@1 1',
    'problem:dry library:npm/pens@1 2'
  ])
})

test('what has to do with an API, its section or its library is found by kind and outcome, with what joins it', async () => {
  const explorer = await build()
  const found = async (id: string, kind: string, outcome?: string) => {
    const { nodes } = await explorer.concerning({ id, kind, outcome })
    return nodes.map((node) => node.id)
  }
  const write = 'api:pens.write'
  expect(await found(write, 'Trace')).toEqual([write, ...['trace:three', 'trace:two', 'trace:one']])
  expect(await found('doc:write', 'Trace', 'failed')).toEqual(['doc:write', 'trace:one', write])
  expect(await found('library:npm/ink@1', 'Insight')).toEqual([
    ...['library:npm/ink@1', 'insight:fill', 'api:ink.fill']
  ])
  expect(await found('npm/pens@1', 'Problem')).toEqual([
    ...['library:npm/pens@1', 'problem:blot', write, 'trace:three', 'problem:dry', 'trace:two']
  ])
  expect(await found(write, 'ErrorSignature')).toEqual([write, 'error:dry', 'trace:one'])
  expect(await found(write, 'Lesson')).toEqual([write, 'lesson:shake'])
  const { edges } = await explorer.concerning({ id: write, kind: 'ErrorSignature' })
  expect(edges.map(({ type }) => type).sort()).toEqual(['RAISED', 'USES'])

  await expect(explorer.concerning({ id: write, kind: 'Key' })).rejects.toMatchObject({
    code: 'BAD_INPUT',
    details: { field: 'kind' }
  })
  await expect(
    explorer.concerning({ id: write, kind: 'Trace', outcome: 'odd' })
  ).rejects.toMatchObject({ code: 'BAD_INPUT', details: { field: 'outcome' } })
  await expect(explorer.concerning({ id: 'problem:dry', kind: 'Trace' })).rejects.toMatchObject({
    details: { field: 'id' }
  })
  await expect(explorer.concerning({ id: 'trace:secret', kind: 'Trace' })).rejects.toMatchObject({
    code: 'NOT_FOUND'
  })
})
