/** Longest text that is remembered, in characters, and how many. */
const longest = 200
const most = 10_000

/** Short texts in which nothing was found: the same roles, names and commands stand in every recording. */
export interface KnownClean {
  has(text: string): boolean
  add(text: string): void
}

/** Remembers texts of which a pure search found nothing; what it found is never kept. Begins anew where it is full. */
export function knownClean(): KnownClean {
  const texts = new Set<string>()
  return {
    has: (text) => texts.has(text),
    add: (text) => {
      if (text.length > longest) return
      if (texts.size >= most) texts.clear()
      texts.add(text)
    }
  }
}
