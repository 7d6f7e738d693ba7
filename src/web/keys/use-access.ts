import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ask } from '../data/ask.js'
import { useMay } from '../data/session.js'
import type { NewKey } from './shown-key.js'
import { principalsDocument, spacesDocument, type Principal, type Space } from './keys-documents.js'

const key = ['access'] as const

/** Everybody who may come in; only an admin may ask. */
export function usePrincipals() {
  return useQuery({
    queryKey: [...key, 'principals'],
    enabled: useMay('principals'),
    queryFn: ({ signal }) =>
      ask<{ principals: Principal[] }>(principalsDocument, {}, { signal }).then(
        (answer) => answer.principals
      )
  })
}

export function useSpaces() {
  return useQuery({
    queryKey: [...key, 'spaces'],
    queryFn: ({ signal }) =>
      ask<{ spaces: Space[] }>(spacesDocument, {}, { signal }).then((answer) => answer.spaces)
  })
}

/** Makes a key; what may come in is read again after it. */
export function useMaking(make: () => Promise<NewKey>, onMade: (made: NewKey) => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: make,
    onSuccess: onMade,
    onSettled: () => client.invalidateQueries({ queryKey: key })
  })
}

/** One of the mutations of access; what it changed is read again. `T` is what the document asks for. */
export function useAccessChange<T>(document: string, done?: (answer: T) => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (variables: object) => ask<T>(document, variables),
    onSuccess: (answer) => {
      done?.(answer)
    },
    onSettled: () => client.invalidateQueries({ queryKey: key })
  })
}
