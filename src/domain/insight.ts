/** Where an insight stands between being drafted and being withdrawn. */
export const insightStates = [
  'candidate',
  'in-review',
  'needs-work',
  'approved',
  'rejected',
  'retired',
  'superseded'
] as const
export type InsightState = (typeof insightStates)[number]

/**
 * What recall may see, as the property `kind` that the vector index filters by: `reviewed` while an
 * insight is approved and in force in the open epoch, `candidate` before, `withdrawn` after.
 */
export const insightKinds = ['candidate', 'reviewed', 'withdrawn'] as const
export type InsightKind = (typeof insightKinds)[number]

/** What sort of gap an insight closes, as seen in the cases of the Spark paper. */
export const gapClasses = [
  'api-confusion',
  'integration-limit',
  'idiomatic-pattern',
  'security-practice'
] as const
export type GapClass = (typeof gapClasses)[number]

/** Words of an insight, before anybody has decided on it. */
export interface InsightText {
  readonly title: string
  /** When it applies. */
  readonly applies: string
  readonly advice: string
  readonly avoid: string
  /** Code that stood in a passing attempt, null where there is none. */
  readonly code: string | null
}

/** What of an insight is searched by words and by meaning, and quoted. */
export function insightText(words: Omit<InsightText, 'code'>): string {
  const { title, applies, advice, avoid } = words
  return [title, applies, advice, avoid].filter((part) => part !== '').join('\n')
}

/** Everything a new insight is made of. */
export interface InsightDraft extends InsightText {
  /** Key of the library, `pypi/pandas@1.4.0`; null where it is about none in particular. */
  readonly library: string | null
  /** Versions of that library it holds for, as a semver range: `>=1.4.0 <2.0.0`; null where unknown. */
  readonly versions: string | null
  readonly gap: GapClass
  readonly backedBy: readonly { readonly doc: string; readonly quote: string }[]
  /** Ids of the traces and lessons that it was drawn from. */
  readonly derivedFrom: readonly string[]
  /** Ids of the APIs that it is about. */
  readonly about: readonly string[]
  /** `rules`, the id of a chat model, or `person:` and who wrote it. */
  readonly writer: string
}

/** Said of what rests on outcomes that nobody but the agents themselves judged. */
export const selfJudgedFlag = 'self-judged'

/** The gates that a candidate passes before it is queued, in this order. */
export const gateNames = [
  'backed',
  'observed',
  'clear',
  'supported',
  'generalises',
  'effective',
  'not-anti-pattern',
  'clean',
  'not-duplicate',
  'not-contradiction'
] as const
export type GateName = (typeof gateNames)[number]

export interface GateResult {
  readonly gate: GateName
  readonly passed: boolean
  /** One sentence for the curator, with the figures behind it. */
  readonly reason: string
}
