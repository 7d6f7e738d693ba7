import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Cairn } from '../../src/cairn.js'
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

/** A project with documentation and guides, both with a page of the same name. */
function project(name = 'tools'): string {
  const root = temporaryFolder()
  mkdirSync(join(root, 'docs'))
  mkdirSync(join(root, 'guides'))
  writeFileSync(join(root, 'package.json'), JSON.stringify({ name, version: '2' }))
  writeFileSync(join(root, 'docs/index.md'), '# Reference\n\nThe blade is of steel.\n')
  writeFileSync(join(root, 'docs/oil.md'), '# Oil\n\nUse mineral oil for the hinge.\n')
  writeFileSync(join(root, 'guides/index.md'), '# Guides\n\nSharpen before use.\n')
  return root
}

async function removed(
  cairn: Cairn,
  what: { library: string; source?: string }
): Promise<Record<string, unknown>> {
  const { id } = await cairn.removeLibrary(what)
  await cairn.jobs.idle()
  const job = await cairn.jobs.get(id)
  if (job.state !== 'done') throw new Error(`${job.code ?? ''}: ${job.message ?? ''}`)
  return JSON.parse(job.result ?? '{}') as Record<string, unknown>
}

async function raw(statement: string): Promise<void> {
  const db = testDatabase()
  await db.raw(statement)
  await db.close()
}

const library = 'docs/tools@2'
const gone = { code: 'NOT_FOUND' }

test('two folders of one project are two sources of its library, each with its own pages', async () => {
  const cairn = await buildCairn()
  const root = project()
  await ingested(cairn, 'markdown', [join(root, 'docs')])
  await ingested(cairn, 'markdown', [join(root, 'guides')])

  expect(await cairn.librarySources([library])).toEqual([
    { library, source: 'markdown:docs', pages: 2, waiting: 0 },
    { library, source: 'markdown:guides', pages: 1, waiting: 0 }
  ])
  expect((await cairn.open(`doc:${library}/index.md`)).properties['title']).toBe('Reference')
  expect((await cairn.open(`doc:${library}/guides/index.md`)).properties['title']).toBe('Guides')
})

test('a source is removed by itself; the last one takes the library with it', async () => {
  const cairn = await buildCairn()
  const root = project()
  await ingested(cairn, 'markdown', [join(root, 'docs'), join(root, 'guides')])
  const what = { library, source: 'markdown:guides' }
  expect(await cairn.plannedRemoval(what)).toMatchObject({ pages: 1, docs: 1, apis: 0, cited: 0 })

  expect(await removed(cairn, what)).toMatchObject({ pages: 1, source: 'markdown:guides' })

  await expect(cairn.open(`doc:${library}/guides/index.md`)).rejects.toMatchObject(gone)
  expect((await cairn.open(`doc:${library}/index.md`)).label).toBe('Doc')
  expect(await cairn.libraries()).toMatchObject([{ key: library, state: 'complete', docs: 2 }])

  await removed(cairn, { library: 'tools', source: 'markdown:docs' })
  expect(await cairn.libraries()).toEqual([])
  const left = (await exported(cairn)).filter((line) => line.includes('tools'))
  expect(left).toEqual([])
})

