export type KappaWeights = 'none' | 'quadratic'

/**
 * Cohen's kappa of two judges over the same things: agreement beyond what their own habits give by chance
 * (Cohen 1960); with quadratic weights, neighbours on a scale disagree less (Cohen 1968). NaN where there is
 * nothing to agree on: no things, or both judges always say the same one.
 * @throws RangeError for lists of different length
 */
export function cohensKappa(
  first: readonly number[],
  second: readonly number[],
  weights: KappaWeights = 'none'
): number {
  sameLength(first, second)
  const cost = (a: number, b: number) => (weights === 'quadratic' ? (a - b) ** 2 : Number(a !== b))
  let observed = 0
  let expected = 0
  first.forEach((a, i) => {
    observed += cost(a, second[i] ?? NaN)
    for (const b of second) expected += cost(a, b) / second.length
  })
  return expected === 0 ? NaN : 1 - observed / expected
}

/**
 * Spearman's rank correlation, ties at their mean rank (Spearman 1904): Pearson's of the ranks. NaN where
 * one side never differs.
 */
export function rankCorrelation(first: readonly number[], second: readonly number[]): number {
  sameLength(first, second)
  const [a, b] = [ranks(first), ranks(second)]
  const middle = (a.length + 1) / 2
  let together = 0
  let [ofA, ofB] = [0, 0]
  a.forEach((rank, i) => {
    const other = (b[i] ?? NaN) - middle
    together += (rank - middle) * other
    ofA += (rank - middle) ** 2
    ofB += other ** 2
  })
  return ofA === 0 || ofB === 0 ? NaN : together / Math.sqrt(ofA * ofB)
}

function ranks(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b)
  const last = new Map(sorted.map((value, i) => [value, i + 1]))
  const first = new Map(sorted.toReversed().map((value, i) => [value, sorted.length - i]))
  return values.map((value) => ((first.get(value) ?? NaN) + (last.get(value) ?? NaN)) / 2)
}

function sameLength(first: readonly number[], second: readonly number[]): void {
  if (first.length !== second.length)
    throw new RangeError(
      `${first.length} and ${second.length} judgements; expected as many of both`
    )
}
