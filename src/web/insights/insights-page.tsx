import { Link } from 'wouter'
import { useAddress } from '../data/address.js'
import { Ago } from '../parts/ago.js'
import { Tag } from '../parts/chip.js'
import { EffectBar } from '../parts/effect-bar.js'
import { Inline } from '../parts/inline.js'
import { libraryName } from '../parts/library-name.js'
import { Button } from '../parts/button.js'
import { Page } from '../parts/page.js'
import { Rows } from '../parts/rows.js'
import { Segments } from '../parts/segments.js'
import { Async, Empty } from '../parts/states.js'
import '../styles/lists.css'
import { careOf, useInsights, type Kept } from './use-insights.js'

const sorts = [
  ['care', 'Needs care'],
  ['effect', 'Effect'],
  ['uses', 'Uses'],
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
      lead="Guidance that agents are shown, with what it was measured to bring."
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
            <div className="list">
              <Rows
                items={[...kept].sort(orders[sort])}
                keyOf={({ id }) => id}
                name="Insights"
                estimate={84}
                row={(insight) => <InsightLine insight={insight} />}
              />
              <More list={list} />
            </div>
          )
        }
      </Async>
    </Page>
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

function InsightLine({ insight }: { insight: Kept }) {
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
      <EffectBar effect={insight.effect} />
      <span className="uses small numbers">
        {uses === 0 ? <Tag tone="care">never used</Tag> : `${String(uses)} uses`}
        <span className="muted">
          <Ago at={insight.lastUsedAt} none="" />
        </span>
      </span>
    </div>
  )
}
