import { setTimeout as wait } from 'node:timers/promises'
import { APIError } from 'openai'
import { cancelled, throwIfCancelled } from './cancelled.js'
import type { Endpoint } from './endpoint.js'
import { endpointFailure } from './endpoint-failure.js'

type Call<T> = (options: { signal: AbortSignal; timeout: number }) => Promise<T>

/**
 * Asks an endpoint, and again where that may help: 408, 409, 429, 5xx, lost connections, time-outs
 * and bodies that break off; back-off doubles, and Retry-After is honoured.
 * @throws CairnError MODEL_UNAVAILABLE, NOT_CONFIGURED, CANCELLED; RefusedRequest where the endpoint
 *   answers 400, 413 or 422, for the caller to ask differently
 */
export async function callEndpoint<T>(
  endpoint: Endpoint,
  call: Call<T>,
  signal?: AbortSignal
): Promise<T> {
  const { attempts, firstWaitMs } = endpoint.retry
  for (let attempt = 1; ; attempt += 1) {
    throwIfCancelled(signal)
    try {
      return await attemptOnce(endpoint, call, signal)
    } catch (error) {
      if (signal?.aborted === true) throw cancelled(signal)
      const asked = retryAfterMs(error)
      const hopeless = attempt >= attempts || (asked ?? 0) > endpoint.retry.longestWaitMs
      if (!mayPass(error) || hopeless) throw endpointFailure(endpoint, error, attempt)
      // Between half and all of the time, so that many callers do not come back at once.
      const backOff = firstWaitMs * 2 ** (attempt - 1) * (0.5 + Math.random() / 2)
      await pause(Math.max(asked ?? 0, backOff), signal)
    }
  }
}

/** The SDK's time-out ends with the headers; this one covers the body too. */
async function attemptOnce<T>(
  { retry }: Endpoint,
  call: Call<T>,
  signal: AbortSignal | undefined
): Promise<T> {
  const late = AbortSignal.timeout(retry.timeoutMs)
  const either = signal === undefined ? late : AbortSignal.any([late, signal])
  return await call({ signal: either, timeout: retry.timeoutMs })
}

/** Whatever is no answer with a status broke on the way: it may pass, as some answers may. */
function mayPass(error: unknown): boolean {
  if (!(error instanceof APIError) || typeof error.status !== 'number') return true
  return [408, 409, 429].includes(error.status) || error.status >= 500
}

function retryAfterMs(error: unknown): number | null {
  if (!(error instanceof APIError)) return null
  const headers: unknown = error.headers
  const value = headers instanceof Headers ? headers.get('retry-after') : null
  if (value === null) return null
  const seconds = Number(value)
  const ms = Number.isNaN(seconds) ? Date.parse(value) - Date.now() : seconds * 1000
  return Number.isNaN(ms) ? null : Math.max(0, ms)
}

async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await wait(ms, undefined, signal === undefined ? {} : { signal })
  } catch (error) {
    throw signal?.aborted === true ? cancelled(signal) : error
  }
}
