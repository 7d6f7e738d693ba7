import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  buildCairn,
  closeCairns,
  ingested,
  removeFolders,
  temporaryFolder
} from '../support/build-cairn.js'
import { functionPage, writeDump } from '../support/dump.js'

afterEach(closeCairns)
afterAll(removeFolders)

function dump(): string {
  const folder = temporaryFolder()
  const page = functionPage('tools.cut', { call: 'cut(text, n)', text: 'Cut a text.' })
  writeDump(folder, {
    name: 'Tools',
    release: '2',
    pages: [page],
    entries: [{ name: 'tools.cut', path: page.path }]
  })
  return folder
}

function guide(): string {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'guide.md'), '# Guide\n\nHow to hold the knife.\n')
  writeFileSync(join(folder, 'more.md'), '# More\n\nHow to sharpen it.\n')
  return folder
}

const named = { ecosystem: 'docs', name: 'tools', version: '2' }
const api = 'api:docs/tools@2/tools.cut'
const doc = (page: string) => `doc:docs/tools@2/${page}`

test.each([
  ['the dump first', true],
  ['the folder first', false]
])(
  'two kinds of source make one library, each brought up to date by itself: %s',
  async (_, dumpFirst) => {
    const cairn = await buildCairn()
    const sources = { dump: dump(), guide: guide() }
    const both = [
      () => ingested(cairn, 'devdocs', [sources.dump]),
      () => ingested(cairn, 'markdown', [sources.guide], named)
    ]
    const reports = []
    for (const take of dumpFirst ? both : both.reverse()) reports.push(...(await take()))

    expect(reports.map(({ library, removed }) => [library, removed])).toEqual([
      ['docs/tools@2', 0],
      ['docs/tools@2', 0]
    ])
    expect((await cairn.open(api)).label).toBe('Api')
    expect((await cairn.open(doc('guide.md'))).label).toBe('Doc')

    rmSync(join(sources.guide, 'more.md'))
    const [after] = await ingested(cairn, 'markdown', [sources.guide], named)
    expect(after).toMatchObject({ removed: 1, written: 0 })
    expect((await cairn.open(api)).label).toBe('Api')
    await expect(cairn.open(doc('more.md'))).rejects.toMatchObject({ code: 'NOT_FOUND' })

    const [again] = await ingested(cairn, 'devdocs', [sources.dump])
    expect(again).toMatchObject({ written: 0, removed: 0 })
  }
)
