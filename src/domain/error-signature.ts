import { contentHash } from './content-hash.js'

/** An error message without what varies from run to run. */
export interface ErrorSignature {
  readonly id: string
  /** `KeyError`, `java.lang.NullPointerException`, `TypeError`. */
  readonly type: string
  /** The message's first sentence with names in quotes, numbers, paths and addresses replaced. */
  readonly normalForm: string
  /** The line as it stood, cut at 500 characters. */
  readonly example: string
}

/** Where a line names an error: its type, perhaps a code in brackets, and after a colon its message. */
const errorLine =
  /(?:^|[\s(])((?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception|Warning|Interrupt|Exit|Iteration))(?:\s*\[[^\]]*\])?(?::\s+(.*)|\s*$)/

const maxErrors = 5
const maxLine = 500

/** The errors that a text names, last first (in a traceback the last is the one that counts), at most five. */
export function errorSignatures(text: string): ErrorSignature[] {
  const found = new Map<string, ErrorSignature>()
  for (const line of text.split('\n').reverse()) {
    const match = line.length > 10_000 ? null : errorLine.exec(line)
    const type = match?.[1]
    if (type === undefined) continue
    const signature = signatureOf(
      type,
      (match?.[2] ?? '').slice(0, maxLine),
      line.trim().slice(0, maxLine)
    )
    if (!found.has(signature.id)) found.set(signature.id, signature)
    if (found.size === maxErrors) break
  }
  return [...found.values()]
}

function signatureOf(type: string, message: string, example: string): ErrorSignature {
  const normalForm = `${type}: ${normalise(message)}`
  return { id: `error:${contentHash(normalForm)}`, type, normalForm, example }
}

/** Where a sentence ends; what follows in a message is mostly advice or data. */
const sentenceEnd = /[.!?](?:\s|$)/

function normalise(message: string): string {
  const end = sentenceEnd.exec(message)
  return (end === null ? message : message.slice(0, end.index))
    .replace(/0x[0-9a-f]+/gi, '<address>')
    .replace(/(?:[A-Za-z]:)?(?:[\\/][\w.@-]+){2,}/g, '<path>')
    .replace(/'[^']*'|"[^"]*"|`[^`]*`/g, '<name>')
    .replace(/-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi, '<n>')
    .replace(/\s+/g, ' ')
    .trim()
}
