import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useMay } from '../data/session.js'
import { Ago } from '../parts/ago.js'
import { counted } from '../parts/counted.js'
import { effectWords } from '../parts/effect-bar.js'
import type { Overview, Share } from './overview-documents.js'
import { intervalWords, percent } from './stretch-words.js'

const number = new Intl.NumberFormat('en')

/** The four figures that are looked at first; each is a link to what is behind it. */
export function KeyFigures({ overview }: { overview: Overview }) {
  const { total, answered, helped, guidance } = overview
  return (
    <div className="figures">
      <Figure
        title="Questions asked"
        to="/gaps"
        value={number.format(total.asked)}
        none={total.asked === 0}
      >
        {total.asked === 0 ? (
          <>
            None in this time. <code>cairn recommend "…"</code> asks one.
          </>
        ) : (
          <>
            <ShareWords share={answered} what="answered" />,{' '}
            {number.format(answered.n - answered.count)} × «nothing fits»
          </>
        )}
      </Figure>
      <Figure
        title="Advice that helped"
        to="/insights?sort=effect"
        value={helped.share === null ? '–' : percent(helped.share)}
        none={helped.share === null}
      >
        {helped.share === null ? (
          <>
            Nobody told how an answer turned out: agents do by <code>report_outcome</code>.
          </>
        ) : (
          <>
            {intervalWords(helped)}; {number.format(helped.count)} helped,{' '}
            {number.format(helped.n - helped.count)} did not
          </>
        )}
      </Figure>
      <Guidance guidance={guidance} />
      <Waiting queue={overview.queue} />
    </div>
  )
}

/** How much more often tasks end well with guidance: a share that needs both of its sides. */
function Guidance({ guidance }: { guidance: Overview['guidance'] }) {
  const { effect, shown, withheld } = guidance
  const measured = effect != null
  const side = (arm: typeof shown) =>
    `${number.format(arm?.passed ?? 0)} of ${number.format(arm?.n ?? 0)}`
  const [size = '', interval] = effectWords(guidance).split(' (')
  return (
    <Figure
      title="Passed with guidance"
      to="/insights?sort=effect"
      value={measured ? size : '–'}
      none={!measured}
    >
      {measured ? (
        <>
          {interval === undefined ? '' : `${interval.replace(')', '')} points; `}
          {side(shown)} passed with it, {side(withheld)} without
        </>
      ) : (
        sentence(effectWords(guidance))
      )}
    </Figure>
  )
}

function Waiting({ queue: { ready, blocked, oldestAt } }: { queue: Overview['queue'] }) {
  const decides = useMay('approveInsight')
  const to = decides ? `/review${ready > 0 ? '?states=in-review' : ''}` : '/insights'
  return (
    <Figure
      title="To review now"
      to={to}
      value={number.format(ready)}
      none={ready + blocked === 0}
      care={ready > 0}
    >
      {ready + blocked === 0 ? (
        <>
          Nothing waits. <code>cairn curate</code> looks for candidates.
        </>
      ) : (
        <>
          passed every gate, {number.format(blocked)} more blocked; oldest came{' '}
          <Ago at={oldestAt} />
        </>
      )}
    </Figure>
  )
}

function Figure(props: {
  title: string
  to: string
  value: string
  none: boolean
  care?: boolean
  children: ReactNode
}) {
  const { title, to, value, none, care = false, children } = props
  return (
    <section className="card figure">
      <h2 className="small">
        <Link href={to}>{title}</Link>
      </h2>
      <span className={`figure-value numbers ${none ? 'muted' : ''} ${care ? 'care' : ''}`.trim()}>
        {value}
      </span>
      <p className="small muted numbers">{children}</p>
    </section>
  )
}

function ShareWords({ share, what }: { share: Share; what: string }) {
  if (share.share === null) return null
  return (
    <span title={`95 % interval ${intervalWords(share)}; ${counted(share.n, 'question')}`}>
      {percent(share.share)} {what} ({intervalWords(share)})
    </span>
  )
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}
