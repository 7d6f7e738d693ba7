import { betaDistribution, betaQuantile } from '../../src/domain/beta-quantile.js'
import { decay, evidenceHalfLifeMs, sharesOf, signalOf } from '../../src/domain/credit.js'
import { priorOf, successOf, utilityOf } from '../../src/domain/learned-success.js'
import { versionWeight } from '../../src/domain/version-weight.js'

const now = Date.UTC(2026, 10, 21)

test.each([
  // Beta(1, b) and Beta(a, 1) have a closed form: 1 - (1 - x)^b and x^a.
  ['Beta(1, 1)', 0.3, 1, 1, 0.3],
  ['Beta(1, 40)', 0.05, 1, 40, 1 - 0.95 ** 40],
  ['Beta(40, 1)', 0.95, 40, 1, 0.95 ** 40],
  // 3x² - 2x³
  ['Beta(2, 2)', 0.2, 2, 2, 0.12 - 0.016],
  ['Beta(0.5, 0.5)', 0.25, 0.5, 0.5, 1 / 3],
  ['its middle, of many', 0.5, 5_000, 5_000, 0.5]
])('the distribution of %s is what it is in closed form', (_, x, a, b, expected) => {
  expect(betaDistribution(x, a, b)).toBeCloseTo(expected, 9)
  expect(betaQuantile(expected, a, b)).toBeCloseTo(x, 6)
})

test('success is smoothed: one of one is not certain, and the interval narrows as outcomes come', () => {
  const one = successOf({ passed: 1, failed: 0, at: now }, now)
  expect(one.mean).toBeCloseTo(2 / 3, 12)
  // Beta(2, 1): x².
  expect(one.low).toBeCloseTo(Math.sqrt(0.025), 6)
  expect(one.high).toBeCloseTo(Math.sqrt(0.975), 6)
  const many = successOf({ passed: 100, failed: 0, at: now }, now)
  expect(many.high - many.low).toBeLessThan((one.high - one.low) / 5)
  const base = successOf({ passed: 0, failed: 0, at: now }, now, priorOf(0.8, 10))
  expect(base.mean).toBeCloseTo(0.8, 12)
})

test('evidence counts half after its half-life, and what is older is nearer to not knowing', () => {
  expect(decay(evidenceHalfLifeMs)).toBeCloseTo(0.5, 12)
  expect(decay(-5)).toBe(1)
  const fresh = { passed: 4, failed: 0, at: now }
  const later = now + evidenceHalfLifeMs
  expect(successOf(fresh, later).mean).toBeCloseTo(3 / 4, 12)
  expect(utilityOf(fresh, later)).toBeLessThan(utilityOf(fresh, now))
  expect(utilityOf(fresh, now + 50 * evidenceHalfLifeMs)).toBeCloseTo(1, 6)
})

test('ranking is left as it is without evidence, success lifts, failure lowers, within bounds', () => {
  const utility = (passed: number, failed: number) => utilityOf({ passed, failed, at: now }, now)
  expect(utility(0, 0)).toBe(1)
  for (const passed of [0, 0.5, 1, 3, 10, 200]) {
    for (const failed of [0, 0.5, 1, 3, 10, 200]) {
      expect(utility(passed + 1, failed)).toBeGreaterThanOrEqual(utility(passed, failed))
      expect(utility(passed, failed + 1)).toBeLessThanOrEqual(utility(passed, failed))
      expect(utility(passed, failed)).toBeGreaterThanOrEqual(0.8)
      expect(utility(passed, failed)).toBeLessThanOrEqual(1.2)
    }
  }
})

test('of two that succeed alike, the one that was tried less comes first', () => {
  const few = utilityOf({ passed: 1, failed: 1, at: now }, now)
  const many = utilityOf({ passed: 50, failed: 50, at: now }, now)
  expect(few).toBeGreaterThan(many)
})

test('one outcome is shared by what was used; unnamed, all that was cited shares half of it', () => {
  expect(Object.fromEntries(sharesOf(['a', 'b', 'c'], ['a', 'c', 'a']))).toEqual({ a: 0.5, c: 0.5 })
  expect(Object.fromEntries(sharesOf(['a', 'b', 'a'], []))).toEqual({ a: 0.25, b: 0.25 })
  expect(sharesOf([], []).size).toBe(0)
})

test('an opinion counts only where there is no outcome, and less than one', () => {
  expect(signalOf({ outcome: 'failed', helpfulness: 'EXTREMELY_HELPFUL' })).toEqual({
    passed: 0,
    failed: 1
  })
  expect(signalOf({ outcome: 'unknown', helpfulness: 'GOOD' })).toEqual({ passed: 0.25, failed: 0 })
  expect(signalOf({ outcome: 'unknown', helpfulness: null })).toEqual({ passed: 0, failed: 0 })
})

test.each([
  ['the same version', 'pypi/pandas@1.4.0', null, ['pypi/pandas@1.4.0'], 1],
  ['another minor version', 'pypi/pandas@1.4.0', null, ['pypi/pandas@1.5.2'], 0.7],
  ['another major version', 'pypi/pandas@1.4.0', null, ['pypi/pandas@2.0.0'], 0.4],
  ['a minor version before 1.0', 'npm/kit@0.4.0', null, ['npm/kit@0.5.0'], 0.4],
  ['one within its range', 'pypi/pandas@1.4.0', '>=1.4.0 <3', ['pypi/pandas@2.2.1'], 1],
  ['one beyond its range', 'pypi/pandas@1.4.0', '>=1.4.0 <2', ['pypi/pandas@2.2.1'], 0.4],
  ['one at the open end of its range', 'pypi/pandas@1.4.0', '>=1.4.0 <2', ['pypi/pandas@2.0'], 0.4],
  ['a range that nobody can read', 'pypi/pandas@1.4.0', 'latest', ['pypi/pandas@2.0.0'], 0.4],
  ['the nearest of several', 'pypi/a@1.4.0', null, ['pypi/a@2.0.0', 'pypi/a@1.9.0'], 0.7],
  ['another library', 'pypi/pandas@1.4.0', null, ['pypi/numpy@2.0.0'], 1],
  ['a scoped package', 'npm/@apollo/server@5.5.1', null, ['npm/@apollo/server@4.0.0'], 0.4],
  ['no library', null, null, ['pypi/pandas@2.0.0'], 1]
])('evidence met under %s', (_, library, versions, seen, expected) => {
  expect(versionWeight({ library, versions }, seen)).toBe(expected)
})
