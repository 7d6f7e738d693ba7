import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { nodeKind } from '../node-kinds.js'
import { Button } from '../parts/button.js'
import { Tag } from '../parts/chip.js'
import { DeleteButton } from '../parts/delete-button.js'
import { Inline } from '../parts/inline.js'
import { NodeGlyph } from '../parts/node-glyph.js'
import { NodeId } from '../parts/node-id.js'
import { Async } from '../parts/states.js'
import { FindPath } from './find-path.js'
import { EdgeGroups } from './edge-groups.js'
import { openNode, type OpenedNode } from './explore-documents.js'
import { NodeFacts } from './node-facts.js'
import { NodeHistory } from './node-history.js'
import { NodeText } from './node-text.js'
import { PanelEdge } from './panel-width.js'
import type { Explore } from './use-explore.js'

/** What a node holds, beside the canvas; a sheet below it where it is narrow. */
export function NodePanel(props: { explore: Explore; id: string }) {
  const { explore, id } = props
  const heading = useRef<HTMLHeadingElement>(null)
  const node = useQuery({
    queryKey: ['node', id, 'explore'],
    queryFn: ({ signal }) => openNode(id, { signal })
  })
  useEffect(() => {
    // Whoever walks the canvas with keys stays on it.
    if (document.activeElement?.closest('.explore-canvas, .explore-filters') == null)
      heading.current?.focus({ preventScroll: true })
  }, [id])
  return (
    <aside className="explore-panel" aria-label="Node">
      <PanelEdge />
      <header className="row">
        <h2 ref={heading} tabIndex={-1}>
          <Inline text={node.data?.title ?? 'Node'} />
        </h2>
        <Button
          kind="quiet"
          small
          className="push"
          aria-label="Close"
          onClick={() => {
            explore.setOpen(null)
          }}
        >
          ×
        </Button>
      </header>
      <div
        className="explore-panel-body stack"
        tabIndex={0}
        role="region"
        aria-label="About the node"
      >
        <Async query={node} lines={9}>
          {(opened) => <Opened explore={explore} node={opened} />}
        </Async>
      </div>
    </aside>
  )
}

/** What somebody contributed, and may want to be gone. */
const contributions: Readonly<Record<string, string>> = {
  Trace: 'this attempt',
  Lesson: 'this field note',
  Recommendation: 'this answer',
  Feedback: 'this feedback'
}

function Opened({ explore, node }: { explore: Explore; node: OpenedNode }) {
  const { acts, view, setOpen } = explore
  const pinned = view.pinned.has(node.id)
  const contribution = contributions[node.label]
  return (
    <>
      <Head node={node} />
      <div className="row">
        <Button
          small
          onClick={() => {
            explore.run(() => acts.around(node.id))
          }}
        >
          Draw around it
        </Button>
        <FindPath explore={explore} node={node} />
        <Button
          small
          aria-pressed={pinned}
          onClick={() => {
            acts.pin([node.id], !pinned)
          }}
        >
          {pinned ? 'Loosen' : 'Pin'}
        </Button>
        <Button
          small
          onClick={() => {
            setOpen(null)
            acts.hide([node.id])
          }}
        >
          Hide
        </Button>
        {contribution !== undefined && (
          <DeleteButton
            id={node.id}
            what={contribution}
            button="Delete…"
            onDeleted={() => {
              setOpen(null)
              acts.hide([node.id])
            }}
          />
        )}
      </div>
      <NodeText node={node} />
      <EdgeGroups explore={explore} node={node} />
      <NodeFacts node={node} />
      <NodeHistory id={node.id} onOpen={setOpen} />
    </>
  )
}

function Head({ node }: { node: OpenedNode }) {
  const outcome = stringOf(node, 'outcome')
  const state = stringOf(node, 'state')
  const kind = nodeKind(node.label, outcome)
  return (
    <div className="row small">
      <NodeGlyph label={node.label} outcome={outcome} named />
      <span>{kind.name}</span>
      {outcome !== null && <Tag tone={outcome === 'failed' ? 'bad' : 'good'}>{outcome}</Tag>}
      {state !== null && node.label === 'Insight' && <Tag>{state}</Tag>}
      {node.properties['tainted'] === true && <Tag tone="bad">may hold instructions</Tag>}
      <NodeId id={node.id} />
    </div>
  )
}

/** A property as text; null where it is none or empty. */
export function stringOf(node: OpenedNode, name: string): string | null {
  const value = node.properties[name]
  return typeof value === 'string' && value.trim() !== '' ? value : null
}
