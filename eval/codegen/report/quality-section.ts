import { armTitles } from '../arms/arms.js'
import type { MatrixResult } from '../generate/run-matrix.js'
import { heading, table, text, type Block } from './block.js'
import {
  armFigures,
  judgedOf,
  judgesOf,
  pairFigures,
  type ArmFigures,
  type Judged,
  type PairFigures
} from './figures.js'
import { fixed, percent, percentInterval, points, scorePoints } from './shown.js'
import { barChart } from './svg/bars.js'
import { curveChart } from './svg/curves.js'

/** Experiment I (methods.md B.8) with what the paper leaves out: executed tests beside every judge's mean. */
export function qualitySection(result: MatrixResult): Block[] {
  const executed = result.execution !== null
  const arms = armFigures(result.answers, result.quality, executed)
  const judges = judgesOf(result.quality)
  return [
    heading(2, 'Code: executed tests and judges'),
    text(
      'pass@1 is the share of problems whose tests the code passed, code that never came counted as failed, with a 95 % interval that resamples whole families. A judge gives 1 to 5 and sees neither tests nor reference; ± is the standard error of the mean.'
    ),
    scoreTable(arms, judges),
    ...(executed ? [passChart(arms)] : []),
    ...judges.flatMap((judge) => distribution(result, arms, judge)),
    ...differences(pairFigures(result.answers, result.quality, executed), judges)
  ]
}

function scoreTable(arms: readonly ArmFigures[], judges: readonly string[]): Block {
  const head = ['model', 'arm', 'candidates', 'no code', 'pass@1']
  const ofJudges = judges.flatMap((judge) => [
    `${judge}: mean ± SE`,
    'sd',
    '3 or lower',
    'unjudged'
  ])
  return table(
    [...head, ...ofJudges],
    arms.map(({ model, arm, candidates, withoutCode, pass, judged }) => [
      model,
      armTitles[arm],
      candidates,
      withoutCode,
      pass === null ? 'not executed' : percentInterval(pass),
      ...judged.flatMap(judgedCells)
    ])
  )
}

function judgedCells({ summary, failed }: Judged): (string | number)[] {
  const { mean, se, sd, threeOrLower } = summary
  return [`${fixed(mean)} ± ${fixed(se)}`, fixed(sd), percent(threeOrLower), failed]
}

function passChart(arms: readonly ArmFigures[]): Block {
  const models = [...new Set(arms.map(({ model }) => model))]
  const names = [...new Set(arms.map(({ arm }) => arm))]
  const title = 'pass@1 by model and arm, with 95 % intervals'
  const series = names.map((arm) => {
    const passes = models.map(
      (model) => arms.find((one) => one.model === model && one.arm === arm)?.pass ?? null
    )
    return {
      name: armTitles[arm],
      shares: passes.map((pass) => pass?.value ?? NaN),
      intervals: passes.map((pass) => [pass?.low ?? NaN, pass?.high ?? NaN] as const)
    }
  })
  const svg = barChart({ title, groups: models, series, yTitle: 'problems passed' })
  return { kind: 'figure', name: 'pass-at-1', title, svg }
}

/** The five counts of every arm and of the reference, as table, bars and curve. */
function distribution(result: MatrixResult, arms: readonly ArmFigures[], judge: string): Block[] {
  const reference = judgedOf(
    judge,
    result.quality.filter((one) => one.judge === judge && one.answer === null)
  )
  const rows = [
    { name: 'human reference', judged: reference },
    ...arms.flatMap(({ model, arm, judged }) => {
      const mine = judged.find((one) => one.judge === judge)
      return mine === undefined ? [] : [{ name: `${model}, ${armTitles[arm]}`, judged: mine }]
    })
  ]
  const shares = rows.map(({ name, judged: { counts, summary } }) => ({
    name,
    shares: counts.map((count) => count / summary.n)
  }))
  const slug = judge.replace(/\W+/g, '-').toLowerCase()
  const title = `Scores that ${judge} gave`
  const curves = shares.map(({ name, shares: each }) => ({
    name,
    points: each.map((_, at) => ({
      x: at + 1,
      y: each.slice(at).reduce((sum, share) => sum + share, 0)
    }))
  }))
  return [
    heading(3, title),
    table(
      ['', 'n', '1', '2', '3', '4', '5', 'mean', 'unjudged'],
      rows.map(({ name, judged: { counts, summary, failed } }) => [
        name,
        summary.n,
        ...counts,
        fixed(summary.mean),
        failed
      ])
    ),
    {
      kind: 'figure',
      name: `scores-${slug}`,
      title,
      svg: barChart({ title, groups: ['1', '2', '3', '4', '5'], series: shares, yTitle: 'share' })
    },
    {
      kind: 'figure',
      name: `curve-${slug}`,
      title: `${title}: share of candidates with so many points or more`,
      svg: curveChart({ title, xTitle: 'score', yTitle: 'share at least so good', curves })
    }
  ]
}

function differences(pairs: readonly PairFigures[], judges: readonly string[]): Block[] {
  if (pairs.length === 0) return []
  const rows = pairs.map(({ model, from, to, pass, judged }) => [
    model,
    `${armTitles[to]} against ${armTitles[from]}`,
    ...(pass === null
      ? ['–', '–', '–', '–']
      : [
          points(pass),
          `${pass.mcnemar.onlySecond} : ${pass.mcnemar.onlyFirst}, p = ${fixed(pass.mcnemar.p, 3)}`,
          pass.told,
          `${fixed(pass.detectable * 100, 1)} points`
        ]),
    ...judges.flatMap((judge) => {
      const mine = judged.find((one) => one.judge === judge)
      return mine === undefined ? ['–', '–'] : [scorePoints(mine), mine.told]
    })
  ])
  const told = pairs.filter(({ pass }) => pass !== null && pass.told !== 'too close to tell')
  const asked = pairs.filter(({ pass }) => pass !== null)
  const worst = Math.max(...asked.map(({ pass }) => pass?.detectable ?? 0))
  return [
    heading(3, 'Differences, problem by problem'),
    text(
      'Points of pass@1 with a 95 % interval over families; McNemar counts the problems that only the first, and only the second arm passed. Two arms are ranked only where the interval lies on one side of 0.'
    ),
    table(
      [
        'model',
        'arms',
        'pass@1, points',
        'McNemar',
        'pass@1 is',
        'could be told from',
        ...judges.flatMap((judge) => [`${judge}: score`, 'it is'])
      ],
      rows
    ),
    ...(asked.length === 0
      ? []
      : [
          text(
            told.length === asked.length
              ? 'Every pair is far enough apart to be ranked by its tests.'
              : `The sample is too small to rank ${asked.length - told.length} of ${asked.length} pairs by their tests: this many problems show a true difference four times out of five only from about ${fixed(worst * 100, 0)} points on (for the pair least certain).`
          )
        ])
  ]
}
