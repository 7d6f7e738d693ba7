import { identifierParts } from '../domain/code-terms.js'
import type { Candidate } from './candidate.js'
import type { Intent } from './intent.js'
import { questionWords, type QuestionWords } from './question-words.js'
import { stem } from './stem.js'

/** One thing that the order looks at: its name, what it means, and how it is read. */
interface Feature {
  readonly name: string
  readonly means: string
  readonly of: (seen: Seen) => number
}

/** A candidate beside the others of its question, with what several features read. */
interface Seen extends Context {
  readonly candidate: Candidate
  readonly near: number
  readonly before: number
  readonly rank: { readonly similarity: number; readonly prior: number }
  /** The best of the APIs that share its name, itself among them. */
  readonly twin: { readonly similarity: number; readonly prior: number; readonly parent: number }
  readonly last: string
  readonly parent: string
}

/** A rank that no candidate has: beyond what a source returns. */
const unranked = 200
const companionFloor = 1e-4
/** A family more says less than the first: on this scale one counts as much as going from three to fourteen. */
const oneFamily = 0.3
/** What its authors call internal, private or old is rarely what somebody should use. */
const internalName = /(?:^|\.)(?:_\w*|internal|compat|raw_ops|experimental|testing|backend)(?:\.|$)/

const score = ({ candidate }: Seen, source: string) => candidate.scores.get(source) ?? 0
const rankIn = ({ candidate: { found } }: Seen, by: string) =>
  Math.log1p(found.find(({ source }) => source === by)?.rank ?? unranked)
const usage = ({ candidate: { standing } }: Seen) => Math.log1p(standing.usage)
const twinUsage = ({ candidate: { standing } }: Seen) => Math.log1p(standing.twinUsage)
const parentUsage = ({ candidate: { standing } }: Seen) => Math.log1p(standing.parentUsage)
const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)
const isKind =
  (kind: string) =>
  ({ candidate: { api, ...one } }: Seen) =>
    Number((api === null ? 'page' : one.kind) === kind)

function sharedParts({ last, seen }: Seen): number {
  const parts = identifierParts(last)
    .filter((part) => part.length > 1)
    .map(stem)
  return parts.filter((part) => seen.stems.has(part)).length / (parts.length + 0.5)
}

