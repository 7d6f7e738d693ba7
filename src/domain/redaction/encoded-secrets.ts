import { isGiven, isPasswordLike } from './looks-like-password.js'
import type { Span } from './span.js'

const run = /(?<![\w+/-])[A-Za-z0-9+/_-]{16,}={0,2}(?![\w+/=])/g
/** Longer ones are files: images, fonts, source maps. */
const longest = 8_000
const readable = /^[\x20-\x7e\t\r\n]+$/
const byName = /(?:^|[^\w])_?auth["']?\s{0,3}[:=]\s{0,3}["']?$/i

/** Runs of base64 whose text holds a secret, also where that is base64 again. */
export function encodedSecrets(text: string, find: (text: string) => readonly Span[]): Span[] {
  return [...text.matchAll(run)].flatMap((match) => {
    const [encoded] = match
    if (encoded.length > longest || !mayBeText(encoded)) return []
    const decoded = decode(encoded)
    if (decoded === null) return []
    const password = /^[\w.@+-]{2,60}:([^\s{}[\]"]{4,})$/.exec(decoded)?.[1]
    const before = text.slice(Math.max(0, match.index - 24), match.index)
    const holds =
      find(decoded).length > 0 ||
      (password !== undefined &&
        isGiven(password) &&
        (byName.test(before) || isPasswordLike(password, 'code'))) ||
      encodedSecrets(decoded, find).length > 0
    return holds
      ? [{ start: match.index, end: match.index + encoded.length, kind: 'encoded-secret' }]
      : []
  })
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
