import { meaningOf } from './concepts.js'

/** How one claim about a thing stands to another about the same thing. */
export type ClaimRelation = 'same' | 'narrower' | 'broader' | 'opposite' | 'unrelated'

export interface Claim {
  readonly happens: string
  readonly when?: string | null
  readonly instead?: string | null
  /** Names of what it is about; they say nothing of what it claims. */
  readonly about: readonly string[]
}

/** A claim as concepts with their signs. */
export interface ReadClaim {
  readonly said: ReadonlyMap<string, number>
  readonly values: ReadonlyMap<string, ReadonlySet<string>>
  readonly numbers: ReadonlySet<string>
  readonly condition: ReadonlySet<string>
}

const stopWords: ReadonlySet<string> = new Set(
  'a an the and or but of to in on at by for from with as is are was were be been being it its this that these those there then than so if when while which who what how why where will would can could do does did done have has had just also too very only even still already yet both either any some all such own same other another into onto out up off over under again here our your their his her they them we you i me my he she one ones get gets got make makes made use uses used using way case cases thing behaviour behavior method function call calls called'.split(
    ' '
  )
)

const negators = /^(?:not|no|never|without|cannot|neither|nor|n't|hardly|instead|rather|unlike|un)$/

/** Words that a negation reaches. */
const reach = 4

/** Reads a claim once, to be compared with many. */
export function readClaim({ happens, when, about }: Claim): ReadClaim {
  const names = new Set(about.flatMap((name) => name.toLowerCase().split(/[^\p{L}\p{N}_]+/u)))
  const isTold = (word: string) => !stopWords.has(word) && !names.has(word)
  const signed = signedWords(wordsOf(happens)).filter(({ word }) => isTold(word))
  const said = new Map<string, number>()
  const values = new Map<string, Set<string>>()
  for (const { word, isNegated } of signed) {
    const { concept, sign, value } = meaningOf(word)
    said.set(concept, (said.get(concept) ?? 0) + (isNegated ? -sign : sign))
    if (value !== undefined && !isNegated)
      values.set(concept, (values.get(concept) ?? new Set()).add(value))
  }
  const condition = wordsOf(when ?? '').filter((word) => word !== '|' && isTold(word))
  return {
    said,
    values,
    numbers: new Set(signed.flatMap(({ word }) => (/^\d/.test(word) ? [word] : []))),
    condition: new Set(condition.map((word) => meaningOf(word).concept))
  }
}

/** Words with whether a negation before them in the same clause reaches them; those that say nothing use up none of its reach. */
function signedWords(words: readonly string[]): { word: string; isNegated: boolean }[] {
  const found: { word: string; isNegated: boolean }[] = []
  let left = 0
  for (const word of words) {
    if (word === '|') left = 0
    else if (negators.test(word)) left = reach
    else {
      found.push({ word, isNegated: left > 0 })
      if (!stopWords.has(word)) left = Math.max(0, left - 1)
    }
  }
  return found
}

/** `in place` and the like become one word; what ends a clause is `|`. */
function wordsOf(text: string): string[] {
  const joined = text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/['’]/g, "'")
    .replace(/\b(ca|do|does|is|are|was|were|wo|did|has|have|should|must)n't\b/g, '$1 not')
    .replace(/\bcan't\b|\bcannot\b/g, 'can not')
    .replace(/\bin[- ]place\b/g, 'inplace')
    .replace(/\bno[- ]?op\b|\bdoes nothing\b|\bhas no effect\b/g, 'noop')
    .replace(/\bnothing\b/g, 'none')
    .replace(/\b(zero|one|0|1)[- ](based|indexed)\b/g, '$1$2')
    .replace(/\bcase[- ](in)?sensitive(ly)?\b/g, 'case$1sensitive')
    .replace(/\bnon[- ](?=\w)/g, 'non')
    .replace(/\b(\d+)\s*(ms|s|kb|mb|px)\b/g, '$1 $2')
    .replace(/\bms\b|\bmillis\b/g, 'millisecond')
    .replace(/\bsecs?\b/g, 'second')
    .replace(/\bhalf[- ]open\b/g, 'halfopen')
    .replace(/\b(?:instead of|rather than|as opposed to)\b/g, ' | not ')
  return (
    joined
      .match(/[\p{L}_][\p{L}\p{N}_]*|\d+(?:\.\d+)?|[;,.:()–—|]/gu)
      ?.map((token) => (/^[;,.:()–—|]$/u.test(token) ? '|' : token)) ?? []
  )
}

/** Shares of concepts from which on claims are the same, and from which on they are of the same matter. */
const sameShare = 0.5
const matterShare = 0.34

/**
 * How claim `a` stands to claim `b`, both about the same thing: the same, narrower (holds under a condition or says
 * more), broader, the opposite, or unrelated. `cosine` is that of their texts by an encoder, which sees the matter
 * and neither negation nor opposites: those are told by signs.
 */
export function compareClaims(a: ReadClaim, b: ReadClaim, cosine: number): ClaimRelation {
  const shared = [...a.said.keys()].filter((concept) => b.said.has(concept))
  const small = Math.max(1, Math.min(a.said.size, b.said.size))
  const union = a.said.size + b.said.size - shared.length
  const contained = shared.length / small
  const alike = union === 0 ? 0 : shared.length / union
  const near: Nearness = { contained, alike, cosine }
  const isOfMatter = isOfSameMatter(near)
  if (isOfMatter && conflicts(a, b, shared)) return 'opposite'
  return isOfMatter && saysTheSame(near) ? conditionRelation(a, b) : 'unrelated'
}

/** Of a claim's concepts, the share that somebody who agrees with it has to say as well. */
const saidShare = 0.6

/**
 * Whether a passage says enough of a claim to stand behind it: most of its concepts and each of its numbers. A short
 * passage that only names the matter («moves the values») says nothing of how («a positive n moves them to earlier times»).
 */
export function tellsOf(passage: ReadClaim, claim: ReadClaim): boolean {
  const told = [...claim.said.keys()].filter((concept) => passage.said.has(concept))
  return (
    told.length >= saidShare * claim.said.size &&
    [...claim.numbers].every((number) => passage.numbers.has(number))
  )
}

interface Nearness {
  /** Shared concepts, of those of the shorter claim and of all. */
  readonly contained: number
  readonly alike: number
  readonly cosine: number
}

function isOfSameMatter({ contained, alike, cosine }: Nearness): boolean {
  return cosine >= 0.6 || (contained >= matterShare && (cosine >= 0.3 || alike >= 0.2))
}

function saysTheSame({ contained, alike, cosine }: Nearness): boolean {
  if (alike >= sameShare || contained >= 0.75 || cosine >= 0.75) return true
  return cosine >= 0.6 && contained >= matterShare
}

function conflicts(a: ReadClaim, b: ReadClaim, shared: readonly string[]): boolean {
  const isOpposed = shared.some((concept) => {
    const [x, y] = [a.said.get(concept) ?? 0, b.said.get(concept) ?? 0]
    return x * y < 0
  })
  if (isOpposed) return true
  const isOtherValue = [...a.values].some(([concept, mine]) => {
    const theirs = b.values.get(concept)
    return theirs !== undefined && ![...mine].some((value) => theirs.has(value))
  })
  if (isOtherValue) return true
  return (
    a.numbers.size > 0 && b.numbers.size > 0 && ![...a.numbers].some((one) => b.numbers.has(one))
  )
}

function conditionRelation(a: ReadClaim, b: ReadClaim): ClaimRelation {
  const [mine, theirs] = [a.condition, b.condition]
  if (mine.size === 0 && theirs.size === 0) return 'same'
  if (mine.size === 0) return [...theirs].every((one) => a.said.has(one)) ? 'same' : 'broader'
  if (theirs.size === 0) return [...mine].every((one) => b.said.has(one)) ? 'same' : 'narrower'
  const shared = [...mine].filter((one) => theirs.has(one)).length
  return shared > 0 ? 'same' : 'unrelated'
}
