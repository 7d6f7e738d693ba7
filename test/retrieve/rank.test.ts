import type { Memory, Recalled } from '../../src/retrieve/memory.js'
import type { Plan } from '../../src/retrieve/plan.js'
import { rank } from '../../src/retrieve/rank.js'

const plan: Plan = {
  vectorText: '',
  textQuery: '',
  nameQuery: '',
  errors: [],
  libraries: [],
  weights: { meaning: 1, words: 0.5, names: 0.5, experience: 1, errors: 2 }
}

function memory(id: string, more: Partial<Memory> = {}): Memory {
  return {
    id,
    label: 'Doc',
    kind: 'page',
    library: 'l',
    title: id,
    text: id,
    code: null,
    qualifiedName: null,
    signature: null,
    summary: null,
    deprecated: null,
    doc: null,
    path: id,
    anchor: '',
    part: 1,
    url: null,
    breadcrumb: [],
    outcome: null,
    agent: null,
    applies: null,
    advice: null,
    avoid: null,
    ...more
  }
}

function hit(id: string, ranks: Record<string, number>, more: Partial<Memory> = {}): Recalled {
  return {
    memory: memory(id, more),
    found: Object.entries(ranks).map(([source, r]) => ({ source, rank: r })),
    links: []
  }
}

function order(recalled: Recalled[]): string[] {
  return rank(recalled, plan).map((entry) => entry.memory.id)
}

test('found by two sources beats found by one', () => {
  expect(order([hit('one', { meaning: 1 }), hit('two', { meaning: 2, words: 1 })])).toEqual([
    'two',
    'one'
  ])
})

test('a section and the API that it documents are one entry, led by the stronger', () => {
  const api = hit('api:x', { meaning: 1 }, { label: 'Api', doc: 'doc:x', qualifiedName: 'm.x' })
  const doc: Recalled = {
    memory: memory('doc:x'),
    found: [],
    links: [{ from: 'api:x', type: 'DOCUMENTS' }]
  }
  const ranked = rank([api, doc, hit('doc:y', { meaning: 2 })], plan)
  expect(ranked.map((entry) => entry.memory.id)).toEqual(['doc:x', 'doc:y'])
  expect(ranked[0]?.api?.id).toBe('api:x')
})

test('what a passing attempt used rises, what a failed one used does not', () => {
  const used = (id: string, from: string): Recalled => ({
    memory: memory(id),
    found: [],
    links: [{ from, type: 'USES' }]
  })
  const passed = hit('trace:p', { experience: 1 }, { label: 'Trace', outcome: 'passed' })
  const failed = hit('trace:f', { experience: 1 }, { label: 'Trace', outcome: 'failed' })
  const ids = order([
    passed,
    failed,
    used('by-passing', 'trace:p'),
    used('by-failing', 'trace:f'),
    hit('weak', { words: 10 })
  ])
  expect(ids.indexOf('by-passing')).toBeLessThan(ids.indexOf('weak'))
  expect(ids.indexOf('weak')).toBeLessThan(ids.indexOf('by-failing'))
})

test('a neighbour that no source found comes in by its edge, and its path says so', () => {
  const seed = hit('insight:a', { experience: 1 }, { label: 'Insight' })
  const other: Recalled = {
    memory: memory('doc:b'),
    found: [],
    links: [{ from: 'insight:a', type: 'BACKED_BY' }]
  }
  const found = rank([seed, other], plan).find((entry) => entry.memory.id === 'doc:b')
  expect(found?.path.map((step) => step.by)).toEqual(['a similar task (1st)', 'is backed by'])
})

test('twins make room: Series.sum comes after another method, not right after DataFrame.sum', () => {
  const doc = (id: string, r: number) =>
    hit(id, { meaning: r }, { label: 'Api', qualifiedName: id })
  expect(
    order([doc('p.DataFrame.sum', 1), doc('p.Series.sum', 2), doc('p.DataFrame.mean', 3)])
  ).toEqual(['p.DataFrame.sum', 'p.DataFrame.mean', 'p.Series.sum'])
})

test('what its authors call internal comes late', () => {
  expect(
    order([
      hit('a', { meaning: 1 }, { title: 'm.internal.check' }),
      hit('b', { meaning: 4 }, { title: 'm.check' })
    ])
  ).toEqual(['b', 'a'])
})

test('ties are broken by id, so that the same question gets the same answer', () => {
  expect(order([hit('b', { meaning: 1 }), hit('a', { meaning: 1 })])).toEqual(['a', 'b'])
})

test('nothing found is nothing ranked', () => {
  expect(rank([], plan)).toEqual([])
})
