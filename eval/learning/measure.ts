import type { Cairn } from '../../src/cairn.js'
import type { Scored } from '../retrieval/metrics.js'
import type { Problem } from '../retrieval/problems.js'
import type { Arrival } from './arrivals.js'
import { askWatch, type WatchReport } from './ask-watch.js'
import {
  emptyEpoch,
  judgeArm,
  learningArms,
  type LearningArmKey,
  type Orders
} from './judge-arms.js'
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
  readonly orders: Orders
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
  const against = async (key: LearningArmKey) => figuresOf(documentation, await judged(key))
  return {
    arms: {
      documentation: figuresOf(documentation, documentation),
      labels: await against('labels'),
      order: await against('order'),
      traces: await against('traces'),
      insights: await against('insights')
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
