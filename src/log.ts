import { pino, type Logger } from 'pino'

export type Log = Logger

/** Fields that never reach the log, wherever they stand in what is logged. */
const secretFields = ['password', 'apiKey', 'token', 'authorization', 'secret', 'key', 'cookie']

/** One logger a process, to standard error: standard output belongs to answers. */
export function createLog(level: string, destination = 2): Log {
  return pino(
    {
      level,
      base: null,
      redact: {
        paths: secretFields.flatMap((f) => [f, `*.${f}`, `*.*.${f}`, `*.*.*.${f}`]),
        censor: '[redacted]'
      }
    },
    pino.destination({ dest: destination, sync: true })
  )
}
