/** Words and marks: what texts are measured in where two must be equally long. */
const unit = /\s*(?:[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_])/gu

export function countTokens(text: string): number {
  return (text.match(unit) ?? []).length
}

/** The beginning of a text, exactly so many tokens long, or all of it. */
export function firstTokens(text: string, count: number): string {
  return (text.match(unit) ?? []).slice(0, count).join('')
}
