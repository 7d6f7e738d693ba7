import type { Database } from '../graph/database.js'
import type { Embedder } from '../model/embedder.js'
import { apiChanges, type ApiChangesQuestion, type VersionDifference } from './api-changes-of.js'
import { decide, type VerdictInput } from './decide.js'
import {
  closeEpoch,
  compareEpochs,
  listEpochs,
  rollBack,
  type ClosedEpoch,
  type Epoch,
  type EpochDifference,
  type RollBackInput,
  type RolledBack
} from './epochs.js'
import { graphHealth, type GraphHealth } from './health.js'
import { insightInFull, type InsightInFull } from './insight-in-full.js'
import { publishInsight, type PublishInput } from './publish.js'
import { reviewQueue, type QueueFilter, type QueuePage } from './queue.js'
import { revise, type RevisionInput } from './revise.js'
import type { Decided } from './turn.js'

export interface ReviewDeps {
  readonly db: Database
  readonly embedder: Embedder
  /** The clock; the machine's unless told. */
  readonly now?: () => Date
}

/** What curators decide, the epochs that freeze it, and how healthy the memory is. */
export interface Review {
  /** Insights that wait for a decision, or stand in other states, page by page. */
  reviewQueue(filter: QueueFilter): Promise<QueuePage>
  /** One insight with all that a decision on it needs. */
  insight(id: string): Promise<InsightInFull>
  /** Claims, releases, approves, rejects, sends back, retires, or takes the last decision back. */
  decide(input: VerdictInput): Promise<Decided>
  /** Proposes an approved insight of this space to everybody. */
  publish(input: PublishInput): Promise<Decided>
  /** Edits one insight, merges several, or splits one. */
  revise(input: RevisionInput): Promise<Decided>
  epochs(): Promise<Epoch[]>
  closeEpoch(input: { by: string; note?: string }): Promise<ClosedEpoch>
  compareEpochs(between: { from: number; to: number }): Promise<EpochDifference>
  rollBack(input: RollBackInput): Promise<RolledBack>
  /** What changed between the versions of a library that are here. */
  apiChanges(question: ApiChangesQuestion): Promise<VersionDifference[]>
  /** What is amiss in the graph, with counts and examples; `hurting` are the insights that are measured to hurt. */
  graphHealth(hurting?: readonly string[]): Promise<GraphHealth>
}

/** Decides in `space`; what related insights and uses are told of is of all `spaces`. */
export function createReview(
  deps: ReviewDeps,
  space: string,
  spaces: readonly string[] = [space]
): Review {
  return {
    reviewQueue: (filter) => reviewQueue(deps, filter, space),
    insight: (id) => insightInFull(deps, id, { space, spaces }),
    decide: (input) => decide(deps, input, space),
    publish: (input) => publishInsight(deps, input, space),
    revise: (input) => revise(deps, input, space),
    epochs: () => listEpochs(deps, space),
    closeEpoch: (input) => closeEpoch(deps, input, space),
    compareEpochs: (between) => compareEpochs(deps, between, space),
    rollBack: (input) => rollBack(deps, input, space),
    apiChanges: (question) => apiChanges(deps, question, spaces),
    graphHealth: (hurting = []) => graphHealth(deps, space, { spaces, hurting })
  }
}
