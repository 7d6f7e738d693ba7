import { gzipSync } from 'node:zlib'
import { devdocs } from '../../../src/ingest/readers/devdocs/devdocs.js'
import type { PageRecord } from '../../../src/domain/documentation.js'
import type { Dump } from './sources.js'
import {
  dumpFolder,
  expectSound,
  folderWith,
  limits,
  parseAll,
  removeFolders,
  sectionAt
} from './sources.js'

afterAll(removeFolders)

async function pageOf(dump: Dump, path?: string): Promise<PageRecord> {
  const pages = await parseAll(devdocs, await devdocs.open(await dumpFolder(dump), limits))
  for (const page of pages) expectSound(page)
  const page = path === undefined ? pages[0] : pages.find((one) => one.path === path)
  if (page === undefined) throw new Error('no page')
  return page
}

const attribution = `<div class="_attribution"><p class="_attribution-p">&copy; 2026 The potters<br>
  <a href="https://kiln.example/api/Pot.fire.html" class="_attribution-link">https://kiln.example/api/Pot.fire.html</a></p></div>`

const firePage = `<h1>kiln.Pot.fire</h1> <p>method</p> <dl class="py method">
 <dt class="sig sig-object py" id="kiln.Pot.fire"><span class="sig-prename descclassname">Pot.</span><span class="sig-name descname">fire</span><span class="sig-paren">(</span><em class="sig-param"><span class="n">heat</span></em>, <em class="sig-param"><span class="n">slow</span><span class="o">=</span><span class="default_value">False</span></em><span class="sig-paren">)</span><a class="reference external" href="https://x/y.py"><span class="viewcode-link">[source]</span></a><a class="headerlink" href="#kiln.Pot.fire">¶</a></dt>
 <dd><p>Fire the pot until it rings. It gets hot.</p>
 <div class="deprecated"><p><span class="versionmodified deprecated">Deprecated since version 2.1: </span>Use <a class="reference internal" href="kiln.pot.bake#kiln.Pot.bake" title="kiln.Pot.bake"><code>Pot.bake()</code></a> instead.</p></div>
 <dl class="field-list"><dt class="field-odd">Parameters</dt><dd class="field-odd"><dl>
   <dt><strong>heat</strong><span class="classifier">:int or float</span></dt><dd><p>Degrees at the end.</p></dd>
   <dt><strong>slow</strong><span class="classifier">:bool, default False</span></dt><dd><p>Whether to take a day.</p></dd></dl></dd>
 <dt class="field-even">Returns</dt><dd class="field-even"><dl class="simple"><dt>Pot</dt><dd><p>The same pot.</p></dd></dl></dd></dl>
 <p class="rubric">Examples</p><div class="doctest highlight-default"><div class="highlight"><pre data-language="python">&gt;&gt;&gt; pot.fire(900)
'ring'
</pre></div></div></dd></dl>${attribution}`

test('a page of one Sphinx entry becomes a section that stands alone, with its API', async () => {
  const page = await pageOf({
    entries: [{ name: 'Pot.fire()', path: 'api/kiln.pot.fire' }],
    pages: { 'api/kiln.pot.fire': firePage }
  })
  expect(page.url).toBe('https://kiln.example/api/Pot.fire.html')
  expect(page.sections).toHaveLength(1)
  expect(sectionAt(page, '').text).toBe(`kiln.Pot.fire(heat, slow=False)

Fire the pot until it rings. It gets hot.

Deprecated since version 2.1: Use \`Pot.bake()\` instead.

Parameters
heat : int or float
    Degrees at the end.
slow : bool, default False
    Whether to take a day.

Returns
Pot
    The same pot.

Examples
\`\`\`python
>>> pot.fire(900)
'ring'
\`\`\``)
  expect(page.sections[0]?.links).toEqual(['api/kiln.pot.bake#kiln.Pot.bake'])
  expect(page.sections[0]?.apis).toEqual([
    {
      qualifiedName: 'kiln.Pot.fire',
      kind: 'method',
      signature: 'fire(heat, slow=False)',
      summary: 'Fire the pot until it rings.',
      parameters: [
        { name: 'heat', type: 'int or float', default: null, description: 'Degrees at the end.' },
        { name: 'slow', type: 'bool', default: 'False', description: 'Whether to take a day.' }
      ],
      deprecated: 'Deprecated since version 2.1: Use `Pot.bake()` instead.',
      aliasOf: [],
      replacedBy: ['kiln.Pot.bake']
    }
  ])
})

