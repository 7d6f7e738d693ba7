import { compose, type Found } from '../../src/recommend/compose.js'
import type { Assessed } from '../../src/retrieve/relevance/assess.js'

const library = 'npm/tea@1.0.0'

/** An API as it was found: with its section, and how likely it is of use. */
function found(name: string, probability: number, summary: string): Assessed {
  const node = { library, title: name, breadcrumb: [], url: null, path: null, code: null }
  return {
    memory: { ...node, id: `doc:${library}/${name}`, label: 'Doc', text: `${name}\n${summary}` },
    api: {
      ...node,
      id: `api:${library}/${name}`,
      label: 'Api',
      kind: 'function',
      qualifiedName: name,
      signature: `${name.split('.').at(-1) ?? ''}(cup)`,
      summary,
      examples: [],
      deprecated: null
    },
    probability,
    path: [],
    found: [],
    links: []
  } as unknown as Assessed
}

function titles(...items: Assessed[]): string[] {
  const answer = {
    retrieved: { terms: [], intent: { libraries: [], names: [], roots: [] } },
    assessment: { items, thresholds: { answer: 0.25, hook: 0.5 }, remark: null },
    notes: [],
    needed: { apis: [], names: new Map(), roots: [], traces: [] },
    effects: new Map(),
    threshold: 0.25,
    sameTask: 0.9
  } as unknown as Found
  return compose(answer).map(({ title }) => title)
}

test('what is also exported below another path is told of once, at its root, where its text is', () => {
  expect(
    titles(
      found('tea/fp.pour', 0.8, ''),
      found('tea/next.pour', 0.6, 'Pours a cup.'),
      found('tea.pour', 0.4, 'Pours a cup.')
    )
  ).toEqual(['tea.pour(cup)'])
})

test('what says something else below another path stays beside its namesake', () => {
  expect(
    titles(
      found('tea/fp.pour', 0.8, 'Makes a function that pours.'),
      found('tea.pour', 0.7, 'Pours a cup.')
    )
  ).toEqual(['tea/fp.pour(cup)', 'tea.pour(cup)'])
})

test('a name without a word about it stands only where it is near the likeliest', () => {
  expect(titles(found('tea.pour', 0.8, 'Pours a cup.'), found('tea.spout', 0.6, ''))).toEqual([
    'tea.pour(cup)'
  ])
  expect(titles(found('tea.spout', 0.8, ''), found('tea.pour', 0.6, 'Pours a cup.'))).toEqual([
    'tea.spout(cup)',
    'tea.pour(cup)'
  ])
})

test('nothing likely, nothing said', () => {
  expect(titles(found('tea.pour', 0.2, 'Pours a cup.'))).toEqual([])
})
