import { decoded, plainReading, type Reading } from '../redaction/readings.js'
import { latinOf } from './confusables.js'

/** Colours and other codes of a terminal, and characters that show nothing. */
const unseen = new RegExp(
  `${String.fromCharCode(27)}(?:\\[[0-9;?]{0,32}[@-~]|\\][^\\u0007\\n]{0,200}\\u0007)|\\p{Cf}|\\u034f|\\u115f|\\u1160|\\u17b4|\\u17b5|[\\u180b-\\u180d]|[\\ufe00-\\ufe0f]|[\\u{e0000}-\\u{e01ef}]`,
  'gu'
)
const beyondAscii = /[^\p{ASCII}]\p{M}*/gu
const notLatin =
  /[\u0131\u0250-\u02af\u0370-\u052f\u0531-\u058f\u1d00-\u1d7f\u2160-\u217f\u212e\ua730-\ua7ff]|[\u{1f1e6}-\u{1f1ff}]/gu

const folded = new Map<string, string>()

/** Compatibility forms as plain ones, Latin and Cyrillic letters without their marks. */
function foldOf(letter: string): string {
  const known = folded.get(letter)
  if (known !== undefined) return known
  const fold = letter
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u20d0-\u20ff]/g, '')
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
  if (folded.size < 20_000) folded.set(letter, fold)
  return fold
}

/** Words with digits and signs for letters, where an order's words are written so. */
const digitWords =
  /(?<![\w$@!|])(?=[a-z013457$@!|]*[013457$@!|])(?:[i1!|]gn[o0]r[e3]|d[i1!|][s5$]r[e3]g[a4@]rd|f[o0]rg[e3][t7]|[i1!|]n[s5$][t7]ruc[t7][i1!|][o0]n[s5$]?|pr[e3]v[i1!|][o0]u[s5$]|r[e3]v[e3][a4@]l|[e3]x[e3]cu[t7][e3]|[s5$]y[s5$][t7][e3]m|pr[o0]mp[t7][s5$]?|[o0]v[e3]rr[i1!|]d[e3])(?![\w$@])/i
const letterOf: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  $: 's',
  '@': 'a',
  '!': 'i',
  '|': 'l'
}

const rotated = /(?<![a-z])(?:vtaber|qvfertneq|sbetrg|vafgehpgvbaf?|flfgrz cebzcg)(?![a-z])/i
const backwards = /(?<![a-z])(?:snoitcurtsni|erongi|dragersid|tpmorp metsys)(?![a-z])/i
const letter = /[a-z]/gi

/**
 * The ways in which a text may hide an order from a pattern: without what nobody sees and with every letter in its plain
 * form; with letters of other alphabets read as the Latin ones that they look like; with digits for letters, rotated and
 * backwards where a word of an order stands so. Only readings that differ are returned, the plain one first.
 */
export function orderReadings(text: string): Reading[] {
  const seen = decoded(plainReading(text), unseen, () => '')
  const plain = decoded(seen, beyondAscii, ([one]) => foldOf(one))
  const latin = decoded(plain, notLatin, ([one]) => latinOf(one))
  return [...new Set([plain, latin]), ...rewritten(latin)]
}

function rewritten(latin: Reading): Reading[] {
  const { text } = latin
  const readings: Reading[] = []
  if (digitWords.test(text))
    readings.push(decoded(latin, /[013457$@!|]/g, ([one]) => letterOf[one] ?? one))
  if (rotated.test(text)) readings.push(decoded(latin, letter, ([one]) => rotatedOf(one)))
  if (backwards.test(text)) {
    const turned = Array.from(text).reverse().join('')
    readings.push({ text: turned, at: (position) => latin.at(Math.max(0, text.length - position)) })
  }
  return readings
}

function rotatedOf(one: string): string {
  const code = one.charCodeAt(0)
  const base = code < 97 ? 65 : 97
  return String.fromCharCode(base + ((code - base + 13) % 26))
}