const classPage = `<h1>kiln.Oven</h1><dl class="py class"><dt id="kiln.Oven"><code>class kiln.Oven(size=3, *, fuel='wood')</code> <a href="https://x"><span class="viewcode-link">[source]</span></a></dt><dd>
<p>A brick oven.</p><dl class="field-list"><dt class="field-odd">Parameters</dt><dd class="field-odd"><dl><dt>
<code>sizeint, default=3</code> </dt><dd><p>Shelves.</p></dd><dt><code>fuel{‘wood’, ‘gas’}, default=’wood’</code> </dt><dd><p>What burns.</p></dd></dl></dd>
<dt class="field-even">Attributes</dt><dd class="field-even"><dl class="simple"><dt><code>temperature_float</code> </dt><dd><p>Now.</p></dd></dl></dd></dl>
<dl class="py method"><dt id="kiln.Oven.light"><code>light()</code></dt><dd><p>Light it, e.g. in the morning. Then wait.</p></dd></dl>
<dl class="py property"><dt id="kiln.Oven.hot"><em class="property"><code>property</code></em> <code>hot</code></dt><dd><p>Whether it is hot.</p></dd></dl>
<h4 class="rubric" id="notes">Notes</h4><p>Mind the smoke.</p></dd></dl>`

test('a class keeps its own text, and its members are sections below it', async () => {
  const page = await pageOf({
    entries: [
      { name: 'kiln.Oven', path: 'oven' },
      { name: 'kiln.Oven', path: 'oven#kiln.Oven' },
      { name: 'kiln.Oven.light()', path: 'oven#kiln.Oven.light' }
    ],
    pages: { oven: classPage }
  })
  expect(page.sections.map((s) => [s.anchor, s.parent])).toEqual([
    ['', null],
    ['kiln.Oven', 0],
    ['kiln.Oven.light', 1],
    ['kiln.Oven.hot', 1]
  ])
  expect(sectionAt(page, '').text).toBe('kiln.Oven')
  const own = sectionAt(page, 'kiln.Oven')
  expect(own.text).toContain('size : int, default=3\n    Shelves.')
  expect(own.text).toContain('temperature_ : float\n    Now.')
  expect(own.text).toContain('Notes\nMind the smoke.')
  expect(own.text).not.toContain('Light it')
  expect(own.apis[0]?.parameters.map((p) => [p.name, p.type, p.default])).toEqual([
    ['size', 'int', '3'],
    ['fuel', '{‘wood’, ‘gas’}', "'wood'"]
  ])
  expect(sectionAt(page, 'kiln.Oven.light').apis[0]?.summary).toBe('Light it, e.g. in the morning.')
  expect(sectionAt(page, 'kiln.Oven.hot').apis[0]?.kind).toBe('property')
})

const pythonPage = `<h1 id="clay">clay — Clay things</h1> <p id="module-clay"><strong>Source code:</strong> <a href="https://x">Lib/clay.py</a></p> <p>This module models clay.</p>
<h2 id="shapes">Shapes</h2> <p>All about shapes. See <a class="reference internal" href="../howto/wheel#turning">turning</a>, <a href="#clay.knead">below</a> or <a href="https://elsewhere.example/">elsewhere</a>.</p>
<dl class="function"> <dt id="clay.knead"><code>clay.knead(lump[, times])</code></dt> <dt id="clay.fold"><code>clay.fold(lump)</code></dt> <dd><p>Work the <em>lump</em>.</p>
<div class="versionadded"><p><span class="versionmodified added">New in version 3.4.</span></p></div></dd></dl>
<table class="docutils"><thead><tr><th>Clay</th><th>Heat</th></tr></thead><tbody><tr><td><code>red</code></td><td><p>900</p></td></tr></tbody></table>
<h3 id="round">Round ones</h3><ol><li>Centre</li><li>Open<ul><li>slowly</li></ul></li></ol>`

