import type { HeldTerm, Ranked } from '../memory.js'

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
