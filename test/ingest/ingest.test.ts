import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { itself } from '../../src/domain/caller.js'
import { createLeases } from '../../src/graph/lease.js'
import { migrate } from '../../src/graph/migrate.js'
import { finishLibrary } from '../../src/graph/queries.js'
import type { Query } from '../../src/graph/query.js'
import {
  buildCairn,
  closeCairns,
  exported,
  ingested,
  removeFolders,
  temporaryFolder,
  testDatabase
} from '../support/build-cairn.js'
import { functionPage, writeDump } from '../support/dump.js'

afterEach(closeCairns)
afterAll(removeFolders)

function handbook(): string {
  const folder = temporaryFolder()
  writeFileSync(
    join(folder, 'install.md'),
    '# Install\n\nRun the installer.\n\n## On a server\n\nUse the quiet flag, see [tuning](tuning.md#memory).\n'
  )
  writeFileSync(
    join(folder, 'tuning.md'),
    '# Tuning\n\nMeasure first.\n\n## Memory\n\nGive the cache half of what is free.\n'
  )
  return folder
}

const named = { name: 'handbook', version: '1' }

test('a folder of Markdown becomes a library with pages and sections', async () => {
  const cairn = await buildCairn()
  const [report] = await ingested(cairn, 'markdown', [handbook()], named)

  expect(report).toMatchObject({
    library: 'docs/handbook@1',
    written: 2,
    unchanged: 0,
    removed: 0,
    docs: 4
  })
  const section = await cairn.open('doc:docs/handbook@1/tuning.md#memory')
  expect(section.properties['text']).toContain('Give the cache half of what is free.')
  expect(section.edges).toContainEqual({ type: 'PART_OF', out: true, count: 1 })
})

test('the same folder again writes nothing', async () => {
  const cairn = await buildCairn()
  const folder = handbook()
  await ingested(cairn, 'markdown', [folder], named)
  const before = await exported(cairn)

  const [report] = await ingested(cairn, 'markdown', [folder], named)

  expect(report).toMatchObject({ written: 0, unchanged: 2, removed: 0 })
  expect(await exported(cairn)).toEqual(before)
})

test('a changed page changes only itself', async () => {
  const cairn = await buildCairn()
  const folder = handbook()
  await ingested(cairn, 'markdown', [folder], named)
  const before = await exported(cairn)
  writeFileSync(join(folder, 'install.md'), '# Install\n\nUnpack the archive.\n')

  const [report] = await ingested(cairn, 'markdown', [folder], named)

  expect(report).toMatchObject({ written: 1, unchanged: 1 })
  const after = await exported(cairn)
  // How many sections link to another is counted anew: that alone may move.
  const about = (lines: string[], word: string) =>
    lines
      .filter((line) => /^\{"(?:node|from)":"([^"]*)/.exec(line)?.[1]?.includes(word))
      .map((line) => line.replace(/"standing":\[[^\]]*\]/, '"standing":[]'))
  expect(about(after, 'tuning')).toEqual(about(before, 'tuning'))
  expect(about(after, 'install').join()).toContain('Unpack the archive.')
  expect(about(after, 'install').join()).not.toContain('quiet flag')
})

test('a vanished page goes, but what was cited from it stays as history', async () => {
  const cairn = await buildCairn()
  const folder = handbook()
  await ingested(cairn, 'markdown', [folder], named)
  const advice = await cairn.recommend({
    text: 'how much memory should the cache get?',
    libraries: []
  })
  const cited = advice.citations.find((citation) => citation.id.includes('memory'))
  expect(cited?.quote).toBe('Give the cache half of what is free.')
  rmSync(join(folder, 'tuning.md'))

  const [report] = await ingested(cairn, 'markdown', [folder], named)

  expect(report).toMatchObject({ removed: 1 })
  const history = await cairn.open(cited?.id ?? '')
  expect(history.label).toBe('Retired')
  expect(history.properties['text']).toContain('Give the cache half')
  const found = await cairn.search({ text: 'memory cache', libraries: [] }, 10)
  expect(found.map((node) => node.id)).not.toContain(cited?.id)
})

