import type { HeldTerm, Ranked } from '../memory.js'
import { standardErrors } from './standard-errors.js'

/**
 * The same for what is said to be sure: an error of the language itself, and the bare class of an error that is asked about,
 * tell nothing of what to do. Pure.
 */
export function sureExactness(entry: Ranked, terms: readonly HeldTerm[]): number {
  const { api } = entry
  const name = (api?.qualifiedName ?? '').split('.').at(-1)?.toLowerCase() ?? ''
  const bare = api !== null && (api.summary ?? '') === '' && /(?:error|exception)$/.test(name)
  return exactness(
    entry,
    terms.filter(({ word }) => !standardErrors.has(word) && !(bare && word === name))
  )
}

/** How rare the rarest token is that this entry holds to the letter; 0 where no rare one. Pure. */
export function exactness({ memory, api, found }: Ranked, terms: readonly HeldTerm[]): number {
  if (!found.some(({ source }) => source === 'exact')) return 0
  const text = [
    memory.title,
    memory.text,
    memory.code,
    api?.qualifiedName,
    api?.signature,
    api?.summary
  ]
    .filter((part) => part != null)
    .join('\n')
    .toLowerCase()
  const rare = terms.filter(({ isCode, held, word }) => isCode && held > 0 && text.includes(word))
  return rare.reduce((most, { held }) => Math.max(most, 1 / held), 0)
}
