import fc from 'fast-check'
import { groupNotes, type GroupedNote } from '../../src/traces/notes/group-notes.js'

const happenings = [
  'shears the flock in place and returns None',
  'it returns None and shears the flock in place',
  'does not shear the flock in place and returns None',
  'returns None',
  'raises ValueError on an empty flock',
  'never raises ValueError on an empty flock',
  'keeps the order of the sheep'
]

const seen = fc.record({
  principal: fc.constantFrom(null, 'principal:ann', 'principal:bob'),
  problem: fc.constantFrom('problem:1', 'problem:2'),
  trust: fc.constantFrom('self-reported', 'imported', 'observed', 'confirmed')
})

const note = fc
  .record({
    happens: fc.constantFrom(...happenings),
    when: fc.constantFrom(null, 'on an empty flock'),
    instead: fc.constantFrom(null, 'call it on a line of its own'),
    subject: fc.constantFrom(
      'api:shear',
      'api:herd.shear',
      'api:herd.Flock.shear',
      'api:barn.shear'
    ),
    project: fc.constantFrom(null, 'farm'),
    source: fc.constantFrom('said', 'written', 'model', 'difference'),
    tainted: fc.boolean(),
    disputes: fc.nat(1),
    seen: fc.array(seen, { minLength: 1, maxLength: 3 })
  })
  .map((one) => ({ ...one, text: `\`shear\`: ${one.happens}.` }))

/** Notes with ids of their own, each with the vector of its direction. */
const notes = fc
  .array(fc.tuple(note, fc.constantFrom(0, 1, 2)), { minLength: 1, maxLength: 12 })
  .map((all) =>
    all.map(([one, direction], i): GroupedNote => ({
      ...one,
      id: `lesson:${i}`,
      embedding: Float32Array.from([1, direction / 2, 0])
    }))
  )

const byId = (standings: ReturnType<typeof groupNotes>) =>
  standings.toSorted((a, b) => (a.id < b.id ? -1 : 1))

test('which notes are one behaviour, what stands behind it and what it opposes follow from the set alone', () => {
  let together = 0
  let opposed = 0
  fc.assert(
    fc.property(
      notes.chain((all) =>
        fc.tuple(
          fc.constant(all),
          fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })
        )
      ),
      ([all, shuffled]) => {
        const standings = byId(groupNotes(all))
        together += standings.filter(({ id, behaviour }) => id !== behaviour).length
        opposed += standings.filter(({ opposes }) => opposes.length > 0).length
        expect(byId(groupNotes(shuffled))).toEqual(standings)
        const otherwise = shuffled.map((one) => ({ ...one, seen: one.seen.toReversed() }))
        expect(byId(groupNotes(otherwise))).toEqual(standings)
      }
    ),
    { numRuns: 200 }
  )
  expect(Math.min(together, opposed)).toBeGreaterThan(50)
})