test('a removed library keeps what was cited as history, and comes back as the same nodes', async () => {
  const cairn = await buildCairn()
  const root = project()
  const both = [join(root, 'docs'), join(root, 'guides')]
  await ingested(cairn, 'markdown', both)
  const id = `doc:${library}/oil.md`
  await raw(
    `MATCH (d:Doc {id: '${id}'}) SET d.evidencePassed = 2.0
     CREATE (:Insight {id: 'insight:oil', space: 'public', kind: 'reviewed', state: 'approved', library: '${library}'})-[:BACKED_BY {quote: 'mineral oil'}]->(d)
     CREATE (:Recommendation {id: 'rec:oil', space: 'public'})-[:CITES {rank: 1}]->(d)`
  )
  expect(await cairn.plannedRemoval({ library })).toMatchObject({ pages: 3, docs: 3, cited: 1 })

  await removed(cairn, { library })

  const history = await cairn.open(id)
  expect(history.label).toBe('Retired')
  expect(history.edges.map(({ type }) => type)).toEqual(['BACKED_BY', 'CITES'])
  expect((await cairn.open(`library:${library}`)).label).toBe('Retired')
  expect(await cairn.search({ text: 'mineral oil for the hinge', libraries: [] }, 10)).toEqual([])
  await expect(cairn.open(`doc:${library}/index.md`)).rejects.toMatchObject(gone)

  await ingested(cairn, 'markdown', both)
  const back = await cairn.open(id)
  expect(back).toMatchObject({ label: 'Doc', properties: { evidencePassed: 2 } })
  expect(back.edges.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['BACKED_BY', 'CITES', 'PART_OF'])
  )
  expect((await cairn.open(`library:${library}`)).label).toBe('Library')
  const found = await cairn.search({ text: 'mineral oil for the hinge', libraries: [] }, 10)
  expect(found.map((node) => node.id)).toContain(id)
})

test('an API that two sources document stays when one of them goes, in the words of the other', async () => {
  const cairn = await buildCairn()
  const root = project()
  writeFileSync(join(root, 'docs/cut.md'), '# Cutting\n\n## `tools.cut(text)`\n\nShort.\n')
  const page = functionPage('tools.cut', {
    call: 'cut(text, n)',
    text: `Cut. ${'Long. '.repeat(40)}`
  })
  const dump = writeDump(join(root, 'dump'), {
    name: 'Tools',
    release: '2',
    pages: [page],
    entries: [{ name: 'tools.cut', path: page.path }]
  })
  await ingested(cairn, 'markdown', [join(root, 'docs')])
  await ingested(cairn, 'devdocs', [dump])
  const api = `api:${library}/tools.cut`
  expect((await cairn.open(api)).properties['doc']).toContain('/api/tools.cut')

  await removed(cairn, { library, source: 'devdocs:tools' })

  // What the removed source said of it is not said any more.
  expect((await cairn.open(api)).properties).toMatchObject({
    summary: '',
    page: `doc:${library}/cut.md`
  })
  expect(await cairn.librarySources([library])).toMatchObject([
    { source: 'markdown:docs', waiting: 1 }
  ])
  const [report] = await ingested(cairn, 'markdown', [join(root, 'docs')])
  expect(report).toMatchObject({ written: 1 })
  expect((await cairn.open(api)).properties).toMatchObject({ summary: 'Short.' })
  expect(await cairn.librarySources([library])).toMatchObject([{ waiting: 0 }])
})

test('a page of the same path in another folder is refused, and comes in below a name of its own', async () => {
  const cairn = await buildCairn()
  const named = { name: 'tools', version: '2' }
  const one = temporaryFolder()
  const other = temporaryFolder()
  writeFileSync(join(one, 'index.md'), '# One\n\nFirst words.\n')
  writeFileSync(join(other, 'index.md'), '# Other\n\nSecond words.\n')
  await ingested(cairn, 'markdown', [one], named)
  const before = await exported(cairn)

  await expect(ingested(cairn, 'markdown', [other], named)).rejects.toThrow(
    /CONFLICT: The page 'index\.md' of docs\/tools@2 is there from another source, markdown:\S+; .*--source/
  )
  expect(await exported(cairn)).toEqual(before)

  await cairn.ingest({ reader: 'markdown', sources: [other], library: named, source: 'other' })
  await cairn.jobs.idle()
  expect((await cairn.open(`doc:${library}/index.md`)).properties['title']).toBe('One')
  expect((await cairn.open(`doc:${library}/other/index.md`)).properties['title']).toBe('Other')
})

