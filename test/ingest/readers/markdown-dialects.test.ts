import { markdown } from '../../../src/ingest/readers/markdown/markdown.js'
import { expectSound, folderWith, limits, parseAll, removeFolders, sectionAt } from './sources.js'

afterAll(removeFolders)

async function pagesOf(files: Record<string, string>) {
  const pages = await parseAll(markdown, await markdown.open(await folderWith(files), limits))
  for (const page of pages) expectSound(page)
  return pages
}

async function textOf(text: string, file = 'a.md') {
  const [page] = await pagesOf({ [file]: text })
  return sectionAt(page, '').text
}

test.each<[string, string, string, string]>([
  ['a byte order mark', '\ufeff---\ntitle: Oven\n---\nHot.', 'Oven', 'Hot.'],
  ['a folded title', '---\ntitle: >-\n  Long\n  words\n---\nHot.', 'Long words', 'Hot.'],
  ['a comment', '---\ntitle: Oven # not this\n---\nHot.', 'Oven', 'Hot.'],
  ['a nested title', '---\nhero:\n  title: No\n---\n# Oven\n\nHot.', 'Oven', 'Hot.'],
  ['TOML', '+++\ntitle = "Oven"\n+++\nHot.', 'Oven', 'Hot.'],
  ['a rule that is no front matter', '---\n\nHot.\n\n---\n', 'a', 'Hot.']
])('front matter is YAML: %s', async (_, source, title, text) => {
  const [page] = await pagesOf({ 'a.md': source })
  expect(sectionAt(page, '')).toMatchObject({ title, text })
})

test('what Material for MkDocs adds is read, and nothing of its marks is left', async () => {
  const [page] = await pagesOf({
    'mkdocs.yml': 'site_name: Oven\n',
    'a.md': `# Oven

!!! danger "Never open"
    The door is hot.

    \`\`\` { .py .annotate title="door.py" hl_lines="1" }
    door.lock() # (1)!
    \`\`\`

??? tip
    Wait.

=== "Gas"

    \`\`\`sh
    light
    \`\`\`

=== "Power"

    1. Plug it.

        !!! note
            Inside a list.

--8<-- "missing.md"

Fuel
:   What burns.

    \`\`\`js
    burn()
    \`\`\`

Press ++ctrl+alt+"x"++, a ==mark==, CO~2~ and m^2^, :material-fire: see[^why] [go](a.md){ .md-button }

[^why]: Because it does.

*[CO]: carbon oxide

/// warning | Mind it
Slashes.
///

::: oven.door.Door
    options:
      show: true

## Set up { #setup .x data-toc-label="s" }

Done.{ .annotate }
`
  })
  expect(sectionAt(page, '').text).toBe(`Never open
The door is hot.

door.py
\`\`\`python
door.lock()
\`\`\`

Tip: Wait.

Gas
\`\`\`bash
light
\`\`\`

Power
1. Plug it.
   Note: Inside a list.

Fuel
    What burns.
    \`\`\`javascript
    burn()
    \`\`\`

Press \`Ctrl+Alt+X\`, a mark, CO_2 and m^2, see[why] go

[why] Because it does.

CO: carbon oxide

Mind it
Slashes.

\`oven.door.Door\``)
  expect(sectionAt(page, 'setup')).toMatchObject({ title: 'Set up', text: 'Done.' })
})

test('what VitePress adds is read, and its snippets come in', async () => {
  const [page] = await pagesOf({
    '.vitepress/config.ts': 'x',
    'snippets/fire.ts': '// #region one\nfire(1)\n// #endregion one\nfire(2)\n',
    'part.md': 'A part.',
    'a.md': `# Oven

::: code-group

\`\`\`sh [npm]
npm i oven
\`\`\`

\`\`\`js{2}:line-numbers [oven.config.js]
on() // [!code focus]
\`\`\`

:::

:::: details Read more
::: warning
Hot.
:::
::::

<<< @/snippets/fire.ts#one{1 ts}

<!--@include: ./part.md-->

> [!TIP] Short
> Be brief.

<script setup>
const x = 1
</script>

It is {{ degrees }} warm.

## oven.door <Badge type="tip" text="^2.0" />

See [it](#oven-door).
`
  })
  expect(sectionAt(page, '').text).toBe(`npm
\`\`\`bash
npm i oven
\`\`\`

oven.config.js
\`\`\`javascript
on()
\`\`\`

Read more
Warning: Hot.

\`\`\`typescript
fire(1)
\`\`\`

A part.

Short
Be brief.

It is \`degrees\` warm.`)
  expect(sectionAt(page, 'oven-door').links).toEqual(['a.md#oven-door'])
})

