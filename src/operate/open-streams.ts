import type { Server, ServerResponse } from 'node:http'

/** Answers that go on for as long as somebody listens. */
export interface OpenStreams {
  /** Ends them at once, and says so: who listens knows that nothing was lost on the way. */
  end(): void
}

/** The last event of a stream, as the GraphQL over SSE protocol has it. */
const complete = 'event: complete\ndata:\n\n'

/** Knows the streams of subscriptions that are open: at the end they are ended, not waited for. */
export function openStreams(http: Server): OpenStreams {
  const open = new Set<ServerResponse>()
  http.on('request', (request, response) => {
    if (request.url?.startsWith('/graphql/stream') !== true) return
    open.add(response)
    response.once('close', () => open.delete(response))
  })
  return {
    end: () => {
      for (const response of open) if (isStream(response)) response.end(complete)
    }
  }
}

/** A refusal is no stream; it is sent to its end like any answer. */
function isStream(response: ServerResponse): boolean {
  const type = String(response.getHeader('content-type') ?? '')
  return response.headersSent && type.startsWith('text/event-stream')
}
