/**
 * What is left where nobody says more than `most` of it alone: the first of each, in their order. Where one says all
 * there is, all of it stays: a machine with one key has nobody else. Pure.
 * @param by who alone stands behind an item; null where somebody else does too, or nobody is known
 */
export function withinShare<T>(
  items: readonly T[],
  by: (item: T) => string | null,
  most: number
): T[] {
  const said = new Map<string, number>()
  const speakers = new Set(items.map(by))
  if (speakers.size < 2) return [...items]
  return items.filter((item) => {
    const who = by(item)
    if (who === null) return true
    said.set(who, (said.get(who) ?? 0) + 1)
    return (said.get(who) ?? 0) <= most
  })
}
