/** What somebody sees of the graph. */
export interface Sight {
  /** Ids of the spaces. */
  readonly spaces: readonly string[]
  /** Those of them in which insights that nobody approved are seen too. */
  readonly drafts: readonly string[]
}

/** Who sees spaces sees all that is in them, unless told. */
export function sightOf(seen: Sight | readonly string[]): Sight {
  return 'spaces' in seen ? seen : { spaces: seen, drafts: seen }
}
