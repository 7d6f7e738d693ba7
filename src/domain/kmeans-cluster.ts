import { randomFrom } from './random-from.js'
import { kmeans } from 'ml-kmeans'

export interface KmeansClusters {
  /** Cluster of each point. */
  readonly clusters: readonly number[]
  readonly centroids: readonly (readonly number[])[]
}

/** After a dozen rounds points hardly move; what is left is not worth the time. */
const maxIterations = 12

/**
 * Lloyd's k-means by ml-kmeans from k-means++ centres of our own: the library's own start makes
 * a copy of every row for every distance. The same points and seed give the same clusters.
 * @param k is lowered to the number of points
 */
export function kmeansClusters(points: number[][], k: number, seed: number): KmeansClusters {
  const wanted = Math.max(1, Math.min(Math.floor(k), points.length))
  if (points.length === 0) return { clusters: [], centroids: [] }
  const initialization = firstCentres(points, wanted, randomFrom(seed))
  const { clusters, centroids } = kmeans(points, wanted, {
    initialization,
    maxIterations,
    distanceFunction: squaredDistance
  })
  return { clusters, centroids }
}

/** k-means++ (Arthur and Vassilvitskii, 2007): each next centre with a chance that grows with its squared distance. */
function firstCentres(points: readonly number[][], k: number, random: () => number): number[][] {
  const centres = [points[Math.floor(random() * points.length)] ?? []]
  const nearest = points.map((point) => squaredDistance(point, centres[0] ?? []))
  while (centres.length < k) {
    const next = points[drawn(nearest, random())] ?? []
    centres.push(next)
    points.forEach((point, i) => {
      const distance = squaredDistance(point, next)
      if (distance < (nearest[i] ?? 0)) nearest[i] = distance
    })
  }
  return centres.map((centre) => [...centre])
}

/** Position drawn with a chance in proportion to its weight; of weights that are all 0, any. */
function drawn(weights: readonly number[], chance: number): number {
  let left = chance * weights.reduce((sum, weight) => sum + weight, 0)
  if (left === 0) return Math.floor(chance * weights.length)
  for (const [i, weight] of weights.entries()) {
    left -= weight
    if (left < 0) return i
  }
  return weights.length - 1
}

export function squaredDistance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < a.length; i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    sum += difference * difference
  }
  return sum
}

/**
 * How much nearer points are to their own centre than to the next, −1 to 1, the mean over all; a
 * point alone in its cluster counts 0, or as many clusters as points would be best. This is the
 * simplified silhouette of Hruschka, Campello and de Castro (2004): it looks at centres in place of
 * all pairs, which the silhouette of Rousseeuw (1987) does.
 */
export function simplifiedSilhouette(
  points: readonly (readonly number[])[],
  { clusters, centroids }: KmeansClusters
): number {
  if (centroids.length < 2 || points.length === 0) return 0
  const sizes = new Array<number>(centroids.length).fill(0)
  for (const cluster of clusters) sizes[cluster] = (sizes[cluster] ?? 0) + 1
  let sum = 0
  points.forEach((point, i) => {
    const own = clusters[i] ?? 0
    if ((sizes[own] ?? 0) > 1) sum += standing(point, own, centroids)
  })
  return sum / points.length
}

function standing(
  point: readonly number[],
  own: number,
  centroids: readonly (readonly number[])[]
): number {
  let next = Infinity
  centroids.forEach((centroid, at) => {
    if (at !== own) next = Math.min(next, squaredDistance(point, centroid))
  })
  const a = Math.sqrt(squaredDistance(point, centroids[own] ?? []))
  const b = Math.sqrt(next)
  return a === b ? 0 : (b - a) / Math.max(a, b)
}
