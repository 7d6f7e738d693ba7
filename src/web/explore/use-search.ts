import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { asFailure, type Failure } from '../data/ask.js'
import { libraries, search, type Hit } from './explore-documents.js'

/** Milliseconds of rest after which a search is sent. */
const rest = 180

/** What is found for words as they are typed: what is overtaken is cancelled. */
export function useSearch(words: string) {
  const [hits, setHits] = useState<readonly Hit[]>([])
  const [failure, setFailure] = useState<Failure | null>(null)
  const [waiting, setWaiting] = useState(false)
  useEffect(() => {
    const question = words.trim()
    if (question === '') {
      setHits([])
      return
    }
    const overtaken = new AbortController()
    setWaiting(true)
    const timer = window.setTimeout(() => {
      search(question, { signal: overtaken.signal })
        .then((found) => {
          setHits(found)
          setFailure(null)
          setWaiting(false)
        })
        .catch((error: unknown) => {
          if (overtaken.signal.aborted) return
          setHits([])
          setFailure(asFailure(error))
          setWaiting(false)
        })
    }, rest)
    return () => {
      window.clearTimeout(timer)
      overtaken.abort()
    }
  }, [words])
  return { hits, failure, waiting }
}

/** Kinds of which it is known what was tried with them. */
const subjects = new Set(['Api', 'Doc', 'Library'])

/** What a phrase may be about: libraries of that name, then APIs and sections that are found for it. */
export function useSubjects(of: string): ReturnType<typeof useSearch> {
  const found = useSearch(of)
  const held = useQuery({
    queryKey: ['explore-libraries'],
    queryFn: ({ signal }) => libraries({ signal }),
    enabled: of !== ''
  })
  const wanted = of.toLowerCase()
  const named = (held.data ?? [])
    .filter(({ key, title }) => key === of || title.toLowerCase().startsWith(wanted))
    .slice(0, 3)
    .map(({ id, title, key }) => ({ id, label: 'Library', title, library: key, snippet: '' }))
  const hits = found.hits.filter(({ label }) => subjects.has(label))
  return { ...found, hits: of === '' ? [] : [...named, ...hits] }
}
