import { useAddress } from '../data/address.js'
import { Button } from '../parts/button.js'
import { counted } from '../parts/counted.js'
import { Rows } from '../parts/rows.js'
import { Async, Empty } from '../parts/states.js'
import { CheckAgain } from './check-again.js'
import { QueueFilters } from './queue-filters.js'
import { QueueRow } from './queue-row.js'
import type { QueuedInsight } from './review-types.js'
import type { Desk } from './use-desk.js'
import { filterNames, useTab } from './use-queue.js'

/** The queue with its filters, which stay while another list is read; the row that is open is marked. */
export function QueuePane({ desk }: { desk: Desk }) {
  return (
    <section className="queue" aria-label="Queue">
      <QueueFilters counts={desk.counts} insights={desk.listed} />
      <Async query={desk.queue} lines={8}>
        {() => <Listed desk={desk} />}
      </Async>
    </section>
  )
}

function Listed({ desk }: { desk: Desk }) {
  const { listed, pinned, selected } = desk
  const tab = useTab()
  const row = (insight: QueuedInsight) => (
    <QueueRow
      insight={insight}
      open={insight.id === selected}
      chosen={desk.chosen}
      blocked={tab === 'blocked'}
      onSelect={desk.select}
    />
  )
  return (
    <>
      <ChooseAll desk={desk} listed={listed} />
      {pinned !== null && (
        <div className="queue-pinned">
          <p className="tiny muted">Open, and not in this list</p>
          {row(pinned)}
        </div>
      )}
      {listed.length === 0 ? (
        <NothingWaits />
      ) : (
        <Rows
          items={listed}
          keyOf={({ id }) => id}
          name="Insights"
          estimate={46}
          current={listed.findIndex(({ id }) => id === selected)}
          row={row}
        />
      )}
      {desk.queue.hasNextPage && (
        <Button kind="quiet" onClick={() => void desk.queue.fetchNextPage()}>
          Show more
        </Button>
      )}
    </>
  )
}

/** Ticks all that are listed, and says how many there are. */
function ChooseAll(props: { desk: Desk; listed: readonly QueuedInsight[] }) {
  const { desk, listed } = props
  const tab = useTab()
  if (listed.length === 0 && tab !== 'blocked') return null
  const all = listed.length > 0 && listed.every(({ id }) => desk.chosen.has(id))
  const ticked = desk.chosen.insights.length
  return (
    <div className="queue-head">
      <label className="row small">
        <input
          type="checkbox"
          checked={all}
          disabled={listed.length === 0}
          onChange={() => {
            desk.chosen.only(all ? [] : listed.map(({ id }) => id))
          }}
        />
        <span className="muted numbers">
          {ticked > 0 ? `${String(ticked)} chosen` : counted(desk.total, 'insight')}
        </span>
      </label>
      {tab === 'ready' && <span className="muted tiny push">most worth a look first</span>}
      {tab === 'blocked' && <CheckAgain />}
    </div>
  )
}

const nothing = {
  ready: 'Nothing waits that can be approved',
  blocked: 'Nothing is blocked',
  decided: 'Nothing was decided yet'
} as const

function NothingWaits() {
  const { get } = useAddress()
  const tab = useTab()
  const filtered = filterNames.some((name) => name !== 'tab' && get(name) !== null)
  if (filtered) return <Empty title="Nothing fits these filters" />
  if (tab !== 'ready') return <Empty title={nothing[tab]} />
  return (
    <Empty title={nothing.ready}>
      Insights come here when curation has clustered what agents recorded: <code>cairn curate</code>
      , or the page Jobs.
    </Empty>
  )
}
