/** How clusters stand to classes that are known from elsewhere. Both lists run over the same items. */

/**
 * Share of items that belong to the largest class of their cluster, 0 to 1; NaN of nothing.
 * It rises with the number of clusters by itself: read it beside `normalisedMutualInformation`.
 * Source: Manning, Raghavan, Schütze, Introduction to Information Retrieval, 16.3.
 */
export function purity(
  clusters: readonly (string | number)[],
  classes: readonly (string | number)[]
): number {
  let inLargest = 0
  for (const counts of table(clusters, classes).values()) inLargest += Math.max(...counts.values())
  return inLargest / clusters.length
}

/**
 * What cluster and class say of each other over the mean of their entropies, 0 to 1; 1 where both
 * are one group. NaN of nothing.
 * Source: Manning, Raghavan, Schütze, Introduction to Information Retrieval, formula 16.2.
 */
export function normalisedMutualInformation(
  clusters: readonly (string | number)[],
  classes: readonly (string | number)[]
): number {
  const n = clusters.length
  if (n === 0) return NaN
  const ofCluster = countsOf(clusters)
  const ofClass = countsOf(classes)
  let shared = 0
  for (const [cluster, counts] of table(clusters, classes)) {
    for (const [label, both] of counts) {
      const alone = (ofCluster.get(cluster) ?? 0) * (ofClass.get(label) ?? 0)
      shared += (both / n) * Math.log((n * both) / alone)
    }
  }
  const mean = (entropy(ofCluster, n) + entropy(ofClass, n)) / 2
  return mean === 0 ? 1 : Math.min(1, Math.max(0, shared / mean))
}

type Counts = Map<string | number, number>

function countsOf(labels: readonly (string | number)[]): Counts {
  const counts: Counts = new Map()
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  return counts
}

function entropy(counts: Counts, n: number): number {
  let sum = 0
  for (const count of counts.values()) sum -= (count / n) * Math.log(count / n)
  return sum
}

function table(
  clusters: readonly (string | number)[],
  classes: readonly (string | number)[]
): Map<string | number, Counts> {
  const cells = new Map<string | number, Counts>()
  clusters.forEach((cluster, i) => {
    const counts = cells.get(cluster) ?? new Map<string | number, number>()
    const label = classes[i] ?? ''
    counts.set(label, (counts.get(label) ?? 0) + 1)
    cells.set(cluster, counts)
  })
  return cells
}
