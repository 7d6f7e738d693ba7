import { nameForms } from '../domain/code-terms.js'
import { taskEmbedText } from '../domain/embed-text.js'
import type { Intent } from './intent.js'
import { luceneQuery } from './lucene.js'

export const sources = ['meaning', 'words', 'names', 'experience', 'tasks', 'errors'] as const
export type Source = (typeof sources)[number]

/** How one question is searched: what each source is asked, and how much its ranks count. */
export interface Plan {
  /** What is turned into a vector. */
  readonly vectorText: string
  readonly textQuery: string
  readonly nameQuery: string
  /** What the texts of tasks and attempts are asked, in whatever library. */
  readonly taskQuery: string
  readonly errors: readonly string[]
  /** Keys of the libraries to look in. */
  readonly libraries: readonly string[]
  readonly weights: Readonly<Record<Source, number>>
}

/**
 * Adapts the search to the question: an error trusts signatures, a bare name trusts names, a
 * task trusts meaning. Weights were set by hand on DS-1000 families; eval/ measures them.
 */
export function planSearch(
  intent: Intent,
  at: { question: string; everything: readonly string[]; spaces: readonly string[] }
): Plan {
  const named = intent.libraries.map((library) => library.key)
  const libraries = named.length > 0 ? named : at.everything
  const must = { space: at.spaces, library: named }
  return {
    vectorText: taskEmbedText(at.question),
    textQuery: luceneQuery({
      must,
      any: [
        ...intent.words.map((term) => ({ term, boost: 1 })),
        ...intent.names.slice(0, 8).map((term) => ({ term, boost: 0.7 }))
      ],
      fields: { title: 2, text: 1, terms: 0.6 }
    }),
    nameQuery: luceneQuery({ must, any: nameTerms(intent), fields: { names: 1 } }),
    taskQuery: luceneQuery({
      must: { space: at.spaces },
      any: [
        ...intent.words.map((term) => ({ term, boost: 1 })),
        ...intent.names.slice(0, 12).map((term) => ({ term, boost: 0.7 }))
      ],
      fields: { title: 1, text: 1, terms: 0.6 }
    }),
    errors: intent.errors.map((error) => error.id),
    libraries,
    weights: weightsFor(intent)
  }
}

function nameTerms(intent: Intent): { term: string; boost: number }[] {
  const terms = new Map<string, number>()
  const add = (term: string, boost: number) =>
    terms.set(term, Math.max(boost, terms.get(term) ?? 0))
  intent.names.forEach((name, i) => {
    const weight = 1 / (1 + i / 8)
    nameForms(name).forEach((form, at) => {
      add(form, at === 0 ? 3 * weight : (form.includes('.') ? 2 : 1) * weight)
    })
  })
  for (const word of intent.words) add(word, 0.8)
  return [...terms].slice(0, 120).map(([term, boost]) => ({ term, boost }))
}

function weightsFor(intent: Intent): Plan['weights'] {
  switch (intent.kind) {
    case 'error':
      return { meaning: 0.8, words: 0.6, names: 0.6, experience: 0.8, tasks: 0.4, errors: 2 }
    case 'lookup':
      return { meaning: 0.5, words: 0.5, names: 2, experience: 0.5, tasks: 0.4, errors: 0 }
    case 'how-to':
      return { meaning: 1, words: 0.45, names: 0.5, experience: 0.5, tasks: 0.6, errors: 0 }
  }
}
