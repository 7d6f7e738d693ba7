import type { GapState } from '../domain/knowledge-need.js'
import type { Database } from '../graph/database.js'
import { setWithholding } from '../graph/queries.js'
import type { Embedder } from '../model/embedder.js'
import { evidenceOf, type NodeEvidence } from './evidence-of.js'
import type { FeedbackInput } from './feedback-input.js'
import { feedbackOn, type FeedbackRecord } from './feedback-on.js'
import { effectOf, effects, type InsightEffect } from './insight-effects.js'
import { gapInFull, takeGap, type GapInFull } from './gap-in-full.js'
import { closeGap, gaps, type Gap, type GapPlace } from './knowledge-gaps.js'
import type { Sender } from './learner.js'
import { harmfulIn, type MeasuredHarm } from './measured-harm.js'
import { sendFeedback, type FeedbackReceipt } from './send-feedback.js'

export interface LearnDeps {
  readonly db: Database
  readonly embedder: Embedder
  /** Milliseconds since 1970; the system's clock unless told. */
  readonly now?: () => number
}

/** How answers turned out, and what follows from it. */
export interface Learning {
  /** Takes in how a recommendation turned out; the same sent twice is one. */
  sendFeedback(input: FeedbackInput): Promise<FeedbackReceipt>
  /** What was said of a recommendation, latest first. */
  feedback(recommendation: string): Promise<FeedbackRecord[]>
  /** What outcomes say of these nodes. */
  evidenceOf(ids: readonly string[]): Promise<NodeEvidence[]>
  /** What the memory lacks and is still open, most asked for first. */
  gaps(limit: number, after?: GapPlace | null): Promise<Gap[]>
  /** A gap with who asked, and what may fill it. */
  gap(id: string): Promise<GapInFull>
  closeGap(id: string, state: GapState): Promise<Gap>
  /** Says that somebody sees to a gap, or no longer does. */
  takeGap(taking: { id: string; by: string; take: boolean }): Promise<GapInFull>
  /** What showing an insight does to success, measured by answers that went without it. */
  effectOf(insight: string): Promise<InsightEffect>
  /** The same of the insights that were drawn for most often. */
  effects(limit: number): Promise<InsightEffect[]>
  /** The insights of an answer that were measured to lower success, by its space alone. */
  harmfulIn(recommendation: string): Promise<MeasuredHarm[]>
  /** Whether answers in this space may go without an insight now and then. */
  setWithholding(on: boolean): Promise<boolean>
}

/** Whose verbs they are, and where. */
export interface LearnsFor {
  /** Where it is written. */
  readonly space: string
  /** What is listed is of these; of `space` unless told. */
  readonly spaces?: readonly string[]
  /** Nobody that Cairn knows unless told. */
  readonly who?: Sender
}

const unknownSender: Sender = { principal: null, trust: 'self-reported' }

export function createLearning(
  deps: LearnDeps,
  { space, spaces = [space], who = unknownSender }: LearnsFor
): Learning {
  const { db, embedder } = deps
  const learner = { db, embedder, space, spaces, who, now: deps.now ?? Date.now }
  return {
    sendFeedback: (input) => sendFeedback(learner, input),
    feedback: (recommendation) => feedbackOn(learner, recommendation),
    evidenceOf: (ids) => evidenceOf(learner, ids),
    gaps: (limit, after) => gaps(learner, limit, after),
    gap: (id) => gapInFull(learner, id),
    closeGap: (id, state) => closeGap(learner, id, state),
    takeGap: (taking) => takeGap(learner, taking),
    effectOf: (insight) => effectOf(learner, insight),
    effects: (limit) => effects(learner, limit),
    harmfulIn: (recommendation) => harmfulIn(learner, recommendation),
    setWithholding: async (on) => {
      await db.run(setWithholding, { space, withhold: on })
      return on
    }
  }
}
