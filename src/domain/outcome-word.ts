/** How an attempt ended, and what the server knows of who says so. */
export interface OutcomeKnown {
  readonly outcome: string | null
  /** Who or what judged, as its sender says. */
  readonly judgedBy: string | null
  /** How far the server trusts what it shows; null of what came before that was kept. */
  readonly trust: string | null
  /** The command that a runner ran on it and saw end so; null where nobody did. */
  readonly observed: string | null
  /** Whether another principal bears it out: passed with the same solution, or used it and told that it went well. */
  readonly confirmed: boolean
}

/** Characters of a command or judge that are told. */
const longestName = 60

/** Whether nobody but its sender stands behind how it ended, whoever that says judged. What a run showed comes before any word. */
export function isSelfReported({
  judgedBy,
  trust,
  observed,
  confirmed
}: Omit<OutcomeKnown, 'outcome'>): boolean {
  if (observed !== null || confirmed) return false
  return (
    judgedBy === null ||
    judgedBy === 'agent' ||
    judgedBy === 'unknown' ||
    trust === null ||
    trust === 'self-reported'
  )
}

/**
 * How an attempt ended and on whose word, as every door tells it: `passed, as its agent says`, `failed in a run that
 * Cairn's runner saw: npm test`, `passed, judged by tests`, `passed, confirmed by another principal`. What has no outcome is `unknown`.
 */
export function outcomeWord(known: OutcomeKnown): string {
  const { outcome, judgedBy, observed, confirmed } = known
  if (outcome !== 'passed' && outcome !== 'failed') return outcome ?? 'unknown'
  if (observed !== null) return `${outcome} in a run that Cairn's runner saw: ${short(observed)}`
  if (confirmed) return `${outcome}, confirmed by another principal`
  return isSelfReported(known)
    ? `${outcome}, as its agent says`
    : `${outcome}, judged by ${short(judgedBy ?? '')}`
}

function short(name: string): string {
  return name.length <= longestName ? name : `${name.slice(0, longestName - 1).toWellFormed()}…`
}
