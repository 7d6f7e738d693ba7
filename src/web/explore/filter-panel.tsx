import { useMemo, type ReactNode } from 'react'
import { nodeKind } from '../node-kinds.js'
import { Button } from '../parts/button.js'
import { Toggle } from '../parts/chip.js'
import { Select, TextField } from '../parts/field.js'
import { NodeGlyph } from '../parts/node-glyph.js'
import { ColourChoice } from './colour-choice.js'
import { facetsOf, type Facet } from './facets.js'
import { Holdings } from './holdings.js'
import { NodeList } from './node-list.js'
import { PhraseStarters } from './phrase-starters.js'
import type { Explore } from './use-explore.js'
import { bookkeeping, noFilter, toggled, type Filter } from './view-state.js'

/** The legend that is the filter, the other filters with their counts, and the nodes as a list. */
export function FilterPanel(props: { explore: Explore; onClose: () => void }) {
  const { explore } = props
  return (
    <aside className="explore-filters" aria-label="Legend and filters" data-floats>
      <div className="row explore-sheet-head">
        <h2>Filters</h2>
        <Button kind="quiet" small className="push" onClick={props.onClose}>
          Close
        </Button>
      </div>
      {explore.view.nodes.size === 0 || explore.view.map ? (
        <>
          <PhraseStarters explore={explore} />
          {explore.view.map && <ColourChoice explore={explore} />}
          <Holdings />
        </>
      ) : (
        <Filters explore={explore} />
      )}
      <NodeList explore={explore} />
    </aside>
  )
}

const choices = [
  ['outcomes', 'Outcome of attempts', 1],
  ['libraries', 'Library', 1],
  ['spaces', 'Space', 2]
] as const

function Filters({ explore }: { explore: Explore }) {
  const { view, store } = explore
  const facets = useMemo(() => facetsOf(view), [view])
  const { filter } = view
  const set = (change: Partial<Filter>) => {
    store.change((now) => ({ ...now, filter: { ...now.filter, ...change } }), true)
  }
  return (
    <>
      <Legend explore={explore} facets={facets.labels} set={set} />
      <ColourChoice explore={explore} />
      {choices.map(([name, title, least]) => (
        <Choices
          key={name}
          title={title}
          facets={facets[name]}
          on={filter[name]}
          least={least}
          press={(value) => {
            set({ [name]: toggled(filter[name], value) })
          }}
        />
      ))}
      <Epoch facets={facets.epochs} filter={filter} set={set} />
      <Times filter={filter} set={set} />
      {!isOpen(filter) && (
        <Button
          small
          kind="quiet"
          onClick={() => {
            store.change((now) => ({ ...now, filter: { ...noFilter, off: new Set() } }), true)
          }}
        >
          Show everything
        </Button>
      )}
    </>
  )
}

/** Whether it lets by everything but what is hidden unless asked for. */
function isOpen({ off, libraries, spaces, outcomes, epoch, since, until }: Filter): boolean {
  const lists = [libraries, spaces, outcomes]
  const hidden = [...off].some((label) => !bookkeeping.has(label))
  return !hidden && lists.every(({ size }) => size === 0) && epoch === null && since + until === ''
}

function Section(props: { title: string; children: ReactNode }) {
  return (
    <section className="explore-section">
      <h3>{props.title}</h3>
      {props.children}
    </section>
  )
}

function Legend(props: {
  explore: Explore
  facets: readonly Facet[]
  set: (change: Partial<Filter>) => void
}) {
  const { filter } = props.explore.view
  if (props.facets.length === 0) return null
  return (
    <Section title="Kinds">
      <ul className="explore-legend">
        {props.facets.map(({ value, count }) => (
          <li key={value}>
            <button
              type="button"
              aria-pressed={!filter.off.has(value)}
              onClick={() => {
                props.set({ off: toggled(filter.off, value) })
              }}
            >
              <NodeGlyph label={value} named />
              <span>{nodeKind(value).name}</span>
              <span className="numbers muted push">{count}</span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Choices(props: {
  title: string
  facets: readonly Facet[]
  on: ReadonlySet<string>
  press: (value: string) => void
  /** Values that there must be for a choice. */
  least: number
}) {
  if (props.facets.length < props.least) return null
  return (
    <Section title={props.title}>
      <div className="explore-chips">
        {props.facets.map(({ value, count }) => (
          <Toggle
            key={value}
            pressed={props.on.has(value)}
            count={count}
            onPress={() => {
              props.press(value)
            }}
          >
            {value}
          </Toggle>
        ))}
      </div>
    </Section>
  )
}

function Epoch(props: {
  facets: readonly Facet[]
  filter: Filter
  set: (change: Partial<Filter>) => void
}) {
  if (props.facets.length === 0) return null
  const numbers = props.facets.map(({ value, count }) => ({ value: Number(value), count }))
  const options = numbers
    .sort((a, b) => b.value - a.value)
    .map(
      ({ value, count }) =>
        [String(value), `In force in epoch ${String(value)} (${String(count)})`] as const
    )
  return (
    <Select
      label="Insights"
      value={props.filter.epoch === null ? '' : String(props.filter.epoch)}
      options={[['', 'Whatever the epoch'], ...options]}
      onChange={({ target }) => {
        props.set({ epoch: target.value === '' ? null : Number(target.value) })
      }}
    />
  )
}

function Times(props: { filter: Filter; set: (change: Partial<Filter>) => void }) {
  return (
    <div className="explore-times">
      <TextField
        label="From"
        type="date"
        value={props.filter.since}
        onChange={({ target }) => {
          props.set({ since: target.value })
        }}
      />
      <TextField
        label="To"
        type="date"
        value={props.filter.until}
        onChange={({ target }) => {
          props.set({ until: target.value })
        }}
      />
    </div>
  )
}
