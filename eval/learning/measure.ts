import type { Cairn } from '../../src/cairn.js'
import type { RankingWeights } from '../../src/retrieve/ranking-weights.js'
import type { Scored } from '../retrieval/metrics.js'
import type { Problem } from '../retrieval/problems.js'
import type { Arrival } from './arrivals.js'
import { askWatch, type WatchReport } from './ask-watch.js'
import { emptyEpoch, judgeArm, learningArms, type LearningArmKey } from './judge-arms.js'
import { meanOf, pairedDifference, relativeGain, type Estimate } from './paired.js'

/** How well one arm does on families that were never seen. */
export interface ArmFigures {
  readonly questions: number
  readonly ndcg10: Estimate
  readonly recall10: Estimate
  readonly recall50: Estimate
  /** Of NDCG@10, against documentation alone, question by question. */
  readonly difference: Estimate
  readonly relative: Estimate
}

export interface EpochFigures {
  readonly arms: Readonly<Record<LearningArmKey, ArmFigures>>
  readonly watch: { readonly traces: WatchReport; readonly insights: WatchReport }
}

export interface Measuring {
  readonly weights: RankingWeights
  readonly entries: ReadonlySet<string>
}

/** Asks everything that is asked after an epoch. */
export async function measureEpoch(
  cairn: Cairn,
  heldOut: { readonly problems: readonly Problem[]; readonly attempts: readonly Arrival[] },
  by: Measuring
): Promise<EpochFigures> {
  const judged = async (key: LearningArmKey) =>
    judgeArm(cairn, heldOut.problems, { ...by, arm: learningArms[key] })
  const documentation = await judged('documentation')
  const traces = await judged('traces')
  const insights = await judged('insights')
  return {
    arms: {
      documentation: figuresOf(documentation, documentation),
      traces: figuresOf(documentation, traces),
      insights: figuresOf(documentation, insights)
    },
    watch: {
      traces: await askWatch(cairn, heldOut.attempts, emptyEpoch),
      insights: await askWatch(cairn, heldOut.attempts)
    }
  }
}

function figuresOf(base: readonly Scored[], scored: readonly Scored[]): ArmFigures {
  return {
    questions: scored.length,
    ndcg10: meanOf(scored, 'ndcg10'),
    recall10: meanOf(scored, 'recall10'),
    recall50: meanOf(scored, 'recall50'),
    difference: pairedDifference(base, scored, 'ndcg10'),
    relative: relativeGain(base, scored, 'ndcg10')
  }
}

/** What an epoch answered right after it and at the end. */
export interface Forgetting {
  readonly epoch: number
  readonly questions: number
  readonly then: number
  readonly atTheEnd: number
  readonly difference: Estimate
  readonly relative: Estimate
}

export function forgettingOf(
  epoch: number,
  then: readonly Scored[],
  now: readonly Scored[]
): Forgetting {
  return {
    epoch,
    questions: then.length,
    then: meanOf(then, 'ndcg10').value,
    atTheEnd: meanOf(now, 'ndcg10').value,
    difference: pairedDifference(then, now, 'ndcg10'),
    relative: relativeGain(then, now, 'ndcg10')
  }
}
