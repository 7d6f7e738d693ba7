import { stripVTControlCharacters } from 'node:util'
import pc from 'picocolors'
import { renderNode } from '../../src/cli/render/node.js'
import { renderRecommendation } from '../../src/cli/render/recommendation.js'
import { printable, wrap } from '../../src/cli/render/wrap.js'
import type { Terminal } from '../../src/cli/terminal.js'
import type { Item, Recommendation } from '../../src/domain/recommendation.js'

function terminal(colors: boolean): Terminal {
  return {
    json: false,
    color: pc.createColors(colors),
    width: 60,
    answer: () => undefined,
    note: () => undefined
  }
}

test.each([
  ['one two three four five six', 24, '  ', '  one two three four\n  five six'],
  ['spaces    and\ttabs  become one', 80, '', 'spaces and tabs become one'],
  ['lines\nstay lines', 80, ' ', ' lines\n stay lines'],
  ['a-word-longer-than-the-line is not cut', 22, '', 'a-word-longer-than-the-line\nis not cut'],
  ['twenty columns remain at least', 5, '    ', '    twenty columns\n    remain at least'],
  ['', 80, '  ', '  ']
])('%j at %i columns', (text, width, indent, lines) => {
  expect(wrap(text, { width, indent })).toBe(lines)
})

const driving = [
  ['colours and cursor', '\u001b[31mred\u001b[2J', '[31mred[2J'],
  ['the title of the window', '\u001b]0;title\u0007', ']0;title'],
  ['one-byte sequences', '\u009b31mred', '31mred'],
  ['writing over what stood there', 'safe\rbad\b\b\b', 'safebad'],
  ['turning the direction of writing around', 'a\u202eb\u2066c', 'abc'],
  ['delete and null', 'a\u007fb\u0000c', 'abc']
] as const

test.each(driving)('%s cannot be done from the graph', (_, text, shown) => {
  expect(printable(text)).toBe(shown)
})

test('letters, line breaks, tabs and signs of other scripts stay', () => {
  const text = 'naïve – 数据\n\tرقم 🙂'
  expect(printable(text)).toBe(text)
})

const evil = driving.map(([, text]) => text).join(' ')

function item(kind: Item['kind'], section: Item['section']): Item {
  const path = [{ id: evil, label: 'Doc', title: evil, by: evil }]
  const texts = { title: evil, body: evil, code: evil, reason: evil }
  const said = { evidence: evil, selfReported: false, version: evil }
  return { kind, section, ...texts, ...said, path, citations: [1], score: 1 }
}

const recommendation: Recommendation = {
  id: 'recommendation:1',
  question: evil,
  answer: evil,
  fits: true,
  items: [item('api', 'use'), item('solved', 'worked'), item('note', 'watch')],
  citations: [{ number: 1, id: evil, label: 'Doc', source: evil, url: evil, quote: evil }],
  libraries: [],
  remarks: [evil],
  ms: 1
}

const node = {
  id: evil,
  label: 'Doc',
  title: evil,
  properties: { text: evil, code: evil, url: evil, breadcrumb: [evil] },
  edges: [{ type: 'PART_OF', out: true, count: 1 }]
}

