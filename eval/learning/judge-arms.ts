import type { Cairn } from '../../src/cairn.js'
import type { RetrievalPart } from '../../src/retrieve/parts.js'
import type { RankingWeights } from '../../src/retrieve/ranking-weights.js'
import { armNamed } from '../retrieval/arms.js'
import { labelOf, normalLabel } from '../retrieval/labels.js'
import { judge, type Scored } from '../retrieval/metrics.js'
import type { Problem } from '../retrieval/problems.js'

/** Orders that are the same in every epoch; the learned one stands in the graph. */
export interface Orders {
  /** Learned from plain questions alone, so that nothing of the benchmark is in it. */
  readonly unlearned: RankingWeights
  /** Learned from the labels of all families that are not held out, those that have yet to come too: what labels would bring. */
  readonly labels: RankingWeights
}

/** What a question is answered from. */
export interface LearningArm {
  readonly name: string
  readonly without: readonly RetrievalPart[]
  /** Number of the epoch whose insights are used; left out, those in force now. */
  readonly asOf?: number
  /** Whose order: the one before anything came in, one learned from the labels of all families seen, or what Cairn learned by itself. */
  readonly order: 'unlearned' | 'labels' | 'learned'
}

/** The epoch that is closed before anything has come in: as of it no insight is in force. */
export const emptyEpoch = 1

export const learningArms = {
  documentation: {
    name: '(a) documentation alone',
    without: armNamed('graph').without,
    order: 'unlearned'
  },
  labels: {
    name: '(b) the same, order learned from labels',
    without: armNamed('graph').without,
    order: 'labels'
  },
  order: {
    name: '(c) the same, order learned from traces',
    without: armNamed('graph').without,
    order: 'learned'
  },
  traces: { name: '(d) traces too, no insights', without: [], asOf: emptyEpoch, order: 'learned' },
  insights: { name: '(e) traces and insights', without: [], order: 'learned' }
} as const satisfies Record<string, LearningArm>
export type LearningArmKey = keyof typeof learningArms

/** Sections that are asked for: fifty entries, and room for sections that are no entries. */
const limit = 70

/** Asks every problem with labels and judges where its documentation stands. */
export async function judgeArm(
  cairn: Cairn,
  problems: readonly Problem[],
  how: {
    readonly arm: LearningArm
    readonly orders: Orders
    readonly entries: ReadonlySet<string>
  }
): Promise<Scored[]> {
  const scored: Scored[] = []
  const { without, asOf, order } = how.arm
  const weights = order === 'learned' ? {} : { weights: how.orders[order] }
  for (const { id, library, family, prompt, docs } of problems) {
    if (docs.length === 0) continue
    const { ranked } = await cairn.retrieve(
      { text: prompt, libraries: [] },
      {
        spaces: ['public'],
        limit,
        without,
        ...weights,
        ...(asOf === undefined ? {} : { asOf })
      }
    )
    const found = ranked.flatMap(({ memory }) => labelOf(memory.id) ?? [])
    const labels = [...new Set(found)].filter((label) => how.entries.has(label))
    scored.push({ id, library, family, ...judge(labels, new Set(docs.map(normalLabel))) })
  }
  return scored
}
