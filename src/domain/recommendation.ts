/** A step on the way from the question to an item, in words: `found by name`, `documents explode`. */
export interface PathStep {
  readonly id: string
  readonly label: string
  readonly title: string
  /** How this node was reached from the step before. */
  readonly by: string
}

export const sections = ['use', 'worked', 'watch'] as const
export type Section = (typeof sections)[number]

/** A stored span that an item rests on; `quote` stands verbatim in the node's text. */
export interface Citation {
  readonly number: number
  readonly id: string
  readonly label: string
  /** `pandas 1.4.0 > API reference > DataFrame.explode`. */
  readonly source: string
  readonly url: string | null
  readonly quote: string
}

export interface Item {
  readonly section: Section
  readonly title: string
  readonly body: string
  /** Code that may be used as it stands, null where there is none. */
  readonly code: string | null
  /** One line: why this is here. */
  readonly reason: string
  readonly path: readonly PathStep[]
  /** Numbers of the citations that this item rests on. */
  readonly citations: readonly number[]
  /** From 0 to 1, only to be compared within one recommendation. */
  readonly score: number
}

export interface Recommendation {
  readonly id: string
  readonly question: string
  readonly answer: string
  readonly items: readonly Item[]
  readonly citations: readonly Citation[]
  /** `pypi/pandas@1.4.0` of the libraries that the question is about. */
  readonly libraries: readonly string[]
  /** What this answer went without, or had to leave out, a sentence each. */
  readonly remarks: readonly string[]
  readonly ms: number
}
