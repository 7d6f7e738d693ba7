import { Button } from '../parts/button.js'
import { connectChosen } from './connect-chosen.js'
import { shownPaths } from './shown-paths.js'
import type { Explore } from './use-explore.js'

/** What can be done with what is chosen, where that is more than one node. */
export function SelectionBar({ explore }: { explore: Explore }) {
  const { view, acts, store } = explore
  const { selected } = view
  if (selected.length < 2 || shownPaths(explore).length > 0) return null
  const pinned = selected.every((id) => view.pinned.has(id))
  return (
    <div className="explore-bar" role="group" aria-label="What is chosen" data-floats>
      <span className="small numbers">{selected.length} chosen</span>
      <Button
        small
        kind="primary"
        aria-keyshortcuts="c"
        onClick={() => {
          connectChosen(explore)
        }}
      >
        {selected.length === 2 ? 'Paths between them' : 'Paths between the last two'}
      </Button>
      <Button
        small
        onClick={() => {
          acts.pin(selected, !pinned)
        }}
      >
        {pinned ? 'Loosen' : 'Pin'}
      </Button>
      <Button
        small
        onClick={() => {
          acts.hide(selected)
        }}
      >
        Hide
      </Button>
      <Button
        small
        kind="quiet"
        onClick={() => {
          store.change((now) => ({ ...now, selected: [] }))
        }}
      >
        None
      </Button>
    </div>
  )
}
