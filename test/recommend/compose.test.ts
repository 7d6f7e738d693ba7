import { compose, type Found } from '../../src/recommend/compose.js'
import type { ShownNote } from '../../src/recommend/experience-items.js'
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
  return composed(items, []).map(({ title }) => title)
}

function composed(
  items: readonly Assessed[],
  notes: readonly ShownNote[],
  question = 'how are frames folded'
): ReturnType<typeof compose> {
  const answer = {
    retrieved: {
      question,
      terms: [],
      intent: { libraries: [], names: [], roots: [] }
    },
    assessment: { items, thresholds: { answer: 0.25, hook: 0.5 }, remark: null },
    notes,
    needed: {
      apis: [],
      names: new Map(notes.map(({ subjects }) => [subjects[0]?.slice('api:'.length), 0.8])),
      roots: [],
      traces: [],
      own: []
    },
    effects: new Map(),
    threshold: 0.25,
    sameTask: 0.9
  } as unknown as Found
  return compose(answer)
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

test('what is said in the same words of another name is said once', () => {
  const warmed = 'Warms the pot before the water is poured in.'
  expect(titles(found('pot.warm', 0.9, warmed), found('options.warmed', 0.85, warmed))).toEqual([
    'pot.warm(cup)'
  ])
})

test('nothing likely, nothing said', () => {
  expect(titles(found('tea.pour', 0.2, 'Pours a cup.'))).toEqual([])
})

/** An attempt at the very task, as its agent tells of it. */
function attempt(name: string, principal: string, more: object = {}): Assessed {
  const node = { library: null, breadcrumb: [], url: null, qualifiedName: null }
  const memory = {
    ...{ ...node, id: `trace:${name}`, label: 'Trace', title: name, text: name, code: `${name}()` },
    ...{ outcome: 'passed', judgedBy: 'tests', trust: 'self-reported', observed: null },
    ...{ confirmed: false, agent: null, principal, ...more }
  }
  const found = [{ source: 'experience', rank: 1 }]
  return {
    memory,
    api: null,
    probability: 0.9,
    similarity: 1,
    path: [],
    found,
    links: []
  } as unknown as Assessed
}

function note(name: string, by: string): ShownNote {
  return {
    ...{
      id: `lesson:${name}`,
      text: `${name} needs a cup.`,
      shownBy: null,
      source: 'said',
      weight: 0.5,
      by
    },
    ...{
      trust: 'self-reported',
      witnesses: 1,
      principals: 1,
      disputed: false,
      apis: [],
      learnedIn: []
    },
    subjects: [`api:tea.${name}`]
  }
}

test('of solved, failed and noted together one principal alone says half of an answer at most, where others speak', () => {
  const loud = [
    attempt('a', 'ann'),
    attempt('b', 'ann'),
    attempt('f', 'ann', { outcome: 'failed' })
  ]
  const notes = ['pour', 'stir', 'sip'].map((name) => note(name, 'ann'))
  const said = (items: readonly Assessed[], told: readonly ShownNote[]) =>
    composed(items, told).map(({ node }) => node.id)
  expect(said(loud, notes)).toHaveLength(6)
  expect(said([...loud, attempt('other', 'bob')], notes)).toEqual([
    'trace:a',
    'trace:other',
    'lesson:pour',
    'lesson:stir'
  ])
})

test('what others bear out is nobody’s share', () => {
  const seen = { confirmed: true }
  const items = [attempt('a', 'ann', seen), attempt('b', 'ann', seen), attempt('c', 'bob')]
  expect(composed(items, []).map(({ node }) => node.id)).toEqual(['trace:a', 'trace:b'])
})

test('a line of a changelog answers who asks what changed, not who asks how something is done', () => {
  const change = found('tea.pour', 0.8, 'Pours a cup.')
  const entry = { ...change, memory: { ...change.memory, path: 'CHANGELOG.md' } }
  expect(composed([entry], [])).toEqual([])
  expect(composed([entry], [], 'pour is deprecated, what instead?')).toHaveLength(1)
})

/** A reviewed insight that hangs on an API. */
function insight(name: string, probability: number, on: string): Assessed {
  const node = { library, breadcrumb: [], url: null, title: name, text: name, code: null }
  return {
    memory: { ...node, id: `insight:${name}`, label: 'Insight', advice: name, avoid: null },
    api: null,
    probability,
    path: [],
    found: [],
    links: [{ from: on }]
  } as unknown as Assessed
}

test('beside what solved the very task an insight about what it may need is said only where it fits the question itself', () => {
  const pour = found('tea.pour', 0.4, 'Pours a cup.')
  const items = [insight('fits', 0.3, pour.memory.id), insight('hangs', 0.01, pour.memory.id), pour]
  const said = (...more: Assessed[]) => composed([...items, ...more], []).map(({ node }) => node.id)
  expect(said()).toEqual(['insight:fits', 'insight:hangs', `doc:${library}/tea.pour`])
  expect(said(attempt('a', 'ann'))).toEqual(['insight:fits', 'trace:a'])
})

test('beside what solved the very task a failed attempt is shown for a cause in words, not for an error', () => {
  const failed = (text: string) => attempt('f', 'bob', { outcome: 'failed', text })
  const said = (...items: Assessed[]) => composed(items, []).map(({ node }) => node.id)
  expect(said(attempt('a', 'ann'), failed('TypeError: cup is not a function'))).toEqual(['trace:a'])
  expect(said(attempt('a', 'ann'), failed('The cup was poured before it was warm.'))).toEqual([
    'trace:a',
    'trace:f'
  ])
  expect(said(failed('TypeError: cup is not a function'))).toEqual(['trace:f'])
})

test('the same code is shown once', () => {
  const shown = (name: string, probability: number) => {
    const entry = found(name, probability, `${name} pours a cup.`)
    const api = { ...entry.api, examples: ['tea.pour(cup)\ntea.fill(cup)'] } as Assessed['api']
    return { ...entry, api }
  }
  const items = composed([shown('tea.pour', 0.8), shown('tea.fill', 0.7)], [])
  expect(items.map(({ code }) => code)).toEqual(['tea.pour(cup)\ntea.fill(cup)', null])
})

/** A field that nobody described, on the page of its type, whose other field answers the question. */
function undescribed(own: string, over: object = {}): Assessed {
  const entry = found('Oven.Options', 0.8, '')
  return {
    ...entry,
    memory: {
      ...entry.memory,
      text: 'Oven.Options\nHow long loaves stay before they are thrown away.'
    },
    api: { ...entry.api, kind: 'property', qualifiedName: own, summary: null, ...over }
  } as unknown as Assessed
}

test('what the page of a type says of one field is not told of another', () => {
  const question = 'throw loaves away after a day'
  const told = (entry: Assessed) => composed([entry], [], question).map(({ body }) => body)
  expect(told(undescribed('Oven.Options.status'))).toEqual([])
  expect(told(undescribed('Oven.Options.bake', { kind: 'method' }))).toEqual([''])
  expect(told(undescribed('Oven.Options.loaves'))).toEqual([
    'How long loaves stay before they are thrown away.'
  ])
  expect(told(undescribed('Oven.Options'))).toEqual([
    'How long loaves stay before they are thrown away.'
  ])
})
