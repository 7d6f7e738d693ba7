import { useState } from 'react'
import { ErrorBox } from '../parts/states.js'
import { useTitle } from '../parts/page.js'
import { Canvas } from './canvas.js'
import { ColourKey } from './colour-choice.js'
import './explore.css'
import { FilterPanel } from './filter-panel.js'
import { NodePanel } from './node-panel.js'
import { PathBar } from './path-bar.js'
import { SearchBox } from './search-box.js'
import { SelectionBar } from './selection-bar.js'
import { Start } from './start.js'
import { Toolbar } from './toolbar.js'
import { useExplore, type Explore } from './use-explore.js'
import { useExploreKeys } from './use-explore-keys.js'

/** The graph: search, expand, filter, connect, and a panel beside it with what a node holds. */
export function ExplorePage() {
  useTitle('Explore')
  const explore = useExplore()
  const [filters, setFilters] = useState(false)
  const [layout, setLayout] = useState(false)
  const toggleFilters = () => {
    setFilters(!filters)
  }
  useExploreKeys(explore, toggleFilters)
  const beside = explore.open === null ? 'filters' : 'node'
  return (
    <div className="explore" data-filters={filters ? 'open' : 'closed'} data-beside={beside}>
      <h1 className="hidden">Explore</h1>
      <SearchBox explore={explore} />
      <FilterPanel explore={explore} onClose={toggleFilters} />
      <div className="explore-stage">
        <Canvas explore={explore} onLayout={setLayout} />
        {explore.view.nodes.size === 0 && explore.restored && !explore.busy && (
          <Start explore={explore} />
        )}
        <Toolbar explore={explore} layout={layout} filters={filters} onFilters={toggleFilters} />
        <ColourKey explore={explore} />
        <div className="explore-bars">
          <PathBar explore={explore} />
          <SelectionBar explore={explore} />
        </div>
        <Said explore={explore} layout={layout} />
      </div>
      {explore.open !== null && (
        <NodePanel key={explore.open} explore={explore} id={explore.open} />
      )}
    </div>
  )
}

/** What was done and what goes on, and what went wrong. */
function Said({ explore, layout }: { explore: Explore; layout: boolean }) {
  const { failure, dismiss, busy, said, view } = explore
  const count = `${String(view.nodes.size)} nodes, ${String(view.edges.size)} edges`
  return (
    <div className="explore-said">
      {failure !== null && (
        <div className="explore-failure">
          <ErrorBox error={failure.error} retry={failure.retry} />
          <button type="button" className="button quiet small" onClick={dismiss}>
            Dismiss
          </button>
        </div>
      )}
      <p role="status" className="tiny muted numbers">
        {busy ? 'Asking…' : [said, view.nodes.size === 0 ? '' : count].join(' ').trim()}
        {layout && ' · arranging'}
      </p>
    </div>
  )
}
