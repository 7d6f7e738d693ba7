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
  return { kind, section, ...texts, evidence: evil, version: evil, path, citations: [1], score: 1 }
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
