import type { RelevanceModel, SignalWeight } from '../../src/retrieve/relevance/relevance-model.js'
import { probabilityOf } from '../../src/retrieve/relevance/relevance-model.js'
import { signals } from '../../src/retrieve/relevance/signals.js'
import { bootstrap, percentile } from '../support/statistics.js'
import { table } from '../support/table.js'
import type { LabelledQuestion } from './labelled.js'

/** Of items that are shown so many may be useless; and where no threshold keeps that, so many unknown questions get nothing. */
const promise = 0.15
const silence = 0.9

/** Below this share of answered questions a threshold that keeps the promise says nothing at all. */
const leastAnswered = 0.9

/** An answer shows at most so many, the likeliest. */
const mostShown = 3

/**
 * Ridge penalty a row: of .003 to .2 this did best on whole sets of libraries that were left out. More Newton steps change
 * nothing.
 */
const penalty = 0.02
const steps = 30

interface Judged {
  readonly question: LabelledQuestion
  /** By a model that never saw its library, likeliest first. */
  readonly shown: readonly { readonly probability: number; readonly useful: boolean }[]
}

/**
 * Logistic regression on all questions, its threshold chosen on predictions of models that were fitted without the
 * question's library (split-conformal in the sense of Angelopoulos et al. 2022: the smallest threshold whose share of
 * useless items among those shown keeps the promise). Where that would answer fewer than nine in ten of the questions that
 * can be answered, the promise is given up and said so: then the smallest that leaves unknown questions unanswered.
 */
export function fitRelevance(
  data: readonly LabelledQuestion[],
  embedder: string
): { model: RelevanceModel; report: string } {
  const judged = crossFitted(data)
  const thresholds = Array.from({ length: 90 }, (_, i) => 0.05 + i / 100)
  const known = judged.filter(({ question }) => !question.unknown)
  const unknown = judged.filter(({ question }) => isAsked(question))
  const answered = (t: number) => shareOf(known, (one) => shownOf(one, t).length > 0)
  const kept =
    thresholds.find((t) => uselessOf(judged, t) <= promise && answered(t) >= leastAnswered) ??
    thresholds.find((t) => shareOf(unknown, (one) => shownOf(one, t).length === 0) >= silence) ??
    0.95
  const threshold = Number(kept.toFixed(2))
  const useless = uselessOf(judged, threshold)
  const groups = [...grouped(judged).values()]
  const { high } = bootstrap(groups, (drawn) => uselessOf(drawn.flat(), threshold))
  const { bias, weights } = logistic(data)
  const model: RelevanceModel = {
    embedder,
    bias,
    weights,
    thresholds: { answer: threshold, hook: Math.min(0.95, Number((threshold + 0.15).toFixed(2))) },
    fitted: {
      questions: data.length,
      items: data.reduce((sum, { items }) => sum + items.length, 0),
      libraries: groups.length,
      useless: Number(useless.toFixed(3)),
      uselessAtMost: Number(high.toFixed(3))
    }
  }
  return { model, report: reportOf(judged, threshold) }
}

function crossFitted(data: readonly LabelledQuestion[]): Judged[] {
  const folds = foldsOf(data)
  return [...new Set(folds.values())].flatMap((fold) => {
    const isIn = (q: LabelledQuestion) => folds.get(foldKey(q)) === fold
    const fitted = logistic(data.filter((q) => !isIn(q)))
    return data.filter(isIn).map((question) => ({
      question,
      shown: question.items
        .map(({ row, useful }) => ({ probability: probabilityIn(row, fitted), useful }))
        .sort((a, b) => b.probability - a.probability)
    }))
  })
}

/** Libraries whole; unknowns, which have none, by tens. */
function foldKey({ group, id, unknown }: LabelledQuestion): string {
  if (!unknown) return group
  const ordinal = /^unknown-(\d+)$/.exec(id)?.[1]
  return ordinal === undefined
    ? id.replace(/-\d+-(?:without|unbound)$/, '')
    : `unknown ${Number(ordinal) % 10}`
}

function foldsOf(data: readonly LabelledQuestion[]): Map<string, string> {
  return new Map(data.map((q) => [foldKey(q), foldKey(q).replace(/ \(md\)$/, '-docs')]))
}

type Fitted = Pick<RelevanceModel, 'bias' | 'weights'>

function probabilityIn(row: readonly number[], fitted: Fitted): number {
  return probabilityOf(row, fitted as RelevanceModel)
}

/** Newton's method with a ridge penalty; each question weighs the same, however much it brought up. */
function logistic(data: readonly LabelledQuestion[]): Fitted {
  const rows = data.flatMap(({ items }) =>
    items.map(({ row, useful }) => ({ row, y: Number(useful), w: 30 / Math.max(30, items.length) }))
  )
  const scale = signals.map((_, j) => scaleOf(rows.map(({ row }) => row[j] ?? 0)))
  const design = rows.map(({ row }) => [
    1,
    ...scale.map(({ mean, deviation }, j) => ((row[j] ?? 0) - mean) / deviation)
  ])
  const size = signals.length + 1
  let beta = new Array<number>(size).fill(0)
  for (let step = 0; step < steps; step += 1) {
    const gradient = beta.map((b, j) => (j === 0 ? 0 : -penalty * rows.length * b))
    const hessian = beta.map((_, j) =>
      beta.map((__, k) => (j === k && j > 0 ? penalty * rows.length : 1e-9))
    )
    design.forEach((x, i) => {
      const { y = 0, w = 1 } = rows[i] ?? {}
      const p = 1 / (1 + Math.exp(-x.reduce((sum, v, j) => sum + v * (beta[j] ?? 0), 0)))
      x.forEach((xj, j) => {
        gradient[j] = (gradient[j] ?? 0) + w * (y - p) * xj
        const line = hessian[j] ?? []
        x.forEach((xk, k) => (line[k] = (line[k] ?? 0) + w * p * (1 - p) * xj * xk))
      })
    })
    const delta = solved(hessian, gradient)
    beta = beta.map((b, j) => b + (delta[j] ?? 0))
    if (Math.max(...delta.map(Math.abs)) < 1e-7) break
  }
  return fittedBy(beta, scale)
}

