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
