/** What an edge says, read along it and against it: `uses`, `used by`. */
const words: Readonly<Record<string, readonly [along: string, against: string]>> = {
  MEMBER_OF: ['member of', 'has member'],
  PART_OF: ['part of', 'contains'],
  DOCUMENTS: ['documents', 'documented in'],
  SEE_ALSO: ['see also', 'referred to by'],
  ALIAS_OF: ['another name of', 'also called'],
  REPLACED_BY: ['replaced by', 'replaces'],
  USED_WITH: ['used together with', 'used together with'],
  ABOUT: ['about', 'subject of'],
  ATTEMPTS: ['attempt at', 'attempted in'],
  USES: ['uses', 'used by'],
  RAISED: ['failed with', 'raised by'],
  RESOLVED: ['got rid of', 'got rid of by'],
  STEP: ['led to', 'came from'],
  SHORTCUT: ['led to, in the end', 'came from, in the end'],
  STARTS_AT: ['began in', 'beginning of'],
  ENDS_AT: ['ended in', 'end of'],
  FOLLOWED: ['followed', 'followed by'],
  LEARNED_IN: ['learned in', 'taught'],
  DERIVED_FROM: ['drawn from', 'led to the insight'],
  BACKED_BY: ['backed by', 'backs'],
  SUPERSEDES: ['takes the place of', 'replaced by'],
  CONTRADICTS: ['contradicts', 'contradicted by'],
  IN_FORCE_IN: ['in force in', 'had in force'],
  FOR: ['answer for', 'answered by'],
  CITES: ['cites', 'cited by'],
  WITHHELD: ['went without', 'held back from'],
  ASKS_FOR: ['asks for', 'asked for by'],
  ON: ['feedback on', 'has feedback'],
  USED: ['says it used', 'said to be used by'],
  DECIDED: ['decided on', 'decided by'],
  CONCERNS: ['concerns', 'subject of'],
  IN_LIBRARY: ['in', 'holds']
}

/** An edge in words; a type without words as it is. */
export function edgeWords(type: string, out = true): string {
  return words[type]?.[out ? 0 : 1] ?? type.toLowerCase().replaceAll('_', ' ')
}

/** Types by what they tell of a node, the most telling first. */
const worth = [
  ...['ATTEMPTS', 'RESOLVED', 'RAISED', 'ABOUT', 'USES', 'DERIVED_FROM', 'LEARNED_IN', 'BACKED_BY'],
  ...['CONTRADICTS', 'SUPERSEDES', 'REPLACED_BY', 'ALIAS_OF', 'USED_WITH', 'DOCUMENTS', 'SEE_ALSO'],
  ...['MEMBER_OF', 'PART_OF']
]

/** Those that keep books: which answer cited it, which state it began in, who decided. */
const books: ReadonlySet<string> = new Set([
  ...['CITES', 'WITHHELD', 'USED', 'ON', 'FOR', 'ASKS_FOR', 'FOLLOWED', 'DECIDED', 'IN_FORCE_IN'],
  ...['STARTS_AT', 'ENDS_AT', 'STEP', 'SHORTCUT']
])

/** Groups of edges in the order of what they tell, those that keep books apart. */
export function byWorth<T extends { readonly type: string }>(
  groups: readonly T[]
): { readonly telling: readonly T[]; readonly keeping: readonly T[] } {
  const place = ({ type }: T) => (worth.includes(type) ? worth.indexOf(type) : worth.length)
  const ordered = groups.toSorted((a, b) => place(a) - place(b))
  return {
    telling: ordered.filter(({ type }) => !books.has(type)),
    keeping: ordered.filter(({ type }) => books.has(type))
  }
}
