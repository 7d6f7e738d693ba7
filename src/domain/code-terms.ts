/** A run of characters that code would call a name, dots included: `df.groupby`, `read_csv`. */
const namePattern = /[\p{L}_$][\p{L}\p{N}_$]*(?:\.[\p{L}_$][\p{L}\p{N}_$]*)*/gu

/** Boundaries inside an identifier: camelCase, HTTPServer, letter to digit. */
const partPattern = /\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+|\p{L}+/gu

/** Nobody writes longer names; what looks like one is data. */
const longestName = 160

/** The names in a text, as written, in order, with repeats. */
export function namesIn(text: string): string[] {
  return namesAt(text).map(({ name }) => name)
}

/** The names in a text with the position after each. */
export function namesAt(text: string): { name: string; end: number }[] {
  return [...text.matchAll(namePattern)]
    .map((match) => ({ name: match[0], end: match.index + match[0].length }))
    .filter(({ name }) => name.length <= longestName)
}

/** The parts of one identifier in lower case: `getElementById` gives get, element, by, id. */
export function identifierParts(identifier: string): string[] {
  return (identifier.match(partPattern) ?? []).map((part) => part.toLowerCase())
}

/**
 * All forms under which a name should be found, in lower case: whole, every dotted suffix, every
 * dotted piece and the parts of each piece.
 * `pandas.DataFrame.read_csv` gives pandas.dataframe.read_csv, dataframe.read_csv, read_csv,
 * pandas, dataframe, data, frame, read, csv.
 */
export function nameForms(name: string): string[] {
  const pieces = name.split('.').filter((piece) => piece !== '')
  const suffixes = pieces.map((_, i) => pieces.slice(i).join('.').toLowerCase())
  const parts = pieces.flatMap((piece) => identifierParts(piece))
  return [...new Set([...suffixes, ...pieces.map((piece) => piece.toLowerCase()), ...parts])]
}

/** Whether a name is made of several words: then its parts are worth indexing beside the whole. */
export function isCompound(name: string): boolean {
  return name.includes('.') || identifierParts(name).length > 1
}

/** The parts of the compound identifiers in a text, each once, at most `limit`. */
export function compoundParts(text: string, limit: number): string[] {
  const parts = new Set<string>()
  for (const name of namesIn(text)) {
    if (parts.size >= limit) break
    if (isCompound(name)) for (const form of nameForms(name)) parts.add(form)
  }
  return [...parts].slice(0, limit)
}
