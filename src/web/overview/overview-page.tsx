import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { useAddress } from '../data/address.js'
import { ask } from '../data/ask.js'
import { useMay } from '../data/session.js'
import { Ago } from '../parts/ago.js'
import { Page } from '../parts/page.js'
import { Segments } from '../parts/segments.js'
import { Async, Empty } from '../parts/states.js'
import '../styles/overview.css'
import { Columns, type Layer } from './columns.js'
import { KeyFigures } from './figures.js'
import { Grown, HeardFrom, MostAsked, Sources } from './lists.js'
import { overviewDocument, type Overview, type Range } from './overview-documents.js'
import { ranges } from './stretch-words.js'

/** While hours from before are still being summed up, it is asked again so often, in milliseconds. */
const soon = 3_000
/** What is shown is at most so old: as often as the server sums up anew, in milliseconds. */
const minute = 60_000

/** The memory at a glance, for a space and a time. */
export function OverviewPage() {
  const { get, set } = useAddress()
  const range = ranges.find(([one]) => one === get('range'))?.[0] ?? 'week'
  const overview = useOverview(range)
  return (
    <Page
      title="Overview"
      lead={
        <>
          What was asked of this space, what helped, what came in and what waits
          {overview.data !== undefined && <AsOf at={overview.data.madeAt} />}.
        </>
      }
      actions={
        <Segments
          name="Time"
          value={range}
          options={ranges.map(([one, name]) => [one, name] as const)}
          onChange={(one) => {
            set({ range: one === 'week' ? null : one })
          }}
        />
      }
    >
      <Async query={overview} lines={14}>
        {(data) => (
          <div className="overview" aria-busy={overview.isPlaceholderData}>
            {isEmpty(data) ? <Nothing /> : <Figures overview={data} />}
          </div>
        )}
      </Async>
    </Page>
  )
}

/** How new the figures are; said in the lead, so that nothing moves when it changes. */
function AsOf({ at }: { at: string | null }) {
  return at === null ? (
    <>; earlier hours are still being summed up</>
  ) : (
    <>
      ; as of <Ago at={at} />
    </>
  )
}

function useOverview(range: Range) {
  return useQuery<Overview>({
    queryKey: ['overview', range],
    queryFn: ({ signal }) =>
      ask<{ overview: Overview }>(overviewDocument, { range }, { signal }).then(
        (answer) => answer.overview
      ),
    // The figures of another time stand until those of this one are there: nothing jumps.
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.madeAt === null ? soon : minute)
  })
}

/** Whether nothing is held that could be told of. */
function isEmpty({ heard, libraries, queue, gaps, total }: Overview): boolean {
  const waiting = queue.ready + queue.blocked + gaps.length
  const came = total.asked + total.attempts + total.insights + heard.length
  return libraries.held + waiting + came === 0
}

function Nothing() {
  return (
    <Empty title="Nothing is held in this space yet">
      <ul className="stack tight">
        <li>
          <code>cairn ingest</code> takes in documentation, or{' '}
          <Link href="/libraries">Libraries</Link> does; then questions are answered.
        </li>
        <li>
          <code>cairn connect</code> has a host of agents ask here and hand in what it tried.
        </li>
        <li>
          Here will then stand how many questions were answered, whether that helped, and what waits
          for you.
        </li>
      </ul>
    </Empty>
  )
}

const questionLayers: readonly Layer[] = [
  { name: 'answered', look: 'answered', of: ({ answered }) => answered },
  { name: 'nothing fits', look: 'unanswered', of: ({ asked, answered }) => asked - answered }
]

const attemptLayers: readonly Layer[] = [
  { name: 'passed', look: 'passed', of: ({ passed }) => passed },
  { name: 'failed', look: 'failed', of: ({ failed }) => failed },
  { name: 'unknown', look: 'unknown', of: ({ unknown }) => unknown }
]

function Figures({ overview }: { overview: Overview }) {
  const { range, stretches } = overview
  const column = ranges.find(([one]) => one === range)?.[2] ?? ''
  const takes = useMay('jobs')
  return (
    <>
      <KeyFigures overview={overview} />
      <section className="card stack">
        <h2>
          <Link href="/gaps">Questions</Link>{' '}
          <span className="aside tiny">a column is {column}</span>
        </h2>
        <Columns
          title="Questions"
          unit="questions"
          range={range}
          stretches={stretches}
          layers={questionLayers}
        />
      </section>
      <section className="card stack">
        <h2>
          {takes ? <Link href="/jobs">Attempts that came in</Link> : 'Attempts that came in'}{' '}
          <span className="aside tiny">a column is {column}</span>
        </h2>
        <div className="came">
          <Columns
            title="Attempts that came in"
            unit="attempts"
            range={range}
            stretches={stretches}
            layers={attemptLayers}
          />
          <Sources sources={overview.sources} />
        </div>
      </section>
      <div className="overview-lists">
        <MostAsked gaps={overview.gaps} />
        <HeardFrom heard={overview.heard} silent={overview.silent} />
        <Grown overview={overview} />
      </div>
    </>
  )
}
