/** An API that an attempt used. */
export interface UsedApi {
  readonly id: string
  readonly name: string
  /** Key of its library. */
  readonly library: string
  /** Attempts in the whole graph that use it. */
  readonly used: number
  readonly kind: string | null
}

/** An error that an attempt met. */
export interface RaisedError {
  readonly id: string
  readonly type: string
  /** Its normal form. */
  readonly title: string
  /** Whether it ended the attempt. */
  readonly last: boolean
  /** Whether it says nothing but that something failed. */
  readonly vague: boolean
}

/** An attempt, as an insight is drawn from it. */
export interface Source {
  readonly id: string
  readonly problem: string
  readonly problemTitle: string
  readonly problemText: string
  readonly family: string | null
  readonly outcome: string
  /** Who or what decided how it ended; null where nobody did. */
  readonly judgedBy: string | null
  readonly agent: string
  readonly tainted: boolean
  readonly text: string
  readonly code: string | null
  readonly codeUses: readonly string[]
  readonly uses: readonly UsedApi[]
  readonly raised: readonly RaisedError[]
  readonly resolved: readonly string[]
  /** Later outcomes of those who were shown it; 0 where none are known. */
  readonly evidencePassed: number
  readonly evidenceFailed: number
}

export function hasPassed({ outcome }: Pick<Source, 'outcome'>): boolean {
  return outcome === 'passed'
}

export function hasFailed({ outcome }: Pick<Source, 'outcome'>): boolean {
  return outcome === 'failed'
}

/**
 * Whether how it ended is only said by the agent that made it; where nobody is named, nobody else
 * judged. An agent that says that tests passed is believed: what it says of others it can be held to.
 * Feedback on answers that showed an attempt judges those answers, so a claim stays one however well
 * it served; its later outcomes count where the claim itself does.
 */
export function isClaim(source: Pick<Source, 'outcome' | 'judgedBy'>): boolean {
  return (hasPassed(source) || hasFailed(source)) && (source.judgedBy ?? 'agent') === 'agent'
}

/** A lesson that an insight rests on. */
export interface LessonBeneath {
  readonly id: string
  /** Whether it was learned from an attempt whose outcome is a claim. */
  readonly claimed: boolean
}
