/**
 * The value below which a Beta(a, b) variable lies with probability p, by bisection of its distribution function,
 * to 1e-9.
 * @param p from 0 to 1
 */
export function betaQuantile(p: number, a: number, b: number): number {
  let [low, high] = [0, 1]
  while (high - low > 1e-9) {
    const middle = (low + high) / 2
    if (betaDistribution(middle, a, b) < p) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** The regularised incomplete beta function: NIST DLMF 8.17.22, and 8.17.4 where that converges slowly. */
export function betaDistribution(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - betaDistribution(1 - x, b, a)
  const front = Math.exp(
    a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b)
  )
  return (front / a) * continuedFraction(x, a, b)
}

const steps = 400
const tiny = 1e-300

/** Lentz's method as Thompson and Barnett changed it (1986). */
function continuedFraction(x: number, a: number, b: number): number {
  const away = (value: number) => (Math.abs(value) < tiny ? tiny : value)
  let c = 1
  let d = 1 / away(1 - ((a + b) * x) / (a + 1))
  let value = d
  for (let m = 1; m <= steps; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / away(1 + even * d)
    c = away(1 + even / c)
    value *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / away(1 + odd * d)
    c = away(1 + odd / c)
    value *= d * c
    if (Math.abs(d * c - 1) < 1e-12) break
  }
  return value
}

/** ln Γ(x) for x > 0: Stirling's series (DLMF 5.11.1) after the argument was raised above 10. */
function logGamma(x: number): number {
  let [shift, z] = [0, x]
  while (z < 10) {
    shift += Math.log(z)
    z += 1
  }
  const inverse = 1 / (z * z)
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / z
  return (z - 0.5) * Math.log(z) - z + Math.log(2 * Math.PI) / 2 + series - shift
}
