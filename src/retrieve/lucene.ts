/** Characters and words that mean something to Lucene's query language. */
const special = /[+\-&|!(){}[\]^"~*?:\\/<>=]/g

/** One user-given term as Lucene text: escaped, and never an operator. */
export function escapeTerm(term: string): string {
  return term.toLowerCase().replace(special, '\\$&')
}

/** A phrase in quotes. */
export function phrase(text: string): string {
  return `"${text.replace(/["\\]/g, ' ')}"`
}

/**
 * A query in which every clause of `must` has to hold (one of its values each) and the terms of
 * `any` decide the order. Lucene refuses more than 1,024 clauses, so give it picked terms.
 * Without terms the query matches nothing.
 */
export function luceneQuery(query: {
  readonly must: Readonly<Record<string, readonly string[]>>
  readonly any: readonly { readonly term: string; readonly boost: number }[]
  readonly fields: Readonly<Record<string, number>>
}): string {
  const terms = query.any.filter(({ term }) => /\S/.test(term) && !/\s/.test(term))
  if (terms.length === 0) return '-*:*'
  const must = Object.entries(query.must)
    .filter(([, values]) => values.length > 0)
    .map(([field, values]) => `+${field}:(${values.map(phrase).join(' ')})^0`)
  const any = Object.entries(query.fields).map(
    ([field, weight]) =>
      `${field}:(${terms.map(({ term, boost }) => `${escapeTerm(term)}^${boost.toFixed(2)}`).join(' ')})^${weight}`
  )
  return [...must, `+(${any.join(' ')})`].join(' ')
}