test("Python's own layout gives modules, functions described together, and guides by heading", async () => {
  const page = await pageOf({
    meta: { slug: 'python~3.9', name: 'Python' },
    entries: [
      { name: 'clay', path: 'library/clay' },
      { name: 'clay.knead()', path: 'library/clay#clay.knead' },
      { name: 'clay.fold()', path: 'library/clay#clay.fold' }
    ],
    pages: { 'library/clay': pythonPage }
  })
  expect(page.sections.map((s) => s.anchor)).toEqual([
    '',
    'shapes',
    'clay.knead',
    'clay.fold',
    'round'
  ])
  expect(sectionAt(page, '').apis).toMatchObject([
    { qualifiedName: 'clay', kind: 'module', summary: 'This module models clay.' }
  ])
  const shapes = sectionAt(page, 'shapes')
  expect(shapes.text).toContain('Clay | Heat\n`red` | 900')
  expect(shapes.text).not.toContain('Work the lump')
  expect(shapes.links).toEqual(['howto/wheel#turning', 'library/clay#clay.knead'])
  expect(sectionAt(page, 'clay.knead').apis[0]).toMatchObject({
    signature: 'knead(lump[, times])',
    parameters: [{ name: 'lump' }, { name: 'times' }]
  })
  expect(sectionAt(page, 'clay.fold').text).toBe(
    'clay.fold(lump)\n\nWork the lump.\n\nDescribed together with clay.knead.'
  )
  const round = sectionAt(page, 'round')
  expect(round.breadcrumb).toEqual(['clay — Clay things', 'Shapes'])
  expect(round.text).toBe('1. Centre\n2. Open\n   - slowly')
})

const tensorPage = `<h1 class="devsite-page-title">tf.clay.Wheel</h1> <table class="tfo-notebook-buttons tfo-api nocontent"><td><a href="https://x">View source on GitHub</a></td></table>
<p>A wheel that turns.</p> <p>Inherits From: <a href="module"><code>Module</code></a></p>
<section class="expandable"><h4 class="showalways" id="view-aliases">View aliases</h4><p><b>Compat aliases</b></p><p><a href="https://y"><code>tf.compat.v1.clay.Wheel</code></a></p></section>
<pre class="devsite-click-to-copy prettyprint lang-py tfo-signature-link" data-language="cpp">
tf.clay.Wheel(
    speed, left=True
)
</pre>
<table class="responsive fixed orange"><tr><th colspan="2">Args</th></tr><tr><td><code>speed</code></td><td>Turns a second.</td></tr></table>
<h2 id="methods">Methods</h2> <h3 id="spin"><code>spin</code></h3> <p><a href="https://x">View source</a></p>
<pre class="prettyprint lang-py tfo-signature-link">spin(
    times=1
)</pre> <p>Spins it.</p>
<aside class="warning"><strong>Warning:</strong><span> THIS FUNCTION IS DEPRECATED. It will be removed. Instructions for updating: Use <code>tf.clay.turn</code> instead.</span></aside>
<devsite-page-rating> </devsite-page-rating>`

test("TensorFlow's layout gives the symbol by its title, its aliases, arguments and methods", async () => {
  const page = await pageOf({
    entries: [{ name: 'tf.clay.Wheel', path: 'clay/wheel' }],
    pages: { 'clay/wheel': tensorPage }
  })
  expect(page.sections.map((s) => s.title)).toEqual(['tf.clay.Wheel', 'tf.clay.Wheel.spin'])
  const own = sectionAt(page, '')
  expect(own.apis[0]).toMatchObject({
    qualifiedName: 'tf.clay.Wheel',
    kind: 'class',
    signature: 'Wheel(speed, left=True)',
    summary: 'A wheel that turns.',
    aliasOf: ['tf.compat.v1.clay.Wheel'],
    parameters: [
      { name: 'speed', description: 'Turns a second.' },
      { name: 'left', default: 'True' }
    ]
  })
  expect(own.text).toContain('Args\nspeed\n    Turns a second.')
  expect(own.text).not.toMatch(/View (?:source|aliases)/)
  expect(sectionAt(page, 'spin').apis[0]).toMatchObject({
    kind: 'method',
    signature: 'spin(times=1)',
    replacedBy: ['tf.clay.turn']
  })
})

