import { ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server'
import { CairnError, failures, publicFailure } from '../errors.js'
import type { Log } from '../log.js'
import { oneLine } from './bounds.js'

/** A failure as JSON-RPC says it, for what has no result to say it in; what nobody expected goes to the log. */
export function protocolError(error: unknown, log?: Log): ProtocolError {
  if (error instanceof ProtocolError) return error
  const { code, message } = publicFailure(error)
  if (code === 'BUG') log?.error({ err: error }, 'an MCP request failed')
  const number =
    failures[code].act === 'caller'
      ? ProtocolErrorCode.InvalidParams
      : ProtocolErrorCode.InternalError
  return new ProtocolError(number, oneLine(message, 800), { code })
}

/** -32602 in words of ours. */
export function invalidParams(message: string): ProtocolError {
  return protocolError(new CairnError('BAD_INPUT', message))
}
