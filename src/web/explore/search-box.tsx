import { useState } from 'react'
import type { Failure } from '../data/ask.js'
import { nodeKind } from '../node-kinds.js'
import { NodeGlyph } from '../parts/node-glyph.js'
import type { Hit } from './explore-documents.js'
import type { Explore } from './use-explore.js'
import { useSearch } from './use-search.js'

/** Search as you type: what is overtaken is cancelled; a choice is drawn and opened. */
export function SearchBox({ explore }: { explore: Explore }) {
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const { hits, failure, waiting } = useSearch(words)
  const choose = (hit: Hit | undefined) => {
    if (hit === undefined) return
    setWords('')
    explore.run(async () => {
      if (!explore.view.nodes.has(hit.id)) await explore.acts.add(hit.id)
      explore.setOpen(hit.id)
    })
  }
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => {
      setAt((at + 1) % Math.max(1, hits.length))
    },
    ArrowUp: () => {
      setAt((at - 1 + hits.length) % Math.max(1, hits.length))
    },
    Enter: () => {
      choose(hits[at])
    },
    Escape: () => {
      setWords('')
    }
  }
  const shown = words.trim() !== ''
  return (
    <search className="explore-search" data-floats>
      <input
        type="search"
        data-search
        role="combobox"
        aria-label="Search the memory"
        aria-expanded={shown}
        aria-controls="explore-hits"
        aria-activedescendant={shown && hits.length > 0 ? `explore-hit-${String(at)}` : undefined}
        placeholder="Words, a name, an error"
        autoComplete="off"
        spellCheck={false}
        value={words}
        onChange={(event) => {
          setWords(event.target.value)
          setAt(0)
        }}
        onKeyDown={(event) => {
          const act = keys[event.key]
          if (act === undefined || !shown) return
          event.preventDefault()
          act()
        }}
      />
      {shown && <Hits {...{ hits, failure, waiting, at }} onChoose={choose} />}
    </search>
  )
}

function Hits(props: {
  hits: readonly Hit[]
  failure: Failure | null
  waiting: boolean
  at: number
  onChoose: (hit: Hit) => void
}) {
  const { hits, failure, waiting, at } = props
  const nothing = failure?.message ?? (waiting ? 'Searching…' : 'Nothing like it is known here.')
  return (
    <div className="explore-hits">
      {hits.length === 0 && (
        <p className="small muted" role="status">
          {nothing}
        </p>
      )}
      <ul id="explore-hits" role="listbox" aria-label="Found">
        {hits.map((hit, index) => (
          <li
            key={hit.id}
            id={`explore-hit-${String(index)}`}
            role="option"
            aria-selected={index === at}
            onClick={() => {
              props.onChoose(hit)
            }}
          >
            <NodeGlyph label={hit.label} />
            <span>
              <span className="explore-hit-title">{hit.title}</span>
              <span className="tiny muted">
                {[nodeKind(hit.label).name, hit.library].filter(Boolean).join(' · ')}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
