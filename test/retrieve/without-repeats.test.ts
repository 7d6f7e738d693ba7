import type { Intent } from '../../src/retrieve/intent.js'
import type { Memory, Ranked } from '../../src/retrieve/memory.js'
import { withoutRepeats } from '../../src/retrieve/without-repeats.js'

function entry(name: string, summary = '', section: Partial<Memory> = {}): Ranked {
  const api = { qualifiedName: name, title: name, summary, library: 'npm/tea@1' } as Memory
  const memory = { title: 'tea', text: 'tea', library: 'npm/tea@1', ...section } as Memory
  return { memory, api } as Ranked
}

function left(entries: readonly Ranked[], ...names: string[]): string[] {
  return withoutRepeats(entries, { names } as unknown as Intent).map(
    ({ api, memory }) => api?.qualifiedName ?? memory.title
  )
}

const green = entry('tea.Green.steep')
const black = entry('tea.Black.steep')
const told = entry('tea.Leaf.steep', 'Leaves it in the water.')

test('a declaration without words is left out beside one of the same name that has some', () => {
  expect(left([green, told, black])).toEqual(['tea.Leaf.steep'])
})

test('of several without words the shortest name stands where the first stood', () => {
  const long = { ...entry('tea.GreenOfTheHill.steep'), rank: 1 }
  expect(left([long, told, green])).toEqual(['tea.Leaf.steep'])
  const kept = withoutRepeats([long, { ...green, rank: 7 }], { names: [] } as unknown as Intent)
  expect(kept).toMatchObject([{ rank: 1, api: { qualifiedName: 'tea.Green.steep' } }])
})

test('of several without words one is enough', () => {
  expect(left([green, black, entry('tea.Black.pour')])).toEqual([
    'tea.Green.steep',
    'tea.Black.pour'
  ])
})

test('a section about it has words too, where it is more than code', () => {
  const text = 'tea.Leaf.steep\n\nLeave the leaves in the water.'
  const section = { title: 'tea.Leaf.steep', text }
  expect(left([green, entry('tea.Leaf.steep', '', section)])).toEqual(['tea.Leaf.steep'])
  const bare = {
    title: 'tea.Leaves.steep',
    text: 'tea.Leaves.steep\n\n```ts\nsteep(of: the leaf): Cup\n```'
  }
  expect(left([green, entry('tea.Leaves.steep', '', bare)])).toEqual(['tea.Green.steep'])
})

test('what is told in several ways, what is asked for by its owner, and sections stay', () => {
  const other = entry('tea.Herb.steep', 'Boils it.')
  expect(left([told, other])).toEqual(['tea.Leaf.steep', 'tea.Herb.steep'])
  expect(left([told, green, black], 'Black.steep')).toEqual(['tea.Leaf.steep', 'tea.Black.steep'])
  const section = { ...told, api: null }
  expect(left([section, green])).toEqual(['tea', 'tea.Green.steep'])
  expect(left([{ ...green, api: { ...green.api, library: 'npm/cup@1' } as Memory }, told])).toEqual(
    ['tea.Green.steep', 'tea.Leaf.steep']
  )
})
