import type { ShownNote } from '../../src/recommend/experience-items.js'
import { judgedNotes, noteItems } from '../../src/recommend/note-items.js'

const names = ['tea.brew', 'tea.pour', 'tea.steep', 'tea.stir', 'tea.sip', 'tea.boil']

function note(about: number, by: string | null, more: Partial<ShownNote> = {}): ShownNote {
  const name = names[about] ?? ''
  return {
    id: `lesson:${name} ${by ?? ''}`,
    text: `${name} needs a cup, says ${by ?? 'somebody'}.`,
    shownBy: null,
    source: 'said',
    trust: 'self-reported',
    witnesses: 1,
    principals: 1,
    by,
    weight: 0.5,
    disputed: false,
    subjects: [`api:${name}`],
    apis: [],
    learnedIn: [],
    ...more
  }
}

interface Asked {
  readonly names?: ReadonlyMap<string, number>
  readonly terms?: readonly object[]
}

function said(...all: (ShownNote | Asked)[]): string[] {
  const notes = all.filter((one) => 'id' in one)
  const asked: Asked = all.find((one): one is Asked => !('id' in one)) ?? {}

  const found = {
    retrieved: {
      question: 'how are frames folded',
      terms: asked.terms ?? [],
      intent: { libraries: [], names: [], roots: [] }
    },
    assessment: { items: [], thresholds: { answer: 0.25, hook: 0.5 }, remark: null },
    notes,
    // The likelier the lower the number.
    needed: {
      apis: [],
      names: asked.names ?? new Map(names.map((name, i) => [name, 0.9 - i / 20])),
      roots: [],
      traces: [],
      own: []
    }
  } as unknown as Parameters<typeof judgedNotes>[0]
  return noteItems(judgedNotes(found)).map(({ node }) => node.id.replace('lesson:tea.', ''))
}

test('what one principal alone says makes half of an answer at most, where others have something to say', () => {
  const loud = [0, 1, 2, 3, 4].map((about) => note(about, 'ann'))
  expect(said(...loud, note(5, 'bob'))).toEqual(['brew ann', 'pour ann', 'steep ann', 'boil bob'])
  expect(said(...loud)).toHaveLength(5)
})

test('what others saw too, or a run showed, is no word of one principal', () => {
  const seen = [0, 1, 2, 3].map((about) => note(about, null, { principals: 2, trust: 'confirmed' }))
  expect(said(...seen, note(4, 'ann'))).toHaveLength(5)
  const observed = [0, 1, 2, 3].map((about) => note(about, 'ann', { trust: 'observed' }))
  expect(said(...observed, note(4, 'bob'))).toHaveLength(5)
})

test('what changed at another task is said only of what the question calls; what is surmised needs a word of the question', () => {
  const changed = (about: number) => note(about, 'ann', { source: 'difference' })
  expect(said(changed(0), changed(5))).toEqual(['brew ann'])
  const surmised = new Map(names.map((name) => [name, 0.2]))
  expect(said({ names: surmised }, note(0, 'ann'))).toEqual([])
  const words = [{ stem: 'cup', rarity: 3, isCode: false, held: 2 }]
  expect(said({ names: surmised, terms: words }, note(0, 'ann'))).toEqual(['brew ann'])
})