test('an entry whose anchor the page lacks still has its section', async () => {
  const page = await pageOf({
    entries: [
      { name: 'Pot.glaze', path: 'pots#kiln.Pot.glaze' },
      { name: 'the rim', path: 'pots#the-rim' }
    ],
    pages: { pots: '<h1>Pots</h1><p>On pots.</p><p><a id="the_rim"></a>The rim is thin.</p>' }
  })
  expect(sectionAt(page, 'kiln.Pot.glaze')).toMatchObject({
    title: 'Pot.glaze',
    parent: 0,
    text: 'Pot.glaze: see the page "Pots".'
  })
  expect(sectionAt(page, 'the-rim').text).toBe('The rim is thin.')
})

test('a warning that a single argument is deprecated does not deprecate the function', async () => {
  const page = await pageOf({
    pages: {
      f: `<h1>f</h1><dl class="py function"><dt id="k.f"><code>f(a)</code></dt><dd><p>Do.</p>
        <div class="deprecated"><p>Deprecated since version 3.8: The <em>a</em> parameter.</p></div></dd></dl>`
    }
  })
  expect(sectionAt(page, '').apis[0]?.deprecated).toBeNull()
})

test('long sections are cut at blocks into parts, one long line hard', async () => {
  const paragraphs = Array.from(
    { length: 60 },
    (_, at) => `<p>${String(at)} ${'clay '.repeat(20)}</p>`
  ).join('')
  const page = await pageOf({
    entries: [{ name: 'Long', path: 'long' }],
    pages: { long: `<h1>Long</h1>${paragraphs}<pre data-language="text">${'x'.repeat(6000)}</pre>` }
  })
  expect(page.sections.map((s) => s.part)).toEqual(page.sections.map((_, at) => at + 1))
  expect(page.sections.slice(1).every((s) => s.parent === 0 && s.anchor === '')).toBe(true)
  expect(page.sections[1]?.text).toMatch(/^\d+ clay/)
  expect(
    page.sections
      .map((s) => s.text)
      .join('')
      .match(/x/g)
  ).toHaveLength(6000)
  expect(page.sections.at(-1)?.text).toMatch(/^```\nx+\n```$/)
})

test('what is nested 5,000 deep, unclosed or empty is read as text', async () => {
  const deep = '<div>'.repeat(5000) + 'bottom' + '</div>'.repeat(5000)
  const page = await pageOf({ pages: { deep } })
  expect(sectionAt(page, '').text).toBe('bottom')
  const lists = await pageOf({ pages: { lists: '<ul><li>'.repeat(5000) + 'bottom' } })
  expect(lists.sections.map((s) => s.text).join('')).toContain('bottom')
  const broken = await pageOf({
    pages: { broken: '<h1>Torn<p>One <b>two<ul><li>three<li>four</table>' }
  })
  expect(sectionAt(broken, '').text).toContain('three')
  expect(sectionAt(await pageOf({ pages: { 'a/empty': '' } }), '')).toMatchObject({
    title: 'empty',
    text: 'empty'
  })
})

test('a page nested beyond all reason is read as bare text, and soon', async () => {
  // On the processor: what else runs on the machine does not count.
  const started = process.cpuUsage()
  const page = await pageOf({ pages: { absurd: '<div>'.repeat(150_000) + 'bottom' } })
  expect(sectionAt(page, '').text).toBe('bottom')
  expect(process.cpuUsage(started).user / 1_000).toBeLessThan(3000)
})

