import { familyMean, type Estimate } from '../../../src/domain/families.js'
import { passAtK } from '../statistics/pass-at-k.js'
import { verdicts, type Verdict } from '../execute/candidate-result.js'
import { grouped } from '../grouped.js'
import type { Graded } from './grade-answers.js'
import { canPass, type Slice } from './slices.js'

export interface GradeRow {
  /** A library, 'all', 'all that can pass here', or a slice. */
  readonly name: string
  readonly problems: number
  readonly samples: number
  readonly passed: number
  readonly verdicts: Readonly<Record<Verdict, number>>
  /** 95 % interval over families. */
  readonly passAt1: Estimate
  /** By k, as far as every problem has so many samples. */
  readonly passAt: Readonly<Record<number, number>>
}

/** Tables of a grading: everything, everything that can pass here, each library, each slice. */
export function summarise(
  graded: readonly Graded[],
  slices: ReadonlyMap<string, ReadonlySet<Slice>>
): GradeRow[] {
  const libraries = [...new Set(graded.map(({ library }) => library))].sort()
  const named = [...new Set([...slices.values()].flatMap((one) => [...one]))].sort()
  const possible = graded.filter(({ id }) => canPass(slices.get(id)))
  return [
    row('all', graded),
    row('all that can pass here', possible),
    ...libraries.map((library) =>
      row(
        library,
        possible.filter((one) => one.library === library)
      )
    ),
    ...named.map((slice) =>
      row(
        `slice ${slice}`,
        graded.filter(({ id }) => slices.get(id)?.has(slice))
      )
    )
  ].filter(({ samples }) => samples > 0)
}

function row(name: string, graded: readonly Graded[]): GradeRow {
  const byProblem = grouped(graded, ({ id }) => id)
  const counts = [...byProblem.values()].map((samples) => ({
    family: samples[0]?.family ?? '',
    n: samples.length,
    c: samples.filter(({ verdict }) => verdict === 'passed').length
  }))
  const fewest = counts.reduce((least, { n }) => Math.min(least, n), Infinity)
  const ks = [1, 2, 5, 10, 25, 50, 100].filter((k) => k <= fewest && fewest < Infinity)
  const tally = (verdict: Verdict) => graded.filter((one) => one.verdict === verdict).length
  return {
    name,
    problems: counts.length,
    samples: graded.length,
    passed: tally('passed'),
    verdicts: Object.fromEntries(verdicts.map((v) => [v, tally(v)])) as Record<Verdict, number>,
    passAt1: familyMean(counts.map(({ family, n, c }) => ({ family, value: c / n }))),
    passAt: Object.fromEntries(
      ks.map((k) => [
        k,
        counts.reduce((sum, { n, c }) => sum + passAtK(n, c, k), 0) / counts.length
      ])
    )
  }
}
