import { compareClaims, readClaim } from '../../../src/domain/claims/compare-claims.js'
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
