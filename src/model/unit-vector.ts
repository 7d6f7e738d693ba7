/**
 * The vector scaled to length one. One without direction (all zeros) becomes the first axis, so that
 * every text has a vector that a cosine index accepts. `null` where a component is not a finite number.
 */
export function unitVector(values: ArrayLike<number>): Float32Array | null {
  const vector = Float32Array.from(values)
  let largest = 0
  for (const value of vector) {
    if (!Number.isFinite(value)) return null
    largest = Math.max(largest, Math.abs(value))
  }
  if (largest === 0) {
    vector[0] = 1
    return vector
  }
  // Scaled by the largest component first: squares of very large or small numbers leave the doubles.
  const scaled = Float64Array.from(vector, (value) => value / largest)
  const length = Math.sqrt(scaled.reduce((sum, value) => sum + value * value, 0))
  return Float32Array.from(scaled, (value) => value / length)
}
