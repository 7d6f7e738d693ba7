import { armTitles } from '../arms/arms.js'
import { slicesOf } from '../grade/slices.js'
import { hasPassed, type Answer } from '../generate/answers.js'
import type { MatrixResult } from '../generate/run-matrix.js'
import { familyMean } from '../../../src/domain/families.js'
import { passAtK } from '../statistics/pass-at-k.js'
import { heading, table, text, type Block } from './block.js'
import { groupsOf, isOf, judgedOf, judgesOf } from './figures.js'
import { fixed, percent, percentInterval } from './shown.js'
import { curveChart } from './svg/curves.js'

const others = 'others'

/** The same by library and by slice, and by the number of samples where there are several. */
export function partsSection(result: MatrixResult): Block[] {
  const { answers } = result
  const libraries = [...new Set(answers.map(({ problem }) => problem.library))].sort()
  const problems = [...new Map(answers.map(({ problem }) => [problem.id, problem])).values()]
  const slices = new Map(
    [...slicesOf(problems, result.execution?.packages ?? {})].map(([id, mine]) => [
      id,
      [...mine].sort().join(', ') || others
    ])
  )
  return [
    heading(2, 'By library'),
    partTable(result, libraries, ({ problem }) => problem.library),
    heading(2, 'By slice'),
    text(
      'Problems whose tests check what their text does not say, whose reference is poor advice, or that no solution can pass here; the rest are `others`.'
    ),
    partTable(
      result,
      [...new Set(slices.values())].sort(),
      ({ problem }) => slices.get(problem.id) ?? others
    ),
    ...samplesSection(result)
  ]
}

function partTable(
  { answers, quality, execution }: MatrixResult,
  parts: readonly string[],
  partOf: (answer: Answer) => string
): Block {
  const judges = judgesOf(quality)
  const rows = parts.flatMap((part) =>
    groupsOf(answers.filter((answer) => partOf(answer) === part)).map((group) => {
      const problems = new Set(group.answers.map(({ problem }) => problem.id))
      const pass = familyMean(
        group.answers.map((answer) => ({
          family: answer.problem.family,
          value: hasPassed(answer) ? 1 : 0
        }))
      )
      const means = judges.map((judge) => {
        const mine = quality.filter(
          (one) => one.judge === judge && isOf(one, group) && problems.has(one.problem)
        )
        return fixed(judgedOf(judge, mine).summary.mean)
      })
      return [
        part,
        group.model,
        armTitles[group.arm],
        problems.size,
        execution === null ? 'not executed' : percentInterval(pass),
        ...means
      ]
    })
  )
  const head = ['', 'model', 'arm', 'problems', 'pass@1']
  return table([...head, ...judges.map((judge) => `${judge}: mean`)], rows)
}

function samplesSection({ answers, execution }: MatrixResult): Block[] {
  const samples = Math.max(0, ...answers.map(({ sample }) => sample + 1))
  if (samples < 2 || execution === null) return []
  const ks = Array.from({ length: samples }, (_, at) => at + 1)
  const curves = groupsOf(answers).map(({ model, arm, answers: mine }) => ({
    name: `${model}, ${armTitles[arm]}`,
    points: ks.map((k) => ({ x: k, y: meanPassAtK(mine, k) }))
  }))
  const title = 'pass@k by the number of samples'
  return [
    heading(2, title),
    table(
      ['', ...ks.map((k) => `pass@${k}`)],
      curves.map(({ name, points }) => [name, ...points.map(({ y }) => percent(y))])
    ),
    {
      kind: 'figure',
      name: 'pass-at-k',
      title,
      svg: curveChart({ title, xTitle: 'samples', yTitle: 'problems passed', curves })
    }
  ]
}

function meanPassAtK(answers: readonly Answer[], k: number): number {
  const problems = [...new Set(answers.map(({ problem }) => problem.id))]
  const each = problems.map((id) => {
    const mine = answers.filter(({ problem }) => problem.id === id)
    return passAtK(mine.length, mine.filter(hasPassed).length, k)
  })
  return each.reduce((sum, share) => sum + share, 0) / each.length
}
