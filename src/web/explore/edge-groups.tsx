import { useMemo } from 'react'
import { Button } from '../parts/button.js'
import type { EdgeCount, OpenedNode } from './explore-documents.js'
import { byWorth, edgeWords } from './edge-words.js'
import type { Explore } from './use-explore.js'
import type { View } from './view-state.js'

/** Most at a time, as the server has it. */
const pageSize = 50

/** Edges by type and direction, with how many there are, how many are drawn, and the next of them. */
export function EdgeGroups({ explore, node }: { explore: Explore; node: OpenedNode }) {
  const { view } = explore
  const drawn = useMemo(() => drawnCounts(view, node.id), [view, node.id])
  if (node.edges.length === 0) return null
  const { telling, keeping } = byWorth(node.edges)
  const groups = (edges: readonly EdgeCount[]) => (
    <ul className="explore-edges">
      {edges.map((edge) => (
        <Group
          key={groupKey(node.id, edge)}
          explore={explore}
          id={node.id}
          edge={edge}
          drawn={drawn.get(groupKey(node.id, edge)) ?? 0}
        />
      ))}
    </ul>
  )
  return (
    <section className="explore-section">
      <h3>Edges</h3>
      {groups(telling)}
      {keeping.length > 0 && (
        <details open={telling.length === 0}>
          <summary className="small muted">
            {keeping.reduce((sum, { count }) => sum + count, 0)} more that keep books
          </summary>
          {groups(keeping)}
        </details>
      )}
    </section>
  )
}

function Group(props: { explore: Explore; id: string; edge: EdgeCount; drawn: number }) {
  const { explore, id, edge, drawn } = props
  const key = groupKey(id, edge)
  const page = explore.pages.get(key)
  const over = drawn >= edge.count || (page !== undefined && page.next === null)
  const more = Math.min(pageSize, edge.count - drawn)
  const expand = () => {
    explore.run(async () => {
      // After the last page it begins again: what was hidden since comes back.
      const next = await explore.acts.expand({ id, ...edge }, page?.next == null ? undefined : page)
      explore.setPage(key, next)
      return next.next === null ? `All ${String(next.total)} are drawn.` : ''
    })
  }
  return (
    <li>
      <span title={edge.type}>{edgeWords(edge.type, edge.out)}</span>
      <span className="numbers muted small push">
        {drawn > 0 && `${String(drawn)} of `}
        {edge.count}
      </span>
      <Button small disabled={drawn >= edge.count} onClick={expand}>
        {drawn >= edge.count ? 'Drawn' : over ? 'Expand' : `+ ${String(more)}`}
        <span className="hidden"> {edgeWords(edge.type, edge.out)}</span>
      </Button>
    </li>
  )
}

function groupKey(id: string, edge: { type: string; out: boolean }): string {
  return `${id}\n${edge.type}\n${String(edge.out)}`
}

/** Neighbours that are drawn, by type and direction. */
function drawnCounts(view: View, id: string): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (type: string, out: boolean) => {
    const key = groupKey(id, { type, out })
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  for (const { from, to, type } of view.edges.values()) {
    if (from === id) add(type, true)
    else if (to === id) add(type, false)
  }
  return counts
}
