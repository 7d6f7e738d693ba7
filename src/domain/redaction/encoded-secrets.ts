import { isGiven, isPasswordLike } from './looks-like-password.js'
import type { Span } from './span.js'

const run = /(?<![\w+/-])[A-Za-z0-9+/_-]{16,}={0,2}(?![\w+/=])/g
/** Longer ones are files: images, fonts, source maps. */
const longest = 8_000
const readable = /^[\x20-\x7e\t\r\n]+$/
const byName = /(?:^|[^\w])_?auth["']?\s{0,3}[:=]\s{0,3}["']?$/i

/** Runs of base64 whose text holds a secret, also where that is base64 again. */
export function encodedSecrets(text: string, find: (text: string) => readonly Span[]): Span[] {
  return [...text.matchAll(run)].flatMap(({ 0: encoded, index }) => {
    const decoded = encoded.length > longest || !mayBeText(encoded) ? null : decode(encoded)
    if (decoded === null) return []
    const before = text.slice(Math.max(0, index - 24), index)
    const holds =
      find(decoded).length > 0 ||
      isUserWithPassword(decoded, before) ||
      encodedSecrets(decoded, find).length > 0
    return holds ? [{ start: index, end: index + encoded.length, kind: 'encoded-secret' }] : []
  })
}

/** `user:password`, as headers and Docker's settings have it. */
function isUserWithPassword(decoded: string, before: string): boolean {
  const password = /^[\w.@+-]{1,60}:([^\s{}[\]"]{4,})$/.exec(decoded)?.[1]
  if (password === undefined || !isGiven(password)) return false
  return byName.test(before) || isPasswordLike(password, 'code')
}

/** Names and paths are runs of these letters too; what is encoded mixes them. */
function mayBeText(encoded: string): boolean {
  return (
    /[A-Z]/.test(encoded) &&
    /[a-z]/.test(encoded) &&
    !(/[-_]/.test(encoded) && /[+/]/.test(encoded))
  )
}

function decode(encoded: string): string | null {
  // The first characters tell in most cases.
  const head = Buffer.from(encoded.slice(0, 16), 'base64').toString('latin1')
  if (!readable.test(head)) return null
  const decoded = Buffer.from(encoded, 'base64').toString('latin1')
  return readable.test(decoded) ? decoded : null
}
