import { markdown } from '../../../src/ingest/readers/markdown/markdown.js'
import { parseRestructured } from '../../../src/ingest/readers/markdown/restructured.js'
import { expectLinear } from '../../support/linear-time.js'
import { expectSound, folderWith, limits, parseAll, removeFolders, sectionAt } from './sources.js'

afterAll(removeFolders)

function read(text: string) {
  const page = {
    path: 'guide/oven.rst',
    url: null,
    sections: parseRestructured(text, 'guide/oven.rst')
  }
  expectSound(page)
  return page
}

/** The text of a page without titles. */
function textOf(text: string): string {
  return sectionAt(read(text), '').text
}

test('titles make sections, in the order in which their marks come up', () => {
  const page = read(`.. _ovens:

======
 Oven
======

Hot.

Door
~~~~

.. _lock it:

Lock
----

Shut *it* and **wait**.

Roof
~~~~

High.
`)
  expect(page.sections.map((s) => [s.anchor, s.title, s.breadcrumb])).toEqual([
    ['', 'Oven', []],
    ['door', 'Door', ['Oven']],
    ['lock', 'Lock', ['Oven', 'Door']],
    ['roof', 'Roof', ['Oven']]
  ])
  expect(sectionAt(page, 'lock')).toMatchObject({ text: 'Shut it and wait.', marks: ['lock-it'] })
  expect(sectionAt(page, '').marks).toEqual(['ovens'])
})

test('of several titles of the first kind the first is the title of the page', () => {
  const page = read('Oven\n====\n\nDoor\n====\n\nLock\n----\n\nOpen.\n')
  expect(sectionAt(page, 'lock').breadcrumb).toEqual(['Oven', 'Door'])
})

test('code comes in fences, in whatever way it is marked', () => {
  const text = textOf(`.. highlight:: lua

Bake::

    bake(1)

      + 2

Then: ::

> bake(3)
> bake(4)

.. code-block:: rust
   :linenos:
   :caption: bread.rs

   let a = *b_;

>>> bake(5)
6

.. sourcecode:: python

    bake(7)
`)
  expect(text).toBe(`Bake:

\`\`\`lua
bake(1)

  + 2
\`\`\`

Then:

\`\`\`lua
> bake(3)
> bake(4)
\`\`\`

bread.rs
\`\`\`rust
let a = *b_;
\`\`\`

\`\`\`python
>>> bake(5)
6
\`\`\`

\`\`\`python
bake(7)
\`\`\``)
})

test('roles and literals are code, or what they say', () => {
  expect(
    textOf(
      'Call ``a*b`` or :func:`~oven.bake`, :py:meth:`heat <Oven.heat>`, :class:`!Pan`; `x.y` and `a thought`, ' +
        ':guilabel:`Start`, :math:`x^2`, H\\ :sub:`2`\\ O, :pep:`8`, :raw-html:`<b>`, 2 * 3 * 4, *args, **kw and a\\*b.'
    )
  ).toBe(
    'Call `a*b` or `bake`, `heat`, `Pan`; `x.y` and a thought, Start, x^2, H_2O, PEP 8, , 2 * 3 * 4, *args, **kw and a*b.'
  )
})

test('links lead where the page says', () => {
  const page = read(`Oven
====

See the door_, \`the lock\`_, \`other page <roof.html>\`_, \`pans <https://x.example/a_b>\`__, :doc:\`/index\`, :ref:\`bolt\`,
snake_case_ and https://x.example/d_e_ too; first__ |name| [1]_.

.. |name| replace:: Great *Oven*
.. _door: walls.rst#door
.. __: cellar.rst
.. [1] By hand.

.. _bolt:

The lock
--------

Steel.
`)
  expect(sectionAt(page, '')).toMatchObject({
    text: 'See the door, the lock, other page, pans, index, The lock, snake_case_ and https://x.example/d_e_ too; first Great *Oven* [1].\n\n[1] By hand.',
    links: [
      'guide/cellar.rst',
      'guide/oven.rst#the-lock',
      'guide/roof.rst',
      'guide/walls.rst#door',
      'index.rst'
    ]
  })
})

