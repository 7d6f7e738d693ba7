import OpenAI from 'openai'
import { CairnError } from '../errors.js'

export interface EndpointOptions {
  readonly url: string
  /** Null for local endpoints that ask for none. */
  readonly key: string | null
  readonly model: string
  readonly retry?: Partial<RetryPolicy>
}

export interface RetryPolicy {
  /** Tries in all. */
  readonly attempts: number
  /** One try, from request to the end of the body. */
  readonly timeoutMs: number
  /** Before the second try; doubles from there. */
  readonly firstWaitMs: number
  /** An endpoint that asks to wait longer is taken for unavailable. */
  readonly longestWaitMs: number
}

/** A model behind an OpenAI-compatible address, and what errors may say about it: never the key. */
export interface Endpoint {
  readonly client: OpenAI
  readonly model: string
  readonly host: string
  readonly hasKey: boolean
  readonly retry: RetryPolicy
}

const usualRetry: RetryPolicy = {
  attempts: 4,
  timeoutMs: 60_000,
  firstWaitMs: 500,
  longestWaitMs: 30_000
}

/** What an endpoint may send back for one request. */
const maxReplyBytes = 64_000_000

/** @throws CairnError NOT_CONFIGURED where the address is none */
export function createEndpoint(options: EndpointOptions): Endpoint {
  const url = endpointUrl(options.url)
  const client = new OpenAI({
    baseURL: url.href.replace(/\/$/, ''),
    // Local endpoints ask for none, but the SDK insists on one.
    apiKey: options.key ?? 'none',
    // Its own retries wait as long as they are told, cannot be cancelled, and miss cut-off bodies.
    maxRetries: 0,
    // Its log goes to standard output, with bodies.
    logLevel: 'off',
    fetch: boundedFetch
  })
  return {
    client,
    model: options.model,
    host: url.host,
    hasKey: options.key !== null,
    retry: { ...usualRetry, ...options.retry }
  }
}

function endpointUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url !== null && /^https?:$/.test(url.protocol) && url.username + url.password === '') {
    return url
  }
  const expected = 'an http or https address without a user or password in it'
  // The value may hold a password: it is not repeated.
  throw new CairnError('NOT_CONFIGURED', `OPENAI_BASE_URL is not ${expected}.`, {
    details: { field: 'OPENAI_BASE_URL', expected }
  })
}

async function boundedFetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init)
  if (response.body === null) return response
  let bytes = 0
  const bound = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => {
      bytes += chunk.length
      if (bytes > maxReplyBytes) controller.error(new Error('The reply is too large'))
      else controller.enqueue(chunk)
    }
  })
  const { status, statusText, headers } = response
  return new Response(response.body.pipeThrough(bound), { status, statusText, headers })
}
