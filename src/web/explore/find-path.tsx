import { useState } from 'react'
import { nodeKind } from '../node-kinds.js'
import { Button } from '../parts/button.js'
import { Dialog } from '../parts/dialog.js'
import { TextField } from '../parts/field.js'
import { NodeGlyph } from '../parts/node-glyph.js'
import { connectChosen } from './connect-chosen.js'
import type { OpenedNode } from './explore-documents.js'
import type { Explore } from './use-explore.js'
import { useSearch } from './use-search.js'

/** Asks for the other end, and draws the best paths to it. */
export function FindPath(props: { explore: Explore; node: OpenedNode }) {
  const { finding, setFinding } = props.explore
  return (
    <>
      <Button
        small
        aria-keyshortcuts="t"
        onClick={() => {
          setFinding(true)
        }}
      >
        Find path to…
      </Button>
      {finding && (
        <OtherEnd
          {...props}
          onClose={() => {
            setFinding(false)
          }}
        />
      )}
    </>
  )
}

interface Offered {
  readonly id: string
  readonly label: string
  readonly title: string
}

function OtherEnd(props: { explore: Explore; node: OpenedNode; onClose: () => void }) {
  const { explore, node } = props
  const [words, setWords] = useState('')
  const { hits, failure, waiting } = useSearch(words)
  const drawn = [...explore.view.nodes.values()].filter(({ id }) => id !== node.id)
  const typed = words.trim() !== ''
  const offered: readonly Offered[] = typed
    ? hits.filter(({ id }) => id !== node.id)
    : drawn.slice(0, 8)
  const connect = ({ id }: Offered) => {
    props.onClose()
    explore.store.change((now) => ({ ...now, selected: [node.id, id] }))
    connectChosen(explore)
  }
  return (
    <Dialog title={`A path from ${node.title} to…`} onClose={props.onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          const [first] = offered
          if (first !== undefined) connect(first)
        }}
      >
        <TextField
          label="The other end: words, a name, an error"
          type="search"
          value={words}
          onChange={(event) => {
            setWords(event.target.value)
          }}
        />
        <p className="small muted" role="status">
          {saidOf({ typed, waiting, offered, failed: failure?.message })}
        </p>
        <ul className="explore-ends" aria-label="Found">
          {offered.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                className="explore-row"
                onClick={() => {
                  connect(one)
                }}
              >
                <NodeGlyph label={one.label} size={16} />
                <span>
                  {one.title} <span className="muted tiny">{nodeKind(one.label).name}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      </form>
    </Dialog>
  )
}

function saidOf(at: {
  typed: boolean
  waiting: boolean
  offered: readonly Offered[]
  failed: string | undefined
}): string {
  if (at.failed !== undefined) return at.failed
  if (!at.typed) return at.offered.length === 0 ? 'Type to search.' : 'Or one that is drawn:'
  if (at.offered.length > 0) return 'Enter takes the first.'
  return at.waiting ? 'Searching…' : 'Nothing like it is known here.'
}
