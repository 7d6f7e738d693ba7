import { useQueryClient, type QueryKey } from '@tanstack/react-query'
import { createClient, type Client } from 'graphql-sse'
import { useEffect, useState } from 'react'
import { askHeaders } from './ask.js'

let client: Client | null = null

/** One client for the page; a connection for each subscription, made when it is needed. */
function sse(): Client {
  client ??= createClient({
    url: `${window.location.origin}/graphql/stream`,
    credentials: 'same-origin',
    headers: askHeaders,
    retryAttempts: 3
  })
  return client
}

/** How often is asked while the stream is down, in milliseconds. */
const pollMs = 2_000

/**
 * Has these queries asked again whenever the subscription says something. Gives the interval for
 * `refetchInterval`: false while the stream is up, 2 s once it failed.
 */
export function useLive(
  subscription: string,
  keys: readonly QueryKey[],
  on = true
): number | false {
  const queries = useQueryClient()
  const [failed, setFailed] = useState(false)
  const watched = JSON.stringify(keys)
  useEffect(() => {
    if (!on) return
    const again = () => {
      for (const queryKey of JSON.parse(watched) as QueryKey[])
        void queries.invalidateQueries({ queryKey })
    }
    const stop = sse().subscribe(
      { query: subscription },
      {
        next: again,
        error: () => {
          setFailed(true)
        },
        // The server ends, and its next process knows nothing of us.
        complete: () => {
          setFailed(true)
        }
      }
    )
    return () => {
      stop()
      setFailed(false)
    }
  }, [queries, subscription, watched, on])
  return failed && on ? pollMs : false
}
