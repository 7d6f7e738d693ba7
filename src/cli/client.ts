import type { Config } from '../config.js'
import { request } from '../client/transport.js'
import { keyOf } from './key.js'

const remedy = '`cairn status` says how it stands; `cairn down` and `cairn up` start it anew.'

/** Asks the server over GraphQL, as any client would; its failures come back as they were thrown there. */
export type Ask = <T>(document: string, variables?: Record<string, unknown>) => Promise<T>

export function createClient(
  url: string,
  config: Pick<Config, 'key' | 'adminKey' | 'home' | 'space'>
): Ask {
  return (document, variables = {}) =>
    request({ url, headers: headersOf(config), remedy }, document, variables)
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
