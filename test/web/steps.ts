/** What somebody does on the pages, one after the other: a click, something typed with its Enter, a key. */
export interface Steps {
  readonly taken: readonly string[]
  do<T>(what: string, act: () => Promise<T>): Promise<T>
}

/** Counts what is done. */
export function countSteps(): Steps {
  const taken: string[] = []
  return {
    taken,
    do: (what, act) => {
      taken.push(what)
      return act()
    }
  }
}
