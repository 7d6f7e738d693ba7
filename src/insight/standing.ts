import { stored } from '../domain/insight-decisions.js'
import type { InsightKind, InsightState } from '../domain/insight.js'
import {
  gateNames,
  insightKinds,
  insightStates,
  type GateResult,
  type InsightText
} from '../domain/insight.js'
import type { GraphMap, GraphValue } from '../graph/query.js'

/** What decisions change of an insight. Undoing a decision puts this back. */
export interface Snapshot {
  /** Goes up with each decision. */
  readonly version: number
  readonly state: InsightState
  /** Whether recall sees it: `reviewed` while it is in force. */
  readonly kind: InsightKind
  readonly claimedBy: string | null
  /** When it was claimed, ISO 8601. */
  readonly claimedAt: string | null
  /** What a person has to have seen before it may be approved. */
  readonly flags: readonly string[]
  /** What a person said to have seen when approving it. */
  readonly acknowledged: readonly string[]
  readonly tainted: boolean
  /** JSON of the changes of APIs that it rests on; null where there are none. */
  readonly changes: string | null
  /** Ids of the insights whose place it takes. */
  readonly supersedes: readonly string[]
}

/** How an insight stands that nobody has had in hand: what only decisions and evidence add is empty. */
export function untouched(state: 'candidate' | 'approved'): Omit<Snapshot, 'version'> {
  return {
    ...stored(state),
    claimedBy: null,
    claimedAt: null,
    flags: [],
    acknowledged: [],
    tainted: false,
    changes: null,
    supersedes: []
  }
}

/** Words quoted from documentation, and whether they still stand there. */
export interface HeldQuote {
  readonly doc: string
  readonly quote: string
  readonly holds: boolean
}

/** An insight as a decision finds it. */
export interface Held extends Snapshot, InsightText {
  readonly id: string
  readonly lineage: string
  readonly revision: number
  readonly library: string | null
  readonly versions: string | null
  readonly gap: string
  readonly names: string
  readonly gates: readonly GateResult[]
  readonly quotes: readonly HeldQuote[]
}

export function heldOf(row: {
  id: string
  node: GraphMap
  supersedes: readonly string[]
  quotes: readonly GraphMap[]
}): Held {
  const { id, node, supersedes } = row
  return {
    ...snapshotOf(node, supersedes),
    id,
    lineage: text(node['lineage']) ?? id,
    revision: whole(node['revision']) ?? 1,
    title: text(node['title']) ?? '',
    applies: text(node['applies']) ?? '',
    advice: text(node['advice']) ?? '',
    avoid: text(node['avoid']) ?? '',
    code: text(node['code']),
    library: text(node['library']),
    versions: text(node['versions']),
    gap: text(node['gap']) ?? 'idiomatic-pattern',
    names: text(node['names']) ?? '',
    gates: gatesOf(node['gates']),
    quotes: row.quotes.map((quote) => ({
      doc: text(quote['doc']) ?? '',
      quote: text(quote['quote']) ?? '',
      holds: quote['holds'] === true
    }))
  }
}

/** The part of stored properties that decisions change. */
export function snapshotOf(node: GraphMap, supersedes: readonly string[]): Snapshot {
  return {
    version: whole(node['version']) ?? 1,
    state: insightStates.find((state) => state === node['state']) ?? 'candidate',
    kind: insightKinds.find((kind) => kind === node['kind']) ?? 'candidate',
    claimedBy: text(node['claimedBy']),
    claimedAt: text(node['claimedAt']),
    flags: texts(node['flags']),
    acknowledged: texts(node['acknowledged']),
    tainted: node['tainted'] === true,
    changes: text(node['changes']),
    supersedes
  }
}

/** A held insight without what decisions do not change, for the record. */
export function onlySnapshot(held: Snapshot): Snapshot {
  const { version, state, kind, claimedBy, claimedAt } = held
  const { flags, acknowledged, tainted, changes, supersedes } = held
  return {
    version,
    state,
    kind,
    claimedBy,
    claimedAt,
    flags,
    acknowledged,
    tainted,
    changes,
    supersedes
  }
}

/** Gates as they are stored: JSON of results; what cannot be read is none. */
export function gatesOf(stored: GraphValue | undefined): GateResult[] {
  if (typeof stored !== 'string' || stored === '') return []
  const gates: unknown = JSON.parse(stored)
  if (!Array.isArray(gates)) return []
  return gates.filter(
    (gate: unknown): gate is GateResult =>
      typeof gate === 'object' && gate !== null && 'gate' in gate && isGate(gate.gate)
  )
}

function isGate(name: unknown): boolean {
  return gateNames.some((gate) => gate === name)
}

export function text(value: GraphValue | undefined): string | null {
  return typeof value === 'string' ? value : null
}

export function whole(value: GraphValue | undefined): number | null {
  return typeof value === 'number' ? value : null
}

export function texts(value: GraphValue | undefined): string[] {
  return Array.isArray(value) ? value.map(String) : []
}
