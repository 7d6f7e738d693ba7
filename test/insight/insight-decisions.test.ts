import {
  after,
  claimLasts,
  decisions,
  holderOf,
  standingOf,
  standings,
  stored,
  type Decision,
  type Standing
} from '../../src/domain/insight-decisions.js'

/** Every move there is: a line each, from → to; what is not here cannot be decided. */
const moves: Readonly<Record<Decision, readonly string[]>> = {
  claim: [
    'candidate → in-review',
    'in-review → in-review',
    'in-review-in-force → in-review-in-force',
    'needs-work → in-review'
  ],
  release: ['in-review → in-review', 'in-review-in-force → in-review-in-force'],
  approve: ['candidate → approved', 'in-review → approved', 'in-review-in-force → approved'],
  edit: [
    'candidate → superseded',
    'in-review → superseded',
    'in-review-in-force → in-review-in-force',
    'needs-work → superseded',
    'approved → approved'
  ],
  merge: [
    'candidate → superseded',
    'in-review → superseded',
    'in-review-in-force → in-review-in-force',
    'needs-work → superseded',
    'approved → approved'
  ],
  split: [
    'candidate → superseded',
    'in-review → superseded',
    'in-review-in-force → in-review-in-force',
    'needs-work → superseded',
    'approved → approved'
  ],
  reject: [
    'candidate → rejected',
    'in-review → rejected',
    'in-review-in-force → rejected',
    'needs-work → rejected'
  ],
  'needs-work': [
    'candidate → needs-work',
    'in-review → needs-work',
    'in-review-in-force → needs-work'
  ],
  retire: ['in-review-in-force → retired', 'approved → retired'],
  replace: ['in-review-in-force → superseded', 'approved → superseded'],
  suspend: ['in-review-in-force → in-review', 'approved → in-review'],
  age: [
    'candidate → candidate',
    'in-review → in-review',
    'in-review-in-force → in-review-in-force',
    'needs-work → needs-work',
    'approved → in-review-in-force'
  ],
  'leave-force': ['in-review-in-force → retired', 'approved → retired'],
  'enter-force': [
    'candidate → approved',
    'in-review → approved',
    'needs-work → approved',
    'rejected → approved',
    'retired → approved',
    'superseded → approved'
  ]
}

test.each(decisions)('%s leads exactly where the table says, and nowhere else', (decision) => {
  const led = standings.flatMap((from) => {
    const to = after(decision, from)
    return to === null ? [] : [`${from} → ${to}`]
  })
  expect(led).toEqual(moves[decision])
})

test('what is withdrawn comes back by no decision of a curator but undoing', () => {
  const withdrawn: Standing[] = ['rejected', 'retired', 'superseded']
  const open = decisions.filter(
    (decision) =>
      decision !== 'enter-force' && withdrawn.some((from) => after(decision, from) !== null)
  )
  expect(open).toEqual([])
})

test.each(standings)(
  '%s survives being stored, and recall sees it exactly while in force',
  (one) => {
    expect(standingOf(stored(one))).toBe(one)
    expect(stored(one).kind === 'reviewed').toBe(one === 'approved' || one === 'in-review-in-force')
  }
)

test('a claim holds for half an hour', () => {
  const at = new Date('2026-11-21T12:00:00Z')
  const claim = { claimedBy: 'ada', claimedAt: at.toISOString() }
  expect(holderOf(claim, new Date(at.getTime() + claimLasts - 1))).toBe('ada')
  expect(holderOf(claim, new Date(at.getTime() + claimLasts))).toBeNull()
  expect(holderOf({ claimedBy: null, claimedAt: null }, at)).toBeNull()
})
