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
  /** What is counted of a day. */
  readonly part: (day: Stretch) => number
  /** Of how many, where it is told as a share. */
  readonly whole?: (day: Stretch) => number
}

const trends: readonly Trend[] = [
  { title: 'Questions', to: '/overview?range=month', part: ({ asked }) => asked },
  {
    title: 'Answered',
    to: '/gaps',
    part: ({ answered }) => answered,
    whole: ({ asked }) => asked
  },
  { title: 'Attempts', to: '/overview?range=month', part: ({ attempts }) => attempts },
  {
    title: 'Attempts that passed',
    to: '/overview?range=month',
    part: ({ passed }) => passed,
    whole: ({ passed, failed }) => passed + failed
  },
  { title: 'New gaps', to: '/gaps', part: ({ gaps }) => gaps }
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
  const { title, to } = trend
  const now = valueOf(days.slice(-week), trend)
  const before = valueOf(days.slice(-2 * week, -week), trend)
  return (
    <div className="card trend">
      <h2 className="small">
        <Link href={to}>{title}</Link>
      </h2>
      <span className="row">
        <span className="big-number numbers">{words(now, trend)}</span>
        <Sparkline values={days.map((day) => valueOf([day], trend))} />
      </span>
      <p className="tiny muted numbers">
        in 7 days; {before === null ? 'nothing' : words(before, trend)} in the 7 before
      </p>
    </div>
  )
}

/**
 * What some days come to together: of a share days with one question do not weigh as much as those with many. Null where
 * nothing happened that a share could be of.
 */
function valueOf(days: readonly Stretch[], { part, whole }: Trend): number | null {
  const sum = (of: (day: Stretch) => number) => days.reduce((total, day) => total + of(day), 0)
  if (whole === undefined) return sum(part)
  return sum(whole) === 0 ? null : sum(part) / sum(whole)
}

function words(value: number | null, { whole }: Trend): string {
  if (value === null) return '–'
  return whole === undefined ? number.format(value) : percent(value)
}
