import type { Parser, Tree } from '@lezer/common'

/** Longest code that is read; the rest is left out, since nobody's snippet is longer. */
const maxCode = 200_000
/** Deeper than any code that was written; a parser that must guess takes quadratic time beyond. */
const maxDepth = 200

/** The start of a text that a parser can take in reasonable time: bounded in length and in nesting. */
export function readableCode(code: string): string {
  const text = code.slice(0, maxCode)
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at)
    if (isOpening(sign)) depth += 1
    else if (isClosing(sign)) depth = Math.max(0, depth - 1)
    if (depth > maxDepth) return text.slice(0, at)
  }
  return text
}

/** ( [ { */
function isOpening(sign: number): boolean {
  return sign === 40 || sign === 91 || sign === 123
}

/** ) ] } */
function isClosing(sign: number): boolean {
  return sign === 41 || sign === 93 || sign === 125
}

const surelyShallow = 5000

/**
 * Length of a tree's packed stretches, for `configure` of a parser. To step off a node costs its depth within its stretch; with
 * lezer's default of 1,024 that was half of the time for chains of a thousand calls (200 kB of «a.b().»: 1.7 s, with 64 1.3 s).
 */
export const bufferLength = 64

/** Parses; where a text nests in ways that brackets do not show, its start alone. */
export function parseSafely(parser: Parser, text: string): Tree {
  try {
    return parser.parse(text)
  } catch (error) {
    // The parser builds its tree by recursion, and has no limit of its own.
    if (error instanceof RangeError) return parser.parse(text.slice(0, surelyShallow))
    throw error
  }
}
