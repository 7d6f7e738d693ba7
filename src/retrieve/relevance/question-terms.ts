import { stemmer } from 'stemmer'
import { identifierParts } from '../../domain/code-terms.js'
import { wordRarity } from '../../domain/word-rarity.js'
import type { Intent } from '../intent.js'

/** A word of the question that tells something, with how much. */
export interface Term {
  readonly word: string
  readonly stem: string
  /** From 0 (said everywhere) to 1. */
  readonly rarity: number
}

/** More words than this tell nothing new, and each costs a look into the index. */
const mostTerms = 12
const mostTokens = 6

/** The words that tell this question from others; names of the libraries that it is bound to are not among them. Pure. */
export function questionTerms(intent: Intent): Term[] {
  const own = new Set(
    intent.libraries.flatMap(({ name, title, importNames, version }) =>
      [name, title, version, ...importNames].map((form) => form.toLowerCase())
    )
  )
  const terms = new Map<string, Term>()
  for (const word of intent.words) {
    if (own.has(word) || /^[\d.]+$/.test(word)) continue
    const stem = stemmer(word)
    if (!terms.has(stem)) terms.set(stem, { word, stem, rarity: wordRarity(word) })
  }
  return [...terms.values()].sort((a, b) => b.rarity - a.rarity).slice(0, mostTerms)
}

/** A run of characters as a text writes it, without the punctuation around it. */
const runPattern = /[\p{L}\p{N}_$@./-]*[\p{L}\p{N}_$]/gu

/**
 * The code-shaped tokens of a text: `needle_quota`, `finishPipelineNow`, `--strictPort`, `FST_ERR_CTP`, as the index
 * keeps them whole. Pure.
 */
export function codeTokens(text: string): string[] {
  const found = new Set<string>()
  for (const [run] of text.slice(0, 20_000).matchAll(runPattern)) {
    const bare = run.replace(/^[-@./]+/, '')
    for (const token of [bare, ...bare.split(/[./-]+/)]) {
      if (token.length > 3 && token.length <= 80 && isCodeShaped(token)) found.add(token)
    }
    if (run.startsWith('--') && bare.length > 2) found.add(bare)
    if (found.size >= 4 * mostTokens) break
  }
  return [...found].slice(0, mostTokens)
}

/** Words that only code writes: joined by underscores, camelCase, or with digits inside. */
function isCodeShaped(token: string): boolean {
  return (
    /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(token) &&
    (/\p{L}_\p{L}/u.test(token) || /\p{Ll}\p{Lu}/u.test(token) || /\p{Lu}{2}\p{Ll}/u.test(token))
  )
}

const mostStems = 50_000
const stemCache = new Map<string, readonly string[]>()

/** The stems of a run of letters: of the whole and of the parts of a compound; remembered, for documentation repeats itself. */
function stemsOfWord(word: string): readonly string[] {
  const known = stemCache.get(word)
  if (known !== undefined) return known
  const parts = identifierParts(word)
  const stems = [word.toLowerCase(), ...(parts.length > 1 ? parts : [])].map((one) => stemmer(one))
  if (stemCache.size >= mostStems) stemCache.clear()
  stemCache.set(word, stems)
  return stems
}

/** The stems of a text's words and of the parts of its names: what a term is looked for among. Pure. */
export function stemsOf(text: string): ReadonlySet<string> {
  const stems = new Set<string>()
  for (const [word] of text.matchAll(/[\p{L}_$][\p{L}\p{N}_$]*/gu)) {
    for (const stem of stemsOfWord(word)) stems.add(stem)
  }
  return stems
}
