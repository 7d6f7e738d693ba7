import { chosenSpace } from './space.js'

/** A refusal or failure as the server words it; `code` is from the one table of failures. */
export interface Failure {
  readonly code: string
  readonly message: string
  readonly details: Readonly<Record<string, string | number | boolean | null>>
}

/** Thrown by `ask`, so that react-query and handlers get one kind of error. */
export class AskError extends Error implements Failure {
  readonly code: string
  readonly details: Failure['details']

  constructor(failure: Failure) {
    super(failure.message)
    this.name = 'AskError'
    this.code = failure.code
    this.details = failure.details
  }
}

interface Reply {
  readonly data?: unknown
  readonly errors?: readonly {
    readonly message?: string
    readonly extensions?: { readonly code?: string; readonly details?: Failure['details'] }
  }[]
}

/** Headers that every request to GraphQL carries. */
export function askHeaders(): Record<string, string> {
  const space = chosenSpace()
  return {
    'content-type': 'application/json',
    accept: 'application/json',
    ...(space === null ? {} : { 'cairn-space': space })
  }
}

/**
 * Asks GraphQL. `T` is what the document asks for.
 * @throws AskError with the server's code, OFFLINE where the server does not answer;
 *   a DOMException named AbortError where `signal` says so
 */
export async function ask<T>(
  document: string,
  variables: object = {},
  options: { readonly signal?: AbortSignal } = {}
): Promise<T> {
  const response = await reach('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: askHeaders(),
    body: JSON.stringify({ query: document, variables }),
    ...(options.signal === undefined ? {} : { signal: options.signal })
  })
  const reply = await replyOf(response)
  const [error] = reply.errors ?? []
  if (error !== undefined || reply.data == null) throw failureOf(error, response.status)
  return reply.data as T
}

/** `fetch`, but that a server that cannot be reached is an AskError too. */
export async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new AskError({
      code: 'OFFLINE',
      message: 'Cairn does not answer. Is it still running? `cairn status` tells.',
      details: {}
    })
  }
}

/** What the server said, whatever its form. */
export async function replyOf(response: Response): Promise<Reply> {
  try {
    return (await response.json()) as Reply
  } catch {
    return {}
  }
}

/** One failure out of a reply; where it names none, what its status says. */
export function failureOf(error: NonNullable<Reply['errors']>[number] | undefined, status: number) {
  return new AskError({
    code: error?.extensions?.code ?? (status === 401 ? 'UNAUTHENTICATED' : 'BUG'),
    message: error?.message ?? `The server answered with status ${String(status)} and no reason.`,
    details: error?.extensions?.details ?? {}
  })
}

/** Any thrown thing as what can be shown. */
export function asFailure(error: unknown): Failure {
  if (error instanceof AskError) return error
  const message = error instanceof Error ? error.message : 'The page met an error of its own.'
  return { code: 'BUG', message, details: {} }
}
