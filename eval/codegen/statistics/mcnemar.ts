export interface McNemar {
  /** Pairs that only the first got right. */
  readonly onlyFirst: number
  readonly onlySecond: number
  /** Two-sided exact p: how often chance alone parts the discordant pairs at least so unevenly. */
  readonly p: number
}

/**
 * McNemar's test on pairs of right and wrong, exact: the discordant pairs are tosses of a fair coin
 * (McNemar 1947; two-sided by doubling the smaller tail, at most 1). No discordant pair gives p = 1.
 */
export function mcnemar(pairs: readonly (readonly [first: boolean, second: boolean])[]): McNemar {
  const onlyFirst = pairs.filter(([first, second]) => first && !second).length
  const onlySecond = pairs.filter(([first, second]) => !first && second).length
  const n = onlyFirst + onlySecond
  const fewer = Math.min(onlyFirst, onlySecond)
  let logChoose = 0
  let tail = 0
  for (let k = 0; k <= fewer; k += 1) {
    if (k > 0) logChoose += Math.log(n - k + 1) - Math.log(k)
    tail += Math.exp(logChoose - n * Math.LN2)
  }
  return { onlyFirst, onlySecond, p: Math.min(1, 2 * tail) }
}
