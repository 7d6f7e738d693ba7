import fc from 'fast-check'
import { pageModule } from './page-module.js'

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

interface Titled {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly size: number
  readonly forms: readonly { readonly text: string; readonly width: number }[]
  readonly worth: number
  readonly must: boolean
}

const { placeLabels } = await pageModule<{
  placeLabels: (
    all: readonly Titled[],
    around: { bounds: Box; taken?: readonly Box[] }
  ) => { id: string; text: string; x: number; y: number }[]
}>('explore/place-labels.ts')

const { fitCamera } = await pageModule<{
  fitCamera: (
    nodes: readonly { x: number; y: number; wide: number; above: number; below: number }[],
    stage: { width: number; height: number; insets: Box; unit: number }
  ) => { x: number; y: number; ratio: number } | null
}>('explore/fit-camera.ts')

const { phraseOf, phraseWords } = await pageModule<{
  phraseOf: (words: string) => { kind: string; outcome: string | null; of: string } | null
  phraseWords: (phrase: { kind: string; outcome: string | null }, title: string) => string
}>('explore/phrases.ts')

const { bestPaths } = await pageModule<{
  bestPaths: (paths: readonly unknown[]) => { nodes: { id: string }[] }[]
}>('explore/best-paths.ts')

const bounds = { left: 0, top: 0, right: 800, bottom: 600 }
const disc = fc.record({
  x: fc.integer({ min: 10, max: 790 }),
  y: fc.integer({ min: 10, max: 590 }),
  size: fc.integer({ min: 4, max: 18 }),
  width: fc.integer({ min: 20, max: 260 })
})

test('no title covers another or a disc, and none is cut off by the edge or by what floats there', () => {
  const taken = [{ left: 500, top: 0, right: 800, bottom: 40 }]
  fc.assert(
    fc.property(fc.array(disc, { maxLength: 60 }), (discs) => {
      const all = discs.map(({ width, ...at }, i) => ({
        ...{ id: String(i), ...at, worth: at.size, must: false },
        forms: [
          { text: 'long', width },
          { text: 'short', width: width / 3 }
        ]
      }))
      const placed = placeLabels(all, { bounds, taken })
      const boxes = placed.map(({ id, text, x, y }) => {
        const width = all[Number(id)]?.forms.find((form) => form.text === text)?.width ?? 0
        return { id, left: x, right: x + width, top: y - 8, bottom: y + 8 }
      })
      const others = [
        ...taken.map((box) => ({ id: 'tools', ...box })),
        ...all.map(({ id, x, y, size }) => ({
          ...{ id, left: x - size, right: x + size, top: y - size, bottom: y + size }
        }))
      ]
      for (const box of boxes) {
        expect(box.left).toBeGreaterThanOrEqual(0)
        expect(box.right).toBeLessThanOrEqual(800)
        for (const other of [...boxes, ...others]) {
          if (other.id === box.id) continue
          const apart =
            box.left >= other.right - 1e-6 ||
            other.left >= box.right - 1e-6 ||
            box.top >= other.bottom - 1e-6 ||
            other.top >= box.bottom - 1e-6
          expect(apart).toBe(true)
        }
      }
    }),
    { numRuns: 60 }
  )
})

test('what was chosen has its title even where there is no room, within the edges', () => {
  const crowded = Array.from({ length: 30 }, (_, i) => ({
    ...{ id: String(i), x: 780, y: 300, size: 12, worth: 1, must: i === 29 },
    forms: [{ text: 'a title', width: 200 }]
  }))
  const placed = placeLabels(crowded, { bounds })
  const chosen = placed.find(({ id }) => id === '29')
  expect(chosen?.x).toBeLessThanOrEqual(600)
})

test('the fit has every node with its title between what floats over the canvas, as large as there is room', () => {
  const at = fc.record({
    x: fc.double({ min: 0, max: 1, noNaN: true }),
    y: fc.double({ min: 0, max: 1, noNaN: true }),
    wide: fc.integer({ min: 5, max: 80 })
  })
  const stage = { width: 772, height: 800, unit: 700 }
  const insets = { left: 10, top: 60, right: 10, bottom: 90 }
  fc.assert(
    fc.property(fc.array(at, { minLength: 2, maxLength: 40 }), (found) => {
      const nodes = found.map((one) => ({ ...one, above: 12, below: 30 }))
      const camera = fitCamera(nodes, { ...stage, insets })
      if (camera === null) throw new Error('nothing was fitted')
      const scale = stage.unit / camera.ratio
      for (const { x, y, wide, above, below } of nodes) {
        const onScreen = {
          x: stage.width / 2 + (x - camera.x) * scale,
          y: stage.height / 2 - (y - camera.y) * scale
        }
        expect(onScreen.x - wide).toBeGreaterThanOrEqual(insets.left - 0.5)
        expect(onScreen.x + wide).toBeLessThanOrEqual(stage.width - insets.right + 0.5)
        expect(onScreen.y - above).toBeGreaterThanOrEqual(insets.top - 0.5)
        expect(onScreen.y + below).toBeLessThanOrEqual(stage.height - insets.bottom + 0.5)
      }
    }),
    { numRuns: 100 }
  )
  expect(fitCamera([], { ...stage, insets })).toBeNull()
})

test.each([
  ['failed attempts with frames.melt', 'Trace', 'failed', 'frames.melt'],
  ['Insights about the library pandas', 'Insight', null, 'pandas'],
  ['field notes on DataFrame.merge', 'Lesson', null, 'DataFrame.merge'],
  ['errors with ', 'ErrorSignature', null, ''],
  ['passing traces using the API pick', 'Trace', 'passed', 'pick'],
  ['problems of sheets', 'Problem', null, 'sheets']
])('the search understands: %s', (words, kind, outcome, of) => {
  expect(phraseOf(words)).toEqual({ kind, outcome, of })
})

test('other words are searched for as they are; a phrase is said back about what was chosen', () => {
  for (const words of ['TypeError: x is not a function', 'failed', 'how do I melt a frame', ''])
    expect(phraseOf(words)).toBeNull()
  expect(phraseWords({ kind: 'Trace', outcome: 'failed' }, 'frames.melt')).toBe(
    'Failed attempts with frames.melt'
  )
  expect(phraseWords({ kind: 'Lesson', outcome: null }, 'pandas')).toBe('Field notes about pandas')
})

test('the three paths that say most: by what was done rather than by standing in one library, and of different sorts', () => {
  const path = (via: string, type: string, degree = 4) => ({
    length: 2,
    nodes: ['a', via, 'b'].map((id) => ({ id, degree })),
    edges: [
      { from: 'a', to: via, type },
      { from: 'b', to: via, type }
    ]
  })
  const found = bestPaths([
    path('library', 'MEMBER_OF', 10_000),
    path('one', 'USES'),
    path('two', 'USES'),
    path('three', 'USES'),
    path('problem', 'ATTEMPTS')
  ])
  expect(found.map(({ nodes }) => nodes[1]?.id)).toEqual(['one', 'problem', 'two'])
})
