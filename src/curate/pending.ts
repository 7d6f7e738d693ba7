import type { GraphMap } from '../graph/query.js'
import type { AssembleDeps } from './assemble.js'
import type { Beneath } from './beneath.js'
import type { KnownInsights } from './known-insights.js'
import type { ClusterOutcome } from './outcome.js'
import type { PlannedCluster, RunAt } from './plan-run.js'
import { knownOf, type Judged } from './write-insight-of.js'

export interface Working extends RunAt {
  readonly deps: AssembleDeps
  readonly known: KnownInsights
}

export interface NumberedCluster extends PlannedCluster {
  readonly id: string
}

/** What a group of clusters comes to, before it is written. */
export interface Pending {
  readonly judged: Map<string, Judged>
  /** What comes beneath insights that people have in hand, and how those stand with it. */
  readonly evidence: Map<string, { readonly row: GraphMap; readonly stands: Beneath }>
}

export function ignored(reason: string): ClusterOutcome {
  return { kind: 'ignore', insight: null, reason, failed: [] }
}

export function take(
  { known }: Working,
  { kind, judged }: { readonly kind: 'add' | 'refine' | 'merge'; readonly judged: Judged },
  pending: Pending
): ClusterOutcome {
  const { id } = judged.place
  pending.judged.set(id, judged)
  known.set(knownOf(judged))
  const failed = judged.gates.filter(({ passed }) => !passed).map(({ gate }) => gate)
  return { kind, insight: id, reason: null, failed }
}
