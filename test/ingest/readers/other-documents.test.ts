import { markdown } from '../../../src/ingest/readers/markdown/markdown.js'
import { expectSound, folderWith, limits, parseAll, removeFolders, sectionAt } from './sources.js'

afterAll(removeFolders)

async function opened(files: Record<string, string>, path = '') {
  const source = await markdown.open(`${await folderWith(files)}/${path}`, limits)
  const pages = await parseAll(markdown, source)
  for (const page of pages) expectSound(page)
  return { source, pages }
}

const notebook = JSON.stringify({
  nbformat: 4,
  metadata: { kernelspec: { language: 'julia' } },
  cells: [
    { cell_type: 'markdown', source: ['# Book\n', 'How to `bake()`.'] },
    { cell_type: 'code', source: ['bake(3)'], outputs: [{ text: 'never said' }] }
  ]
})

test('a notebook is its text and its code', async () => {
  const { pages } = await opened({ 'n.ipynb': notebook })
  expect(sectionAt(pages[0], '')).toMatchObject({
    title: 'Book',
    text: 'How to `bake()`.\n\n```julia\nbake(3)\n```'
  })
})

test('AsciiDoc is read, without other files', async () => {
  const { pages } = await opened({
    'a.adoc':
      '= Oven\n:toc:\n\n== Door\n\nRun `door()`.\n\nNOTE: Hot.\n\n[source,ruby]\n----\ndoor 3\n----\n\ninclude::/etc/hostname[]\n'
  })
  expect(sectionAt(pages[0], 'door').text).toMatch(
    /^Run `door\(\)`\.\n\nNote: Hot\.\n\n```ruby\ndoor 3\n```/
  )
})

const pets = `openapi: 3.1.0
info: { title: Pets, version: "1" }
paths:
  /pets:
    get:
      operationId: listPets
      summary: List all pets
      parameters:
        - $ref: '#/components/parameters/Limit'
      responses: { "200": { description: All of them } }
    post:
      summary: Add one
      deprecated: true
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/Pet' }
            example: { name: Rex }
components:
  parameters:
    Limit: { name: limit, in: query, description: How many, schema: { type: integer, default: 5 } }
  schemas:
    Pet:
      description: A pet.
      required: [name]
      properties:
        name: { type: string, description: What it is called }
        kids: { type: array, items: { $ref: '#/components/schemas/Pet' } }
`

test('an OpenAPI document is an API for each operation and schema', async () => {
  const { pages } = await opened({ 'pets.yaml': pets, 'other.yaml': 'a: 1\n', 'a.md': '# A\n\nB.' })
  expect(pages.map((page) => page.path)).toEqual(['a.md', 'pets.yaml'])
  const apis = pages[1]?.sections.flatMap((section) => section.apis) ?? []
  expect(apis.map((api) => [api.qualifiedName, api.signature, api.deprecated !== null])).toEqual([
    ['listPets', 'GET /pets', false],
    ['POST /pets', 'POST /pets', true],
    ['Pet', null, false]
  ])
  expect(apis[0]).toMatchObject({
    summary: 'List all pets',
    parameters: [
      { name: 'limit', type: 'integer (in query)', default: '5', description: 'How many' }
    ]
  })
  expect(apis[1]?.examples?.[0]?.code).toContain('Rex')
  expect(apis[2]?.parameters).toEqual([
    { name: 'name', type: 'string (required)', default: null, description: 'What it is called' },
    { name: 'kids', type: 'Pet[]', default: null, description: null }
  ])
})

test('llms-full.txt is read page by page, beside other files too', async () => {
  const { pages } = await opened({
    'a.md': '# A\n\nB.',
    'llms.txt': '# Oven\n\n- [a](https://x)\n',
    'llms-full.txt': `---
url: https://oven.example/docs/start.md
---
# Start

Go.

\`\`\`sh
# no page
\`\`\`

---
url: https://oven.example/docs/door
title: The door
---

## width

Wide.

<page>
# Third

Source: https://oven.example/docs/third

Text.
</page>

# Fourth

More.
`
  })
  expect(pages.map((page) => [page.path, page.url, sectionAt(page, '').title])).toEqual([
    ['a.md', null, 'A'],
    ['llms-full.txt/docs/start.md', 'https://oven.example/docs/start.md', 'Start'],
    ['llms-full.txt/docs/door', 'https://oven.example/docs/door', 'The door'],
    ['llms-full.txt/docs/third', 'https://oven.example/docs/third', 'Third'],
    ['llms-full.txt/Fourth', null, 'Fourth'],
    ['llms.txt', null, 'Oven']
  ])
  expect(sectionAt(pages[3], '').text).toBe('Text.')
})

test('what is not read is named, file by file', async () => {
  const { source } = await opened({
    'a.md': '# A\n\nB.',
    'b.org': 'B',
    'c.txt': 'c',
    'broken.ipynb': '{}',
    'requirements.txt': 'x'
  })
  expect(source.remarks).toEqual([
    'Left out, because these formats are not read: 1 .org (b.org); 1 .txt (c.txt). Convert them to Markdown to take them in.',
    'Left out, because they are broken: 1 .ipynb (broken.ipynb).'
  ])
  await expect(opened({ 'b.org': 'B', 'd/c.org': 'C' })).rejects.toThrow(/b\.org, d\/c\.org/)
  await expect(opened({ 'b.org': 'B' }, 'b.org')).rejects.toMatchObject({ code: 'BAD_SOURCE' })
  await expect(opened({ 'x.json': '{"a":1}' }, 'x.json')).rejects.toMatchObject({
    code: 'BAD_SOURCE'
  })
})

test.each<[string, Record<string, string>, string, string]>([
  [
    'package.json',
    { 'package.json': '{"name":"@oven/core","version":"2.1.0"}' },
    '@oven/core',
    '2.1.0'
  ],
  [
    'pyproject.toml',
    { 'pyproject.toml': '[project]\nname = "oven"\nversion = "3"\n' },
    'oven',
    '3'
  ],
  [
    'mkdocs.yml',
    { 'mkdocs.yml': 'site_name: "Oven book"\nx: !!python/name:y\n' },
    'Oven-book',
    'unversioned'
  ],
  [
    'the git remote',
    { '.git/config': '[remote "origin"]\n\turl = git@x.example:me/oven.git\n' },
    'oven',
    'unversioned'
  ]
])('a folder called docs is named after its project: %s', async (_, files, name, version) => {
  const { source } = await opened({ ...files, 'docs/a.md': '# A\n\nB.' }, 'docs')
  expect(source.library).toMatchObject({ ecosystem: 'docs', name, version })
})