test('pages of an earlier version, which knew the kind of a source alone, are those of the folder that has them', async () => {
  const cairn = await buildCairn()
  const root = project()
  await ingested(cairn, 'markdown', [join(root, 'docs')])
  const whole = await exported(cairn)
  await raw(
    `MATCH (d:Doc) WHERE d.source IS NOT NULL SET d.source = 'markdown'
     WITH count(*) AS n MATCH (l:Library) SET l.fingerprint = 'old' REMOVE l.sources`
  )
  await ingested(cairn, 'markdown', [join(root, 'guides')])
  rmSync(join(root, 'docs/oil.md'))

  const [report] = await ingested(cairn, 'markdown', [join(root, 'docs')])

  expect(report).toMatchObject({ written: 0, removed: 1 })
  expect((await cairn.librarySources([library])).map(({ source }) => source)).toEqual([
    'markdown:docs',
    'markdown:guides'
  ])
  expect(whole.length).toBeGreaterThan(0)
})

test('a cancelled ingestion says which library it was and how many of its pages are there, and the same goes on', async () => {
  const cairn = await buildCairn()
  const root = project()
  for (let i = 0; i < 1_200; i += 1)
    writeFileSync(join(root, `docs/page${i}.md`), `# Page ${i}\n\nA.\n\n## B\n\nB.\n\n## C\n\nC.\n`)
  const input = { reader: 'markdown', sources: [join(root, 'docs'), join(root, 'guides')] }
  const { id } = await cairn.ingest(input)
  const written = () => cairn.librarySources([library])
  while ((await written()).length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  await cairn.jobs.cancel(id)
  await cairn.jobs.idle()

  const { state, message } = await cairn.jobs.get(id)
  const [, kept] =
    /^Cancelled: (\d+) of 1202 pages of docs\/tools@2 \(docs\) are written and kept; the same command goes on from there\. Sources after it that were not begun: 1\.$/.exec(
      message ?? ''
    ) ?? []
  expect(state).toBe('cancelled')
  expect(await written()).toEqual([
    { library, source: 'markdown:docs', pages: Number(kept), waiting: 0 }
  ])
  expect(await cairn.libraries()).toMatchObject([{ state: 'ingesting' }])

  const [docs, guides] = await ingested(cairn, 'markdown', input.sources)
  expect(docs).toMatchObject({ unchanged: Number(kept), written: 1202 - Number(kept) })
  expect(guides).toMatchObject({ written: 1 })
  expect(await cairn.libraries()).toMatchObject([{ state: 'complete' }])
})

test('prune takes the versions that are older than those that stay and that nothing uses', async () => {
  const cairn = await buildCairn()
  const root = project()
  for (const version of ['1.9', '1.10', '2.0'])
    await ingested(cairn, 'markdown', [join(root, 'docs')], { version })
  await raw(
    `MATCH (d:Doc {id: 'doc:docs/tools@1.9/oil.md'}) CREATE (:Recommendation {id: 'rec:old', space: 'public'})-[:CITES]->(d)`
  )
  expect(await cairn.oldVersions({ keep: 1 })).toEqual([
    { library: 'docs/tools@1.9', docs: 2, apis: 0, used: true },
    { library: 'docs/tools@1.10', docs: 2, apis: 0, used: false }
  ])
  expect(await cairn.oldVersions({ keep: 1, name: 'other' })).toEqual([])
  await expect(cairn.oldVersions({ keep: 0 })).rejects.toMatchObject({ code: 'BAD_INPUT' })

  await cairn.pruneLibraries({ keep: 1 })
  await cairn.jobs.idle()

  expect((await cairn.libraries()).map(({ key }) => key)).toEqual([
    'docs/tools@1.9',
    'docs/tools@2.0'
  ])
})

test.each([
  ['a library that is not there', { library: 'nothing' }, 'NOT_FOUND'],
  ['a name that several have', { library: 'tools' }, 'BAD_INPUT'],
  ['a source that it has not', { library: 'docs/tools@1', source: 'markdown:x' }, 'NOT_FOUND']
])('%s cannot be removed', async (_, what, code) => {
  const cairn = await buildCairn()
  const root = project()
  for (const version of ['1', '2'])
    await ingested(cairn, 'markdown', [join(root, 'docs')], { version })
  await expect(cairn.removeLibrary(what)).rejects.toMatchObject({ code })
})
