import type { Draft } from '../../src/recommend/draft.js'
import type { ShownNote } from '../../src/recommend/experience-items.js'
import { judgedNotes } from '../../src/recommend/note-items.js'
import { withNotes, type Solution } from '../../src/recommend/told-by-notes.js'

function note(id: string, text: string, more: Partial<ShownNote> = {}): ShownNote {
  return {
    id,
    text,
    shownBy: null,
    source: 'said',
    trust: 'self-reported',
    witnesses: 1,
    principals: 1,
    by: 'ann',
    weight: 0.5,
    disputed: false,
    subjects: ['api:oven.bake'],
    apis: [],
    learnedIn: ['trace:loaf'],
    ...more
  }
}

function solution(more: Partial<Draft> = {}, sameTask = false): Solution {
  const node = {
    ...{ id: 'trace:loaf', label: 'Trace', library: null, title: 'a loaf' },
    ...{ breadcrumb: [], url: null }
  }
  const body = 'Passed at the third attempt.'
  const draft: Draft = {
    ...{ kind: 'solved', title: 'a loaf', body, code: 'oven.bake(loaf)', evidence: 'passed' },
    ...{ selfReported: true, by: 'ann', reason: '', path: [], probability: 0.5, node },
    rests: [{ node, quote: body }],
    ...more
  }
  return { draft, code: draft.code, sameTask }
}

function told(solutions: readonly Solution[], notes: readonly ShownNote[]) {
  const found = {
    retrieved: { terms: [], intent: { libraries: [] } },
    assessment: { items: [], thresholds: { answer: 0.3 } },
    notes,
    needed: { apis: [], names: new Map([['oven.bake', 0.5]]), roots: [], traces: [], own: [] }
  } as unknown as Parameters<typeof judgedNotes>[0]
  const { solved, untold } = withNotes(solutions, judgedNotes(found))
  return {
    bodies: solved.map(({ body }) => body),
    untold: untold.map(({ note: { id } }) => id),
    solved
  }
}

const warm = note('lesson:warm', '`oven.bake`: returns before the oven is warm.')

test('a solution of another task says what was learned in it, cites that, and the note takes no place of its own', () => {
  const { bodies, untold, solved } = told([solution()], [warm])
  expect(bodies).toEqual([warm.text])
  expect(untold).toEqual([])
  expect(solved[0]?.rests.map(({ node: { id }, quote }) => [id, quote])).toEqual([
    ['trace:loaf', 'Passed at the third attempt.'],
    ['lesson:warm', warm.text]
  ])
})

test('of the code the lines are shown that call what the note is about, and no imports', () => {
  const lines = ['import oven', '', 'def loaf(dough):', '    dough.rest(30)', '    dough.fold()']
  const rest = [
    '    dough.rest(60)',
    '    dough.shape()',
    '    oven.warm()',
    '    oven.bake(dough)'
  ]
  const { solved } = told([{ ...solution(), code: [...lines, ...rest].join('\n') }], [warm])
  expect(solved[0]?.code).toBe(
    '…\ndough.fold()\ndough.rest(60)\ndough.shape()\noven.warm()\noven.bake(dough)'
  )
})

test('of several the likeliest is said; the others stay notes', () => {
  const other = note('lesson:other', 'The tin sticks.', { subjects: ['tool:tin'] })
  const { bodies, untold } = told([solution()], [other, warm])
  expect([bodies, untold]).toEqual([[warm.text], ['lesson:other']])
})

test('the very task and the cure of an error keep their own words, and a note that these hold is not said twice', () => {
  const own = 'First cold. `oven.bake` returns before the oven is warm.'
  for (const one of [solution({ body: own }, true), solution({ body: own, kind: 'cure' })])
    expect(told([one], [warm])).toMatchObject({ bodies: [own], untold: [] })
  const cold = solution({ body: 'First cold.' }, true)
  expect(told([cold], [warm])).toMatchObject({ bodies: ['First cold.'], untold: ['lesson:warm'] })
  const inCode = solution({ code: '# oven.bake returns before the oven is warm\nwait()' }, true)
  expect(told([inCode], [warm]).untold).toEqual([])
})

test('what others saw too stays a note, which comes first', () => {
  const firm = { ...warm, principals: 2 }
  const { bodies, untold } = told([solution()], [firm])
  expect([bodies, untold]).toEqual([['Passed at the third attempt.'], ['lesson:warm']])
})

test('notes of other attempts are not put into its mouth, and one note is said by one solution', () => {
  const elsewhere = { ...warm, learnedIn: ['trace:cake'] }
  expect(told([solution()], [elsewhere]).untold).toEqual(['lesson:warm'])
  const both = { ...warm, learnedIn: ['trace:loaf', 'trace:cake'] }
  const node = { ...solution().draft.node, id: 'trace:cake' }
  const { bodies } = told([solution(), solution({ node })], [both])
  expect(bodies).toEqual([warm.text, 'Passed at the third attempt.'])
})

test('a note that was seen in several tasks says so', () => {
  const { solved } = told([solution()], [{ ...warm, witnesses: 3 }])
  expect(solved[0]?.evidence).toBe('passed; seen in 3 tasks, by one agent, not confirmed')
})

test('what changed between two attempts is told by the one that passed; at another task it is said of what the question calls', () => {
  const change = note('lesson:change', '`bake(1)` failed; `bake(2)` passed.', {
    source: 'difference',
    learnedIn: ['trace:raw', 'trace:loaf']
  })
  expect(told([solution({}, true)], [change]).untold).toEqual([])
  expect(told([solution({}, true)], [{ ...change, learnedIn: ['trace:raw'] }]).untold).toEqual([
    'lesson:change'
  ])
})
