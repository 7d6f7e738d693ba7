import type { Config } from '../config.js'
import { CairnError, failures, type FailureCode, type FailureDetails } from '../errors.js'
import { keyOf } from './key.js'

interface Reply<T> {
  readonly data?: T | null
  readonly errors?: readonly {
    readonly message: string
    readonly extensions?: { readonly code?: string; readonly details?: FailureDetails }
  }[]
}

/** Asks the server over GraphQL, as any client would; its failures come back as they were thrown there. */
export type Ask = <T>(document: string, variables?: Record<string, unknown>) => Promise<T>

export function createClient(
  url: string,
  config: Pick<Config, 'key' | 'adminKey' | 'home' | 'space'>
): Ask {
  return async <T>(document: string, variables: Record<string, unknown> = {}): Promise<T> => {
    const headers = headersOf(config)
    const reply = await post<T>(url, { query: document, variables }, headers)
    const [error] = reply.errors ?? []
    if (error !== undefined)
      throw new CairnError(codeOf(error.extensions?.code), error.message, {
        details: error.extensions?.details ?? {}
      })
    if (reply.data == null) throw new CairnError('BUG', 'the server answered nothing')
    return reply.data
  }
}

/** Who asks, and in which space it writes. */
export function headersOf(
  config: Pick<Config, 'key' | 'adminKey' | 'home' | 'space'>
): Record<string, string> {
  const key = keyOf(config)
  return {
    ...(key === null ? {} : { authorization: `Bearer ${key}` }),
    ...(config.space === null ? {} : { 'cairn-space': config.space })
  }
}

async function post<T>(
  url: string,
  body: unknown,
  headers: Record<string, string>
): Promise<Reply<T>> {
  try {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body)
    })
    return (await response.json()) as Reply<T>
  } catch (error) {
    throw new CairnError(
      'GRAPH_UNAVAILABLE',
      `Cairn does not answer at ${url}. \`cairn status\` says how it stands; \`cairn down\` and \`cairn up\` start it anew.`,
      { cause: error }
    )
  }
}

function codeOf(code: string | undefined): FailureCode {
  if (code !== undefined && code in failures) return code as FailureCode
  // What GraphQL itself refuses is the caller's to mend.
  return code === 'INTERNAL_SERVER_ERROR' ? 'BUG' : 'BAD_INPUT'
}
