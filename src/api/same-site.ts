import type { RequestHandler } from 'express'
import { CairnError } from '../errors.js'

export interface Doorstep {
  /** Address that the server listens on. */
  readonly host: string
  /** Address under which others reach it, behind TLS. */
  readonly publicUrl: string | null
  /** Origins of other pages that may ask from a browser, separated by commas. */
  readonly origins: string | null
}

const localNames = ['localhost', '127.0.0.1', '[::1]']

/**
 * A page somebody visits may not reach Cairn through their browser: requests name a host that is
 * ours, and where a browser says from where it asks, that is one of ours too, or one that was allowed.
 */
export function onlyForUs({ host, publicUrl, origins }: Doorstep): RequestHandler {
  const names = new Set([...localNames, host, `[${host}]`, ...hostsOf(publicUrl)])
  const allowed = new Set(listOf(origins))
  const ours = (url: string) => URL.canParse(url) && names.has(new URL(url).hostname)
  return (request, response, next) => {
    const { host: named = '', origin } = request.headers
    if (
      !ours(`http://${named}`) ||
      (origin !== undefined && !ours(origin) && !allowed.has(origin))
    ) {
      next(
        new CairnError(
          'FORBIDDEN',
          'The Host or Origin header names another machine; Cairn answers those of this one, of CAIRN_PUBLIC_URL and of CAIRN_ORIGINS only.'
        )
      )
      return
    }
    if (origin !== undefined && allowed.has(origin)) {
      response.set({
        'access-control-allow-origin': origin,
        'access-control-allow-headers':
          'authorization, content-type, cairn-space, cairn-session, mcp-protocol-version, mcp-method, mcp-name',
        'access-control-allow-methods': 'POST',
        vary: 'origin'
      })
      if (request.method === 'OPTIONS') {
        response.status(204).end()
        return
      }
    }
    next()
  }
}

function listOf(text: string | null): string[] {
  return (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
}

function hostsOf(url: string | null): string[] {
  return url !== null && URL.canParse(url) ? [new URL(url).hostname] : []
}
