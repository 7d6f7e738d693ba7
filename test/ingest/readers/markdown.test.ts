import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { markdown } from '../../../src/ingest/readers/markdown/markdown.js'
import { expectSound, folderWith, limits, parseAll, removeFolders, sectionAt } from './sources.js'

afterAll(removeFolders)

async function pagesOf(files: Record<string, string>) {
  const pages = await parseAll(markdown, await markdown.open(await folderWith(files), limits))
  for (const page of pages) expectSound(page)
  return pages
}

test('headings make sections with the anchors that GitHub gives them', async () => {
  const [page] = await pagesOf({
    'guide.md': `# Pots\n\nOn pots.\n\nFiring\n------\n\nHot.\n\n### Don't *rush*, \`wait\`!\n\nSlow.\n\n## Firing\n\nAgain.\n\n\`\`\`sh\n# no heading\nfire --hot\n\`\`\`\n`
  })
  expect(page?.sections.map((s) => [s.anchor, s.title, s.parent])).toEqual([
    ['', 'Pots', null],
    ['firing', 'Firing', 0],
    ['dont-rush-wait', "Don't rush, wait!", 1],
    ['firing-1', 'Firing', 0]
  ])
  expect(sectionAt(page, 'firing-1').text).toBe('Again.\n\n```bash\n# no heading\nfire --hot\n```')
})

test('nested lists, tables and HTML are legible', async () => {
  const [page] = await pagesOf({
    'a.md':
      '# A\n\n1. one\n   - two\n     more\n2. three\n\n| a | b |\n|---|---|\n| `x` | y |\n\n<details><summary>More</summary>\n\nHidden *text*.\n\n</details>\n\n[![build](https://img.shields.io/x.svg)](https://ci)\n'
  })
  expect(sectionAt(page, '').text).toBe(
    '1. one\n   - two more\n2. three\n\na | b\n`x` | y\n\nMore\nHidden text.'
  )
})

test('front matter names the page, and links lead to other files', async () => {
  const pages = await pagesOf({
    'docs/one.md':
      '---\ntitle: "First things"\nsidebar: 1\n---\nSee [two](two#glaze), [up](../top.md) and [web](https://x.example).\n',
    'docs/two.md': '# Two\n\n## Glaze\n\nShiny, see [here](#glaze).\n',
    'top.md': 'No heading at all.'
  })
  expect(pages.map((p) => p.path)).toEqual(['docs/one.md', 'docs/two.md', 'top.md'])
  expect(sectionAt(pages[0], '')).toMatchObject({
    title: 'First things',
    links: ['docs/two.md#glaze', 'top.md']
  })
  expect(sectionAt(pages[1], 'glaze').links).toEqual(['docs/two.md#glaze'])
  expect(sectionAt(pages[2], '').title).toBe('top')
})

test('anchors in HTML are places of the section they stand in, or of the heading that they stand above', async () => {
  const [page, other] = await pagesOf({
    'a.md':
      '# A\n\n<a id="before"></a>\n\n## First\n\nTo [before](#before), [here](#here) and [the end](b.md#end).\n\n<a name="here"></a>On ovens.\n\n## <a id="in-title"></a> Second\n\nTo [its title](#in-title), [nowhere](#nowhere).\n',
    'b.md': '# B\n\nText.\n\n<span id="end"></span>\n'
  })
  expect(sectionAt(page, 'first')).toMatchObject({
    marks: ['before', 'here'],
    links: ['a.md#first', 'b.md#end']
  })
  expect(page?.sections.map(({ title }) => title)).toEqual(['A', 'First', 'Second'])
  expect(page?.sections.at(-1)).toMatchObject({ marks: ['in-title'] })
  expect(page?.sections.at(-1)?.links).toEqual([
    'a.md',
    `a.md#${page?.sections.at(-1)?.anchor ?? ''}`
  ])
  expect(sectionAt(other, '').marks).toEqual(['end'])
})

