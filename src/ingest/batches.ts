/** Rows in one transaction when only properties and edges are written. */
const batchSize = 2_000

/** Rows in portions that one transaction takes, in order. */
export function* batches<T>(rows: readonly T[], size = batchSize): Generator<T[]> {
  for (let i = 0; i < rows.length; i += size) yield rows.slice(i, i + size)
}
