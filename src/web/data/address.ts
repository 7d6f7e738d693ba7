import { useCallback } from 'react'
import { useLocation, useSearch } from 'wouter'

/** The query string as a place for filters and selection, so that every view has an address. */
export function useAddress() {
  const [path, go] = useLocation()
  const search = useSearch()
  const set = useCallback(
    (changes: Readonly<Record<string, string | null>>, options: { replace?: boolean } = {}) => {
      // Read afresh: two changes in one tick must not lose the first.
      const params = new URLSearchParams(window.location.search)
      for (const [name, value] of Object.entries(changes)) {
        if (value === null || value === '') params.delete(name)
        else params.set(name, value)
      }
      const query = params.toString()
      go(query === '' ? path : `${path}?${query}`, options)
    },
    [go, path]
  )
  return { get: (name: string) => new URLSearchParams(search).get(name), set, search }
}
