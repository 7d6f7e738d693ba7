import { join } from 'node:path'
import { markdown } from '../../../src/ingest/readers/markdown/markdown.js'
import { folderWith, limits, removeFolders } from './sources.js'

afterAll(removeFolders)

const page = { 'a.md': '# A\n\nWords.\n' }

function under(folder: string, files: Record<string, string> = page): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text])
  )
}

const kiln = { 'package.json': '{ "name": "@clay/kiln", "version": "3.1.0" }' }
const loom = { 'pyproject.toml': '[project]\nname = "loom"\nversion = "2.0"\n' }
const spindle = { 'mkdocs.yml': 'site_name: Spindle Docs\n' }
const weft = { '.git/config': '[remote "origin"]\n\turl = git@git.example:mill/weft.git\n' }
const site = { 'docs/package.json': '{ "name": "kiln-pages", "private": true }' }
const workspace = {
  'package.json': '{ "name": "clay", "private": true }',
  '.git/config': '',
  ...under('packages/kiln', { ...kiln, ...under('docs') })
}

test.each([
  ['package.json', { ...kiln, ...under('docs') }, 'docs', ['@clay/kiln', '3.1.0', 'docs', '']],
  ['pyproject.toml', { ...loom, ...under('docs') }, 'docs', ['loom', '2.0', 'docs', '']],
  [
    'mkdocs.yml',
    { ...spindle, ...under('docs') },
    'docs',
    ['Spindle-Docs', 'unversioned', 'docs', '']
  ],
  ['a git remote', { ...weft, ...under('docs') }, 'docs', ['weft', 'unversioned', 'docs', '']],
  [
    'the project, not the site that its docs are built into',
    { ...kiln, ...site, ...under('docs') },
    'docs',
    ['@clay/kiln', '3.1.0', 'docs', '']
  ],
  [
    'the package of a workspace',
    workspace,
    'packages/kiln/docs',
    ['@clay/kiln', '3.1.0', 'clay/packages/kiln/docs', '']
  ],
  ['the project itself', { ...kiln, ...page }, '.', ['@clay/kiln', '3.1.0', '@clay/kiln', '']],
  [
    'a folder beside docs',
    { ...kiln, ...under('guides') },
    'guides',
    ['@clay/kiln', '3.1.0', 'guides', 'guides']
  ],
  [
    'a file in it',
    { ...kiln, ...under('guides') },
    'guides/a.md',
    ['a', 'unversioned', '@clay/kiln/guides/a.md', 'guides']
  ]
])('what is documented and what the source is called, by %s', async (_, files, folder, said) => {
  const root = await folderWith(files)
  const { library, source } = await markdown.open(join(root, folder), limits)
  expect([library.name, library.version, source.name, source.below]).toEqual(said)
})

test('the same folder is the same source wherever the project lies, and another outside of a project by its name', async () => {
  const sources = []
  for (let i = 0; i < 2; i += 1) {
    const root = await folderWith({ ...kiln, ...under('guides'), ...under('docs') })
    const opened = [join(root, 'docs'), join(root, 'guides')].map((one) =>
      markdown.open(one, limits)
    )
    sources.push((await Promise.all(opened)).map(({ source }) => source.name))
  }
  expect(sources).toEqual([
    ['docs', 'guides'],
    ['docs', 'guides']
  ])
  const bare = await folderWith(under('manual-of-kilns'))
  const { source } = await markdown.open(join(bare, 'manual-of-kilns'), limits)
  expect(source).toEqual({ name: 'manual-of-kilns', below: '' })
})

test('documents that are not read are told by format, each by name', async () => {
  const others = {
    'b.org': 'B',
    'c.org': 'C',
    'd.tex': 'D',
    'e.docx': 'E',
    'f.pdf': 'F',
    'g.png': 'G'
  }
  const root = await folderWith({ ...page, ...others })
  const { remarks, manifest } = await markdown.open(root, limits)
  expect([...manifest.keys()]).toEqual(['a.md'])
  expect(remarks).toEqual([
    'Left out, because these formats are not read: 1 .docx (e.docx); 2 .org (b.org, c.org); 1 .pdf (f.pdf); 1 .tex (d.tex). Convert them to Markdown to take them in.'
  ])
  await expect(markdown.open(await folderWith(others), limits)).rejects.toThrow(
    /no documentation that is read, but 1 \.docx \(e\.docx\).*2 \.org \(b\.org, c\.org\)/
  )
})
