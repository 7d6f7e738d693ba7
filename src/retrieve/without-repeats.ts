import type { Intent } from './intent.js'
import type { Ranked } from './memory.js'

/**
 * Documentation without the names that only repeat others. A library often has the same field or method on many types: the
 * declarations that nobody described tell nothing that the one with words does not tell (`yup.StringSchema.required` beside
 * the README's `Schema.required`), and of several without words the first is enough. What the question names with its
 * owner stays. Pure; the order is kept.
 */
export function withoutRepeats(entries: readonly Ranked[], { names }: Intent): Ranked[] {
  const owned = names.filter((name) => name.includes('.'))
  const told = new Set(entries.filter(isTold).map(keyOf))
  const silent = new Set<string>()
  return entries.filter((entry) => {
    const key = keyOf(entry)
    if (key === null || isTold(entry) || isAsked(entry, owned)) return true
    if (told.has(key) || silent.has(key)) return false
    silent.add(key)
    return true
  })
}

/** Library and last name of an API; null for what is none. */
function keyOf({ api }: Ranked): string | null {
  if (api === null) return null
  const name = api.qualifiedName ?? api.title
  return `${api.library ?? ''} ${name.split('.').at(-1) ?? name}`
}

/** Whether words say what an API is: its summary, or a section that is about it. */
function isTold({ api, memory }: Ranked): boolean {
  if (api === null) return false
  if ((api.summary ?? '') !== '') return true
  const name = api.qualifiedName ?? api.title
  return memory.title === name && hasProse(memory.text.slice(memory.title.length))
}

/** A sentence outside of code, however short. */
function hasProse(text: string): boolean {
  const said = text.slice(0, 4_000).replace(/```[^]*?(?:```|$)/g, '')
  return /\p{L}{2,}(?:[ ,'’-]+[\p{L}\p{N}`]{1,40}){3}/u.test(said)
}

function isAsked({ api }: Ranked, owned: readonly string[]): boolean {
  const name = api?.qualifiedName ?? ''
  return owned.some((asked) => name === asked || name.endsWith(`.${asked}`))
}
