import { failures, publicFailure, type FailureCode } from '../errors.js'
import type { Log } from '../log.js'
import { oneLine } from './bounds.js'

/** What an agent does about a failure, by who must act. */
const whatToDo: Readonly<Record<(typeof failures)[FailureCode]['act'], string>> = {
  caller: 'Mend the call as said; the same call fails again.',
  wait: 'Go on without Cairn; what is said here or asking later may help.',
  operator: 'Go on without Cairn and tell the user: whoever runs it has to mend this.',
  us: 'Go on without Cairn.'
}

/** A failure as an agent reads it: our own words only, the code and what to do. What nobody expected goes to the log. */
export function failedAnswer(
  error: unknown,
  log?: Log
): { content: { type: 'text'; text: string }[]; isError: true } {
  const { code, message } = publicFailure(error)
  if (code === 'BUG') log?.error({ err: error }, 'a tool failed')
  const { act } = failures[code]
  const text = `${oneLine(message, 800)} (${code}) ${whatToDo[act]}`
  return { content: [{ type: 'text', text }], isError: true }
}
