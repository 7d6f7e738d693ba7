import { openDatabase, type Database } from '../../src/graph/database.js'
import { migrate } from '../../src/graph/migrate.js'
import { migrations } from '../../src/graph/migrations.js'
import { createVectorIndex, dropVectorIndex } from '../../src/graph/vector-index.js'
import {
  appliedMigrations,
  bareWrite,
  countsByLabel,
  recordMigrations,
  vectorIndexes
} from '../../src/graph/queries.js'
import type { Query } from '../../src/graph/query.js'
import { createLog } from '../../src/log.js'
import { emptyGraph, testConfig, testDatabase } from '../support/build-cairn.js'

let db: Database

beforeEach(async () => {
  await emptyGraph()
  db = testDatabase()
})

afterEach(async () => {
  await db.raw('MATCH (n) DETACH DELETE n')
  await db.close()
})

function databaseWith(settings: { uri?: string; password?: string }): Database {
  const config = testConfig()
  return openDatabase({
    uri: settings.uri ?? config.neo4jUri ?? '',
    user: config.neo4jUser,
    password: settings.password ?? config.neo4jPassword ?? '',
    database: 'neo4j',
    elsewhere: true,
    log: createLog('silent')
  })
}

test('migrations are applied in order, recorded, and not applied again', async () => {
  await db.raw('MATCH (m:Migration) DELETE m')
  expect(await migrate(db)).toEqual(migrations.map((m) => m.number))
  expect(await migrate(db)).toEqual([])
  expect(await db.run(appliedMigrations, {})).toHaveLength(migrations.length)
})

test('an empty graph gets all of them at once, without what would change what is there', async () => {
  await db.raw('MATCH (n) DETACH DELETE n')
  const asked: string[] = []
  const raw: typeof db.raw = (text, params) => {
    asked.push(text)
    return db.raw(text, params)
  }
  const made = await migrate({ ...db, raw }, migrations, { empty: true })
  expect(made).toEqual(migrations.map((m) => m.number))
  expect(asked.length).toBeGreaterThan(40)
  expect(asked.filter((text) => !/^\s*(?:CREATE|DROP) /.test(text))).toEqual([])
  expect(await migrate(db)).toEqual([])
})

test('a migration whose text changed is applied again, and those after it, with its indexes as they are defined now', async () => {
  await migrate(db)
  const first = migrations[0]
  if (first === undefined) throw new Error('there are no migrations')
  const step = (on: string, checksum: string) => ({
    ...first,
    number: 900,
    checksum,
    statements: [`CREATE INDEX drawn_twice IF NOT EXISTS FOR (n:Job) ON (n.${on})`]
  })
  const later = { ...first, number: 901, checksum: 'later', statements: ['RETURN 1'] }
  const definition = async () => {
    const [row] = await db.run(drawnTwice, {})
    return row?.on
  }
  try {
    expect(await migrate(db, [...migrations, step('label', 'a'), later])).toEqual([900, 901])
    expect(await definition()).toEqual(['label'])
    expect(await migrate(db, [...migrations, step('kind', 'b'), later])).toEqual([900, 901])
    expect(await definition()).toEqual(['kind'])
    expect(await migrate(db, [...migrations, step('kind', 'b'), later])).toEqual([])
  } finally {
    await db.raw('DROP INDEX drawn_twice IF EXISTS')
    await db.raw('MATCH (m:Migration) WHERE m.number >= 900 DELETE m')
  }
})

const drawnTwice: Query<Record<string, never>, { readonly on: readonly string[] }> = {
  name: 'drawnTwice',
  access: 'read',
  integers: [],
  columns: { on: 'string[]' },
  text: "SHOW INDEXES YIELD name, properties WHERE name = 'drawn_twice' RETURN properties AS on"
}

test('a graph that a newer Cairn wrote is refused with a sentence that says so', async () => {
  await migrate(db)
  await db.run(recordMigrations, { rows: [{ number: 999, name: '999-future', checksum: 'x' }] })
  await expect(migrate(db)).rejects.toMatchObject({
    code: 'GRAPH_TOO_NEW',
    message: expect.stringContaining('Upgrade Cairn') as string
  })
})

test('a wrong password is refused by naming the setting, without the password', async () => {
  const wrong = databaseWith({ password: 'not-the-password' })
  const failure = await wrong
    .run(countsByLabel, { spaces: ['public'] })
    .catch((error: unknown) => error)
  await wrong.close()
  expect(failure).toMatchObject({
    code: 'GRAPH_REFUSED',
    message: expect.stringContaining('NEO4J_PASSWORD') as string
  })
  expect(String(failure)).not.toContain('not-the-password')
})

test('a server that does not answer is unavailable, not a bug', async () => {
  const nowhere = databaseWith({ uri: 'bolt://127.0.0.1:9' })
  await expect(nowhere.run(countsByLabel, { spaces: ['public'] })).rejects.toMatchObject({
    code: 'GRAPH_UNAVAILABLE'
  })
  await nowhere.close()
})

test('an address that is none names the setting and hides what may be a password', () => {
  expect(() => databaseWith({ uri: 'http://me:secret@host' })).toThrow(/NEO4J_URI/)
  expect(() => databaseWith({ uri: 'http://me:secret@host' })).not.toThrow(/secret/)
})

test('an answer that is not of the stated type is a bug, named by query and column', async () => {
  const lying: Query<Record<string, never>, { readonly n: number }> = {
    name: 'lying',
    access: 'read',
    integers: [],
    columns: { n: 'int' },
    text: "RETURN 'one' AS n"
  }
  await expect(db.run(lying, {})).rejects.toMatchObject({
    code: 'BUG',
    message: expect.stringContaining('lying') as string
  })
})

test('a transaction that throws leaves nothing behind', async () => {
  await migrate(db)
  const rows = [{ id: 'problem:x', embedding: [1, 0] }]
  await expect(
    db.write(async (tx) => {
      await tx.run(bareWrite, { rows })
      throw new Error('stop')
    })
  ).rejects.toThrow()
  expect(
    (await db.run(countsByLabel, { spaces: ['public'] })).find((row) => row.label === 'Problem')
  ).toBeUndefined()
})

test('a vector index that is defined on something else now is made anew', async () => {
  await migrate(db)
  await createVectorIndex(db, 16)
  const before = await db.run(vectorIndexes, {})
  await db.raw('DROP INDEX state_vector')
  await db.raw(
    "CYPHER 25 CREATE VECTOR INDEX state_vector FOR (n:State) ON n.embedding OPTIONS {indexConfig: {`vector.dimensions`: 16, `vector.similarity_function`: 'cosine'}}"
  )
  await createVectorIndex(db, 16)
  const after = await db.run(vectorIndexes, {})
  expect(after.toSorted(byName)).toEqual(before.toSorted(byName))
  expect(after.find(({ name }) => name === 'state_vector')?.properties).toContain('kind')
  const ids = async () => (await db.run(vectorIndexIds, {})).map(({ id }) => id)
  const made = await ids()
  await createVectorIndex(db, 16)
  expect(await ids()).toEqual(made)
  await dropVectorIndex(db)
})

function byName(a: { name: string }, b: { name: string }): number {
  return a.name.localeCompare(b.name)
}

const vectorIndexIds: Query<Record<string, never>, { readonly id: number }> = {
  name: 'vectorIndexIds',
  access: 'read',
  integers: [],
  columns: { id: 'int' },
  text: 'SHOW VECTOR INDEXES YIELD id RETURN id ORDER BY id'
}
