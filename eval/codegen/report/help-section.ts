import { armNames, armTitles } from '../arms/arms.js'
import type { MatrixResult } from '../generate/run-matrix.js'
import { bands } from '../judges/helpfulness.js'
import { targets } from '../judges/judge-all.js'
import { heading, table, text, type Block } from './block.js'
import { judgedOf, judgesOf } from './figures.js'
import { fixed, percent } from './shown.js'
import { barChart } from './svg/bars.js'

/** Experiment II (methods.md B.9), against both solutions. */
export function helpSection({ help }: MatrixResult): Block[] {
  if (help.length === 0) return []
  const rows = judgesOf(help).flatMap((judge) =>
    targets.flatMap((against) =>
      armNames.flatMap((arm) => {
        const mine = help.filter(
          (one) => one.judge === judge && one.against === against && one.arm === arm
        )
        return mine.length === 0 ? [] : [{ judge, against, arm, judged: judgedOf(judge, mine) }]
      })
    )
  )
  const title = 'How helpful the contexts were, by band'
  const series = rows.map(({ judge, against, arm, judged: { counts, summary } }) => ({
    name: `${judge}, ${against}: ${armTitles[arm]}`.slice(0, 34),
    shares: counts.map((count) => count / summary.n)
  }))
  return [
    heading(2, 'Recommendations: how helpful they were judged'),
    text(
      'Against `candidate`: the code that the first model wrote with that very context, as in the paper, which is circular. Against `reference`: a solution that nobody wrote with it. An empty context stands in the lowest band without a judge being asked. Beside it stands what executed tests say, in the tables above.'
    ),
    table(
      ['judge', 'against', 'arm', ...bands.map(bandName), 'mean', 'top two', 'unjudged'],
      rows.map(({ judge, against, arm, judged: { counts, summary, failed } }) => [
        judge,
        against,
        armTitles[arm],
        ...counts,
        fixed(summary.mean),
        percent(summary.topTwo),
        failed
      ])
    ),
    {
      kind: 'figure',
      name: 'helpfulness',
      title,
      svg: barChart({ title, groups: bands.map(bandName), series, yTitle: 'share' })
    }
  ]
}

function bandName(band: string): string {
  return band.toLowerCase().replaceAll('_', ' ')
}