/** What was learned, rounded and by the signals' names. */
function fittedBy(
  beta: readonly number[],
  scale: readonly { readonly mean: number; readonly deviation: number }[]
): Fitted {
  const weights = Object.fromEntries(
    signals.map(({ name }, j): [string, SignalWeight] => [
      name,
      {
        weight: round(beta[j + 1] ?? 0),
        mean: round(scale[j]?.mean ?? 0),
        deviation: round(scale[j]?.deviation ?? 1)
      }
    ])
  )
  return { bias: round(beta[0] ?? 0), weights }
}

function round(value: number): number {
  return Number(value.toFixed(5))
}

function scaleOf(column: readonly number[]): { mean: number; deviation: number } {
  const mean = column.reduce((sum, v) => sum + v, 0) / column.length
  const variance = column.reduce((sum, v) => sum + (v - mean) ** 2, 0) / column.length
  return { mean, deviation: Math.sqrt(variance) || 1 }
}

/** Gaussian elimination with pivots. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const n = right.length
  const a = matrix.map((row, i) => [...row, right[i] ?? 0])
  for (let col = 0; col < n; col += 1) {
    const pivot = pivotOf(a, col)
    if (pivot === undefined) continue
    ;[a[col], a[pivot]] = [a[pivot] ?? [], a[col] ?? []]
    const top = a[col] ?? []
    for (const row of a) if (row !== top) eliminate(row, top, col)
  }
  return a.map((row, i) => (row[n] ?? 0) / (row[i] ?? 1))
}

/** Of the rows that are left the one with the greatest number in this column. */
function pivotOf(a: readonly (readonly number[])[], col: number): number | undefined {
  return a
    .map((row, i) => [i, Math.abs(row[col] ?? 0)] as const)
    .slice(col)
    .sort((x, y) => y[1] - x[1])[0]?.[0]
}

/** Takes so much of the top row from this one that nothing is left of it in this column. */
function eliminate(row: number[], top: readonly number[], col: number): void {
  const factor = (row[col] ?? 0) / (top[col] ?? 1)
  for (let j = col; j < row.length; j += 1) row[j] = (row[j] ?? 0) - factor * (top[j] ?? 0)
}

function shownOf({ shown }: Judged, threshold: number) {
  return shown.filter(({ probability }) => probability >= threshold).slice(0, mostShown)
}

function uselessOf(judged: readonly Judged[], threshold: number): number {
  const all = judged.flatMap((one) => shownOf(one, threshold))
  return all.length === 0 ? 0 : all.filter(({ useful }) => !useful).length / all.length
}

function grouped(judged: readonly Judged[]): Map<string, Judged[]> {
  const groups = new Map<string, Judged[]>()
  for (const one of judged) {
    const key = one.question.unknown ? foldKey(one.question) : one.question.group
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return groups
}

/** An unknown question that somebody wrote, not one whose library was hidden. */
function isAsked({ unknown, id }: LabelledQuestion): boolean {
  return unknown && !id.endsWith('without')
}

function shareOf(some: readonly Judged[], test: (one: Judged) => boolean): number {
  return some.length === 0 ? NaN : some.filter(test).length / some.length
}

function reportOf(judged: readonly Judged[], threshold: number): string {
  const all = judged.filter(({ question }) => !question.unknown)
  const known = all.filter(({ question }) => !question.id.endsWith('unbound'))
  const asked = judged.filter(({ question }) => isAsked(question))
  const without = judged.filter(({ question }) => question.id.endsWith('without'))
  const unbound = all.filter(({ question }) => question.id.endsWith('unbound'))
  const share = shareOf
  const at = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, threshold].map((t) => [
    t === threshold ? `${t} (chosen)` : String(t),
    uselessOf(judged, t),
    share(known, (one) => shownOf(one, t)[0]?.useful === true),
    share(known, (one) => shownOf(one, t).some(({ useful }) => useful)),
    share(known, (one) => shownOf(one, t).length === 0),
    share(asked, (one) => shownOf(one, t).length === 0),
    share(without, (one) => shownOf(one, t).length === 0),
    share(unbound, (one) => shownOf(one, t)[0]?.useful === true),
    share(unbound, (one) => shownOf(one, t).length === 0)
  ])
  const ceiling = share(known, ({ shown }) => shown.some(({ useful }) => useful))
  return [
    table(
      [
        'threshold',
        'useless',
        'first',
        'shown',
        'false nothing',
        'unknown nothing',
        'without: nothing',
        'unbound: first',
        'unbound: nothing'
      ],
      at
    ),
    `useful among those looked at: ${ceiling.toFixed(3)}; median best probability of unknowns ${percentile(
      asked.map(({ shown }) => shown[0]?.probability ?? 0),
      0.5
    ).toFixed(3)}`
  ].join('\n')
}