test('what MyST adds is read: directives, roles, targets and options', async () => {
  const text = await textOf(`# Oven

\`\`\`{note}
A note.
\`\`\`

::::{grid} 2
:gutter: 2

:::{grid-item-card} Card
In a card.
:::
::::

(target)=

{func}\`~oven.light\`, {py:class}\`the door <oven.Door>\`, {ref}\`that <target>\`, :func:\`oven.off\` and {math}\`a^2\`.

% a comment

\`\`\`{code-block} python
:caption: door.py
:linenos:

door()
\`\`\`

\`\`\`{toctree}
:maxdepth: 2
one
\`\`\`

\`\`\`\`{tab-set}
\`\`\`{tab-item} Gas
Burns.
\`\`\`
\`\`\`\`

\`\`\`{versionadded} 2.1
Doors.
\`\`\`

+++

$$
a = b
$$
`)
  expect(text).toBe(`Note: A note.

Card
In a card.

\`light\`, \`the door\`, that, \`oven.off\` and a^2.

door.py
\`\`\`python
door()
\`\`\`

Gas
Burns.

New in version 2.1

Doors.

a = b`)
})

test('MDX loses comments over lines, modules and tags over lines; what is less than stays', async () => {
  const [page] = await pagesOf({
    'a.mdx': `import A from 'a'
export const f = () => (

  <b/>
)

# Oven

{/*

## Hidden

*/}

:::tip[Be quick]

If a < b and c > d, keep \`Map<K, V>\` and Map<string, number> and {Math.max(1, 2)}.

:::

<Tabs>
  <TabItem
    value="gas"
    label="With gas"
    render={() => <b>{'}'}</b>}>
    Text at the margin.

    \`\`\`js
    gas()
    \`\`\`
  </TabItem>
</Tabs>

Some <Em>words</Em>.

## Door {/* #the-door */}

Closed.
`
  })
  expect(page?.sections.map((s) => s.anchor)).toEqual(['', 'the-door'])
  expect(sectionAt(page, '').text).toBe(`Be quick
If a < b and c > d, keep \`Map<K, V>\` and Map<string, number> and \`Math.max(1, 2)\`.

With gas

Text at the margin.

\`\`\`javascript
gas()
\`\`\`

Some words.`)
})

test('a placeholder that looks like a tag is text', async () => {
  expect(await textOf('# A\n\nRun it with <your-name> and x<y and z>w, <b>bold</b>.')).toBe(
    'Run it with <your-name> and x<y and z>w, bold.'
  )
})

test('headings and terms that are API entries are APIs with signature, parameters and examples', async () => {
  const [page] = await pagesOf({
    'a.md': `# Reference

## Getting started

No API.

## \`roll(table, size = 3)\`

Rolls a table.

- \`table\` (Table): what is rolled
- \`size\` (number): how far. Default: \`3\`

\`\`\`js
roll(t)
\`\`\`

## class Client

Talks.

### \`get(url, *, params)\`

Gets a page.

#### Parameters

| Name | Type | Default | Description |
| --- | --- | --- | --- |
| url | \`string\` | | Where from. |

## package.json

A file.

## Options

\`--quiet\`
: Says nothing.
`
  })
  const apis = page?.sections.flatMap((s) => s.apis) ?? []
  expect(apis.map((a) => [a.qualifiedName, a.kind, a.signature])).toEqual([
    ['roll', 'function', 'roll(table, size = 3)'],
    ['Client', 'class', null],
    ['Client.get', 'method', 'get(url, *, params)'],
    ['--quiet', 'option', '--quiet']
  ])
  expect(apis[0]).toMatchObject({
    summary: 'Rolls a table.',
    parameters: [
      { name: 'table', type: 'Table', description: 'what is rolled' },
      { name: 'size', type: 'number', default: '3' }
    ],
    examples: [{ language: 'javascript', code: 'roll(t)' }]
  })
  expect(apis[2]?.parameters).toEqual([
    { name: 'url', type: 'string', default: null, description: 'Where from.' }
  ])
  expect(apis[3]?.summary).toBe('Says nothing.')
})

test('constructs nested and left open without end cost no more than their length', async () => {
  // On the processor: what else runs on the machine does not count.
  const started = process.cpuUsage()
  await pagesOf({
    'open.md': '::: tip\n'.repeat(1_500),
    'quotes.md': '!!! note\n'.repeat(1_500),
    'tags.mdx': '<A b={'.repeat(1_500),
    'ticks.md': '`a ``b '.repeat(5_000),
    'terms.md': 'term\n'.repeat(20_000),
    'braces.md': '{#a '.repeat(20_000)
  })
  expect(process.cpuUsage(started).user / 1_000).toBeLessThan(15_000)
})
