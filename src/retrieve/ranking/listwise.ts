import { featureNames } from '../features.js'
import type { Weights } from '../ranking-weights.js'

/** The candidates of one question, with how much each is wanted. */
export interface Lesson {
  /** Questions of one family are never on both sides where something is judged. */
  readonly family: string
  readonly rows: readonly ArrayLike<number>[]
  /** 0 for what is not wanted, by candidate. */
  readonly wanted: readonly number[]
  /** How much the question counts. */
  readonly weight: number
}

export interface LearnOptions {
  /** Strength of the L2 penalty. */
  readonly strength?: number
  /** Weights that the learned ones are drawn to and begin at; without them from zero. */
  readonly from?: Weights
  /** Kept between learnings that come one after the other, so that each does not take room of its own. */
  readonly room?: Room
  /** Awaited between steps, so that others get their turn; what it throws ends the learning. */
  readonly pause?: () => Promise<void>
}

/** Room for the numbers of the candidates of some lessons; more than fits takes its own. */
export type Room = Float32Array

export function roomFor(lessons: readonly Lesson[]): Room {
  return new Float32Array(
    lessons.reduce((sum, { rows }) => sum + rows.length, 0) * featureNames.length
  )
}

/** Chosen by cross-validation over families. */
const usualStrength = 0.02
/** Steps from zero, and from weights that are nearly right. */
const [manySteps, fewSteps] = [160, 80]
const rate = 0.1

/**
 * Learns a linear ranking: for each question the softmax over its candidates should put its weight
 * on those that are wanted (the top-one likelihood of ListNet, Cao et al. 2007), with an L2 penalty
 * (around the weights it begins at, which is the maximum a posteriori under a normal prior),
 * by full-batch Adam (Kingma and Ba 2015), so that the same input gives the same weights.
 */
export async function learn(
  lessons: readonly Lesson[],
  options: LearnOptions = {}
): Promise<Weights> {
  const { strength = usualStrength, from, pause } = options
  const useful = lessons.filter((lesson) => lesson.wanted.some((wanted) => wanted > 0))
  const scale = scaleOf(useful, from)
  const batches = flatten(useful, scale, options.room)
  const total = useful.reduce((sum, lesson) => sum + lesson.weight, 0)
  const start = Float64Array.from(featureNames, (_, j) => from?.[j]?.weight ?? 0)
  const weights = Float64Array.from(start)
  const descend = createAdam(weights)
  const steps = from === undefined ? manySteps : fewSteps
  for (let step = 1; step <= steps && useful.length > 0; step += 1) {
    await pause?.()
    const gradient = weights.map((weight, j) => 2 * strength * (weight - at(start, j)) * total)
    for (const batch of batches) addGradient(batch, weights, gradient)
    descend(gradient.map((g) => g / total))
  }
  return scale.map(({ mean, deviation }, j) => ({
    feature: featureNames[j] ?? '',
    weight: weights[j] ?? 0,
    mean,
    deviation
  }))
}

/** One step of Adam in place, with the paper's decay rates. */
function createAdam(weights: Float64Array): (gradient: Float64Array) => void {
  const first = new Float64Array(weights.length)
  const second = new Float64Array(weights.length)
  let t = 0
  return (gradient) => {
    t += 1
    gradient.forEach((g, j) => {
      first[j] = 0.9 * at(first, j) + 0.1 * g
      second[j] = 0.999 * at(second, j) + 0.001 * g * g
      const m = at(first, j) / (1 - 0.9 ** t)
      const v = at(second, j) / (1 - 0.999 ** t)
      weights[j] = at(weights, j) - (rate * m) / (Math.sqrt(v) + 1e-8)
    })
  }
}

function at(values: Float64Array, index: number): number {
  return values[index] ?? 0
}

interface Batch {
  readonly values: Float32Array
  readonly target: Float64Array
  readonly count: number
  readonly weight: number
}

interface Scale {
  readonly mean: number
  readonly deviation: number
}

/** The scale of the weights that are given, but for features that those never saw: these are measured. */
function scaleOf(lessons: readonly Lesson[], from: Weights | undefined): Scale[] {
  return featureNames.map((_, j) => {
    const known = from?.[j]
    return known !== undefined && !isUnseen(known) ? known : measured(lessons, j)
  })
}

function isUnseen({ weight, mean, deviation }: Weights[number]): boolean {
  return weight === 0 && mean === 0 && deviation === 1
}

function measured(lessons: readonly Lesson[], j: number): Scale {
  let [count, sum, squares] = [0, 0, 0]
  for (const { rows } of lessons) {
    for (const row of rows) {
      const value = row[j] ?? 0
      count += 1
      sum += value
      squares += value * value
    }
  }
  const mean = count === 0 ? 0 : sum / count
  const deviation = Math.sqrt(Math.max(0, squares / Math.max(1, count) - mean * mean))
  return { mean, deviation: deviation > 1e-9 ? deviation : 1 }
}

function flatten(lessons: readonly Lesson[], scale: readonly Scale[], given?: Room): Batch[] {
  const size = featureNames.length
  const needed = lessons.reduce((sum, { rows }) => sum + rows.length * size, 0)
  const room = given !== undefined && given.length >= needed ? given : roomFor(lessons)
  let start = 0
  return lessons.map((lesson) => {
    const values = room.subarray(start, (start += lesson.rows.length * size))
    lesson.rows.forEach((row, i) => {
      scale.forEach(({ mean, deviation }, j) => {
        values[i * size + j] = ((row[j] ?? 0) - mean) / deviation
      })
    })
    const all = lesson.wanted.reduce((sum, wanted) => sum + wanted, 0)
    const target = Float64Array.from(lesson.wanted, (wanted) => wanted / all)
    return { values, target, count: lesson.rows.length, weight: lesson.weight }
  })
}

function addGradient(batch: Batch, weights: Float64Array, gradient: Float64Array): void {
  const scores = new Float64Array(batch.count).map((_, i) => dot(batch.values, i, weights))
  const top = scores.reduce((a, b) => Math.max(a, b), -Infinity)
  const odds = scores.map((score) => Math.exp(score - top))
  const sum = odds.reduce((a, b) => a + b, 0)
  odds.forEach((odd, i) => {
    const slope = batch.weight * (odd / sum - at(batch.target, i))
    if (Math.abs(slope) > 1e-9) addScaled(gradient, batch.values, { row: i, by: slope })
  })
}

function dot(values: Float32Array, row: number, weights: Float64Array): number {
  const size = weights.length
  const start = row * size
  let sum = 0
  for (let j = 0; j < size; j += 1) sum += (values[start + j] ?? 0) * (weights[j] ?? 0)
  return sum
}

function addScaled(
  gradient: Float64Array,
  values: Float32Array,
  { row, by }: { row: number; by: number }
): void {
  const size = gradient.length
  const start = row * size
  for (let j = 0; j < size; j += 1) gradient[j] = (gradient[j] ?? 0) + by * (values[start + j] ?? 0)
}
