import { QueryCache, QueryClient } from '@tanstack/react-query'
import { asFailure } from './ask.js'
import { sessionKey } from './session.js'

const worthRetrying = new Set(['GRAPH_UNAVAILABLE', 'MODEL_UNAVAILABLE', 'OFFLINE'])

/** What is asked is kept half a minute; only what may pass by itself is tried again. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      // The session ended elsewhere: the sign-in page is what to show.
      if (asFailure(error).code === 'UNAUTHENTICATED')
        void queryClient.invalidateQueries({ queryKey: sessionKey })
    }
  }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: true,
      retry: (times, error) => times < 2 && worthRetrying.has(asFailure(error).code)
    }
  }
})
