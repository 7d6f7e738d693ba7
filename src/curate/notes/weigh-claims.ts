/** An attempt that a note was learned in. */
export interface Seen {
  readonly id: string
  /** Whether how it ended is only said by who sent it, whoever that says judged: no runner saw it, and no recording shows it. */
  readonly claimed: boolean
  /** Who recorded it; empty where Cairn does not know. */
  readonly principal: string
  readonly problem: string
}

/** What a candidate rests on, and what was set aside for it. */
export interface Weighed {
  readonly traces: readonly string[]
  readonly setAside: readonly string[]
  /** Claims among what it rests on. */
  readonly claims: number
  /** Independent task sessions, principals and problems of what it rests on. */
  readonly sessions: number
  readonly principals: number
  readonly problems: number
}

/**
 * What an agent merely claims about its own work is no evidence where somebody else judged: as soon as the judged
 * attempts alone are enough to have been observed, the others are set aside. Before that they are kept, and a person
 * has to see it. Follows from the set alone.
 * @param known principals that the space knows; with one at most, one judged attempt is enough
 */
export function weighClaims(seen: readonly Seen[], known: number): Weighed {
  const judged = seen.filter(({ claimed }) => !claimed)
  const principals = new Set(judged.map(({ principal }) => principal)).size
  const isEnough = principals >= 2 || (known <= 1 && principals === 1)
  return isEnough
    ? restingOn(
        judged,
        seen.filter(({ claimed }) => claimed)
      )
    : restingOn(seen, [])
}

/** What it rests on where it rests on these. */
export function restingOn(seen: readonly Seen[], aside: readonly Seen[]): Weighed {
  return {
    traces: seen.map(({ id }) => id),
    setAside: aside.map(({ id }) => id),
    claims: seen.filter(({ claimed }) => claimed).length,
    sessions: new Set(seen.map(({ principal, problem }) => `${principal}\n${problem}`)).size,
    principals: new Set(seen.map(({ principal }) => principal)).size,
    problems: new Set(seen.map(({ problem }) => problem)).size
  }
}
