import { createLexicalEmbedder } from '../../src/model/lexical-embedder.js'

const embedder = createLexicalEmbedder()

async function likeness(a: string, b: string): Promise<number> {
  const [one, other] = await embedder.embed([a, b])
  return (one ?? new Float32Array()).reduce((sum, value, i) => sum + value * (other?.[i] ?? 0), 0)
}

test('its vectors are the same on every machine and in every release', async () => {
  const [vector] = await embedder.embed(['DataFrame.explode turns lists into rows'])
  const strongest = Array.from(vector ?? [], (value, place) => ({ place, value }))
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value))
    .slice(0, 4)
    .map(({ place, value }) => `${place}: ${value.toFixed(6)}`)
  expect(strongest).toMatchInlineSnapshot(`
   [
     "137: 0.368129",
     "171: 0.306775",
     "311: -0.306775",
     "323: -0.306775",
   ]
  `)
})

test.each([
  ['a plural', 'rows', 'row'],
  ['a word with -ing', 'merging', 'merge'],
  ['a part of a snake_case name', 'read_csv', 'csv'],
  ['a part of a camelCase name', 'getElementById', 'element'],
  ['a part of a dotted name', 'pandas.DataFrame.explode', 'explode'],
  ['a slip of the pen', 'concatenate', 'concatinate'],
  ['another case', 'KeyError', 'keyerror']
])('%s is found', async (_, written, asked) => {
  const unrelated = await likeness(`the ${written} of it`, 'subplots')
  expect(await likeness(`the ${written} of it`, asked)).toBeGreaterThan(unrelated + 0.2)
})

test('words that carry nothing do not make texts alike', async () => {
  expect(await likeness('how do I use the file', 'how do I use the socket')).toBeLessThan(0.3)
})

test('its dimensions can be chosen, and its id tells them', async () => {
  const small = createLexicalEmbedder({ dimensions: 128 })
  const [vector] = await small.embed(['explode'])
  expect(small).toMatchObject({ id: 'lexical:128', dimensions: 128 })
  expect(vector).toHaveLength(128)
})
