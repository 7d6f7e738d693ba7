import { APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai'
import { CairnError, type FailureDetails } from '../errors.js'
import type { Endpoint } from './endpoint.js'

/** The endpoint understood the request and would not have it; `param` is the part it names, if it does. */
export class RefusedRequest extends Error {
  readonly status: number
  readonly param: string | null

  constructor(status: number, param: string | null) {
    super(`refused with status ${status}`)
    this.name = 'RefusedRequest'
    this.status = status
    this.param = param
  }
}

/** What went wrong at an endpoint, in our words: its own text may hold anything, the key included. */
export function endpointFailure(
  endpoint: Endpoint,
  error: unknown,
  attempts: number
): CairnError | RefusedRequest {
  const { status, param } = answerOf(error)
  if (status === 401 || status === 403) return keyRefused(endpoint, status)
  if (status === 404) return notThere(endpoint)
  if (status === 400 || status === 413 || status === 422) return new RefusedRequest(status, param)
  return modelUnavailable(endpoint, `${whatHappened(error, status)} (${tries(attempts)})`, {
    status,
    attempts
  })
}

/** Connection failures are the SDK's errors too, without a status. */
function answerOf(error: unknown): { status: number | null; param: string | null } {
  if (!(error instanceof APIError)) return { status: null, param: null }
  const { status, param } = error as { status?: unknown; param?: unknown }
  return {
    status: typeof status === 'number' ? status : null,
    param: typeof param === 'string' ? param : null
  }
}

/** A model that answered, but not with what was asked, or did not answer. */
export function modelUnavailable(
  endpoint: Endpoint,
  reason: string,
  details: FailureDetails = {}
): CairnError {
  const { model, host } = endpoint
  return new CairnError(
    'MODEL_UNAVAILABLE',
    `The model '${model}' at ${host} is not available: ${reason}. Try again later, or check OPENAI_BASE_URL.`,
    { details: { model, host, ...details } }
  )
}

/** The last word on a request that the endpoint refuses in every form. */
export function requestRefused(endpoint: Endpoint, refused: RefusedRequest): CairnError {
  const part = refused.param === null ? '' : ` because of '${refused.param.slice(0, 40)}'`
  return modelUnavailable(
    endpoint,
    `it refused the request with status ${refused.status}${part}; expected a model that takes it`,
    { status: refused.status }
  )
}

function keyRefused({ host, hasKey, model }: Endpoint, status: number): CairnError {
  const reason = hasKey
    ? `${host} refused the key in OPENAI_API_KEY for the model '${model}' with status ${status}; expected one that may use it.`
    : `${host} asks for a key with status ${status}, and OPENAI_API_KEY is not set; set it to one that may use the model '${model}'.`
  return new CairnError('NOT_CONFIGURED', reason, {
    details: { field: 'OPENAI_API_KEY', model, host, status }
  })
}

function notThere({ host, model }: Endpoint): CairnError {
  return new CairnError(
    'NOT_CONFIGURED',
    `${host} does not know the model '${model}' (status 404); expected a model that it serves, and OPENAI_BASE_URL to end where its API begins, mostly in /v1.`,
    { details: { field: 'OPENAI_BASE_URL', model, host, status: 404 } }
  )
}

function whatHappened(error: unknown, status: number | null): string {
  if (status === 429) return 'it is asked too often, or the account has no quota left (status 429)'
  if (status !== null) return `it answered with status ${status}`
  if (timedOut(error)) return 'it did not answer in time'
  if (error instanceof SyntaxError) return 'its reply was not JSON'
  return 'the connection failed or broke off'
}

function timedOut(error: unknown): boolean {
  if (error instanceof APIConnectionTimeoutError || error instanceof APIUserAbortError) return true
  const name = error instanceof Error ? error.name : ''
  return name === 'TimeoutError' || name === 'AbortError'
}

function tries(attempts: number): string {
  return attempts === 1 ? 'asked once' : `asked ${attempts} times`
}
