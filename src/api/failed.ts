import type { ErrorRequestHandler, Response } from 'express'
import { CairnError, publicFailure, type PublicFailure } from '../errors.js'
import type { Log } from '../log.js'
import { currentRequest } from '../request-context.js'

/** Bytes of a request's body: room for the longest question or attempt and its JSON escapes. */
export const maxBody = '4mb'

/** What went wrong before an operation was reached, as GraphQL says it. */
export function failed(log: Log): ErrorRequestHandler {
  return answering(log, (response, { code, message, details, status }) => {
    const requestId = currentRequest()?.id
    response
      .status(status)
      .json({ errors: [{ message, extensions: { code, details, requestId } }] })
  })
}

/** The same as JSON-RPC says it, for those who speak MCP. */
export function failedRpc(log: Log): ErrorRequestHandler {
  return answering(log, (response, { code, message, status }, error) => {
    const data = { code, requestId: currentRequest()?.id }
    const number = isUnreadable(error) ? -32700 : (rpcCodes[code] ?? -32000)
    response
      .status(status)
      .json({ jsonrpc: '2.0', error: { code: number, message, data }, id: null })
  })
}

/** Of what the server itself calls an error JSON-RPC has one code, -32000. */
const rpcCodes: Partial<Record<PublicFailure['code'], number>> = {
  BAD_INPUT: -32600,
  TOO_LARGE: -32600,
  BUG: -32603
}

function answering(
  log: Log,
  answer: (response: Response, failure: PublicFailure, error: unknown) => void
): ErrorRequestHandler {
  // Express knows an error handler by its four parameters.
  // oxlint-disable-next-line max-params
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      // What was given up before, and said so, may fail afterwards.
      if (!response.writableEnded) next(error)
      return
    }
    const failure = publicFailure(bodyFailure(error))
    if (failure.code === 'BUG') log.error({ err: error }, 'request failed')
    if (failure.code === 'UNAUTHENTICATED') response.set('www-authenticate', 'Bearer')
    answer(response, failure, error)
  }
}

/** What Express says of a body that it could not read, in our words. */
function bodyFailure(error: unknown): unknown {
  if (typeOf(error) === 'entity.too.large')
    return new CairnError('TOO_LARGE', `The request is too large; at most ${maxBody} is read.`)
  return isUnreadable(error)
    ? new CairnError('BAD_INPUT', 'The body of the request is not JSON in UTF-8.')
    : error
}

/** Every type but one is a way in which a body could not be read; what unpacks it has none. */
function isUnreadable(error: unknown): boolean {
  const type = typeOf(error)
  if (type === 'entity.too.large') return false
  const status = error instanceof Error && 'status' in error ? error.status : undefined
  return typeof type === 'string' || status === 400
}

function typeOf(error: unknown): unknown {
  return error instanceof Error && 'type' in error ? error.type : undefined
}
