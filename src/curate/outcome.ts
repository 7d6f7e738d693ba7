import type { GateName } from '../domain/insight.js'

/** What became of a cluster. */
export interface ClusterOutcome {
  readonly kind: 'add' | 'refine' | 'merge' | 'ignore'
  /** The insight that it became or went into. */
  readonly insight: string | null
  /** Why it was ignored. */
  readonly reason: string | null
  /** Gates that do not hold. */
  readonly failed: readonly GateName[]
}

export interface CurationReport {
  /** Number of the run; 0 where there was nothing to do. */
  readonly run: number
  /** Whether it went on with a run that had been stopped. */
  readonly resumed: boolean
  readonly traces: number
  readonly lessons: number
  readonly problems: number
  readonly clusters: number
  readonly added: number
  readonly refined: number
  readonly merged: number
  readonly ignored: number
  /** Candidates that went to the curators' queue. */
  readonly queued: number
  /** How many insights of the run each gate holds back. */
  readonly byGate: Readonly<Partial<Record<GateName, number>>>
  /** Why clusters were ignored, and how many for it. */
  readonly byReason: Readonly<Record<string, number>>
  /** Insights that a chat model worded; why not the others, null where there was no need of a reason. */
  readonly wordedByChat: number
  readonly withoutChat: string | null
  readonly seconds: number
}

export const kinds = ['add', 'refine', 'merge', 'ignore'] as const

/** Counts outcomes; of an insight that several clusters went into the last one says which gates hold. */
export function countOutcomes(
  outcomes: readonly ClusterOutcome[]
): Pick<
  CurationReport,
  'clusters' | 'added' | 'refined' | 'merged' | 'ignored' | 'byGate' | 'byReason'
> {
  const of = (kind: ClusterOutcome['kind']) => outcomes.filter((one) => one.kind === kind).length
  const last = new Map(outcomes.map((one) => [one.insight ?? '', one.failed]))
  return {
    clusters: outcomes.length,
    added: of('add'),
    refined: of('refine'),
    merged: of('merge'),
    ignored: of('ignore'),
    byGate: counted([...last.values()].flat()),
    byReason: counted(outcomes.flatMap(({ reason }) => (reason === null ? [] : [reason])))
  }
}

function counted<K extends string>(keys: readonly K[]): Record<K, number> {
  const counts = new Map<K, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))) as Record<K, number>
}
