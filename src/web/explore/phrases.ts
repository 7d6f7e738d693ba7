/** A question in words that the graph answers itself: of which kind, how it ended, and about what. */
export interface Phrase {
  /** Label of what is asked for. */
  readonly kind: string
  readonly outcome: 'passed' | 'failed' | null
  /** The words after it: a name of an API or a library. */
  readonly of: string
}

/** The beginnings that are understood, as they are offered, with the kind that they ask for. */
export const starters = [
  { words: 'failed attempts with ', label: 'Trace', outcome: 'failed' },
  { words: 'attempts with ', label: 'Trace', outcome: null },
  { words: 'problems with ', label: 'Problem', outcome: null },
  { words: 'errors with ', label: 'ErrorSignature', outcome: null },
  { words: 'insights about ', label: 'Insight', outcome: null },
  { words: 'field notes about ', label: 'Lesson', outcome: null }
] as const

const kinds: Readonly<Record<string, string>> = {
  attempt: 'Trace',
  trace: 'Trace',
  error: 'ErrorSignature',
  insight: 'Insight',
  note: 'Lesson',
  lesson: 'Lesson',
  problem: 'Problem'
}

const outcomes: Readonly<Record<string, 'passed' | 'failed'>> = {
  failed: 'failed',
  failing: 'failed',
  passed: 'passed',
  passing: 'passed',
  successful: 'passed'
}

const form =
  /^\s*(?:(failed|failing|passed|passing|successful)\s+)?(?:field\s+)?(attempt|trace|error|insight|note|lesson|problem)s?\s+(?:with|about|at|on|in|of|for|using|from)\s+(?:the\s+)?(?:(?:api|library|function)\s+)?(.*)$/i

/** The question that words ask, such as `failed attempts with melt`; null where they are words to search for. */
export function phraseOf(words: string): Phrase | null {
  const [, ended = '', noun = '', of = ''] = form.exec(words) ?? []
  const kind = kinds[noun.toLowerCase()]
  if (kind === undefined) return null
  return { kind, outcome: outcomes[ended.toLowerCase()] ?? null, of: of.trim() }
}

/** How each kind is asked for, whatever the outcome: `attempts with `. */
const names: ReadonlyMap<string, string> = new Map(
  starters.flatMap(({ words, label, outcome }) => (outcome === null ? [[label, words]] : []))
)

/** The question said back about one thing: `Failed attempts with frames.melt`. */
export function phraseWords({ kind, outcome }: Phrase, title: string): string {
  const words = `${outcome === null ? '' : `${outcome} `}${names.get(kind) ?? `${kind} `}${title}`
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
