import { useAddress } from '../data/address.js'
import { Ago } from '../parts/ago.js'
import { Button } from '../parts/button.js'
import { Tag } from '../parts/chip.js'
import { Select, TextField } from '../parts/field.js'
import { Inline } from '../parts/inline.js'
import { Rows } from '../parts/rows.js'
import { Empty } from '../parts/states.js'
import { libraryName } from '../parts/library-name.js'
import { GateMarks } from './gate-marks.js'
import type { Insight } from './review-documents.js'

const stateChoices = [
  ['', 'Waiting'],
  ['candidate', 'New'],
  ['in-review', 'In review'],
  ['needs-work', 'Needs work'],
  ['approved', 'Approved'],
  ['rejected', 'Rejected'],
  ['retired', 'Retired'],
  ['superseded', 'Superseded']
] as const

const gapChoices = [
  ['', 'Any kind'],
  ['api-confusion', 'API confusion'],
  ['integration-limit', 'Integration limit'],
  ['idiomatic-pattern', 'Idiomatic pattern'],
  ['security-practice', 'Security practice']
] as const

/** The queue with its filters; the row that is open is marked. */
export function QueuePane(props: {
  insights: readonly Insight[]
  total: number
  more: (() => void) | null
  selected: string
  onSelect: (id: string) => void
}) {
  const { insights, selected } = props
  return (
    <section className="queue" aria-label="Queue">
      <QueueFilters total={props.total} />
      {insights.length === 0 ? (
        <NothingWaits />
      ) : (
        <Rows
          items={insights}
          keyOf={({ id }) => id}
          name="Insights"
          estimate={92}
          current={insights.findIndex(({ id }) => id === selected)}
          row={(insight) => (
            <QueueRow insight={insight} open={insight.id === selected} onSelect={props.onSelect} />
          )}
        />
      )}
      {props.more !== null && (
        <Button kind="quiet" onClick={props.more}>
          Show more
        </Button>
      )}
    </section>
  )
}

function NothingWaits() {
  const { get } = useAddress()
  const filtered = ['states', 'library', 'flag', 'gap'].some((name) => get(name) !== null)
  if (filtered) return <Empty title="Nothing fits these filters" />
  return (
    <Empty title="Nothing waits">
      Insights come here when curation has clustered what agents recorded: <code>cairn curate</code>
      , or the page Jobs.
    </Empty>
  )
}

function QueueFilters(props: { total: number }) {
  const { get, set } = useAddress()
  return (
    <div className="queue-filters">
      <p className="row">
        <strong className="numbers">{props.total}</strong>
        <span className="muted small">{props.total === 1 ? 'insight' : 'insights'}</span>
      </p>
      <Select
        label="State"
        bare
        options={stateChoices}
        value={get('states') ?? ''}
        onChange={(event) => {
          set({ states: event.target.value, insight: null })
        }}
      />
      <Select
        label="Kind of gap"
        bare
        options={gapChoices}
        value={get('gap') ?? ''}
        onChange={(event) => {
          set({ gap: event.target.value, insight: null })
        }}
      />
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const library = new FormData(event.currentTarget).get('library')
          set({ library: typeof library === 'string' ? library.trim() : null, insight: null })
        }}
      >
        <TextField
          label="Library key, such as pypi/pandas@1.4.0"
          bare
          name="library"
          data-search
          key={get('library')}
          defaultValue={get('library') ?? ''}
          placeholder="pypi/pandas@1.4.0"
        />
      </form>
    </div>
  )
}

function QueueRow(props: { insight: Insight; open: boolean; onSelect: (id: string) => void }) {
  const { insight } = props
  return (
    <button
      type="button"
      className="queue-row"
      aria-current={props.open ? 'true' : undefined}
      onClick={() => {
        props.onSelect(insight.id)
      }}
    >
      <span className="queue-title">
        <Inline text={insight.title} />
      </span>
      <span className="queue-facts">
        <Ago at={insight.createdAt} />
        <span className="numbers">
          {insight.support} traces, {insight.agents} agents
        </span>
      </span>
      <span className="queue-facts">
        <GateMarks gates={insight.gates} />
        {insight.library !== null && <span>{libraryName(insight.library)}</span>}
        {insight.state !== 'candidate' && <Tag>{insight.state.replace('-', ' ')}</Tag>}
        {insight.flags.map((flag) => (
          <Tag
            key={flag}
            tone="care"
            title={insight.marks.find(({ name }) => name === flag)?.says ?? flag}
          >
            {flag}
          </Tag>
        ))}
        {insight.tainted && <Tag tone="bad">tainted</Tag>}
      </span>
    </button>
  )
}
