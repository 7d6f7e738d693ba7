import { hasPassed, type Answer } from '../generate/answers.js'
import type { MatrixResult } from '../generate/run-matrix.js'
import type { HelpScore, QualityScore } from '../judges/judge-all.js'
import { cohensKappa, rankCorrelation } from '../statistics/agreement.js'
import { heading, table, text, type Block } from './block.js'
import { judgesOf } from './figures.js'
import { fixed } from './shown.js'

/** Below this a judge's order is no guide to what runs; of a rank correlation. */
const weak = 0.3

/** Whether judges agree with each other, and with tests that were run. */
export function agreementSection({ answers, quality, help, execution }: MatrixResult): Block[] {
  const judges = judgesOf(quality)
  if (judges.length === 0) return []
  const between = judges.flatMap((first, at) =>
    judges.slice(at + 1).flatMap((second) => [
      ['code', first, second, ...pairRow(scores(quality, first), scores(quality, second))],
      ['help', first, second, ...pairRow(helpScores(help, first), helpScores(help, second))]
    ])
  )
  return [
    heading(2, 'Whether judges can be trusted'),
    ...(between.length === 0
      ? [text('One judge only: agreement of judges is not known. Name two with --judges.')]
      : [
          table(
            ['of', 'judge', 'judge', 'both judged', 'kappa', 'weighted kappa', 'rank correlation'],
            between
          )
        ]),
    ...(execution === null ? [] : againstTests(answers, quality, judges))
  ]
}

function againstTests(
  answers: readonly Answer[],
  quality: readonly QualityScore[],
  judges: readonly string[]
): Block[] {
  const passed = new Map(
    answers.map((answer) => [candidateKey(answer.problem.id, answer), hasPassed(answer) ? 1 : 0])
  )
  const figures = judges.map((judge) => {
    const common = [...scores(quality, judge)].flatMap(([key, score]) => {
      const verdict = passed.get(key)
      return verdict === undefined ? [] : [{ score, verdict }]
    })
    const correlation = rankCorrelation(
      common.map(({ score }) => score),
      common.map(({ verdict }) => verdict)
    )
    const mean = (verdict: number) => {
      const mine = common.filter((one) => one.verdict === verdict)
      return mine.reduce((sum, { score }) => sum + score, 0) / mine.length
    }
    return { judge, n: common.length, correlation, passed: mean(1), failed: mean(0) }
  })
  const doubtful = figures.filter(({ correlation }) => !(correlation >= weak))
  return [
    table(
      ['judge', 'candidates', 'rank correlation with tests', 'mean of passed', 'mean of failed'],
      figures.map((one) => [
        one.judge,
        one.n,
        fixed(one.correlation),
        fixed(one.passed),
        fixed(one.failed)
      ])
    ),
    ...(doubtful.length === 0
      ? []
      : [
          text(
            `The scores of ${doubtful.map(({ judge }) => judge).join(', ')} go with the tests weakly (below ${weak}) or not at all: do not rank arms by them.`
          )
        ])
  ]
}

function scores(quality: readonly QualityScore[], judge: string): Map<string, number> {
  return new Map(
    quality.flatMap(({ judge: by, problem, answer, score }) =>
      by !== judge || score === null ? [] : [[candidateKey(problem, answer), score]]
    )
  )
}

function helpScores(help: readonly HelpScore[], judge: string): Map<string, number> {
  return new Map(
    help.flatMap(({ judge: by, problem, arm, against, score }) =>
      by !== judge || score === null ? [] : [[`${problem} ${arm} ${against}`, score]]
    )
  )
}

function candidateKey(problem: string, answer: QualityScore['answer']): string {
  return answer === null
    ? `${problem} reference`
    : [problem, answer.arm, answer.model, answer.sample].join(' ')
}

function pairRow(
  first: ReadonlyMap<string, number>,
  second: ReadonlyMap<string, number>
): (string | number)[] {
  const keys = [...first.keys()].filter((key) => second.has(key))
  const [a, b] = [first, second].map((side) => keys.map((key) => side.get(key) ?? NaN))
  const [x, y] = [a ?? [], b ?? []]
  return [
    keys.length,
    fixed(cohensKappa(x, y)),
    fixed(cohensKappa(x, y, 'quadratic')),
    fixed(rankCorrelation(x, y))
  ]
}
