import { verdictOn } from '../../eval/safety/limits.js'
import { shapedSecrets } from '../../eval/safety/rule-sets.js'
import { redact } from '../../src/domain/redact.js'
import { drawFrom } from '../domain/planted-secrets.js'

const found = (n: number, of = 100) => [{ set: 'gitleaks', found: n, of, missed: [] }]

test('more than ten alarms in 4,000 ordinary files, or fewer than 98 of 100 secrets, are too bad', () => {
  expect(verdictOn({ alarms: 10, files: 4_000, found: found(98) })).toEqual([])
  expect(verdictOn({ alarms: 11, files: 4_000, found: found(98) })).toEqual([
    'Too many alarms: 11 in 4000 files; at most 10 in 4,000 are kept to.'
  ])
  expect(verdictOn({ alarms: 2, files: 400, found: [] })).toHaveLength(1)
  expect(verdictOn({ alarms: 0, files: 4_000, found: found(97) })).toEqual([
    'Too few secrets found by gitleaks: 97 of 100; at least 98 % are kept to.'
  ])
})

test.each([1, 2, 3])(
  'of secrets in the shapes of the rules of gitleaks and detect-secrets 98 of 100 are found (seed %i)',
  (seed) => {
    const all = shapedSecrets(drawFrom(seed))
    expect(all.length).toBeGreaterThan(220)
    const missed = all.filter(({ text, secret }) => redact(text).text.includes(secret))
    expect(missed.map(({ set, rule }) => `${set} ${rule}`).length / all.length).toBeLessThan(0.02)
    for (const { secret, text } of all) expect(text).toContain(secret)
  }
)
