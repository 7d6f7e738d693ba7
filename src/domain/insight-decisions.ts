import type { InsightKind, InsightState } from './insight.js'

/**
 * Where an insight stands: its state, and for one under review whether it is in force all the same.
 * `in-review-in-force` is an approved insight that ageing sent back to the queue: agents go on being
 * shown it until somebody decides.
 */
export const standings = [
  'candidate',
  'in-review',
  'in-review-in-force',
  'needs-work',
  'approved',
  'rejected',
  'retired',
  'superseded'
] as const
export type Standing = (typeof standings)[number]

/** What happens to an insight: by a curator, or (`replace`, `age`, `suspend`, `leave-force`, `enter-force`) in consequence of something else. */
export const decisions = [
  'claim',
  'release',
  'approve',
  'edit',
  'merge',
  'split',
  'reject',
  'needs-work',
  'retire',
  'replace',
  'age',
  'suspend',
  'leave-force',
  'enter-force'
] as const
export type Decision = (typeof decisions)[number]

/**
 * What a curator may tell of an insight by name. Undoing is no row of the table: it puts back what
 * stood before.
 */
export const verdicts = [
  'claim',
  'release',
  'approve',
  'reject',
  'needs-work',
  'retire',
  'undo'
] as const
export type Verdict = (typeof verdicts)[number]

type Moves = Partial<Readonly<Record<Standing, Standing>>>

/** Of what an edit, a merge or a split is made: not in force it is history at once, in force it stays until what follows it is approved. */
const source: Moves = {
  candidate: 'superseded',
  'in-review': 'superseded',
  'in-review-in-force': 'in-review-in-force',
  'needs-work': 'superseded',
  approved: 'approved'
}

const table: Readonly<Record<Decision, Moves>> = {
  claim: {
    candidate: 'in-review',
    'in-review': 'in-review',
    'in-review-in-force': 'in-review-in-force',
    'needs-work': 'in-review'
  },
  release: { 'in-review': 'in-review', 'in-review-in-force': 'in-review-in-force' },
  approve: { candidate: 'approved', 'in-review': 'approved', 'in-review-in-force': 'approved' },
  edit: source,
  merge: source,
  split: source,
  reject: {
    candidate: 'rejected',
    'in-review': 'rejected',
    'in-review-in-force': 'rejected',
    'needs-work': 'rejected'
  },
  'needs-work': {
    candidate: 'needs-work',
    'in-review': 'needs-work',
    'in-review-in-force': 'needs-work'
  },
  retire: { approved: 'retired', 'in-review-in-force': 'retired' },
  replace: { approved: 'superseded', 'in-review-in-force': 'superseded' },
  age: {
    candidate: 'candidate',
    'in-review': 'in-review',
    'in-review-in-force': 'in-review-in-force',
    'needs-work': 'needs-work',
    approved: 'in-review-in-force'
  },
  suspend: { approved: 'in-review', 'in-review-in-force': 'in-review' },
  'leave-force': { approved: 'retired', 'in-review-in-force': 'retired' },
  'enter-force': {
    candidate: 'approved',
    'in-review': 'approved',
    'needs-work': 'approved',
    rejected: 'approved',
    retired: 'approved',
    superseded: 'approved'
  }
}

/** Where a decision leads from here; null where it cannot be taken. */
export function after(decision: Decision, standing: Standing): Standing | null {
  return table[decision][standing] ?? null
}

/** From where a decision can be taken, for a sentence about one that cannot. */
export function possibleFrom(decision: Decision): Standing[] {
  return standings.filter((standing) => standing in table[decision])
}

/** The standing of stored properties. An insight is in force exactly while its kind is `reviewed`. */
export function standingOf(stored: { state: InsightState; kind: InsightKind }): Standing {
  return stored.state === 'in-review' && stored.kind === 'reviewed'
    ? 'in-review-in-force'
    : stored.state
}

/** A standing as the properties that are stored. */
export function stored(standing: Standing): { state: InsightState; kind: InsightKind } {
  switch (standing) {
    case 'approved':
      return { state: 'approved', kind: 'reviewed' }
    case 'in-review-in-force':
      return { state: 'in-review', kind: 'reviewed' }
    case 'candidate':
    case 'in-review':
    case 'needs-work':
      return { state: standing, kind: 'candidate' }
    case 'rejected':
    case 'retired':
    case 'superseded':
      return { state: standing, kind: 'withdrawn' }
  }
}

/** How long a claim keeps others away, in milliseconds. */
export const claimLasts = 30 * 60_000

/** Who holds an insight at this moment; null where nobody does any more. */
export function holderOf(
  claim: { claimedBy: string | null; claimedAt: string | null },
  now: Date
): string | null {
  if (claim.claimedBy === null || claim.claimedAt === null) return null
  return now.getTime() - Date.parse(claim.claimedAt) < claimLasts ? claim.claimedBy : null
}
