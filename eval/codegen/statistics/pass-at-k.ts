/**
 * The chance that one of k samples passes, unbiased, from c passes among n samples of a problem:
 * 1 - C(n-c, k) / C(n, k), as a product that does not overflow (Chen et al., Evaluating Large Language
 * Models Trained on Code, 2021, section 2.1 and figure 3).
 * @throws RangeError where k is more than the samples there are
 */
export function passAtK(n: number, c: number, k: number): number {
  if (!(k >= 1 && k <= n && c >= 0 && c <= n))
    throw new RangeError(`pass@${k} of ${c} passes in ${n} samples; expected k from 1 to n`)
  if (n - c < k) return 1
  let none = 1
  for (let i = n - c + 1; i <= n; i += 1) none *= 1 - k / i
  return 1 - none
}
