/** What a judge's scores on the scale of five come to. */
export interface ScaleSummary {
  readonly n: number
  readonly mean: number
  /** Standard deviation of the population that was judged: all problems, no sample of them. */
  readonly sd: number
  /** Standard error of the mean: sd / √n. */
  readonly se: number
  /** Share of 3 or lower. */
  readonly threeOrLower: number
  /** Share of 4 and 5. */
  readonly topTwo: number
}

/** From how often each of 1, 2, 3, 4, 5 was given (the formulas of the Spark experiments I and II); NaN of nothing. */
export function scaleSummary(
  counts: readonly [one: number, two: number, three: number, four: number, five: number]
): ScaleSummary {
  const n = counts.reduce((sum, count) => sum + count, 0)
  const mean = counts.reduce((sum, count, i) => sum + count * (i + 1), 0) / n
  const sd = Math.sqrt(counts.reduce((sum, count, i) => sum + count * (i + 1 - mean) ** 2, 0) / n)
  const topTwo = (counts[3] + counts[4]) / n
  return { n, mean, sd, se: sd / Math.sqrt(n), threeOrLower: 1 - topTwo, topTwo }
}

/** How often each score was given. @throws RangeError for anything but 1 to 5 */
export function scaleCounts(
  scores: readonly number[]
): [one: number, two: number, three: number, four: number, five: number] {
  const counts: [number, number, number, number, number] = [0, 0, 0, 0, 0]
  for (const score of scores) {
    const at = [1, 2, 3, 4, 5].indexOf(score)
    if (at < 0) throw new RangeError(`a score of ${score}; expected 1, 2, 3, 4 or 5`)
    counts[at as 0] += 1
  }
  return counts
}
