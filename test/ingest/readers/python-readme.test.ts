import { pythonPackage } from '../../../src/ingest/readers/python-package/python-package.js'
import { pythonWith } from './python-with.js'
import { folderWith, limits, parseAll, removeFolders, sectionAt } from './sources.js'

afterAll(removeFolders)

const restructured = `Clay
====

Makes \`\`pots\`\`.

Use
---

.. code-block:: python

    clay.fire()
`

async function readmeOf(header: string, description: string) {
  const { reader } = await pythonWith({
    'clay/__init__.py': 'def fire(): "Fire it."\n',
    'clay-1.dist-info/METADATA': `Metadata-Version: 2.1\nName: clay\nVersion: 1\n${header}\n${description}`,
    'clay-1.dist-info/top_level.txt': 'clay\n',
    'clay-1.dist-info/RECORD': 'clay/__init__.py,,\n'
  })
  const source = await reader.open('clay', limits)
  const pages = await parseAll(reader, source)
  return pages.find(({ path }) => path === 'README')
}

test.each(['Description-Content-Type: text/x-rst; charset=UTF-8\n', ''])(
  'an installed package has its README in reStructuredText: %j',
  async (header) => {
    const page = await readmeOf(header, restructured)
    expect(sectionAt(page, '')).toMatchObject({ title: 'Clay', text: 'Makes `pots`.' })
    expect(sectionAt(page, 'use').text).toBe('```python\nclay.fire()\n```')
  }
)

test('Markdown is taken for what it is, whether the package says so or not', async () => {
  const text = '# Clay\n\nMakes *pots*.\n\n## Use\n\n```python\nclay.fire()\n```\n'
  for (const header of ['Description-Content-Type: text/markdown\n', ''])
    expect(sectionAt(await readmeOf(header, text), 'use').text).toBe('```python\nclay.fire()\n```')
})

test('what says that it is something else, or nothing, is left out', async () => {
  expect(await readmeOf('Description-Content-Type: text/plain\n', 'Clay.')).toBeUndefined()
  expect(await readmeOf('', 'UNKNOWN\n')).toBeUndefined()
})

test('the sources of a package have theirs in the header of old metadata too', async () => {
  const folded = restructured.trim().replace(/\n/g, '\n        ')
  const folder = await folderWith({
    'PKG-INFO': `Metadata-Version: 1.1\nName: clay\nVersion: 1\nDescription: ${folded}\nPlatform: any\n`,
    'clay/__init__.py': 'def fire(): "Fire it."\n'
  })
  const source = await pythonPackage.open(folder, limits)
  const page = (await parseAll(pythonPackage, source)).find(({ path }) => path === 'README')
  expect(sectionAt(page, '')).toMatchObject({ title: 'Clay', text: 'Makes `pots`.' })
  expect(sectionAt(page, 'use').text).toBe('```python\nclay.fire()\n```')
})