test('control characters and halves of surrogate pairs do not reach the text', async () => {
  const page = await pageOf({ pages: { odd: '<h1>Odd</h1><p>a&#1;b\u0007c\ud800d</p>' } })
  expect(sectionAt(page, '').text).toMatch(/^a.b\ufffdc\ufffdd$/s)
})

test('the library is named by the package it documents, or by its slug', async () => {
  const pages = { a: '<p>a</p>' }
  const known = await devdocs.open(
    await dumpFolder({
      meta: { slug: 'scikit_learn', release: '0.24.1', links: { home: 'https://s.example' } },
      pages
    }),
    limits
  )
  expect(known.library).toEqual({
    ecosystem: 'pypi',
    name: 'scikit-learn',
    version: '0.24.1',
    title: 'Kiln',
    importNames: ['sklearn'],
    homepage: 'https://s.example'
  })
  const other = await devdocs.open(await dumpFolder({ pages }), limits)
  expect(other.library).toMatchObject({ ecosystem: 'docs', name: 'kiln', version: '2' })
})

test('a page changes its hash with its text or its entries, and with nothing else', async () => {
  const hashes = async (dump: Dump) => (await devdocs.open(await dumpFolder(dump), limits)).manifest
  const first = await hashes({ pages: { a: 'x', b: 'y', c: 'z' } })
  const second = await hashes({
    pages: { a: 'x', b: 'changed', c: 'z' },
    entries: [{ name: 'c', path: 'c' }]
  })
  expect(second.get('a')).toBe(first.get('a'))
  expect(second.get('b')).not.toBe(first.get('b'))
  expect(second.get('c')).not.toBe(first.get('c'))
})

test('only the wanted pages are given out, and an entry without a page is remarked', async () => {
  const folder = await dumpFolder({
    entries: [{ name: 'Gone', path: 'gone#x' }],
    pages: { a: '<p>a</p>', b: '<p>b</p>' }
  })
  const source = await devdocs.open(folder, limits)
  expect(source.remarks).toEqual([
    "The index names the page 'gone' ('Gone'), which the dump does not hold; it is passed over."
  ])
  const given: string[] = []
  for await (const page of source.pages(new Set(['b']))) given.push(page.path)
  expect(given).toEqual(['b'])
})

test('strings are read whole wherever the chunks of the file end', async () => {
  const body = `<p>${'\\"é\u{1f3fa}\\\\ '.repeat(60_000)}</p>`
  const folder = await dumpFolder({ pages: { a: body, 'b "q" \\': '<p>b</p>' } })
  const source = await devdocs.open(folder, { maxPageBytes: 4_000_000 })
  const bodies: string[] = []
  for await (const page of source.pages(new Set(source.manifest.keys()))) bodies.push(page.body)
  expect(bodies).toEqual([body, '<p>b</p>'])
  expect([...source.manifest.keys()]).toEqual(['a', 'b "q" \\'])
})

const whole = { 'meta.json': '{"name":"K","slug":"k"}', 'index.json': '{"entries":[]}' }
const packed = gzipSync(JSON.stringify({ a: 'clay '.repeat(1000), b: 'y' }))

