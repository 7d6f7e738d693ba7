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

/**
 * What an item is: the cure of the very error, a reviewed insight, a field note, a task that was solved, one that
 * failed; how something is called, an option or property, a section of documentation; that something is deprecated.
 */
export const itemKinds = [
  'cure',
  'insight',
  'note',
  'solved',
  'failed',
  'api',
  'option',
  'section',
  'deprecated'
] as const
export type ItemKind = (typeof itemKinds)[number]

/** Where an item stood when answers had three sections; kept for one version. */
export const sectionOf: Readonly<Record<ItemKind, Section>> = {
  cure: 'worked',
  insight: 'watch',
  note: 'watch',
  solved: 'worked',
  failed: 'watch',
  api: 'use',
  option: 'use',
  section: 'use',
  deprecated: 'watch'
}

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
  readonly kind: ItemKind
  readonly section: Section
  readonly title: string
  readonly body: string
  /** Code that stands in what is cited, null where there is none. */
  readonly code: string | null
  /** What stands behind it, in Cairn's own words: `seen by 3 agents, reviewed`; null for documentation. */
  readonly evidence: string | null
  /** Whether only the agent that reported it stands behind it. */
  readonly selfReported: boolean
  /** The library that it is from, with its version: `pandas 1.4.0`; null where it is of none. */
  readonly version: string | null
  /** One line: why this is here. */
  readonly reason: string
  readonly path: readonly PathStep[]
  /** Numbers of the citations that this item rests on. */
  readonly citations: readonly number[]
  /** How likely it is of use for this question, from 0 to 1; calibrated on questions whose answers were known. */
  readonly score: number
}

export interface Recommendation {
  readonly id: string
  readonly question: string
  /** Cairn's own words: what stands first, by its name, or that nothing fits. */
  readonly answer: string
  /** False where nothing that is held fits: then there are no items. */
  readonly fits: boolean
  readonly items: readonly Item[]
  readonly citations: readonly Citation[]
  /** `pypi/pandas@1.4.0` of the libraries that the question is about. */
  readonly libraries: readonly string[]
  /** What this answer went without, or had to leave out, a sentence each. */
  readonly remarks: readonly string[]
  readonly ms: number
}
