import { compareClaims, readClaim, tellsOf } from '../../../src/domain/claims/compare-claims.js'
import { createLexicalEmbedder } from '../../../src/model/lexical-embedder.js'
import { labelledPairs, labelOf } from './labelled-pairs.js'

const embedder = createLexicalEmbedder()

function dot(a: ArrayLike<number> = [], b: ArrayLike<number> = []): number {
  return Array.from(a).reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0)
}

test('of sixty labelled pairs at least nine in ten are told right, both ways round', async () => {
  expect(labelledPairs).toHaveLength(60)
  const wrong: string[] = []
  for (const { label, a, b } of labelledPairs) {
    const [x, y] = await embedder.embed([a.happens, b.happens])
    const [first, second] = [a, b].map((claim) => readClaim({ ...claim, about: ['Harbour.moor'] }))
    if (first === undefined || second === undefined) continue
    const there = labelOf(compareClaims(first, second, dot(x, y)))
    const back = labelOf(compareClaims(second, first, dot(x, y)))
    expect(back).toBe(there)
    if (there !== label) wrong.push(`${label}, told as ${there}: ${a.happens} / ${b.happens}`)
  }
  if (wrong.length > 6) throw new Error(wrong.join('\n'))
})

describe('documentation stands behind a claim where it says most of it', () => {
  const tells = (passage: string, claim: string) => {
    const about = ['Harbour.moor']
    return tellsOf(readClaim({ happens: passage, about }), readClaim({ happens: claim, about }))
  }

  test.each([
    [
      'Ropes are tied from the stern to the bow.',
      'ties the ropes from the stern to the bow, not from the bow'
    ],
    ['Waits at most 30 seconds for a free berth.', 'waits for a free berth 30 seconds at most'],
    ['A missing pier gives an empty list.', 'returns an empty list where the pier is missing']
  ])('«%s» says «%s»', (passage, claim) => {
    expect(tells(passage, claim)).toBe(true)
  })

  test.each([
    ['Moves the boats along the pier.', 'a negative count moves boats along the pier out to sea'],
    ['Waits for a free berth.', 'waits for a free berth 30 seconds at most'],
    ['Waits at most 60 seconds for a free berth.', 'waits for a free berth 30 seconds at most'],
    ['Ties the ropes.', 'ties the ropes only where the tide table was loaded before']
  ])('«%s» does not say «%s»', (passage, claim) => {
    expect(tells(passage, claim)).toBe(false)
  })
})
