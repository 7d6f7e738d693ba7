import { readdirSync, readFileSync } from 'node:fs'
import { migrate } from '../../src/graph/migrate.js'
import { migrations } from '../../src/graph/migrations.js'
import { openShell } from '../cli/run-cli.js'
import { emptyGraph, removeFolders, testDatabase } from '../support/build-cairn.js'

afterAll(async () => {
  await emptyGraph()
  removeFolders()
})

test('every step of the schema is told of in the words of its file, with the Cairn that brought it', () => {
  const files = readdirSync('cypher/schema').filter((file) => /^\d{3}-/.test(file))
  const said = files.map((file) => {
    const [first = ''] = readFileSync(`cypher/schema/${file}`, 'utf8').split('\n')
    return [file.replace('.cypher', ''), first.replace('// ', '')]
  })
  expect(said).toEqual(migrations.map(({ name, says }) => [name, says]))
  for (const { since } of migrations) expect(since).toMatch(/^\d+\.\d+\.\d+$/)
})

test('a graph from before is told what is changed and since when, a line each; a fresh one nothing', async () => {
  await emptyGraph()
  const db = testDatabase()
  const told: string[] = []
  const upgrade = () => migrate(db, migrations, { onProgress: (step) => void told.push(step) })
  await db.raw('MATCH (m:Migration) DELETE m')
  expect(await upgrade()).toHaveLength(migrations.length)
  expect(told).toEqual([])
  await db.raw('MATCH (m:Migration) WHERE m.number > 4 DELETE m')
  await upgrade()
  await upgrade()
  await db.close()
  expect(told.slice(0, 2)).toEqual([
    expect.stringMatching(/^upgrading the graph, schema 5, since Cairn 0\.1\.0: Words of what/),
    expect.stringMatching(/^upgrading the graph, schema 6, since Cairn 0\.1\.0: Who may do what/)
  ])
  expect(told).toHaveLength(migrations.length - 4)
})

test('cairn up says of a graph from before what is changed and since when, and of an up-to-date one nothing', async () => {
  const db = testDatabase()
  await db.raw('MATCH (m:Migration) WHERE m.number = 6 DELETE m')
  await db.close()
  const shell = await openShell()
  const first = await shell.cairn(['up'])
  await shell.cairn(['down'])
  const second = await shell.cairn(['up'])
  await shell.cairn(['down'])
  expect([first.exit, second.exit]).toEqual([0, 0])
  expect(first.err).toMatch(
    /^ {2}upgrading the graph, schema 6, since Cairn 0\.1\.0: Who may do what/m
  )
  expect(first.err).not.toContain('schema 5')
  expect(second.err).not.toContain('upgrading')
})