test.each([
  ['a recommendation', (at: Terminal) => renderRecommendation(recommendation, at)],
  [
    'a recommendation without items',
    (at: Terminal) => renderRecommendation({ ...recommendation, items: [], citations: [] }, at)
  ],
  ['a node', (at: Terminal) => renderNode(node, at)]
])('%s drives no terminal, whatever stands in it', (_, render) => {
  expect(render(terminal(false))).not.toMatch(/(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u)
})

test('colours are our own and whole: without them the text is the same', () => {
  const plain = { ...recommendation, items: [{ ...item('api', 'use'), title: 'tools.cut' }] }
  const colored = renderRecommendation(plain, terminal(true))
  expect(colored).toContain('\u001b[1m1\u001b[22m')
  expect(stripVTControlCharacters(colored)).toBe(renderRecommendation(plain, terminal(false)))
})

test('code of a node stands as it was written', () => {
  const code =
    'if x:\n    y  = 1   # a long comment that would be wrapped were it prose, but it is not'
  expect(renderNode({ ...node, properties: { code } }, terminal(false))).toContain(`\n${code}\n`)
})

const pruned = {
  id: 'api:npm/shears@2.0.0/shears.cut',
  label: 'Api',
  title: 'shears.cut',
  properties: {
    id: 'api:npm/shears@2.0.0/shears.cut',
    kind: 'function',
    library: 'npm/shears@2.0.0',
    name: 'cut',
    qualifiedName: 'shears.cut',
    title: 'shears.cut',
    signature: 'cut(hedge: Hedge, height?: number): Hedge',
    summary: 'Cuts a hedge.',
    text: 'cut(hedge: Hedge, height?: number): Hedge\nCuts a hedge.\nhedge, height',
    parameters: JSON.stringify([
      { name: 'hedge', type: 'Hedge', default: null, description: 'What is cut.' },
      {
        name: 'height',
        type: 'number',
        default: '100',
        description: 'In centimetres, from the ground to the top of what is left when all is done.'
      }
    ]),
    examples: JSON.stringify([{ title: 'A low one', language: 'ts', code: 'cut(hedge,   40)' }]),
    deprecated: 'Use trim instead.',
    replacedBy: ['api:npm/shears@2.0.0/shears.trim'],
    aliasOf: [],
    doc: 'doc:npm/shears@2.0.0/api/index#shears.cut',
    page: 'doc:npm/shears@2.0.0/api/index',
    usage: 0,
    mentions: 0,
    space: 'public',
    embedding: null
  },
  edges: [
    { type: 'MEMBER_OF', out: true, count: 1 },
    { type: 'CITES', out: false, count: 2 }
  ]
}

test('an API is shown as documentation prints it: each thing once, nothing empty', () => {
  expect(renderNode(pruned, terminal(false))).toMatchInlineSnapshot(`
   "shears.cut  function api:npm/shears@2.0.0/shears.cut

     cut(hedge: Hedge, height?: number): Hedge

     Cuts a hedge.

     Deprecated: Use trim instead. Instead: shears.trim

     Parameters
       hedge: Hedge
         What is cut.
       height: number = 100
         In centimetres, from the ground to the top of what is
         left when all is done.

     Examples
       A low one
       cut(hedge,   40)

     All that is said of it: cairn show
     'doc:npm/shears@2.0.0/api/index#shears.cut'

     -MEMBER_OF-> 1, <-CITES- 2"
  `)
})

test('an API of which little is known is short', () => {
  const { id, kind, library, qualifiedName, doc } = pruned.properties
  const properties = { id, kind, library, qualifiedName, doc, parameters: '[]', summary: '' }
  expect(renderNode({ ...pruned, properties, edges: [] }, terminal(false))).toMatchInlineSnapshot(`
   "shears.cut  function api:npm/shears@2.0.0/shears.cut

     All that is said of it: cairn show
     'doc:npm/shears@2.0.0/api/index#shears.cut'"
  `)
})

test('a section is shown with the headings that lead to it; code in it is not wrapped', () => {
  const properties = {
    kind: 'section',
    library: 'npm/shears@2.0.0',
    breadcrumb: ['Guide', 'Hedges'],
    url: 'https://shears.example/guide#hedges',
    path: 'guide.md',
    part: 1,
    ordinal: 3,
    text: 'Cut in spring, before the birds are there, and in autumn once they have left.\n\n```ts\nconst  low = cut(hedge, 40) // a long line of code that no terminal of sixty columns holds\n```',
    evidencePassed: 0
  }
  const node = { id: 'doc:npm/shears@2.0.0/guide.md#hedges', label: 'Doc', title: 'Hedges' }
  expect(renderNode({ ...node, properties, edges: [] }, terminal(false))).toMatchInlineSnapshot(`
   "Hedges  section doc:npm/shears@2.0.0/guide.md#hedges
     Guide > Hedges
     https://shears.example/guide#hedges

   Cut in spring, before the birds are there, and in autumn
   once they have left.

   \`\`\`ts
   const  low = cut(hedge, 40) // a long line of code that no terminal of sixty columns holds
   \`\`\`"
  `)
})

test('of an attempt stands first what came of it; what says nothing is left out', () => {
  const node = {
    id: 'trace:1',
    label: 'Trace',
    title: 'bread is flat',
    properties: {
      trust: 'imported',
      agent: 'baker',
      createdAt: '2026-11-02T04:07:05.024000000Z',
      tainted: false,
      codeUses: ['oven.bake(heat)', 'oven.Tray'],
      evidence: 'exit status: 0',
      outcome: 'passed',
      measurements: '{"cost":0,"calls":12}',
      kind: 'unknown',
      steps: 14,
      grounds: 'abcb1fa9b062c3af'
    },
    edges: []
  }
  expect(renderNode(node, { ...terminal(false), width: 200 }).split('\n')).toEqual([
    'bread is flat  Trace trace:1',
    '  outcome: passed',
    '  evidence: exit status: 0',
    '  agent: baker',
    '  steps: 14',
    '  codeUses: oven.bake(heat), oven.Tray',
    '  trust: imported',
    '  createdAt: 2026-11-02 04:07 UTC',
    '  measurements: calls 12'
  ])
})
