import type { RankingWeights } from '../../src/retrieve/ranking-weights.js'
import type { Cairn } from '../../src/cairn.js'
import { armNamed } from '../retrieval/arms.js'
import { foldCount, gatherLessons, plainWeight, type SpacesOf } from '../retrieval/learning.js'
import { learn } from '../../src/retrieve/ranking/listwise.js'
import { familyFolds } from '../../src/domain/families.js'
import { recordAttempts, spacesWithout } from '../retrieval/open-graph.js'
import type { Problem } from '../retrieval/problems.js'

/**
 * Learns the weights of the ranking from families that are not held out. The attempts at them are put into spaces
 * of folds, so that no question learns from attempts at its own family: the graph is not for use afterwards.
 */
export async function learnWeights(
  cairn: Cairn,
  seen: {
    readonly problems: readonly Problem[]
    readonly plain: readonly Problem[]
    readonly traces: string
    readonly entries: ReadonlySet<string>
  }
): Promise<RankingWeights> {
  const { problems, plain, entries } = seen
  const folds = familyFolds(
    problems.map(({ family }) => family),
    foldCount
  )
  await recordAttempts(cairn, { file: seen.traces, problems, folds })
  const arm = async (name: string, spacesOf: SpacesOf) => {
    const how = { without: armNamed(name).without, spacesOf, entries, onProgress: () => undefined }
    return learn([
      ...(await gatherLessons(cairn, problems, { ...how, weight: 1 })),
      ...(await gatherLessons(cairn, plain, { ...how, weight: plainWeight }))
    ])
  }
  return {
    documentation: await arm('graph', () => ['public']),
    experience: await arm('experience', ({ family }) => spacesWithout(folds.get(family), foldCount))
  }
}

/** Learns the weights from plain questions alone: the order of a Cairn that has seen nothing of the benchmark. */
export async function learnPlainWeights(
  cairn: Cairn,
  plain: readonly Problem[],
  entries: ReadonlySet<string>
): Promise<RankingWeights> {
  const { without } = armNamed('graph')
  const how = { without, spacesOf: () => ['public'], entries, onProgress: () => undefined }
  const weights = await learn(await gatherLessons(cairn, plain, { ...how, weight: 1 }))
  return { documentation: weights, experience: weights }
}
