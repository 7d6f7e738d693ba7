import { useMemo } from 'react'
import { NodeGlyph } from '../parts/node-glyph.js'
import { Rows } from '../parts/rows.js'
import type { Explore } from './use-explore.js'
import { passes, withSelected } from './view-state.js'

/** The shown nodes as a list: the canvas for whoever does not see it, and a way to find one by its title. */
export function NodeList({ explore }: { explore: Explore }) {
  const { view, open, setOpen, store } = explore
  const nodes = useMemo(
    () =>
      [...view.nodes.values()]
        .filter((node) => passes(view.filter, node))
        .sort((a, b) => a.title.localeCompare(b.title) || (a.id < b.id ? -1 : 1)),
    [view]
  )
  if (nodes.length === 0) return null
  return (
    <section className="explore-section">
      <h3>Nodes ({nodes.length})</h3>
      <Rows
        name="Nodes"
        items={nodes}
        keyOf={({ id }) => id}
        estimate={32}
        row={(node) => (
          <button
            type="button"
            className="explore-row"
            aria-current={node.id === open}
            aria-pressed={view.selected.includes(node.id)}
            onClick={({ shiftKey }) => {
              store.change((now) => withSelected(now, node.id, shiftKey))
              if (!shiftKey) setOpen(node.id)
            }}
          >
            <NodeGlyph label={node.label} outcome={node.outcome} size={16} />
            <span>{node.title}</span>
          </button>
        )}
      />
    </section>
  )
}
