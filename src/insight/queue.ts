import { cursorOf, queueList, readCursor } from '../domain/cursor.js'
import { badInput } from '../errors.js'
import { gapClasses, insightStates, type InsightState } from '../domain/insight.js'
import type { GateResult } from '../domain/insight.js'
import type { Database } from '../graph/database.js'
import { reviewQueue as queueQuery, reviewQueueTotal } from '../graph/queries.js'
import type { GraphMap } from '../graph/query.js'
import { marksOf, type Mark } from './marks.js'

import { gatesOf, snapshotOf, text, whole, type Snapshot } from './standing.js'

/** An insight with what a curator needs to choose among many. */
export interface InsightBrief extends Omit<Snapshot, 'supersedes' | 'changes'> {
  readonly id: string
  readonly space: string
  readonly title: string
  readonly applies: string
  readonly advice: string
  readonly avoid: string
  readonly code: string | null
  readonly inForce: boolean
  readonly lineage: string
  readonly revision: number
  readonly library: string | null
  readonly versions: string | null
  readonly gap: string
  readonly writer: string
  readonly gates: readonly GateResult[]
  /** What has to be acknowledged with an approval. */
  readonly toAcknowledge: readonly string[]
  /** The same, each with a sentence that says why. */
  readonly marks: readonly Mark[]
  readonly support: number
  readonly agents: number
  readonly problems: number
  readonly refines: string | null
  readonly createdAt: string | null
}

export interface QueueFilter {
  /** Left out: candidate, in-review and needs-work. */
  readonly states?: readonly string[]
  readonly library?: string
  readonly gap?: string
  readonly flag?: string
  /** How many, 1 to 200; 20 unless told. */
  readonly first?: number
  /** Where the page before ended. */
  readonly after?: string
}

export interface QueuePage {
  readonly total: number
  readonly insights: readonly InsightBrief[]
  /** Where the next page begins; null at the end. */
  readonly next: string | null
}

const waiting: readonly InsightState[] = ['candidate', 'in-review', 'needs-work']

/** Insights by where they stand, the oldest first. @throws CairnError BAD_INPUT naming the filter at fault */
export async function reviewQueue(
  deps: { db: Database },
  filter: QueueFilter,
  space: string
): Promise<QueuePage> {
  const { first, chosen } = checkFilter(filter, space)
  const [rows, [counted]] = await Promise.all([
    deps.db.run(queueQuery, { ...chosen, ...afterOf(filter.after), limit: first + 1 }),
    deps.db.run(reviewQueueTotal, chosen)
  ])
  const page = rows.slice(0, first)
  const last = page.at(-1)
  return {
    total: counted?.total ?? 0,
    insights: page.map(({ id, node }) => briefOf(id, node)),
    next:
      rows.length > first && last !== undefined
        ? cursorOf(queueList, [last.createdAt, last.id])
        : null
  }
}

export function briefOf(id: string, node: GraphMap): InsightBrief {
  const { version, state, kind, ...rest } = snapshotOf(node, [])
  const { claimedBy, claimedAt, flags, acknowledged, tainted } = rest
  const gates = gatesOf(node['gates'])
  const marks = marksOf({ flags, tainted, gates })
  return {
    id,
    space: text(node['space']) ?? '',
    version,
    state,
    kind,
    claimedBy,
    claimedAt,
    flags,
    acknowledged,
    tainted,
    inForce: kind === 'reviewed',
    ...wordsOf(id, node),
    lineage: text(node['lineage']) ?? id,
    revision: whole(node['revision']) ?? 1,
    ...aboutOf(node),
    gates,
    toAcknowledge: marks.map(({ name }) => name),
    marks,
    support: whole(node['support']) ?? 0,
    agents: whole(node['agents']) ?? 0,
    problems: whole(node['problems']) ?? 0,
    refines: text(node['refines']),
    createdAt: text(node['createdAt'])
  }
}

function wordsOf(id: string, node: GraphMap) {
  const said = (field: string) => text(node[field]) ?? ''
  return {
    title: text(node['title']) ?? id,
    applies: said('applies'),
    advice: said('advice'),
    avoid: said('avoid'),
    code: text(node['code'])
  }
}

function aboutOf(node: GraphMap) {
  return {
    library: text(node['library']),
    versions: text(node['versions']),
    gap: text(node['gap']) ?? 'idiomatic-pattern',
    writer: text(node['writer']) ?? ''
  }
}

function checkFilter(filter: QueueFilter, space: string) {
  const { states = waiting, library = null, gap = null, flag = null, first = 20 } = filter
  if (!Number.isInteger(first) || first < 1 || first > 200)
    throw badInput('first', String(first), 'a whole number from 1 to 200')
  if (gap !== null) checkGap(gap)
  return { first, chosen: { space, states: states.map(checkState), library, gap, flag } }
}

function checkState(state: string): InsightState {
  const known = insightStates.find((one) => one === state)
  if (known === undefined) throw badInput('states', state.slice(0, 100), insightStates.join(', '))
  return known
}

function checkGap(gap: string): void {
  if (gapClasses.some((one) => one === gap)) return
  throw badInput('gap', gap.slice(0, 100), gapClasses.join(', '))
}

function afterOf(cursor: string | undefined): { afterTime: number; afterId: string } {
  if (cursor === undefined) return { afterTime: -1, afterId: '' }
  const [afterTime, afterId] = readCursor(queueList, cursor, ['number', 'string']) ?? []
  if (afterTime !== undefined && afterId !== undefined) return { afterTime, afterId }
  throw badInput('after', cursor.slice(0, 60), 'the endCursor of a page before')
}
