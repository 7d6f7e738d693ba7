import { identifierParts } from '../domain/code-terms.js'
import { readableText } from './readable-text.js'

/** Text beyond this is not read: a section's words are in its first pages. UTF-16 units. */
const maxLength = 20_000

/** Longest word that is looked into; longer ones are data, not words. */
const maxWord = 64

const wordPattern = /[\p{L}\p{M}\p{N}_]+(?:\.[\p{L}_][\p{L}\p{M}\p{N}_]*)*/gu

const weights = { word: 1, name: 1.2, part: 0.8, grams: 0.8, symbols: 0.5 } as const

const stopWords = new Set(
  (
    'a about after all also an and any are as at be because been before being but by can could did ' +
    'do does each for from had has have how however i if in into is it its just like may me might ' +
    'more most my no not of on one only or other our out over same should so some such than that ' +
    'the their them then there these they this those through to too under up us use used uses using ' +
    'very was we were what when where which while who why will with would you your'
  ).split(' ')
)

/**
 * What a text is found by, with weights: its words (folded), whole names, the parts of names and
 * the character 3- to 5-grams of words. Repeats count with their square root.
 */
export function lexicalFeatures(text: string): Map<string, number> {
  const features = new Map<string, number>()
  const words = wordCounts(readableText(text, maxLength).normalize('NFKC'))
  for (const [word, count] of words) {
    // Square roots are exact by IEEE 754, logarithms are not: vectors stay equal across platforms.
    addWord(features, word, Math.sqrt(count))
  }
  if (features.size > 0) return features
  for (const symbol of readableText(text, maxLength)) {
    if (symbol.trim() !== '') add(features, `symbol ${symbol}`, weights.symbols)
  }
  return features
}

function wordCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [word] of text.matchAll(wordPattern)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function addWord(features: Map<string, number>, word: string, count: number): void {
  const lower = word.toLowerCase()
  if (stopWords.has(lower)) return
  if (word.length > maxWord) {
    add(features, `name ${lower}`, count * weights.name)
    return
  }
  const parts = identifierParts(word)
  if (parts.length > 1) {
    add(features, `name ${lower}`, count * weights.name)
    addGrams(features, lower, count * weights.part)
    for (const part of parts) addPart(features, part, count * weights.part)
  } else {
    addPart(features, lower, count * weights.word)
  }
}

function addPart(features: Map<string, number>, part: string, weight: number): void {
  if (stopWords.has(part)) return
  const folded = fold(part)
  add(features, `word ${folded}`, weight)
  addGrams(features, folded, weight)
}

/** All grams of a word together weigh as much as one feature of that weight. */
function addGrams(features: Map<string, number>, word: string, weight: number): void {
  const grams = characterGrams(`<${word}>`)
  const share = (weight * weights.grams) / Math.sqrt(grams.length)
  for (const gram of grams) add(features, `gram ${gram}`, share)
}

/** Plural and -ing/-ed endings off, lightly: what is cut too far is still found by its grams. */
function fold(word: string): string {
  if (!/^[a-z]{4,}$/.test(word)) return word
  return singular(word)
    .replace(/^(.{3,}?)(?:ing|ed)$/, '$1')
    .replace(/([bdgmnprt])\1$/, '$1')
    .replace(/(.{3,})e$/, '$1')
}

function singular(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2)
  return /[^isu]s$/.test(word) ? word.slice(0, -1) : word
}

/** By UTF-16 units: half a character is as good a feature as a whole one. */
function characterGrams(word: string): string[] {
  const grams: string[] = []
  for (const size of [3, 4, 5]) {
    for (let at = 0; at + size <= word.length; at += 1) grams.push(word.slice(at, at + size))
  }
  return grams
}

function add(features: Map<string, number>, feature: string, weight: number): void {
  features.set(feature, (features.get(feature) ?? 0) + weight)
}
