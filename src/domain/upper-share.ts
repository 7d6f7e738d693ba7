/** The upper end of the 95 % interval of the share that passed (Wilson 1927); 1 of nothing. */
export function upperShare(count: { readonly passed: number; readonly failed: number }): number {
  const n = count.passed + count.failed
  if (n === 0) return 1
  const z = 1.96
  const p = count.passed / n
  const middle = p + (z * z) / (2 * n)
  const spread = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))
  return Math.min(1, (middle + spread) / (1 + (z * z) / n))
}
