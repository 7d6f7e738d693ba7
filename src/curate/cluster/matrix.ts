import { randomFrom } from '../../domain/random-from.js'

/** Rows of numbers in one block: a hundred thousand of them are 40 MB. */
export interface Matrix {
  readonly rows: number
  readonly width: number
  readonly values: Float32Array
}

export function rowOf(matrix: Matrix, row: number): number[] {
  const start = row * matrix.width
  return Array.from(matrix.values.subarray(start, start + matrix.width))
}

/** Writes vectors of any length into rows of a fixed width. */
export interface Projection {
  readonly width: number
  /** Adds `weight` times the unit vector of `vector` to a row; nothing where it has no length. */
  add(into: Float32Array, vector: ArrayLike<number>, weight: number): void
}

/**
 * Random signs in place of the coordinates: distances keep within about 1/√width of what they were
 * (Johnson and Lindenstrauss 1984; with signs: Achlioptas 2003), at a quarter of the work.
 */
export function createProjection(width: number, seed: number): Projection {
  const signs = new Map<number, Int8Array>()
  const signsOf = (coordinate: number): Int8Array => {
    const known = signs.get(coordinate)
    if (known !== undefined) return known
    const random = randomFrom(
      Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(coordinate + 1, 0x85ebca6b)
    )
    const made = Int8Array.from({ length: width }, () => (random() < 0.5 ? -1 : 1))
    signs.set(coordinate, made)
    return made
  }
  return {
    width,
    add: (into, vector, weight) => {
      const length = Math.hypot(...Array.from(vector))
      if (length === 0) return
      const scale = weight / length / Math.sqrt(width)
      for (let c = 0; c < vector.length; c += 1) {
        const value = (vector[c] ?? 0) * scale
        if (value === 0) continue
        const sign = signsOf(c)
        for (let i = 0; i < width; i += 1) into[i] = (into[i] ?? 0) + value * (sign[i] ?? 0)
      }
    }
  }
}

export function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [dot, lengthA, lengthB] = [0, 0, 0]
  for (let i = 0; i < a.length; i += 1) {
    const [x, y] = [a[i] ?? 0, b[i] ?? 0]
    dot += x * y
    lengthA += x * x
    lengthB += y * y
  }
  return lengthA === 0 || lengthB === 0 ? 0 : dot / Math.sqrt(lengthA * lengthB)
}
