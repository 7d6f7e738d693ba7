import { useQuery } from '@tanstack/react-query'
import { useAddress } from '../data/address.js'
import { ask } from '../data/ask.js'
import {
  librariesDocument,
  recommendDocument,
  type LibraryKey,
  type Recommendation
} from './ask-documents.js'

/** What is asked, as the address has it: the question, libraries to keep to, one to leave out. */
export interface Question {
  readonly text: string
  readonly libraries: readonly string[]
  readonly without: string | null
}

/** Reads the question out of the address, and writes it there. */
export function useQuestion() {
  const { get, set } = useAddress()
  const question: Question = {
    text: get('q') ?? '',
    libraries: get('libraries')?.split(',') ?? [],
    without: get('not')
  }
  const put = (next: Question) => {
    set({
      q: next.text,
      libraries: next.libraries.join(','),
      not: next.without,
      source: null
    })
  }
  return { question, put }
}

export function useLibraryKeys() {
  return useQuery({
    queryKey: ['library-keys'],
    queryFn: ({ signal }) =>
      ask<{ libraries: LibraryKey[] }>(librariesDocument, {}, { signal }).then(
        ({ libraries }) => libraries
      )
  })
}

/** The answer. Asking records it, so an answer is kept and never asked for again by itself. */
export function useAnswer(question: Question) {
  const known = useLibraryKeys()
  const { text, without } = question
  const libraries =
    without === null
      ? question.libraries
      : (known.data ?? []).map(({ key }) => key).filter((key) => key !== without)
  return useQuery({
    queryKey: ['recommend', text, libraries],
    enabled: text !== '' && (without === null || known.isSuccess),
    queryFn: ({ signal }) =>
      ask<{ recommend: Recommendation }>(
        recommendDocument,
        { question: text, libraries },
        { signal }
      ).then(({ recommend }) => recommend),
    staleTime: Infinity,
    gcTime: 600_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false
  })
}
