import { cursorOf, queueList, readCursor } from '../domain/cursor.js'
import { badInput } from '../errors.js'
import { gapClasses, insightStates, type InsightState } from '../domain/insight.js'
import type { GateResult } from '../domain/insight.js'
import type { Database } from '../graph/database.js'
import { reviewQueue as queueQuery, reviewQueueTotal } from '../graph/queries.js'
import type { GraphMap } from '../graph/query.js'
import { blockedBy, marksOf, type Mark } from './marks.js'
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
  /** Why it cannot be approved as it stands, in words; null where it can. */
  readonly blockedBy: string | null
}

export interface QueueFilter {
  /** Left out: candidate, in-review and needs-work. */
  readonly states?: readonly string[]
  readonly library?: string
  readonly gap?: string
  readonly flag?: string
  /** Words that stand in it, whatever their case. */
  readonly words?: string
  /** Who has it in review. */
  readonly by?: string
  /** Only those that can be approved as they stand, or only those that cannot; both where left out. */
  readonly ready?: boolean
  /** `age` unless told: the oldest first; `worth`: those first that are most worth a decision. */
  readonly order?: QueueOrder
  /** How many, 1 to 200; 20 unless told. */
  readonly first?: number
  /** Where the page before ended. */
  readonly after?: string
}

export type QueueOrder = 'age' | 'worth'

/** An insight with its place in the order of the queue. */
export interface QueuedInsight extends InsightBrief {
  readonly place: number
}

export interface QueuePage {
  readonly total: number
  readonly insights: readonly QueuedInsight[]
  /** Where the next page begins; null at the end. */
  readonly next: string | null
}

/** Characters of a search that are looked for. */
const longestWords = 200

const waiting: readonly InsightState[] = ['candidate', 'in-review', 'needs-work']

/** Insights by where they stand. @throws CairnError BAD_INPUT naming the filter at fault */
export async function reviewQueue(
  deps: { db: Database },
  filter: QueueFilter,
  space: string
): Promise<QueuePage> {
  const { first, chosen } = checkFilter(filter, space)
  const byWorth = filter.order === 'worth'
  const [rows, [counted]] = await Promise.all([
    deps.db.run(queueQuery, {
      ...chosen,
      ...afterOf(filter.after),
      byWorth,
      limit: first + 1
    }),
    deps.db.run(reviewQueueTotal, chosen)
  ])
  const page = rows.slice(0, first)
  const last = page.at(-1)
  return {
    total: counted?.total ?? 0,
    insights: page.map(({ id, place, node }) => ({ ...briefOf(id, node), place })),
    next:
      rows.length > first && last !== undefined ? cursorOf(queueList, [last.place, last.id]) : null
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
    createdAt: text(node['createdAt']),
    blockedBy: blockedBy(state, gates)
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
  const chosen = { space, states: states.map(checkState), library, gap, flag }
  return { first, chosen: { ...chosen, ...searchedBy(filter) } }
}

function searchedBy({ words = '', by, ready }: QueueFilter) {
  const searched = words.trim().slice(0, longestWords).toLowerCase()
  return { words: searched, by: by ?? null, ready: ready ?? null }
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

function afterOf(cursor: string | undefined): { afterPlace: number; afterId: string } {
  if (cursor === undefined) return { afterPlace: Number.MIN_SAFE_INTEGER, afterId: '' }
  const [afterPlace, afterId] = readCursor(queueList, cursor, ['number', 'string']) ?? []
  if (afterPlace !== undefined && afterId !== undefined) return { afterPlace, afterId }
  throw badInput('after', cursor.slice(0, 60), 'the endCursor of a page before')
}