test.each<[string, Record<string, string | Buffer>, RegExp]>([
  [
    'a folder that is no dump',
    { 'notes.txt': 'hi' },
    /has no db\.json.*a DevDocs dump is a folder with meta\.json/
  ],
  ['a folder without an index', { 'meta.json': '{}', 'db.json': '{}' }, /has no index\.json/],
  [
    'an index that is no JSON',
    { ...whole, 'index.json': '{', 'db.json': '{}' },
    /index\.json is not valid JSON/
  ],
  [
    'an index without entries',
    { ...whole, 'index.json': '{}', 'db.json': '{}' },
    /has no list 'entries'/
  ],
  [
    'an entry without a path',
    { ...whole, 'index.json': '{"entries":[{"name":"x"}]}', 'db.json': '{}' },
    /number 1/
  ],
  [
    'a gzip file cut short',
    { ...whole, 'db.json.gz': packed.subarray(0, packed.length - 12) },
    /ends in the middle/
  ],
  [
    'a gzip file with a broken middle',
    { ...whole, 'db.json.gz': broken(packed) },
    /is not a whole gzip file/
  ],
  [
    'a gzip file that is none',
    { ...whole, 'db.json.gz': 'not gzip at all' },
    /is not a whole gzip file/
  ],
  ['JSON cut short', { ...whole, 'db.json': '{"a":"x","b":"y' }, /ends in the middle at page 'b'/],
  ['JSON that is a list', { ...whole, 'db.json': '["a"]' }, /'\[' where \{ was expected/],
  [
    'a page that is no text',
    { ...whole, 'db.json': '{"a":"x","b":{"c":1}}' },
    /'\{' where a string of HTML was expected at page 'b'/
  ],
  [
    'text after the end',
    { ...whole, 'db.json': '{"a":"x"} {' },
    /where the end of the file was expected/
  ],
  [
    'a comma too many',
    { ...whole, 'db.json': '{"a":"x",}' },
    /where the path of a page was expected/
  ],
  ['an invalid escape', { ...whole, 'db.json': '{"a":"\\q"}' }, /invalid escape/],
  [
    'bytes that are not UTF-8',
    { ...whole, 'db.json': Buffer.from('7b2261223a22ff227d', 'hex') },
    /not UTF-8/
  ],
  [
    'a binary page',
    { ...whole, 'db.json': JSON.stringify({ a: 'x', b: 'PNG\0\0' }) },
    /binary data .* at page 'b'/
  ],
  ['a dump without pages', { ...whole, 'db.json': '{}' }, /holds no pages/]
])('%s is refused with what is wrong', async (_, files, reason) => {
  const folder = await folderWith(files)
  await expect(devdocs.open(folder, limits)).rejects.toMatchObject({
    code: 'BAD_SOURCE',
    message: expect.stringMatching(reason) as string
  })
})

function broken(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  copy.fill(0xff, 20, 40)
  return copy
}

test('a page beyond the bound is refused by name, in whatever way it is written', async () => {
  for (const body of ['x'.repeat(2000), 'é'.repeat(600)]) {
    const folder = await dumpFolder({ pages: { small: 'x', huge: body } })
    await expect(devdocs.open(folder, { maxPageBytes: 1000 })).rejects.toMatchObject({
      code: 'TOO_LARGE',
      message: expect.stringContaining("page 'huge' is larger than 1000 bytes") as string
    })
  }
})

test('a page that never ends is refused before it fills the memory', async () => {
  const folder = await folderWith({
    ...whole,
    'db.json.gz': gzipSync(`{"a":"${'x'.repeat(50_000_000)}`)
  })
  await expect(devdocs.open(folder, { maxPageBytes: 100_000 })).rejects.toMatchObject({
    code: 'TOO_LARGE'
  })
})

test('reading stops when it is called off', async () => {
  const folder = await dumpFolder({ pages: { a: 'x' } })
  const open = devdocs.open(folder, { ...limits, signal: AbortSignal.abort() })
  await expect(open).rejects.toMatchObject({ code: 'CANCELLED' })
})

test("C's signatures get back the spaces that the pages lost", async () => {
  const page = await pageOf({
    pages: {
      c: `<h1>C</h1><dl class="c function"><dt class="sig sig-object c" id="c.Clay_New"><a href="https://x"><span class="n">Clay</span></a><span class="p">*</span><span class="sig-name descname"><span class="n">Clay_New</span></span><span class="sig-paren">(</span><span class="kt">int</span><span class="n">n</span>, <span class="n">size_t</span><span class="k">const</span><span class="p">*</span><span class="n">d</span><span class="sig-paren">)</span></dt><dd><p>Make it.</p></dd></dl>`
    }
  })
  expect(sectionAt(page, '').apis[0]).toMatchObject({
    qualifiedName: 'Clay_New',
    kind: 'function',
    signature: 'Clay *Clay_New(int n, size_t const *d)'
  })
})