test('MDX loses its imports and components, but not its code or what components say', async () => {
  const [page] = await pagesOf({
    'a.mdx': `import Tabs from '@theme/Tabs'\nexport const x = 1\n\n# Kiln\n\n<Tabs groupId={'a'}>\n<TabItem value="npm" label="With npm">\n\nInstall \`<Kiln />\`.\n\n</TabItem>\n</Tabs>\n\n{/* a note */}\n\n\`\`\`jsx\nimport { Kiln } from 'kiln'\n<Kiln hot={true} />\n\`\`\`\n`
  })
  expect(sectionAt(page, '').text).toBe(
    "With npm\n\nInstall `<Kiln />`.\n\n```jsx\nimport { Kiln } from 'kiln'\n<Kiln hot={true} />\n```"
  )
})

test('a folder is read in order, without hidden files, packages and links that lead out', async () => {
  const outside = await folderWith({ 'secret.md': '# Secret' })
  const folder = await folderWith({
    'b.md': '# B',
    'a/z.md': '# Z',
    '.hidden/x.md': '# X',
    'node_modules/p/readme.md': '# P',
    'image.png': 'x'
  })
  await symlink(join(outside, 'secret.md'), join(folder, 'link.md'))
  await symlink(outside, join(folder, 'linked'))
  const source = await markdown.open(folder, limits)
  expect([...source.manifest.keys()]).toEqual(['a/z.md', 'b.md'])
})

test('one file is a library too, and llms.txt is named by its folder', async () => {
  const folder = await folderWith({
    'kiln/llms.txt': '# Kiln\n\n> Pots.\n\n## Docs\n\n- [a](https://x)\n'
  })
  const source = await markdown.open(join(folder, 'kiln/llms.txt'), limits)
  expect(source.library).toMatchObject({ ecosystem: 'docs', name: 'kiln', version: 'unversioned' })
  const named = await markdown.open(join(folder, 'kiln'), {
    ...limits,
    library: { name: 'Kilns', version: '3' }
  })
  expect(named.library).toMatchObject({ name: 'Kilns', version: '3' })
  expect([...named.manifest.keys()]).toEqual(['llms.txt'])
})

test.each<[string, Record<string, string | Buffer>, RegExp]>([
  ['an empty folder', {}, /holds no \.md or \.mdx file/],
  ['a binary file', { 'a.md': '# A', 'b.md': 'PNG\0\0' }, /b\.md holds binary data/],
  ['a file that is not UTF-8', { 'c.md': Buffer.from([0x23, 0x20, 0xe9]) }, /c\.md is not UTF-8/]
])('%s is refused by name', async (_, files, reason) => {
  await expect(markdown.open(await folderWith(files), limits)).rejects.toMatchObject({
    code: 'BAD_SOURCE',
    message: expect.stringMatching(reason) as string
  })
})

test('a source that is not there and a file beyond the bound are refused', async () => {
  await expect(markdown.open('/no/such/folder', limits)).rejects.toMatchObject({
    code: 'BAD_SOURCE'
  })
  const folder = await folderWith({ 'a.md': 'x'.repeat(200) })
  await expect(markdown.open(folder, { maxPageBytes: 100 })).rejects.toMatchObject({
    code: 'TOO_LARGE'
  })
})

test('quotes nested without reason are read as text', async () => {
  const [page] = await pagesOf({ 'deep.md': `${'> '.repeat(20_000)}bottom` })
  expect(page?.sections.at(-1)?.text).toContain('bottom')
})

test('a table of millions of cells and lists a thousand deep cost no more than their length', async () => {
  const wide = `${'|a'.repeat(20_000)}\n${'|-'.repeat(20_000)}\n${'|x|\n'.repeat(20_000)}`
  const deep = Array.from({ length: 800 }, (_, at) => `${' '.repeat(at * 2)}- a`).join('\n')
  // On the processor: what else runs on the machine does not count.
  const started = process.cpuUsage()
  const pages = await pagesOf({ 'wide.md': wide, 'deep.md': deep })
  expect(pages).toHaveLength(2)
  expect(process.cpuUsage(started).user / 1_000).toBeLessThan(5000)
})
