import { signals } from './signals.js'

/** A fitted model of being of use: a logistic regression over the signals, and from which probability on an item is shown. */
export interface RelevanceModel {
  /** Ids of the embedders whose cosines it was fitted to; `lexical:` stands for all of them. */
  readonly embedder: string
  readonly bias: number
  readonly weights: Readonly<Record<string, SignalWeight>>
  /** By what is asked for: an answer, an unasked-for hook. */
  readonly thresholds: Readonly<Record<'answer' | 'hook', number>>
  /** What it was fitted to, for a reader. */
  readonly fitted: {
    readonly questions: number
    readonly items: number
    readonly libraries: number
    /** Of the items shown to questions that were not fitted to, how many are useless; and the upper bound of that, 95 %. */
    readonly useless: number
    readonly uselessAtMost: number
  }
}

/** A signal is centred and scaled before it is weighed. */
export interface SignalWeight {
  readonly weight: number
  readonly mean: number
  readonly deviation: number
}

/** From 0 to 1: how likely an item with these signals is of use. Pure. */
export function probabilityOf(row: readonly number[], model: RelevanceModel): number {
  const sum = signals.reduce((total, { name }, i) => {
    const weight = model.weights[name]
    if (weight === undefined) return total
    return total + (weight.weight * ((row[i] ?? 0) - weight.mean)) / weight.deviation
  }, model.bias)
  return 1 / (1 + Math.exp(-sum))
}
