import { useEffect, useState } from 'react'
import { asFailure, type Failure } from '../data/ask.js'
import { search, type Hit } from './explore-documents.js'

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
