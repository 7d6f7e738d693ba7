import { bestPassage } from '../domain/best-passage.js'
import type { Feature } from './contrast.js'

/** Words of a section of documentation. */
export interface Quotation {
  readonly doc: string
  readonly quote: string
}

/** What documentation says of an API. */
export interface ApiDocs {
  readonly api: string
  readonly name: string
  readonly deprecated: string | null
  readonly docs: readonly { readonly id: string; readonly title: string; readonly text: string }[]
}

const mostQuotations = 3

/** For each of these features the passage of its documentation that has most to do with the tasks; none where it has no documentation here. */
export function quotationsFor(
  features: readonly Feature[],
  docs: ReadonlyMap<string, ApiDocs>,
  words: readonly string[]
): Quotation[] {
  const quotations = features.flatMap(({ name, apis }) => {
    const [last = name] = name.split('.').slice(-1)
    const wanted = [...words, ...last.split('_')]
    const sections = apis.flatMap((api) => docs.get(api)?.docs ?? [])
    const [found] = sections
      .map(({ id, text }) => ({ doc: id, quote: bestPassage(text, wanted) }))
      .filter(({ quote }) => quote !== '')
    return found === undefined ? [] : [found]
  })
  const distinct = new Map(quotations.map((one) => [`${one.doc}\n${one.quote}`, one]))
  return [...distinct.values()].slice(0, mostQuotations)
}
