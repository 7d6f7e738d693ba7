import type { AdviceBand, FeedbackOutcome, Helpfulness } from '../domain/credit.js'

export const feedbackSenders = ['agent', 'person'] as const
export type FeedbackSender = (typeof feedbackSenders)[number]

/** How a recommendation turned out, as somebody tells it; what is left out or null was not said. */
export interface FeedbackInput {
  /** Its id, with or without `recommendation:`. */
  readonly recommendation: string
  readonly from: FeedbackSender
  /** Who says so; names are compared as they are written. */
  readonly by: string
  readonly helpfulness?: Helpfulness | null | undefined
  /** Whether the advice helped. Where it is said, only what is named as used takes a share, by this and not by the outcome. */
  readonly advice?: AdviceBand | null | undefined
  /** Left out it follows from the tests, where there are any. */
  readonly outcome?: FeedbackOutcome | null | undefined
  readonly tests?: { readonly passed: number; readonly failed: number } | null | undefined
  /** Numbers of citations, or ids of cited nodes. */
  readonly used?: readonly (string | number)[] | null | undefined
  /** Of what is cited, what led astray while other things helped: it takes its share of a failure. */
  readonly misled?: readonly (string | number)[] | null | undefined
  /** What happened. */
  readonly note?: string | null | undefined
  /** With hindsight: what would have helped. */
  readonly needed?: string | null | undefined
  /** Makes sending it again harmless, whatever else it says. */
  readonly key?: string | null | undefined
}

/** Feedback that was checked and cleaned. */
export interface Feedback {
  readonly recommendation: string
  readonly from: FeedbackSender
  readonly by: string
  readonly helpfulness: Helpfulness | null
  readonly advice: AdviceBand | null
  readonly outcome: FeedbackOutcome
  readonly tests: { readonly passed: number; readonly failed: number } | null
  readonly used: readonly string[]
  readonly misled: readonly string[]
  readonly note: string | null
  readonly needed: string | null
  readonly key: string | null
}
