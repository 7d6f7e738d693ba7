import type { GateName } from '../domain/insight.js'

/** What became of a behaviour that notes tell of. */
export interface BehaviourOutcome {
  readonly kind: 'add' | 'merge' | 'ignore'
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
  /** Behaviours that were looked at, since what is known of them changed. */
  readonly clusters: number
  readonly added: number
  /** Always 0: a behaviour that says more is a candidate of its own. */
  readonly refined: number
  readonly merged: number
  readonly ignored: number
  /** Candidates that went to the curators' queue. */
  readonly queued: number
  /** How many insights of the run each gate holds back. */
  readonly byGate: Readonly<Partial<Record<GateName, number>>>
  /** Why behaviours were ignored, and how many for it. */
  readonly byReason: Readonly<Record<string, number>>
  /** Always 0: insights are said in the words of who wrote the notes. */
  readonly wordedByChat: number
  readonly withoutChat: string | null
  readonly seconds: number
}

/** Counts outcomes; of an insight that several behaviours went into the last one says which gates hold. */
export function countOutcomes(
  outcomes: readonly BehaviourOutcome[]
): Pick<
  CurationReport,
  'clusters' | 'added' | 'refined' | 'merged' | 'ignored' | 'byGate' | 'byReason'
> {
  const of = (kind: BehaviourOutcome['kind']) => outcomes.filter((one) => one.kind === kind).length
  const last = new Map(
    outcomes.flatMap((one) => (one.insight === null ? [] : [[one.insight, one.failed] as const]))
  )
  return {
    clusters: outcomes.length,
    added: of('add'),
    refined: 0,
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