function libraryName({ candidate: { library } }: Seen): string {
  return library.replace(/^[^/]*\//, '').replace(/@.*$/, '')
}

/** What is read of a candidate itself, by how it was found, how it is used, and whether the question names it. */
const plain = [
  feature('similarity', 'nearness in meaning, 0 to 1 among those of the question', (s) => s.near),
  feature('similarityGap', 'behind the nearest', (s) => s.near - s.best.similarity),
  feature('similarityRank', 'place by nearness', (s) => Math.log1p(s.rank.similarity)),
  feature('prior', 'nearness and how much it is used anyway', (s) => s.before),
  feature('priorGap', 'behind the best by that', (s) => s.before - s.best.prior),
  feature('priorRank', 'place by that', (s) => Math.log1p(s.rank.prior)),
  feature('words', 'words in common, of the most', (s) => share(score(s, 'words'), s.best.words)),
  feature('wordsRank', 'place by words', (s) => rankIn(s, 'words')),
  feature('names', 'names in common, of the most', (s) => share(score(s, 'names'), s.best.names)),
  feature('namesRank', 'place by names', (s) => rankIn(s, 'names')),
  feature('usage', 'how often examples use it', usage),
  feature('mentions', 'how often other pages tell of it', (s) =>
    Math.log1p(s.candidate.standing.mentions)
  ),
  feature('linked', 'how many pages link to it', (s) => Math.log1p(s.candidate.standing.linked)),
  feature('twins', 'how many APIs share its name', (s) =>
    Math.log(Math.max(1, s.candidate.standing.twins))
  ),
  feature('twinUsage', 'how often the most used of those is used', twinUsage),
  feature('shareOfTwins', 'its usage beside theirs', (s) => usage(s) - twinUsage(s)),
  feature('parentUsage', 'how often what it belongs to is used', parentUsage),
  feature('depth', 'dots in its name', ({ candidate: { api, name } }) =>
    api === null ? 0 : name.split('.').length - 1
  ),
  feature('length', 'length of its text', (s) => Math.log1p(s.candidate.standing.length)),
  feature('internal', 'called internal, private or old', (s) =>
    Number(internalName.test(s.candidate.name))
  ),
  feature('companion', 'used together with what was found', (s) =>
    Math.log(companionFloor + score(s, 'USED_WITH'))
  ),
  feature('twinSimilarity', 'behind the nearest of its name', (s) => s.twin.similarity - s.near),
  feature('bestTwin', 'the best of its name', (s) => Number(s.before >= s.twin.prior - 1e-9)),
  feature(
    'shareOfParents',
    'what it belongs to, beside that of others of its name',
    (s) => parentUsage(s) - s.twin.parent
  ),
  feature('bestParent', 'of its name in what is used most', (s) =>
    Number(parentUsage(s) >= s.twin.parent)
  ),
  feature('nameInQuestion', 'its last name is a word of the question', (s) =>
    Number(s.seen.words.has(s.last.toLowerCase()))
  ),
  feature('nameCalled', 'the question calls it', (s) => Number(s.seen.called.has(s.last))),
  feature('nameAfterDot', 'after a dot', (s) => Number(s.seen.dotted.has(s.last))),
  feature('exactName', 'by its whole name', (s) => Number(s.seen.names.has(s.candidate.name))),
  feature('partsInQuestion', 'share of its name’s parts that the question has', sharedParts),
  feature('parentInQuestion', 'the question names what it belongs to', (s) =>
    Number(s.parent !== '' && s.seen.words.has(s.parent))
  ),
  feature('parentHinted', 'or hints at it', (s) => Number(s.seen.hinted.has(s.parent))),
  feature('libraryInProse', 'the question names its library', (s) =>
    Number(s.seen.prose.includes(libraryName(s)))
  ),
  feature('isModule', 'a module', isKind('module')),
  feature('isClass', 'a class', isKind('class')),
  feature('isFunction', 'a function', isKind('function')),
  feature('isMethod', 'a method', isKind('method')),
  feature('isAttribute', 'an attribute', isKind('attribute')),
  feature('isPage', 'a section without an API', isKind('page'))
] as const

/** Two of them that tell more together, or one whose weight grows with it. */
const products = [
  product('gap*usage', 'similarityGap', 'usage'),
  product('parent*usage', 'parentInQuestion', 'usage'),
  product('parts*name', 'partsInQuestion', 'nameInQuestion'),
  product('share*twin', 'shareOfTwins', 'twinSimilarity'),
  product('gap^2', 'similarityGap', 'similarityGap'),
  product('usage^2', 'usage', 'usage'),
  product('companion^2', 'companion', 'companion'),
  product('length^2', 'length', 'length'),
  product('priorRank^2', 'priorRank', 'priorRank')
] as const

/** What solved problems tell of it. */
const experience = [
  feature('familiesUsing', 'families of problems whose solutions use it', (s) =>
    Math.log1p(score(s, 'familiesUsing') / oneFamily)
  ),
  feature('nearSolved', 'how much the nearest solved problems use it', (s) =>
    score(s, 'nearSolved')
  ),
  feature('nearTwin', 'or another of its name', (s) => score(s, 'nearTwin'))
] as const

/** What the ranking looks at, in the order of its weights. */
export const featureNames = [...plain, ...products, ...experience].map(({ name }) => name)

/** The same with what each means, for a reader. */
export const featureMeanings = [...plain, ...products, ...experience].map(({ name, means }) => ({
  name,
  means
}))

function feature<Name extends string>(name: Name, means: string, of: Feature['of']) {
  return { name, means, of }
}

type PlainName = (typeof plain)[number]['name']

function product<Name extends string>(name: Name, one: PlainName, other: PlainName) {
  const means = one === other ? `the square of ${one}` : `${one} times ${other}`
  return { name, means, one: placeOf(one), other: placeOf(other) }
}

function placeOf(wanted: PlainName): number {
  return plain.findIndex(({ name }) => name === wanted)
}

/** How much the usual usage of an API counts beside its similarity, before anything is learned. */
const usagePrior = 0.08
const mentionPrior = 0.03

/** A candidate before the question is looked at more closely: its similarity, and how much it is used anyway. */
export function prior(candidate: Candidate, similarity: number): number {
  const { usage, mentions } = candidate.standing
  return similarity + usagePrior * Math.log1p(usage) + mentionPrior * Math.log1p(mentions)
}

/**
 * Similarities of one question on a scale from 0 (the least similar that the vector search returned) to 1 (the most
 * similar), because the cosines of different encoders spread differently. What no vector was compared with has 0.
 */
export function similarityScale(candidates: Iterable<Candidate>): (candidate: Candidate) => number {
  let [least, most] = [Infinity, -Infinity]
  for (const { scores } of candidates) {
    const score = scores.get('meaning')
    if (score === undefined) continue
    least = Math.min(least, score)
    most = Math.max(most, score)
  }
  if (most <= least) return (candidate) => Number(candidate.scores.has('meaning'))
  return (candidate) => ((candidate.scores.get('meaning') ?? least) - least) / (most - least)
}

/** Numbers of one question that every candidate is compared with. */
interface Context {
  readonly similarity: (candidate: Candidate) => number
  readonly best: { similarity: number; prior: number; words: number; names: number }
  readonly ranks: ReadonlyMap<Candidate, { similarity: number; prior: number }>
  readonly twins: ReadonlyMap<string, { similarity: number; prior: number; parent: number }>
  readonly seen: QuestionWords
}

/** Reads all features of a question's candidates; pure. @returns one row of numbers a candidate, in the order of featureNames */
export function featuresOf(
  candidates: readonly Candidate[],
  at: { intent: Intent; question: string }
): number[][] {
  const context = contextOf(candidates, questionWords(at.intent, at.question))
  return candidates.map((candidate) => rowOf(seenOf(candidate, context)))
}

function rowOf(seen: Seen): number[] {
  const values = plain.map(({ of }) => of(seen))
  return [
    ...values,
    ...products.map(({ one, other }) => (values[one] ?? 0) * (values[other] ?? 0)),
    ...experience.map(({ of }) => of(seen))
  ]
}

function seenOf(candidate: Candidate, context: Context): Seen {
  const near = context.similarity(candidate)
  const before = prior(candidate, near)
  const parent = Math.log1p(candidate.standing.parentUsage)
  return {
    ...context,
    candidate,
    near,
    before,
    rank: context.ranks.get(candidate) ?? { similarity: 0, prior: 0 },
    twin: context.twins.get(twinKey(candidate)) ?? { similarity: near, prior: before, parent },
    last: lastName(candidate),
    parent: candidate.name.split('.').at(-2)?.toLowerCase() ?? ''
  }
}

function contextOf(candidates: readonly Candidate[], seen: QuestionWords): Context {
  const similarity = similarityScale(candidates)
  const bySimilarity = candidates.toSorted((a, b) => similarity(b) - similarity(a))
  const byPrior = candidates.toSorted((a, b) => prior(b, similarity(b)) - prior(a, similarity(a)))
  const ranks = new Map<Candidate, { similarity: number; prior: number }>()
  bySimilarity.forEach((c, rank) => ranks.set(c, { similarity: rank, prior: rank }))
  byPrior.forEach((c, rank) =>
    ranks.set(c, { similarity: ranks.get(c)?.similarity ?? rank, prior: rank })
  )
  const twins = new Map<string, { similarity: number; prior: number; parent: number }>()
  for (const c of candidates) {
    const before = twins.get(twinKey(c)) ?? { similarity: -1, prior: -1, parent: 0 }
    twins.set(twinKey(c), {
      similarity: Math.max(before.similarity, similarity(c)),
      prior: Math.max(before.prior, prior(c, similarity(c))),
      parent: Math.max(before.parent, Math.log1p(c.standing.parentUsage))
    })
  }
  const most = (of: (c: Candidate) => number) => candidates.reduce((m, c) => Math.max(m, of(c)), 0)
  return {
    similarity,
    best: {
      similarity: most(similarity),
      prior: most((c) => prior(c, similarity(c))),
      words: most((c) => c.scores.get('words') ?? 0),
      names: most((c) => c.scores.get('names') ?? 0)
    },
    ranks,
    twins,
    seen
  }
}

/** APIs of one library with the same last name: `DataFrame.sum` and `Series.sum`. */
export function twinKey(candidate: Candidate): string {
  return `${candidate.library}\n${lastName(candidate).toLowerCase()}`
}

function lastName(candidate: Candidate): string {
  return candidate.name.slice(candidate.name.lastIndexOf('.') + 1)
}
