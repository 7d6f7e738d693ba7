import { isWordy } from './looks-random.js'
import type { Reading } from './readings.js'
import type { Span } from './span.js'

/**
 * Where a line ends inside a run of token characters and the next begins with one: a terminal's wrap, a backslash, two
 * strings side by side.
 */
const joint =
  /(?<=[A-Za-z0-9_+/-]{4})["'`]?[^\S\n]{0,4}[+\\.&]?[^\S\n]{0,4}\r?\n[^\S\n]{0,40}[+.]?[^\S\n]{0,4}["'`]?(?=[A-Za-z0-9_+/=-]{4})/g

/** A text with such lines joined; null where there are none. */
export function unwrapped(text: string): Reading | null {
  if (!text.includes('\n')) return null
  const pieces: string[] = []
  const origin: { readonly at: number; readonly from: number }[] = [{ at: 0, from: 0 }]
  let from = 0
  let length = 0
  for (const match of text.matchAll(joint)) {
    pieces.push(text.slice(from, match.index))
    length += match.index - from
    from = match.index + match[0].length
    origin.push({ at: length, from })
  }
  if (origin.length === 1) return null
  pieces.push(text.slice(from))
  return { text: pieces.join(''), at: (position) => original(origin, position) }
}

function original(
  origin: readonly { readonly at: number; readonly from: number }[],
  position: number
): number {
  let low = 0
  let high = origin.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((origin[middle]?.at ?? 0) <= position) low = middle
    else high = middle - 1
  }
  const { at, from } = origin[low] ?? { at: 0, from: 0 }
  return from + position - at
}

/** Those of the spans that were found in joined lines which cross a joint and were not known by their beginning already. */
export function acrossLines(text: string, spans: readonly Span[], known: readonly Span[]): Span[] {
  const starts = new Set(known.map(({ start }) => start))
  return spans.filter(({ start, end }) => {
    if (starts.has(start)) return false
    const parts = text.slice(start, end).split(/\r?\n/)
    return parts.length > 1 && parts.every((part) => isPart(part))
  })
}

const rest =
  /["'`]?[^\S\n]{0,4}[+\\.&]?[^\S\n]{0,4}\r?\n[^\S\n]{0,40}[+.]?[^\S\n]{0,4}["'`]?(?<rest>[A-Za-z0-9_+/=.-]{6,2000})(?=["'`\s,;)\]]|$)/y

/** A secret that ends with its line, with what the next lines go on with where that looks drawn too. */
export function withRest(text: string, span: Span): Span {
  let { end } = span
  for (;;) {
    rest.lastIndex = end
    const found = rest.exec(text)
    const part = found?.groups?.['rest']
    if (part === undefined || !isDrawn(part)) break
    end = rest.lastIndex
  }
  return end === span.end ? span : { ...span, end }
}

function isPart(part: string): boolean {
  const plain = part.replace(/[^A-Za-z0-9]/g, '')
  return plain.length < 8 || /^[A-Z\d]+$/.test(plain) || isDrawn(plain) || changesIn(plain) >= 3
}

/** Digits among letters of both cases, or hex; no word, no number. */
function isDrawn(part: string): boolean {
  if (!/[A-Za-z]/.test(part)) return false
  if (/^[0-9a-f]{12,}$/.test(part)) return /\d/.test(part)
  if (!/[a-z]/.test(part) || !/[A-Z]/.test(part)) return false
  const digits = part.match(/\d/g)?.length ?? 0
  return changesIn(part) >= 4 ? digits >= 2 || !isWordy(part) : digits > 0 && !isWordy(part)
}

/** How often it changes between lower case, upper case and digits. */
function changesIn(part: string): number {
  return part.match(/[a-z](?=[A-Z\d])|[A-Z](?=[a-z\d])|\d(?=[A-Za-z])/g)?.length ?? 0
}
