/** One way to read a text: what it says, and where each character of that came from. */
export interface Reading {
  readonly text: string
  /** The position in the original text of a position (0 to the length, inclusive) in this one. */
  readonly at: (position: number) => number
}

/** Characters that show nothing, colours of a terminal, and letters of full width, which stand for plain ones. */
const unseen = new RegExp(
  `${String.fromCharCode(27)}\\[[0-9;]{0,16}m|\\p{Cf}|\\u034f|\\u115f|[\\ufe00-\\ufe0f]|[\\uff01-\\uff5e]`,
  'gu'
)
/** Escapes as JSON and most languages write them, also escaped several times over. */
const backslashEscape = /\\{1,8}(?:u00([0-9a-f]{2})|x([0-9a-f]{2})|([nrt"'`/]))/gi
/** Percent-encoded ASCII, also encoded twice. */
const percentEscape = /%(?:25)?([0-7][0-9a-f])/gi
/** Quotation marks and ampersands as HTML and XML write them. */
const entity = /&(?:amp;)?(?:quot|apos|amp|lt|gt|#3[49]|#x2[27]);/gi

const letters: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }

/** A text as it stands. */
export function plainReading(text: string): Reading {
  return { text, at: (position) => position }
}

/**
 * The ways in which a text may hide a secret from a pattern: as it stands, without what nobody sees, with backslash
 * escapes resolved, with percent encoding and entities resolved too. Only readings that differ are returned.
 */
export function readingsOf(text: string): Reading[] {
  const plain = plainReading(text)
  const seen = decoded(plain, unseen, ([character]) =>
    /[\uff01-\uff5e]/.test(character) ? String.fromCharCode(character.charCodeAt(0) - 0xfee0) : ''
  )
  const unescaped = seen.text.includes('\\')
    ? decoded(seen, backslashEscape, ([, unicode, hex, letter]) => {
        const code = unicode ?? hex
        if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16))
        return letters[letter?.toLowerCase() ?? ''] ?? letter ?? ''
      })
    : seen
  const unquoted = unescaped.text.includes('%')
    ? decoded(unescaped, percentEscape, ([, hex]) =>
        String.fromCharCode(Number.parseInt(hex ?? '', 16))
      )
    : unescaped
  const named = unquoted.text.includes('&')
    ? decoded(unquoted, entity, ([name]) =>
        /amp;$/i.test(name) && !/quot|apos|#/.test(name) ? '&' : '"'
      )
    : unquoted
  return [...new Set([plain, seen, unescaped, unquoted, named])]
}

/** A reading of a reading: what the pattern finds is read as what it means. */
export function decoded(
  reading: Reading,
  pattern: RegExp,
  meaning: (match: RegExpExecArray) => string
): Reading {
  const { text } = reading
  pattern.lastIndex = 0
  if (!pattern.test(text)) return reading
  pattern.lastIndex = 0
  const origin = new Uint32Array(text.length + 1)
  const pieces: string[] = []
  let from = 0
  let length = 0
  const copy = (to: number) => {
    for (let position = from; position < to; position++) origin[length++] = position
    pieces.push(text.slice(from, to))
  }
  for (const match of text.matchAll(pattern)) {
    copy(match.index)
    from = match.index + match[0].length
    const character = meaning(match)
    pieces.push(character)
    for (let unit = 0; unit < character.length; unit++) origin[length++] = match.index
  }
  copy(text.length)
  origin[length] = text.length
  return { text: pieces.join(''), at: (position) => reading.at(origin[position] ?? 0) }
}
