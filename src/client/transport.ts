import { CairnError, failures, type FailureCode, type FailureDetails } from '../errors.js'

interface Reply<T> {
  readonly data?: T | null
  readonly errors?: readonly {
    readonly message: string
    readonly extensions?: { readonly code?: string; readonly details?: FailureDetails }
  }[]
}

export interface Transport {
  /** Where the server is, such as http://127.0.0.1:7420. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** Ends the request: GRAPH_UNAVAILABLE then. */
  readonly signal?: AbortSignal
  /** What to do where nobody answers, as a sentence. */
  readonly remedy: string
}

/**
 * Asks a server over GraphQL, as any client would; its failures come back as they were thrown there.
 * @throws CairnError GRAPH_UNAVAILABLE where nobody, or something else than Cairn, answers
 */
export async function request<T>(
  transport: Transport,
  document: string,
  variables: object
): Promise<T> {
  const reply = await post<T>(transport, { query: document, variables })
  const [error] = reply.errors ?? []
  if (error !== undefined)
    throw new CairnError(codeOf(error.extensions?.code), error.message, {
      details: error.extensions?.details ?? {}
    })
  if (reply.data == null) throw new CairnError('BUG', 'the server answered nothing')
  return reply.data
}

async function post<T>(transport: Transport, body: unknown): Promise<Reply<T>> {
  const { url, headers, signal, remedy } = transport
  try {
    const response = await fetch(`${url.replace(/\/+$/, '')}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      ...(signal === undefined ? {} : { signal })
    })
    return (await response.json()) as Reply<T>
  } catch (error) {
    throw new CairnError('GRAPH_UNAVAILABLE', `Cairn does not answer at ${url}. ${remedy}`, {
      cause: error
    })
  }
}

function codeOf(code: string | undefined): FailureCode {
  if (code !== undefined && code in failures) return code as FailureCode
  // What GraphQL itself refuses is the caller's to mend.
  return code === 'INTERNAL_SERVER_ERROR' ? 'BUG' : 'BAD_INPUT'
}
