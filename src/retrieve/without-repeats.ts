import type { Intent } from './intent.js'
import type { Ranked } from './memory.js'

/**
 * Documentation without the names that only repeat others. A library often has the same field or method on many types: the
 * declarations that nobody described tell nothing that the one with words does not tell (`yup.StringSchema.required` beside
 * the README's `Schema.required`), and of several without words
 * one is enough, the one with the shortest name. What the question names with its
 * owner stays. Pure; the order is kept.
 */
export function withoutRepeats(entries: readonly Ranked[], { names }: Intent): Ranked[] {
  const owned = names.filter((name) => name.includes('.'))
  const all = entries.map((entry) => ({ entry, key: keyOf(entry), told: isTold(entry) }))
  const told = new Set(all.filter((one) => one.told).map(({ key }) => key))
  const silent = plainestOf(all.filter((one) => !one.told))
  return all.flatMap(({ entry, key, ...one }) => {
    if (key === null || one.told || isAsked(entry, owned)) return [entry]
    const plainest = silent.get(key)
    silent.delete(key)
    return plainest === undefined || told.has(key) ? [] : [plainest]
  })
}

interface Named {
  readonly entry: Ranked
  /** Null for what is no API. */
  readonly key: string | null
}

/** Of the entries of a name the one with the shortest, in the place of the first. */
function plainestOf(named: readonly Named[]): Map<string, Ranked> {
  const plainest = new Map<string, Ranked>()
  for (const { entry, key } of named) {
    if (key === null) continue
    const known = plainest.get(key) ?? entry
    const { rank, score } = known
    plainest.set(key, isPlainer(entry, known) ? { ...entry, rank, score } : known)
  }
  return plainest
}

/** `Options.retry` says as much as `OptionsOfJsonResponse.retry`. */
function isPlainer(one: Ranked, other: Ranked): boolean {
  const lengthOf = ({ api }: Ranked) => (api?.qualifiedName ?? '').length
  return lengthOf(one) < lengthOf(other)
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
