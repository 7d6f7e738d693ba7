import fc from 'fast-check'
import { evidenceHalfLifeMs } from '../../src/domain/credit.js'
import {
  mostOfOne,
  withEvidence,
  type EvidenceChange,
  type KeptEvidence
} from '../../src/domain/kept-evidence.js'

const nothing: KeptEvidence = { passed: 0, failed: 0, uses: 0, at: null, parts: [] }

const change = fc.record({
  of: fc.constantFrom('a', 'b', 'c'),
  passed: fc.double({ min: 0, max: 0.3, noNaN: true }),
  failed: fc.double({ min: 0, max: 0.3, noNaN: true }),
  uses: fc.constantFrom(0, 1),
  at: fc.integer({ min: 0, max: 3 * evidenceHalfLifeMs })
})

function told(changes: readonly EvidenceChange[], from = nothing): KeptEvidence {
  return changes.reduce(withEvidence, from)
}

test('below the bound of one sender the order in which evidence comes does not matter', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
      const [one, other] = [told(changes), told(changes.toReversed())]
      expect(other.at).toBe(one.at)
      expect(other.uses).toBe(one.uses)
      expect(other.passed).toBeCloseTo(one.passed, 6)
      expect(other.failed).toBeCloseTo(one.failed, 6)
    })
  )
})

test('no sender has more than its bound, and the sums are those of the parts', () => {
  const much = fc.record({
    of: fc.constantFrom('a', 'b'),
    passed: fc.double({ min: 0, max: 3, noNaN: true }),
    failed: fc.double({ min: 0, max: 3, noNaN: true }),
    uses: fc.constant(1),
    at: fc.integer({ min: 0, max: evidenceHalfLifeMs })
  })
  fc.assert(
    fc.property(fc.array(much, { maxLength: 30 }), (changes) => {
      const { parts, passed, failed } = told(changes)
      for (const part of parts)
        expect(part.passed + part.failed).toBeLessThanOrEqual(mostOfOne + 1e-9)
      expect(passed).toBeCloseTo(
        parts.reduce((sum, part) => sum + part.passed, 0),
        6
      )
      expect(failed).toBeCloseTo(
        parts.reduce((sum, part) => sum + part.failed, 0),
        6
      )
    })
  )
})

test('evidence from before parts were kept stays, and is faded with the rest', () => {
  const before: KeptEvidence = { passed: 8, failed: 2, uses: 10, at: 0, parts: [] }
  const after = told([{ of: 'a', passed: 1, failed: 0, uses: 1, at: evidenceHalfLifeMs }], before)
  expect(after).toMatchObject({ passed: 5, failed: 1, uses: 11, at: evidenceHalfLifeMs })
})

test('what is taken back is gone, and never less than nothing', () => {
  const said = { of: 'a', passed: 1, failed: 0, uses: 1, at: 0 }
  const back = { ...said, passed: -1, uses: -1 }
  expect(told([said, back])).toEqual({ ...nothing, at: 0 })
  expect(told([back])).toEqual({ ...nothing, at: 0 })
})
