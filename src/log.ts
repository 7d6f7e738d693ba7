import { pino, type Logger } from 'pino'
import { currentRequest } from './request-context.js'

export type Log = Logger

/** Fields that never reach the log, wherever they stand in what is logged. */
const secretFields = ['password', 'apiKey', 'token', 'authorization', 'secret', 'key', 'cookie']

/** One logger a process, to standard error: standard output belongs to answers. */
export function createLog(level: string, destination = 2): Log {
  return pino(
    {
      level,
      base: null,
      mixin: ofRequest,
      redact: {
        paths: secretFields.flatMap((f) => [f, `*.${f}`, `*.*.${f}`, `*.*.*.${f}`]),
        censor: '[redacted]'
      }
    },
    pino.destination({ dest: destination, sync: true })
  )
}

/** On whose behalf a line was written, where it was on a request's. */
function ofRequest(): { request?: string } {
  const id = currentRequest()?.id
  return id === undefined ? {} : { request: id }
}
