import { Link } from 'wouter'
import { useMay } from '../data/session.js'
import { Ago } from '../parts/ago.js'
import { Tag } from '../parts/chip.js'
import { counted } from '../parts/counted.js'
import { Inline } from '../parts/inline.js'
import { Spark } from './columns.js'
import type { Overview, Stretch } from './overview-documents.js'
import { sourceName } from './stretch-words.js'

const number = new Intl.NumberFormat('en')

/** What was asked for most and is not known. */
export function MostAsked({ gaps }: { gaps: Overview['gaps'] }) {
  return (
    <section className="card stack">
      <h2>
        <Link href="/gaps">Gaps most asked</Link>
      </h2>
      {gaps.length === 0 ? (
        <p className="muted small">
          No gap is open. One comes when nothing fits a question, or when feedback says what would
          have helped.
        </p>
      ) : (
        <ol className="overview-list asked">
          {gaps.map(({ id, text, asks, lastAskedAt }) => (
            <li key={id}>
              <span className="numbers" title={`asked for ${counted(asks, 'time')}`}>
                {number.format(asks)} ×
              </span>
              <span className="stack none">
                <Link href={`/ask?q=${encodeURIComponent(text)}`} className="clamp">
                  {text}
                </Link>
                <span className="muted tiny">
                  last <Ago at={lastAskedAt} />
                </span>
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

/** After so long without an attempt a source counts as quiet, in milliseconds: a working week and its weekend. */
const quietMs = 7 * 86_400_000

/** Which hosts hand in what they do, as the graph knows it; of this machine's hosts an admin is told more. */
export function HeardFrom({ heard, silent }: Pick<Overview, 'heard' | 'silent'>) {
  return (
    <section className="card stack">
      <h2>
        <Link href="/graph-health">Capture</Link>
      </h2>
      {heard.length === 0 && (
        <p className="muted small">
          Nothing was handed in for 90 days. <code>cairn connect</code> has a host hand in its
          sessions.
        </p>
      )}
      <ul className="overview-list">
        {heard.map(({ source, n, lastAt }) => (
          <li key={source}>
            <span className="stack none">
              {sourceName(source)}
              <span className="muted tiny numbers">
                {counted(n, 'attempt')} in 90 days, last <Ago at={lastAt} />
              </span>
            </span>
            <span className="push">
              {Date.now() - Date.parse(lastAt) > quietMs ? (
                <Tag tone="care">quiet</Tag>
              ) : (
                <Tag tone="good">alive</Tag>
              )}
            </span>
          </li>
        ))}
      </ul>
      {silent.map((line) => (
        <p key={line} className="small notice">
          <Inline text={line} />
        </p>
      ))}
    </section>
  )
}

const kinds: readonly (readonly [name: string, to: string, of: (one: Counts) => number])[] = [
  ['Attempts', '/explore', ({ attempts }) => attempts],
  ['Problems', '/explore', ({ problems }) => problems],
  ['Field notes', '/explore', ({ notes }) => notes],
  ['Insights', '/insights?sort=new', ({ insights }) => insights],
  ['Gaps', '/gaps', ({ gaps }) => gaps]
]

type Counts = Pick<Stretch, 'attempts' | 'problems' | 'notes' | 'insights' | 'gaps'>

/** How much was new, by kind. */
export function Grown({ overview }: { overview: Overview }) {
  const { stretches, total, libraries } = overview
  const explores = useMay('expand')
  return (
    <section className="card stack">
      <h2>New in this time</h2>
      <ul className="overview-list grown">
        {kinds.map(([name, to, of]) => (
          <li key={name}>
            {to === '/explore' && !explores ? <span>{name}</span> : <Link href={to}>{name}</Link>}
            <Spark stretches={stretches} of={of} />
            <span className="numbers">{number.format(of(total))}</span>
          </li>
        ))}
        <li>
          <Link href="/libraries">Libraries</Link>
          <span className="muted tiny numbers">{number.format(libraries.held)} held</span>
          <span className="numbers">{number.format(libraries.taken)}</span>
        </li>
      </ul>
    </section>
  )
}

/** Attempts by where they came from. */
export function Sources({ sources }: Pick<Overview, 'sources'>) {
  if (sources.length === 0) {
    return (
      <p className="muted small">
        No attempt came in. <code>cairn connect</code> has a host hand in its sessions,{' '}
        <code>cairn import traces</code> takes in recordings.
      </p>
    )
  }
  return (
    <table className="overview-table numbers">
      <caption className="hidden">Attempts by where they came from</caption>
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col">Passed</th>
          <th scope="col">Failed</th>
          <th scope="col">Unknown</th>
        </tr>
      </thead>
      <tbody>
        {sources.map(({ source, passed, failed, unknown }) => (
          <tr key={source}>
            <th scope="row">{sourceName(source)}</th>
            <td>{number.format(passed)}</td>
            <td>{number.format(failed)}</td>
            <td>{number.format(unknown)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
