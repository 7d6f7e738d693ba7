import { redact } from './redact.js'

// Terminal codes first: taking only the escape character out would leave `[31m` behind.
// oxlint-disable-next-line no-control-regex
const terminalCodes = /\u001b\[[0-9;?]{0,32}[@-~]/g

/** What somebody wrote, fit to be stored and shown: without terminal codes, control characters (tab and line feed stay), lone surrogates and secrets. */
export function safeWords(text: string): string {
  const plain = text
    .toWellFormed()
    .replace(terminalCodes, '')
    .replace(/(?![\t\n])\p{Cc}/gu, ' ')
    .trim()
  return redact(plain).text
}