const short = functionPage('tools.cut', { call: 'cut(text, n)', text: 'Cut a text.' })
const long = {
  path: 'guide/cut',
  html: `<h1>Cutting</h1> ${short.html.slice(short.html.indexOf('<dl')).replace('Cut a text.', 'Cut a text into pieces of n characters, the last one shorter, without losing any of them.')}`
}

test('of two accounts of one API the fuller one tells of it, and when it goes the other takes over', async () => {
  const entries = [
    { name: 'tools.cut', path: short.path },
    { name: 'Cutting', path: long.path }
  ]
  const cairn = await buildCairn()
  const folder = temporaryFolder()
  writeDump(folder, { name: 'Tools', release: '2', pages: [short, long], entries })
  await ingested(cairn, 'devdocs', [folder])
  const id = 'api:docs/tools@2/tools.cut'
  expect((await cairn.open(id)).properties['doc']).toContain('guide/cut')

  writeDump(folder, { name: 'Tools', release: '2', pages: [short], entries: entries.slice(0, 1) })
  await ingested(cairn, 'devdocs', [folder])
  const after = await exported(cairn)
  expect((await cairn.open(id)).properties['doc']).toContain('api/tools.cut')

  const fresh = await buildCairn()
  await ingested(fresh, 'devdocs', [folder])
  expect(after).toEqual(await exported(fresh))
})

test('a cited page that comes back is the node that was cited, not a second one', async () => {
  const cairn = await buildCairn()
  const folder = handbook()
  await ingested(cairn, 'markdown', [folder], named)
  const advice = await cairn.recommend({ text: 'how much memory for the cache?', libraries: [] })
  const id = advice.citations.find((citation) => citation.id.includes('memory'))?.id ?? ''
  const before = await cairn.open(id)
  rmSync(join(folder, 'tuning.md'))
  await ingested(cairn, 'markdown', [folder], named)
  writeFileSync(
    join(folder, 'tuning.md'),
    '# Tuning\n\nMeasure first.\n\n## Memory\n\nGive the cache half of what is free.\n'
  )
  await ingested(cairn, 'markdown', [folder], named)

  const after = await cairn.open(id)
  expect(after.label).toBe('Doc')
  expect(after.edges.toSorted(byType)).toEqual(before.edges.toSorted(byType))
  expect(after.properties['retiredAt']).toBeUndefined()
  expect(await labelsOf(id)).toEqual([['Doc']])
  const found = await cairn.search({ text: 'memory cache', libraries: [] }, 10)
  expect(found.map((node) => node.id)).toContain(id)
})

test('an API that its best page drops stays the node that was cited where another page has it', async () => {
  const entries = [
    { name: 'tools.cut', path: short.path },
    { name: 'Cutting', path: long.path }
  ]
  const cairn = await buildCairn()
  const folder = temporaryFolder()
  writeDump(folder, { name: 'Tools', release: '2', pages: [short, long], entries })
  await ingested(cairn, 'devdocs', [folder])
  const id = 'api:docs/tools@2/tools.cut'
  const db = testDatabase()
  await db.raw(
    `MATCH (a:Api {id: '${id}'}) CREATE (:Recommendation {id: 'rec:cut', space: 'public'})-[:CITES {rank: 1}]->(a)`
  )
  await db.close()
  const cited = (await cairn.open(id)).edges.find(({ type }) => type === 'CITES')
  expect(cited?.count).toBe(1)

  const emptied = { path: long.path, html: '<h1>Cutting</h1><p>Nothing is cut here any more.</p>' }
  writeDump(folder, { name: 'Tools', release: '2', pages: [short, emptied], entries })
  await ingested(cairn, 'devdocs', [folder])
  const after = await cairn.open(id)
  expect(after.label).toBe('Api')
  expect(after.edges).toContainEqual(cited)
  expect(after.properties['doc']).toContain('api/tools.cut')
  expect(await labelsOf(id)).toEqual([['Api']])
})