test('lists, definitions, fields, options and lines', () => {
  expect(
    textOf(`* one
  more

  - deep
* two

3. three
4. four

A. Einstein was no
list.

pan : metal
    Is *flat*.
pot
    Is deep.

:Author: Ada
:orphan:

-v, --verbose  Say more.
--size=N       How big.

| up
| down

    said
`)
  ).toBe(`- one more
  - deep
- two

3. three
4. four

A. Einstein was no list.

pan : metal
    Is flat.
pot
    Is deep.

Author
Ada

-v, --verbose
    Say more.
--size=N
    How big.

up
down

said`)
})

test('notes, versions and directives that are not known say what they hold', () => {
  expect(
    textOf(`.. note:: It is
   hot.

.. warning::

   Very.

.. seealso:: The door.

.. admonition:: By the way

   It hums.

.. versionadded:: 2.1
   The light.

.. deprecated:: 3 Use gas.

.. odd:: thing
   :option: x

   Text.

.. a comment
   that goes on

.. image:: a.png
.. toctree::

   door

.. raw:: html

   <b>bold</b>

.. include:: /etc/hostname
`)
  ).toBe(`Note: It is hot.

Warning: Very.

See also: The door.

By the way
It hums.

New in version 2.1: The light.

Deprecated since version 3: Use gas.

thing

Text.`)
})

test('tables are rows', () => {
  const rows = 'Pan | Size\nflat | small or large\nround | 3'
  const grid = `+-------+----------+
| Pan   | Size     |
+=======+==========+
| flat  | small or |
|       | large    |
+-------+----------+
| round | 3        |
+-------+----------+
`
  const simple = `===== ========
Pan   Size
===== ========
flat  small or
      large
round 3
===== ========
`
  const list = `.. list-table::
   :header-rows: 1

   * - Pan
     - Size
   * - flat
     - small or
       large
   * - round
     - 3
`
  const csv = `.. csv-table::
   :header: Pan, Size

   flat, "small or
   large"
   round,3
`
  for (const table of [grid, simple, list, csv]) expect(textOf(table)).toBe(rows)
})

const reference = `Reference
=========

.. module:: kiln

.. py:class:: Oven(size=3)
   :final:

   :param int size: How big it is.
   :param door: What closes it.
   :type door: Door

   Bakes what is put in.

   .. method:: heat(to, *, slowly=False) -> int

      Heats it, as :meth:\`cool\` does not.

      :returns: How hot it is.

      Example::

          oven.heat(200)

   .. method:: cool()
               rest()

      .. deprecated:: 2
         Use :meth:\`heat\`.

   .. attribute:: hot = False

.. autofunction:: kiln.bake
.. autoclass:: Pan

.. program:: kilnctl

.. option:: -n <name>, --dry-name <name>

   What it is called.

.. c:function:: int fire(int heat)

   Fires.
`

test('described objects are sections of their own, with what is said of their parameters', () => {
  const page = read(reference)
  expect(page.sections.map((s) => s.anchor)).toEqual([
    '',
    'kiln.Oven',
    'kiln.Oven.heat',
    'kiln.Oven.cool',
    'kiln.Oven.rest',
    'kiln.Oven.hot',
    'cmdoption-kilnctl-dry_name',
    'c.fire'
  ])
  const oven = sectionAt(page, 'kiln.Oven')
  expect(oven.text).toMatch(
    /^class kiln\.Oven\(size=3\)\n\nParameters\n- size \(int\) – How big it is\./
  )
  expect(oven.apis[0]).toMatchObject({ kind: 'class', summary: 'Bakes what is put in.' })
  expect(oven.apis[0]?.parameters).toEqual([
    { name: 'size', type: 'int', default: '3', description: 'How big it is.' },
    { name: 'door', type: 'Door', default: null, description: 'What closes it.' }
  ])
  const heat = sectionAt(page, 'kiln.Oven.heat')
  expect(heat.links).toEqual(['guide/oven.rst#kiln.Oven.cool'])
  expect(heat.apis[0]).toMatchObject({
    qualifiedName: 'kiln.Oven.heat',
    kind: 'method',
    signature: 'heat(to, *, slowly=False) -> int',
    examples: [{ code: 'oven.heat(200)' }]
  })
  expect(sectionAt(page, 'kiln.Oven.cool').apis[0]?.deprecated).toMatch(
    /^Deprecated since version 2/
  )
  expect(sectionAt(page, 'kiln.Oven.rest').text).toContain(
    'Described together with kiln.Oven.cool.'
  )
})

