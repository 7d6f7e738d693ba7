/** A text cut where a quotation begins and ends; `quote` is empty where it does not stand there. */
export interface Marked {
  readonly before: string
  readonly quote: string
  readonly after: string
}

/** Finds a quotation whatever the blanks and line ends between its words are. */
export function markQuote(text: string, quote: string): Marked {
  const words = quote.split(/\s+/).filter((word) => word !== '')
  if (words.length === 0) return { before: text, quote: '', after: '' }
  const found = new RegExp(words.map(escaped).join('\\s+')).exec(text)
  if (found === null) return { before: text, quote: '', after: '' }
  const end = found.index + found[0].length
  return { before: text.slice(0, found.index), quote: found[0], after: text.slice(end) }
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