test('what came back as a second node before this Cairn is one again after the upgrade', async () => {
  const cairn = await buildCairn()
  await ingested(cairn, 'markdown', [handbook()], named)
  const id = 'doc:docs/handbook@1/tuning.md#memory'
  const db = testDatabase()
  await db.raw(
    `CREATE (old:Retired {id: '${id}', space: 'public', evidencePassed: 3, retiredAt: datetime()})
     CREATE (:Insight {id: 'insight:old', space: 'public'})-[:BACKED_BY {quote: 'half'}]->(old)
     CREATE (:Recommendation {id: 'rec:old', space: 'public'})-[:CITES {rank: 1}]->(old)`
  )
  await db.raw('MATCH (m:Migration {number: 30}) DELETE m')
  await migrate(db)
  await db.close()

  expect(await labelsOf(id)).toEqual([['Doc']])
  const node = await cairn.open(id)
  expect(node.edges.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['BACKED_BY', 'CITES', 'PART_OF'])
  )
  expect(node.properties['evidencePassed']).toBe(3)
})

function byType(a: { type: string }, b: { type: string }): number {
  return a.type.localeCompare(b.type)
}

/** The labels of every node with this id. */
async function labelsOf(id: string): Promise<readonly (readonly string[])[]> {
  const db = testDatabase()
  const found: Query<{ id: string }, { readonly labels: readonly string[] }> = {
    name: 'labelsOf',
    access: 'read',
    integers: [],
    columns: { labels: 'string[]' },
    text: 'MATCH (n {id: $id}) RETURN labels(n) AS labels'
  }
  const rows = await db.run(found, { id })
  await db.close()
  return rows.map(({ labels }) => labels)
}

test('links between pages become SEE_ALSO, and members hang under what they belong to', async () => {
  const cairn = await buildCairn()
  const a = functionPage('tools.cut', {
    call: 'cut(text)',
    text: 'Cut a text.',
    more: '<p>See <a class="reference internal" href="tools.join#tools.join">join</a>.</p>'
  })
  const b = functionPage('tools.join', { call: 'join(parts)', text: 'Join parts.' })
  const folder = writeDump(temporaryFolder(), {
    name: 'Tools',
    release: '2',
    pages: [a, b],
    entries: [a, b].map((p) => ({ name: p.path, path: p.path }))
  })
  await ingested(cairn, 'devdocs', [folder])

  const around = await cairn.neighborhood({
    id: 'api:docs/tools@2/tools.cut',
    types: ['SEE_ALSO', 'MEMBER_OF'],
    depth: 1,
    nodes: 10,
    edges: 10
  })

  expect(around.edges).toEqual([
    {
      from: 'api:docs/tools@2/tools.cut',
      to: 'library:docs/tools@2',
      type: 'MEMBER_OF',
      note: null
    },
    {
      from: 'api:docs/tools@2/tools.cut',
      to: 'api:docs/tools@2/tools.join',
      type: 'SEE_ALSO',
      note: null
    }
  ])
})

test.each([
  ['a folder that does not exist', '/no/such/folder', /BAD_SOURCE.*no\/such\/folder/s],
  ['a folder that is no dump', '/usr/lib/ssl', /BAD_SOURCE/]
])('%s is refused with its name, and the graph is as it was', async (_, source, sentence) => {
  const cairn = await buildCairn()
  await ingested(cairn, 'markdown', [handbook()], named)
  const before = await exported(cairn)

  await expect(ingested(cairn, 'devdocs', [source])).rejects.toThrow(sentence)

  expect(await exported(cairn)).toEqual(before)
})

