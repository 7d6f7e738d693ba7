import { isSelfReported, outcomeWord } from '../../src/domain/outcome-word.js'

const told = {
  outcome: 'passed',
  judgedBy: 'agent',
  trust: 'self-reported',
  observed: null,
  confirmed: false
} as const

test.each([
  ['passed, as its agent says', told],
  ['passed, as its agent says', { ...told, judgedBy: 'tests' }],
  ['failed, as its agent says', { ...told, outcome: 'failed', judgedBy: null }],
  ['passed, as its agent says', { ...told, judgedBy: 'tests', trust: null }],
  ['passed, as its agent says', { ...told, trust: 'imported' }],
  ['passed, judged by tests', { ...told, judgedBy: 'tests', trust: 'imported' }],
  [
    "failed in a run that Cairn's runner saw: npm test",
    { ...told, outcome: 'failed', observed: 'npm test' }
  ],
  ['passed, confirmed by another principal', { ...told, confirmed: true }],
  ['unknown', { ...told, outcome: 'unknown', observed: null }],
  ['unknown', { ...told, outcome: null }]
])('how an attempt ended is said with whose word it is: %s', (words, known) => {
  expect(outcomeWord(known)).toBe(words)
})

test('what a sender writes of who judged makes it no less its own word', () => {
  expect(isSelfReported({ ...told, judgedBy: 'tests' })).toBe(true)
  expect(isSelfReported({ ...told, judgedBy: 'tests', trust: 'imported' })).toBe(false)
  expect(isSelfReported({ ...told, confirmed: true })).toBe(false)
})
