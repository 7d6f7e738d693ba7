import { CairnError } from '../../errors.js'
import type { Database } from '../../graph/database.js'
import { countPassed, principalsKnown, rankingOf, writeRanking } from '../../graph/queries.js'
import { familyFolds } from '../../domain/families.js'
import { gather, type RetrieveDeps } from '../retrieve.js'
import { rankingWeights, type RankingWeights, type Weights } from '../ranking-weights.js'
import { compareRankings, type Comparison } from './compare-rankings.js'
import { crossWeights } from './cross-weights.js'
import { byFamily, exampleOf, readSolved, wantedOf, type Example, type Solved } from './examples.js'
import { learn, roomFor, type LearnOptions, type Lesson } from './listwise.js'
import { packRanking, rankingId } from './stored-ranking.js'

export const rankingJobKind = 'learn-ranking'

/** The learning of the order in a space as a job. */
export function rankingJob(space: string): {
  kind: string
  label: string
  input: { space: string }
} {
  return { kind: rankingJobKind, label: 'order of documentation', input: { space } }
}

/** What came of learning. */
export interface RankingReport extends Comparison {
  /** Problems that were solved in the space. */
  readonly solved: number
  /** Those of them that were looked at, and how many families they make. */
  readonly problems: number
  readonly families: number
  /** Problems of which nothing that the solutions used was among the candidates. */
  readonly unanswered: number
  /** Whether the learned order is in force: only where it is surely better. */
  readonly inForce: boolean
  readonly reason: string
  readonly embedder: string
  readonly seconds: number
}

/** Fewer solved problems say too little. */
export const leastSolved = 40
/** More are sampled: it would take longer and hardly change the weights. */
const mostSolved = 400
const foldCount = 5
/** How strongly the weights are held to those they begin at, chosen over families of DS-1000 (eval/README.md). */
const strength = 0.3

interface Run {
  readonly signal: AbortSignal
  report(done: number, total: number): void
}

/**
 * Learns the order of documentation from the problems of a space that were solved: what a solution used should have stood on top of the answer to
 * its problem. Each problem is asked as if its family had never been seen. The learned weights come into force
 * where they are surely better on families they were not learned from; otherwise the shipped ones are.
 * @throws CairnError CANCELLED, GRAPH_UNAVAILABLE, MODEL_UNAVAILABLE
 */
export async function learnRanking(
  deps: RetrieveDeps,
  at: { readonly space: string; readonly spaces: readonly string[] },
  run: Run
): Promise<RankingReport> {
  const started = performance.now()
  const from = deps.weights ?? rankingWeights
  const solved = await readSolved(deps.db, at.space, mostSolved)
  const examples =
    solved.length < leastSolved ? [] : await gatherExamples(deps, solved, { ...at, run })
  const useful = examples.filter(({ experience }) => experience.wanted.some((w) => w > 0))
  const by = {
    pause: () => breathe(run.signal),
    room: roomFor(useful.map(({ experience }) => experience))
  }
  const compared = await crossJudge(useful, from.experience, by)
  const inForce = useful.length >= leastSolved && compared.low > 0
  const weights = inForce ? await learnTables(useful, from, by) : null
  const report: RankingReport = {
    ...compared,
    solved: await countSolved(deps.db, at.space),
    problems: solved.length,
    families: new Set(solved.map(({ family }) => family)).size,
    unanswered: examples.length - useful.length,
    inForce,
    reason: reasonOf({ solved: solved.length, useful: useful.length, inForce }),
    embedder: deps.embedder.id,
    seconds: Math.round(performance.now() - started) / 1000
  }
  await deps.db.run(writeRanking, {
    id: rankingId(at.space),
    report: JSON.stringify(report),
    ranking: weights === null ? null : packRanking(deps.embedder.id, weights),
    problems: report.solved
  })
  deps.shelf.forget()
  return report
}

function reasonOf(seen: { solved: number; useful: number; inForce: boolean }): string {
  if (seen.solved < leastSolved)
    return `${seen.solved} solved problems say too little; ${leastSolved} are needed.`
  if (seen.useful < leastSolved)
    return `Only for ${seen.useful} of ${seen.solved} solved problems anything that was used was found; ${leastSolved} are needed.`
  return seen.inForce
    ? 'It is surely better on problems that it was not learned from.'
    : 'It is not surely better than the order that Cairn comes with, which stays in force.'
}

async function gatherExamples(
  deps: RetrieveDeps,
  solved: readonly Solved[],
  at: { readonly spaces: readonly string[]; readonly run: Run }
): Promise<Example[]> {
  const wanted = wantedOf(solved)
  const families = byFamily(solved)
  const examples: Example[] = []
  const { spaces, run } = at
  for (const problem of solved) {
    run.report(examples.length, solved.length)
    await breathe(run.signal)
    const { kin, trust } = families.get(problem.family) ?? { kin: new Set(), trust: new Map() }
    const options = { spaces, except: kin }
    const gathered = await gather(deps, { text: problem.text, libraries: [] }, options)
    examples.push(exampleOf(gathered, problem, { wanted: wanted(problem), trust }))
  }
  run.report(examples.length, solved.length)
  return examples
}

type Learning = Required<Pick<LearnOptions, 'pause' | 'room'>>

/** Each family is judged by weights that were learned from the other folds. */
async function crossJudge(
  examples: readonly Example[],
  from: Weights,
  by: Learning
): Promise<Comparison> {
  const lessons = examples.map(({ experience }) => experience)
  if (lessons.length < leastSolved) return compareRankings(lessons, from, () => from)
  const families = lessons.map(({ family }) => family)
  const folds = familyFolds(families, foldCount)
  const learned = await crossWeights(lessons, folds, (others) => learnFrom(others, from, by))
  return compareRankings(lessons, from, learned)
}

function learnFrom(lessons: readonly Lesson[], from: Weights, by: Learning): Promise<Weights> {
  return learn(lessons, { from, strength, ...by })
}

async function learnTables(
  examples: readonly Example[],
  from: RankingWeights,
  by: Learning
): Promise<RankingWeights> {
  const documentation = examples.map((example) => example.documentation)
  const experience = examples.map((example) => example.experience)
  return {
    documentation: await learnFrom(documentation, from.documentation, by),
    experience: await learnFrom(experience, from.experience, by)
  }
}

/** Gives others their turn, and ends the run where that was asked for. */
async function breathe(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
  if (signal.aborted) throw new CairnError('CANCELLED', 'Learning the order was cancelled.')
}

/** How much must have come since: a fifth more. */
const news = 1.2

/** Whether enough was solved since the order of a space was last learned. */
export async function isRankingDue(db: Database, space: string): Promise<boolean> {
  const [solved, [last]] = await Promise.all([
    countSolved(db, space),
    db.run(rankingOf, { id: rankingId(space) })
  ])
  return solved >= leastSolved && solved >= (last?.problems ?? 0) * news
}

const mostCounted = 100_000

async function countSolved(db: Database, space: string): Promise<number> {
  const [{ known } = { known: 0 }] = await db.run(principalsKnown, { space })
  const [row] = await db.run(countPassed, { space, most: mostCounted, known })
  return row?.problems ?? 0
}