test('an unknown kind of source is refused at once', async () => {
  const cairn = await buildCairn()
  await expect(cairn.ingest({ reader: 'word', sources: ['x'] })).rejects.toMatchObject({
    code: 'BAD_INPUT',
    details: { field: 'reader', value: 'word' }
  })
})

test('a broken dump among good ones stops all of them before anything is written', async () => {
  const cairn = await buildCairn()
  const good = writeDump(join(temporaryFolder(), 'good'), {
    name: 'Tools',
    release: '2',
    pages: [short],
    entries: [{ name: 'cut', path: short.path }]
  })
  const broken = writeDump(join(temporaryFolder(), 'broken'), {
    name: 'Rules',
    release: '1',
    pages: [short],
    entries: []
  })
  writeFileSync(join(broken, 'db.json.gz'), Buffer.from('1f8b08000000', 'hex'))

  await expect(ingested(cairn, 'devdocs', [good, broken])).rejects.toThrow(
    /BAD_SOURCE.*db\.json\.gz/s
  )

  expect(await cairn.libraries()).toEqual([])
})

test('documentation of a team counts for the team, and changes nothing of what is public', async () => {
  const cairn = await buildCairn()
  const example = (call: string) => `<pre data-language="python">tools.${call}</pre>`
  const pages = [
    functionPage('tools.cut', { call: 'cut(text, n)', text: 'Cut a text.' }),
    functionPage('tools.join', { call: 'join(a)', text: 'Join.', more: example('cut("a", 1)') })
  ]
  const entries = pages.map(({ path }, i) => ({ name: ['cut', 'join'][i] ?? '', path }))
  const folder = writeDump(join(temporaryFolder(), 'tools'), {
    name: 'Tools',
    release: '2',
    pages,
    entries
  })
  await ingested(cairn, 'devdocs', [folder])
  const before = await exported(cairn)
  const counted = (lines: readonly string[], id: string) =>
    lines.find((line) => line.includes(`"${id}"`) && line.includes('"usage"')) ?? ''
  expect(counted(before, 'api:docs/tools@2/tools.cut')).toContain('"usage":1')

  const team = cairn.as({ ...itself, space: 'team', spaces: ['team', 'public'], writes: ['team'] })
  const notes = temporaryFolder()
  writeFileSync(
    join(notes, 'notes.md'),
    '# Notes\n\n## Cut first\n\n```python\ntools.cut(text, 2)\ntools.join(text)\n```\n'
  )
  await ingested(team, 'markdown', [notes], { name: 'notes', version: '1' })
  await ingested(team, 'devdocs', [folder])

  const after = await exported(cairn)
  expect(after).toEqual(expect.arrayContaining(before))
  // The team's own examples count beside the public one.
  expect(counted(after, 'api:docs/tools@2+team/tools.cut')).toMatch(/"usage":[2-9]/)
})

test('a library that another process ingests is refused, and what was taken over is not written', async () => {
  const cairn = await buildCairn()
  const folder = handbook()
  const db = testDatabase()
  const leases = createLeases(db)
  const lease = await leases.take('lease:library:docs/handbook@1')
  if (lease === null) throw new Error('the lease is not free')
  await expect(ingested(cairn, 'markdown', [folder], named)).rejects.toThrow(/ALREADY_RUNNING/)
  await db.raw("MATCH (m:Meta {id: 'lease:library:docs/handbook@1'}) SET m.token = 'other'")
  await expect(
    lease.fenced().run(finishLibrary, { id: 'library:docs/handbook@1', properties: {} })
  ).rejects.toMatchObject({ code: 'CONFLICT' })
  await lease.release()
  await db.raw("MATCH (m:Meta {id: 'lease:library:docs/handbook@1'}) DELETE m")
  await db.close()
  expect(await ingested(cairn, 'markdown', [folder], named)).toMatchObject([{ written: 2 }])
})
