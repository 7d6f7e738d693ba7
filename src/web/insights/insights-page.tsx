import { Link } from 'wouter'
import { useAddress } from '../data/address.js'
import { Ago } from '../parts/ago.js'
import { Tag, type Tone } from '../parts/chip.js'
import { counted } from '../parts/counted.js'
import { EffectAxis, EffectBar, scaleOf } from '../parts/effect-bar.js'
import { Inline } from '../parts/inline.js'
import { libraryName } from '../parts/library-name.js'
import { Button } from '../parts/button.js'
import { Page } from '../parts/page.js'
import { Rows } from '../parts/rows.js'
import { Segments } from '../parts/segments.js'
import { Async, Empty } from '../parts/states.js'
import '../styles/lists.css'
import { Hurting } from './hurting.js'
import { careOf, useInsights, type Kept } from './use-insights.js'
import { countWords, verdictOf, verdicts, type MeasuredVerdict } from './verdict.js'

const sorts = [
  ['care', 'Needs care'],
  ['effect', 'Effect'],
  ['uses', 'Shown most'],
  ['new', 'Newest']
] as const
type Sort = (typeof sorts)[number][0]

const orders: Readonly<Record<Sort, (a: Kept, b: Kept) => number>> = {
  care: (a, b) => careOf(b) - careOf(a),
  effect: (a, b) => (b.effect?.effect ?? -2) - (a.effect?.effect ?? -2),
  uses: (a, b) => b.uses - a.uses,
  new: (a, b) => (b.createdAt ?? '').localeCompare(a.createdAt ?? '')
}

/** What is in force: what it brings, how it is used, and what needs care. */
export function InsightsPage() {
  const { get, set } = useAddress()
  const which = get('show') === 'withdrawn' ? 'withdrawn' : 'in-force'
  const sort = sorts.find(([one]) => one === get('sort'))?.[0] ?? 'care'
  const { list, kept } = useInsights(which)
  return (
    <Page
      title="Insights"
      lead="Guidance that agents are shown, and whether it helps: how often work passed where it was shown, and where it was held back at random. A point is one more in a hundred that passes."
    >
      <div className="row">
        <Segments
          name="Which"
          value={which}
          options={[
            ['in-force', 'In force'],
            ['withdrawn', 'Withdrawn']
          ]}
          onChange={(show) => {
            set({ show: show === 'in-force' ? null : show })
          }}
        />
        <span className="push row">
          <span className="muted small">Sort by</span>
          <Segments
            name="Sort by"
            value={sort}
            options={sorts}
            onChange={(by) => {
              set({ sort: by === 'care' ? null : by })
            }}
          />
        </span>
      </div>
      <Async query={list} lines={8}>
        {() =>
          kept.length === 0 ? (
            <Empty
              title={which === 'in-force' ? 'Nothing is in force yet' : 'Nothing was withdrawn'}
            >
              Insights come here when a curator approves them on the page Review.
            </Empty>
          ) : (
            <Measured kept={[...kept].sort(orders[sort])} list={list} />
          )
        }
      </Async>
    </Page>
  )
}

/** What hurts first, whatever else is chosen; then the list, of all or of one verdict. */
function Measured(props: { kept: readonly Kept[]; list: ReturnType<typeof useInsights>['list'] }) {
  const { get, set } = useAddress()
  const chosen = verdicts.find((one) => one === get('verdict')) ?? 'all'
  const of = (verdict: MeasuredVerdict) =>
    props.kept.filter(({ effect }) => verdictOf(effect) === verdict)
  const shown = chosen === 'all' ? props.kept : of(chosen)
  return (
    <>
      {get('show') === null && of('hurts').map((one) => <Hurting key={one.id} insight={one} />)}
      <div className="row">
        <Segments
          name="What it does"
          value={chosen}
          options={[
            ['all', `All ${String(props.kept.length)}`],
            ...verdicts.map(
              (one) => [one, `${verdictNames[one]} ${String(of(one).length)}`] as const
            )
          ]}
          onChange={(verdict) => {
            set({ verdict: verdict === 'all' ? null : verdict })
          }}
        />
      </div>
      {shown.length === 0 ? (
        <Empty title="None of them" />
      ) : (
        <InsightList kept={shown} list={props.list} />
      )}
    </>
  )
}

const verdictNames = {
  hurts: 'Hurts',
  helps: 'Helps',
  unclear: 'Unclear',
  'too few': 'Too few'
} as const

const verdictTones: Readonly<Record<MeasuredVerdict, Tone>> = {
  hurts: 'bad',
  helps: 'good',
  unclear: 'plain',
  'too few': 'plain'
}

/** Whether it helps, in words with what was counted, and as a line. */
function Effectiveness({ insight, scale }: { insight: Kept; scale: number }) {
  const verdict = verdictOf(insight.effect)
  return (
    <div className="stack tight">
      <span className="row small">
        <Tag tone={verdictTones[verdict]}>{verdictNames[verdict]}</Tag>
        <span className="numbers">{countWords(insight.effect)}</span>
      </span>
      <EffectBar effect={insight.effect} scale={scale} />
    </div>
  )
}

/** The list as a picture too: one axis for all effects, so that they are compared by looking. */
function InsightList(props: {
  kept: readonly Kept[]
  list: ReturnType<typeof useInsights>['list']
}) {
  const effects = props.kept.map(({ effect }) => effect)
  const scale = scaleOf(effects)
  return (
    <div className="list">
      {effects.some((one) => one?.effect != null) && (
        <div className="list-row insight-row list-head">
          <span className="small muted">Insight</span>
          <EffectAxis scale={scale} />
          <span className="small muted">Shown</span>
        </div>
      )}
      <Rows
        items={props.kept}
        keyOf={({ id }) => id}
        name="Insights"
        estimate={84}
        row={(insight) => <InsightLine insight={insight} scale={scale} />}
      />
      <More list={props.list} />
    </div>
  )
}

function More({ list }: { list: ReturnType<typeof useInsights>['list'] }) {
  if (!list.hasNextPage) return null
  return (
    <Button
      busy={list.isFetchingNextPage}
      onClick={() => {
        void list.fetchNextPage()
      }}
    >
      Show more
    </Button>
  )
}

function InsightLine({ insight, scale }: { insight: Kept; scale: number }) {
  const { uses, contradictions, flags } = insight
  return (
    <div className="list-row insight-row">
      <div className="stack tight">
        <Link href={`/insights/${encodeURIComponent(insight.id)}`} className="list-title">
          <Inline text={insight.title} />
        </Link>
        <span className="facts-line">
          {insight.library !== null && <span>{libraryName(insight.library)}</span>}
          {insight.versions !== null && <code>{insight.versions}</code>}
          <span>revision {insight.revision}</span>
          {insight.inForce ? null : <Tag>{insight.state}</Tag>}
          {contradictions > 0 && <Tag tone="bad">{contradictions} contradict it</Tag>}
          {flags.map((flag) => (
            <Tag key={flag} tone="care">
              {flag}
            </Tag>
          ))}
          {insight.tainted && <Tag tone="bad">tainted</Tag>}
        </span>
      </div>
      <Effectiveness insight={insight} scale={scale} />
      <span className="uses small numbers">
        {uses === 0 ? <Tag tone="care">never shown</Tag> : `shown ${counted(uses, 'time')}`}
        <span className="muted">
          <Ago at={insight.lastUsedAt} none="" />
        </span>
      </span>
    </div>
  )
}
