import type { Database } from '../graph/database.js'
import {
  healthGaps,
  healthHurting,
  healthInsights,
  healthJobs,
  healthNearDuplicates,
  healthOrphans,
  healthVectors,
  reviewQueueTotal
} from '../graph/queries.js'
import type { GraphMap } from '../graph/query.js'
import { staleLibraries } from './health-libraries.js'
import { text } from './standing.js'

export interface HealthExample {
  readonly id: string
  readonly title: string
}

/** How many there are of something that should not be, and the first of them. */
export interface HealthFinding {
  readonly what: string
  readonly count: number
  readonly examples: readonly HealthExample[]
}

export interface GraphHealth {
  /** Nodes without an edge that all of their kind should have, by which is missing. */
  readonly orphans: readonly HealthFinding[]
  /** Nodes that should be found by meaning and cannot be, by label. */
  readonly missingVectors: readonly HealthFinding[]
  /** Insights in force that no answer ever cited. */
  readonly neverUsedInsights: HealthFinding
  readonly contradictedInsights: HealthFinding
  /** Taken out of force because answers did worse with them; a curator decides. */
  readonly suspendedInsights: HealthFinding
  /** Pairs of insights in force that say nearly the same. */
  readonly nearDuplicates: HealthFinding
  readonly openGaps: HealthFinding
  readonly failingJobs: HealthFinding
  /** Jobs that were done but refused some of what they were to write. */
  readonly rejectedWrites: HealthFinding
  /** Imports that were done and took in nothing. */
  readonly emptyJobs: HealthFinding
  /** Insights in force that are measured to hurt. */
  readonly hurtingInsights: HealthFinding
  /** Candidates that nobody can approve, where they are more than those that somebody can. */
  readonly blockedQueue: HealthFinding
  /** Libraries that are held at an older version than projects use. */
  readonly staleLibraries: HealthFinding
}

/** Examples of each finding at most. */
const examples = 20

/** Insights that are compared with all others: a vector query each. */
const newest = 1_000

/** Cosine from which two insights say nearly the same, as the index scores it: (1 + 0.95) / 2. */
const duplicateScore = 0.975

interface HealthSight {
  readonly spaces?: readonly string[]
  /** Insights that are measured to hurt, by id. */
  readonly hurting?: readonly string[]
}

/** Looks a space through for what should not be, counting uses by all `spaces`; reads all nodes of most labels once. */
export async function graphHealth(
  { db }: { db: Database },
  space: string,
  { spaces = [space], hurting = [] }: HealthSight = {}
): Promise<GraphHealth> {
  const at = { space, examples }
  const [bare, insights, pairs, gaps, jobs, loose, inForce, blocked, stale] = await Promise.all([
    db.run(healthVectors, at),
    db.run(healthInsights, { ...at, spaces }),
    db.run(healthNearDuplicates, { space, newest, score: duplicateScore }),
    db.run(healthGaps, at),
    db.run(healthJobs, { space, examples }),
    db.run(healthOrphans, at),
    hurting.length === 0 ? [] : db.run(healthHurting, { ids: hurting, space }),
    blockedQueue(db, space),
    staleLibraries(db, { space, spaces, examples })
  ])
  return {
    orphans: loose.map(finding),
    missingVectors: bare.map(finding),
    neverUsedInsights: pick(insights, 'never-used'),
    contradictedInsights: pick(insights, 'contradicted'),
    suspendedInsights: pick(insights, 'suspended'),
    nearDuplicates: {
      what: 'near-duplicates',
      count: pairs.length,
      examples: pairs.slice(0, examples).map(({ id, title }) => ({ id, title }))
    },
    openGaps: pick(
      gaps.map((row) => ({ ...row, what: 'open' })),
      'open'
    ),
    failingJobs: pick(jobs, 'failed'),
    rejectedWrites: pick(jobs, 'rejected'),
    emptyJobs: pick(jobs, 'empty'),
    hurtingInsights: {
      what: 'hurting',
      count: inForce.length,
      examples: inForce.slice(0, examples)
    },
    blockedQueue: blocked,
    staleLibraries: stale
  }
}

/** Where most of what waits can be decided by nobody, the queue is no queue: what is amiss lies before it. */
async function blockedQueue(db: Database, space: string): Promise<HealthFinding> {
  const asked = { space, states: ['candidate', 'in-review', 'needs-work'] }
  const none = { library: null, gap: null, flag: null, words: '', by: null }
  const count = async (ready: boolean) =>
    (await db.run(reviewQueueTotal, { ...asked, ...none, ready }))[0]?.total ?? 0
  const [ready, blocked] = await Promise.all([count(true), count(false)])
  const examples =
    blocked === 0
      ? []
      : [{ id: 'blocked', title: `${String(ready)} can be approved, ${String(blocked)} cannot` }]
  return { what: 'blocked', count: blocked > ready ? blocked : 0, examples }
}

interface Row {
  readonly what: string
  readonly count: number
  readonly examples: readonly GraphMap[]
}

function finding({ what, count, examples: shown }: Row): HealthFinding {
  return {
    what,
    count,
    examples: shown.map((example) => ({
      id: text(example['id']) ?? '',
      title: text(example['title']) ?? ''
    }))
  }
}

function pick(rows: readonly Row[], what: string): HealthFinding {
  return finding(rows.find((row) => row.what === what) ?? { what, count: 0, examples: [] })
}
