import { nameForms } from '../domain/code-terms.js'
import { taskEmbedText } from '../domain/embed-text.js'
import type { Intent } from './intent.js'
import { luceneQuery } from './lucene.js'
import { codeTokens, questionTerms, type Term } from './relevance/question-terms.js'

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
  /** What tells this question from others: its words, then its code-shaped tokens, each with the query that finds it whole. */
  readonly terms: readonly (Term & { readonly query: string; readonly isCode: boolean })[]
  readonly errors: readonly string[]
  /** Keys of the libraries to look in. */
  readonly libraries: readonly string[]
  /**
   * Whether the question says outright which libraries it is about (`express: …`, or by argument): then no other
   * documentation is of use to it, whatever experience leads there.
   */
  readonly bound: boolean
  readonly weights: Readonly<Record<Source, number>>
}

/** Signs of a library by which a question is about it alone; code that imports it may use others as well. */
const binding: ReadonlySet<string> = new Set(['prefix', 'asked for'])

/**
 * Adapts the search to the question: an error trusts signatures, a bare name trusts names, a
 * task trusts meaning. Weights were set by hand on DS-1000 families; eval/ measures them.
 */
export function planSearch(
  intent: Intent,
  at: {
    question: string
    everything: readonly string[]
    spaces: readonly string[]
    exact?: boolean
  }
): Plan {
  const named = intent.libraries.map((library) => library.key)
  const libraries = named.length > 0 ? named : intent.foreign !== null ? [] : at.everything
  const must = { space: at.spaces, library: named }
  return {
    vectorText: taskEmbedText(withoutPrefix(at.question, intent)),
    textQuery: luceneQuery({
      must,
      any: [
        ...wordsBesideLibraries(intent).map((term) => ({ term, boost: 1 })),
        ...intent.names.slice(0, 8).map((term) => ({ term, boost: 0.7 }))
      ],
      fields: { title: 2, text: 1, terms: 0.6 }
    }),
    terms: termsOf(intent, { ...at, must }),
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
    bound: named.length > 0 && [...intent.recognised.values()].every((sign) => binding.has(sign)),
    weights: weightsFor(intent)
  }
}

/** `pino: hide passwords` is a question about hiding passwords: all that is searched is pino's. */
function withoutPrefix(question: string, { recognised }: Intent): string {
  const isPrefixed = [...recognised.values()].includes('prefix')
  const rest = isPrefixed ? question.replace(/^\s*[^:\n]{1,80}:\s*/, '') : question
  return rest.trim() === '' ? question : rest
}

/** The names of the libraries that the question is bound to tell nothing within them. */
function wordsBesideLibraries({ words, libraries }: Intent): string[] {
  const own = new Set(
    libraries.flatMap(({ name, title, importNames }) =>
      [name, title, ...importNames].map((form) => form.toLowerCase())
    )
  )
  const rest = words.filter((word) => !own.has(word))
  return rest.length > 0 ? rest : [...words]
}

/** In which fields a term counts as held. */
const termFields = { title: 1, text: 1, qualifiedName: 1, signature: 1, summary: 1, terms: 1 }
/** Where a token stands whole: `terms` holds the parts of names too. */
const wholeFields = { title: 1, text: 1, qualifiedName: 1, signature: 1, summary: 1 }

function termsOf(
  intent: Intent,
  at: { question: string; must: Parameters<typeof luceneQuery>[0]['must']; exact?: boolean }
): Plan['terms'] {
  const query = (term: string, fields: Readonly<Record<string, number>>) =>
    luceneQuery({ must: at.must, any: [{ term, boost: 1 }], fields })
  const words = questionTerms(intent).map((term) => ({
    ...term,
    query: query(term.word, termFields),
    isCode: false
  }))
  const asWritten = (token: string) => ({
    word: token.toLowerCase(),
    stem: token.toLowerCase(),
    rarity: 1,
    query: query(token, wholeFields),
    isCode: true
  })
  const code = codeTokens(at.question)
  const exact = at.exact === true ? words.map(({ word }) => word) : []
  return [...words, ...[...new Set([...code, ...exact])].map(asWritten)]
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
