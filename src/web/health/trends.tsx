import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { ask } from '../data/ask.js'
import type { Overview, Stretch } from '../overview/overview-documents.js'
import { overviewDocument } from '../overview/overview-documents.js'
import { percent } from '../overview/stretch-words.js'
import { Async } from '../parts/states.js'
import { Sparkline } from './sparkline.js'

const number = new Intl.NumberFormat('en')

/** So many days are set against as many before them. */
const week = 7

interface Trend {
  readonly title: string
  readonly to: string
  /** What a day comes to; null where nothing happened that it could be said of. */
  readonly of: (day: Stretch) => number | null
  readonly unit: 'count' | 'share'
}

const sum = (days: readonly Stretch[], of: Trend['of']) =>
  days.reduce((total, day) => total + (of(day) ?? 0), 0)

const trends: readonly Trend[] = [
  { title: 'Questions', to: '/overview?range=month', of: ({ asked }) => asked, unit: 'count' },
  {
    title: 'Answered',
    to: '/gaps',
    of: ({ asked, answered }) => (asked === 0 ? null : answered / asked),
    unit: 'share'
  },
  { title: 'Attempts', to: '/overview?range=month', of: ({ attempts }) => attempts, unit: 'count' },
  {
    title: 'Attempts that passed',
    to: '/overview?range=month',
    of: ({ passed, failed }) => (passed + failed === 0 ? null : passed / (passed + failed)),
    unit: 'share'
  },
  { title: 'New gaps', to: '/gaps', of: ({ gaps }) => gaps, unit: 'count' }
]

/** How the memory does now against a week before: five figures with thirty days of each. */
export function Trends() {
  const overview = useQuery({
    queryKey: ['overview', 'month'],
    queryFn: ({ signal }) =>
      ask<{ overview: Overview }>(overviewDocument, { range: 'month' }, { signal }).then(
        (answer) => answer.overview
      )
  })
  return (
    <Async query={overview} lines={3}>
      {({ stretches }) => (
        <section className="trends" aria-label="The last seven days">
          {trends.map((trend) => (
            <Figure key={trend.title} trend={trend} days={stretches} />
          ))}
        </section>
      )}
    </Async>
  )
}

function Figure({ trend, days }: { trend: Trend; days: readonly Stretch[] }) {
  const { title, to, of, unit } = trend
  const now = valueOf(days.slice(-week), trend)
  const before = valueOf(days.slice(-2 * week, -week), trend)
  return (
    <div className="card trend">
      <h2 className="small">
        <Link href={to}>{title}</Link>
      </h2>
      <span className="row">
        <span className="big-number numbers">{words(now, unit)}</span>
        <Sparkline values={days.map(of)} />
      </span>
      <p className="tiny muted numbers">
        in 7 days; {before === null ? 'nothing' : words(before, unit)} in the 7 before
      </p>
    </div>
  )
}

/** A share is of all of the week: days with one question do not weigh as much as those with many. */
function valueOf(days: readonly Stretch[], { of, unit, title }: Trend): number | null {
  if (unit === 'count') return sum(days, of)
  const [part, whole] =
    title === 'Answered'
      ? [sum(days, (day) => day.answered), sum(days, (day) => day.asked)]
      : [sum(days, (day) => day.passed), sum(days, (day) => day.passed + day.failed)]
  return whole === 0 ? null : part / whole
}

function words(value: number | null, unit: Trend['unit']): string {
  if (value === null) return '–'
  return unit === 'share' ? percent(value) : number.format(value)
}
