import type { Ranked, Retrieved } from '../memory.js'
import { sureExactness } from './exactness.js'
import { relevanceModels } from './fitted-models.js'
import { probabilityOf, type RelevanceModel } from './relevance-model.js'
import { sayingOf, signalsOf } from './signals.js'

/** An item with how likely it is of use for the question it was found for. */
export interface Assessed extends Ranked {
  readonly probability: number
}

export interface Assessment {
  /** Documentation and experience, likeliest first. */
  readonly items: readonly Assessed[]
  readonly thresholds: RelevanceModel['thresholds']
  /** What a reader has to know of how this was judged; null where nothing. */
  readonly remark: string | null
}

/** What stands where nobody fitted a model: the same signals, and only what is very likely. */
const strict = { answer: 0.75, hook: 0.85 }

/** A token that one entry holds, or two, leads to it whatever else is asked. */
const alone = 0.5
const certain = 0.97
/** One sentence that says nearly all that the question says. */
const likely = 0.7

const notFitted =
  'How well things fit was not fitted for this embedder, so a strict threshold is used: `npm run eval:fit-relevance` fits it.'

/** How likely each item is of use, by itself and not beside others; pure. */
export function assess(retrieved: Retrieved, embedder: string): Assessment {
  const fitted = relevanceModels.find((model) => isFor(model, embedder))
  const model = fitted ?? relevanceModels[0]
  if (model === undefined) throw new Error('Cairn comes without a relevance model')
  const rows = signalsOf(retrieved, retrieved.ranked)
  const items = retrieved.ranked.map((entry, i) => {
    const fitting = probabilityOf(rows[i] ?? [], model)
    const exact = sureExactness(entry, retrieved.terms) >= alone ? certain : 0
    const saying = sayingOf(rows[i] ?? []) ? likely : 0
    return { ...entry, probability: Math.max(fitting, exact, saying) }
  })
  return {
    items: items.sort(
      (a, b) => b.probability - a.probability || (a.memory.id < b.memory.id ? -1 : 1)
    ),
    thresholds: fitted?.thresholds ?? strict,
    remark: fitted === undefined ? notFitted : null
  }
}

function isFor({ embedder }: RelevanceModel, id: string): boolean {
  return embedder === id || (embedder.endsWith(':') && id.startsWith(embedder))
}