test('objects that are described in the code are named', () => {
  const { apis, text } = sectionAt(read(reference), '')
  expect(text).toBe('function kiln.bake\nclass kiln.Pan')
  expect(apis.map((api) => [api.qualifiedName, api.kind])).toEqual([
    ['kiln.bake', 'function'],
    ['kiln.Pan', 'class']
  ])
})

test('HTML is text, and nothing a page does is more than that', () => {
  const page = read(
    '<script>x</script> & `a <javascript:alert(1)>`_ "``<i>``"\n\n.. _b": c\n\n.. function:: f"><b>(x)\n\n   <b>'
  )
  expect(sectionAt(page, '').text).toContain('<script>x</script> & a "`<i>`"')
  expect(sectionAt(page, '').links).toEqual([])
})

test.each([
  ['', 'oven'],
  ['.. _', ''],
  ['..', ''],
  ['.. note::', ''],
  ['====', ''],
  ['+--+\n', ''],
  ['=== ===\na b', ''],
  ['.. class::\n.. function::\n\n   x', '']
])('what is broken is read as far as it goes: %j', (text) => {
  expect(() => read(text)).not.toThrow()
})

test.each([
  '*a ',
  '**a ',
  '``a ',
  '`a ',
  ':a:',
  '|a ',
  'a_',
  'a:b',
  '[a',
  '\\',
  '_`a ',
  '`a <b',
  'http://a',
  '=== ===\n',
  '===\n',
  '=\n',
  '+-+\n',
  '+---+---+\n| a | b |\n',
  '* ',
  '* a\n',
  '1. a\n  * b\n',
  'a\n b\n',
  '.. a::\n',
  '.. _a: b\n',
  '.. |a| replace:: b\n|a|',
  ':a: b\n',
  ':param a: b\n',
  '-a  b\n',
  '| a\n',
  '.. function:: a(b\n',
  '.. class:: a\n\n   b\n\n',
  '.. list-table::\n\n   * - a\n     - b\n\n',
  '.. csv-table::\n\n   "a, b\n\n',
  ' a\n  b\n',
  'a::\n\n b\n\n',
  '\t',
  '(a',
  'a\n=\n\n'
])('time grows as the length does: %j', (piece) => {
  const whole = piece.repeat(Math.ceil(80_000 / piece.length))
  expectLinear((text) => parseRestructured(text, 'a.rst'), whole)
})

test('what is named often does not make a page grow without bounds', () => {
  const long = 'b'.repeat(290)
  const text = `.. |a| replace:: ${long}\n\n${'|a| '.repeat(30_000)}\n`
  const written = parseRestructured(text, 'a.rst').reduce((sum, one) => sum + one.text.length, 0)
  expect(written).toBeLessThan(1_500_000)
})

test('nesting is read as deep as anybody writes', () => {
  const deep = Array.from({ length: 300 }, (_, n) => `${'  '.repeat(n)}* a\n`).join('\n')
  expect(read(deep).sections.length).toBeGreaterThan(0)
})

test('a folder of reStructuredText is read beside Markdown', async () => {
  const folder = await folderWith({
    'a.rst': 'Oven\n====\n\nHot.\n',
    'a.md': '# Oven\n\nHot.\n',
    'CHANGES.rst': '1.0\n===\n\nFirst.\n',
    'requirements.txt': 'x'
  })
  const source = await markdown.open(folder, limits)
  const pages = await parseAll(markdown, source)
  expect(pages.map(({ path }) => path)).toEqual(['CHANGES.rst', 'a.md', 'a.rst'])
  expect(sectionAt(pages[2], '')).toMatchObject({ title: 'Oven', text: 'Hot.' })
  expect(source.remarks).toEqual([])
})
