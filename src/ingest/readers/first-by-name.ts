/** Of several of the same name, the first: in the order in which the names come up. */
export function firstByName<T>(all: readonly T[], nameOf: (one: T) => string): T[] {
  const found = new Map<string, T>()
  for (const one of all) if (!found.has(nameOf(one))) found.set(nameOf(one), one)
  return [...found.values()]
}
