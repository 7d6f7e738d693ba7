import { identifierParts } from '../domain/code-terms.js'
import type { Candidate } from './candidate.js'
import type { Intent } from './intent.js'
import { questionWords, type QuestionWords } from './question-words.js'
import { stem } from './stem.js'

/** What the ranking looks at, in the order of its weights. */
export const featureNames = [
  'similarity',
  'similarityGap',
  'similarityRank',
  'prior',
  'priorGap',
  'priorRank',
  'words',
  'wordsRank',
  'names',
  'namesRank',
  'usage',
  'mentions',
  'linked',
  'twins',
  'twinUsage',
  'shareOfTwins',
  'parentUsage',
  'depth',
  'length',
  'internal',
  'companion',
  'twinSimilarity',
  'bestTwin',
  'shareOfParents',
  'bestParent',
  'nameInQuestion',
  'nameCalled',
  'nameAfterDot',
  'exactName',
  'partsInQuestion',
  'parentInQuestion',
  'parentHinted',
  'libraryInProse',
  'isModule',
  'isClass',
  'isFunction',
  'isMethod',
  'isAttribute',
  'isPage',
  'gap*usage',
  'parent*usage',
  'parts*name',
  'share*twin',
  'gap^2',
  'usage^2',
  'companion^2',
  'length^2',
  'priorRank^2',
  'familiesUsing',
  'nearSolved',
  'nearTwin'
] as const
type FeatureName = (typeof featureNames)[number]

/** Which features stand multiplied among the features, in this order. */
const productsOf: readonly (readonly [FeatureName, FeatureName])[] = [
  ['similarityGap', 'usage'],
  ['parentInQuestion', 'usage'],
  ['partsInQuestion', 'nameInQuestion'],
  ['shareOfTwins', 'twinSimilarity'],
  ['similarityGap', 'similarityGap'],
  ['usage', 'usage'],
  ['companion', 'companion'],
  ['length', 'length'],
  ['priorRank', 'priorRank']
]

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
  return candidates.map((candidate) => rowOf(candidate, context))
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

/** A rank that no candidate has: beyond what a source returns. */
const unranked = 200

function rowOf(candidate: Candidate, context: Context): number[] {
  const plain = [
    ...foundFeatures(candidate, context),
    ...standingFeatures(candidate),
    ...matchFeatures(candidate, context),
    ...kindFeatures(candidate)
  ]
  const value = (name: FeatureName) => plain[featureNames.indexOf(name)] ?? 0
  const products = productsOf.map(([a, b]) => value(a) * value(b))
  return [...plain, ...products, ...experienceFeatures(candidate)]
}

function foundFeatures(candidate: Candidate, { similarity, best, ranks }: Context): number[] {
  const near = similarity(candidate)
  const before = prior(candidate, near)
  const words = candidate.scores.get('words') ?? 0
  const names = candidate.scores.get('names') ?? 0
  const rankIn = (source: string) =>
    Math.log1p(candidate.found.find((hit) => hit.source === source)?.rank ?? unranked)
  const rank = ranks.get(candidate)
  return [
    near,
    near - best.similarity,
    Math.log1p(rank?.similarity ?? 0),
    before,
    before - best.prior,
    Math.log1p(rank?.prior ?? 0),
    best.words === 0 ? 0 : words / best.words,
    rankIn('words'),
    best.names === 0 ? 0 : names / best.names,
    rankIn('names')
  ]
}

function standingFeatures(candidate: Candidate): number[] {
  const { usage, mentions, linked, twins, twinUsage, parentUsage, length } = candidate.standing
  const depth = candidate.api === null ? 0 : candidate.name.split('.').length - 1
  return [
    Math.log1p(usage),
    Math.log1p(mentions),
    Math.log1p(linked),
    Math.log(Math.max(1, twins)),
    Math.log1p(twinUsage),
    Math.log1p(usage) - Math.log1p(twinUsage),
    Math.log1p(parentUsage),
    depth,
    Math.log1p(length),
    internalName.test(candidate.name) ? 1 : 0
  ]
}

/** What its authors call internal, private or old is rarely what somebody should use. */
const internalName = /(?:^|\.)(?:_\w*|internal|compat|raw_ops|experimental|testing|backend)(?:\.|$)/

function matchFeatures(candidate: Candidate, context: Context): number[] {
  return [...twinFeatures(candidate, context), ...nameFeatures(candidate, context.seen)]
}

/** Beside APIs of the same name: is this the one that is meant? */
function twinFeatures(candidate: Candidate, { similarity, twins }: Context): number[] {
  const near = similarity(candidate)
  const parentUsage = Math.log1p(candidate.standing.parentUsage)
  const own = { similarity: near, prior: prior(candidate, near), parent: parentUsage }
  const best = twins.get(twinKey(candidate)) ?? own
  return [
    Math.log(companionFloor + (candidate.scores.get('USED_WITH') ?? 0)),
    best.similarity - near,
    own.prior >= best.prior - 1e-9 ? 1 : 0,
    parentUsage - best.parent,
    parentUsage >= best.parent ? 1 : 0
  ]
}

/** Does the question name it, or its parts, or where it belongs? */
function nameFeatures(candidate: Candidate, seen: QuestionWords): number[] {
  const last = lastName(candidate)
  const parts = identifierParts(last)
    .filter((part) => part.length > 1)
    .map(stem)
  const shared = parts.filter((part) => seen.stems.has(part)).length
  const parent = candidate.name.split('.').at(-2)?.toLowerCase() ?? ''
  const library = candidate.library.replace(/^[^/]*\//, '').replace(/@.*$/, '')
  return [
    seen.words.has(last.toLowerCase()),
    seen.called.has(last),
    seen.dotted.has(last),
    seen.names.has(candidate.name),
    shared / (parts.length + 0.5),
    parent !== '' && seen.words.has(parent),
    seen.hinted.has(parent),
    seen.prose.includes(library)
  ].map(Number)
}

const companionFloor = 1e-4

function kindFeatures(candidate: Candidate): number[] {
  const kind = candidate.api === null ? 'page' : candidate.kind
  return ['module', 'class', 'function', 'method', 'attribute', 'page'].map((k) =>
    kind === k ? 1 : 0
  )
}

/** A family more says less than the first: on this scale one counts as much as going from three to fourteen. */
const oneFamily = 0.3

function experienceFeatures({ scores }: Candidate): number[] {
  return [
    Math.log1p((scores.get('familiesUsing') ?? 0) / oneFamily),
    scores.get('nearSolved') ?? 0,
    scores.get('nearTwin') ?? 0
  ]
}
