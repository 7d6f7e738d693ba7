import { setImmediate as nextTurn } from 'node:timers/promises'
import {
  kmeansClusters,
  simplifiedSilhouette,
  squaredDistance,
  type KmeansClusters
} from '../../domain/kmeans-cluster.js'
import { randomFrom } from '../../domain/random-from.js'
import { rowOf, type Matrix } from './matrix.js'

/** Rows that are clustered at once: what k-means costs grows with rows times clusters. */
const partSize = 256

/** Rows that a coarse split is learned from. */
const sampleSize = 1_024
const mostParts = 32

/** Mean sizes of clusters that are tried; which of them fits is for the silhouette to say. */
const meanSizes = [16, 10, 6, 4, 2.5]

/**
 * Clusters rows by nearness: a coarse k-means on a sample cuts many into parts, then in each part
 * k is that of a small grid whose simplified silhouette is best. Rows that are not numbers at all
 * (no vector) are all 0 and lie together. The same matrix and seed give the same clusters.
 * @returns for each cluster its rows, in order of their first
 * @throws what `check` throws, which is asked between parts
 */
export async function clusterRows(
  matrix: Matrix,
  options: { readonly seed: number; readonly check?: () => void }
): Promise<number[][]> {
  const open: number[][] = [Array.from({ length: matrix.rows }, (_, i) => i)]
  const clusters: number[][] = []
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    options.check?.()
    // Others ask meanwhile.
    await nextTurn()
    const seed = options.seed + clusters.length
    if (part.length > partSize) open.push(...coarseParts(matrix, part, seed))
    else clusters.push(...fineClusters(matrix, part, seed))
  }
  return clusters.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
}

function coarseParts(matrix: Matrix, rows: readonly number[], seed: number): number[][] {
  const sample = drawSample(rows, seed).map((row) => rowOf(matrix, row))
  const k = Math.min(mostParts, Math.max(2, Math.ceil((2 * rows.length) / partSize)))
  const { centroids } = kmeansClusters(sample, k, seed)
  const parts = new Map<number, number[]>()
  for (const row of rows) {
    const nearest = nearestOf(rowOf(matrix, row), centroids)
    const part = parts.get(nearest)
    if (part === undefined) parts.set(nearest, [row])
    else part.push(row)
  }
  // Equal rows cannot be told apart: cut by order, or it would never end.
  return parts.size > 1 ? [...parts.values()] : chunks(rows)
}

function chunks(rows: readonly number[]): number[][] {
  const count = Math.ceil(rows.length / partSize)
  return Array.from({ length: count }, (_, i) => rows.slice(i * partSize, (i + 1) * partSize))
}

function drawSample(rows: readonly number[], seed: number): number[] {
  if (rows.length <= sampleSize) return [...rows]
  const random = randomFrom(seed)
  const drawn = new Set<number>()
  while (drawn.size < sampleSize) drawn.add(Math.floor(random() * rows.length))
  return [...drawn].sort((a, b) => a - b).map((at) => rows[at] ?? 0)
}

function nearestOf(point: readonly number[], centroids: KmeansClusters['centroids']): number {
  let [best, least] = [0, Infinity]
  centroids.forEach((centroid, at) => {
    const distance = squaredDistance(point, centroid)
    if (distance < least) [best, least] = [at, distance]
  })
  return best
}

function fineClusters(matrix: Matrix, rows: readonly number[], seed: number): number[][] {
  const points = rows.map((row) => rowOf(matrix, row))
  const sizes = meanSizes.map((size) => Math.round(rows.length / size))
  const grid = [...new Set(sizes)].filter((k) => k >= 2 && k < rows.length)
  let best: KmeansClusters = { clusters: rows.map(() => 0), centroids: [] }
  let highest = leastSilhouette
  for (const k of grid) {
    const found = kmeansClusters(points, k, seed)
    const silhouette = simplifiedSilhouette(points, found)
    if (silhouette > highest) [best, highest] = [found, silhouette]
  }
  const groups = new Map<number, number[]>()
  rows.forEach((row, i) => {
    const cluster = best.clusters[i] ?? 0
    groups.set(cluster, [...(groups.get(cluster) ?? []), row])
  })
  return [...groups.values()]
}

/** Below this there is no structure to speak of (Kaufman and Rousseeuw 1990 say 0.25 for the full silhouette): better one cluster. */
const leastSilhouette = 0.05
