const key = 'cairn.space'

/** The space that requests are made in, or null for the caller's own. */
export function chosenSpace(): string | null {
  return localStorage.getItem(key)
}

/** Remembers the space; the caller refetches what it shows. */
export function chooseSpace(space: string | null): void {
  if (space === null) localStorage.removeItem(key)
  else localStorage.setItem(key, space)
}
