/** A text without what stands before it, however often and in whatever order, at most so many times over. Pure. */
export function withoutPrefixes(text: string, prefixes: readonly RegExp[], most: number): string {
  let rest = text
  for (let i = 0; i < most; i++) {
    const before = rest
    for (const prefix of prefixes) rest = rest.replace(prefix, '')
    if (rest === before) return rest
  }
  return rest
}
