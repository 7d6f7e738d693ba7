import { firstSentence } from '../../src/ingest/text/first-sentence.js'

test.each([
  ['Optional. How long a ferry waits. Default: 5', 'Optional. How long a ferry waits.'],
  ['(Deprecated.) Use `moor` instead. It is safer.', '(Deprecated.) Use `moor` instead.'],
  ['Moors a boat. Returns nothing.', 'Moors a boat.'],
  ['Moors.', 'Moors.'],
  ['Moors boats, e.g. ferries, at a pier. More.', 'Moors boats, e.g. ferries, at a pier.']
])('%s', (text, sentence) => {
  expect(firstSentence(text)).toBe(sentence)
})
