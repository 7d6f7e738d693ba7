import { useQueries } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Button } from '../parts/button.js'
import { Dialog } from '../parts/dialog.js'
import { Inline } from '../parts/inline.js'
import type { InsightInFull, Neighbour, Words } from './review-types.js'
import type { Seen } from './use-decide.js'
import { insightQuery } from './use-queue.js'
import { WordsFields, wordsOf } from './words-form.js'

const mergeable = new Set(['candidate', 'in-review', 'needs-work', 'approved'])

/** Chooses what to merge with and words the one that comes of it. */
export function MergeDialog(props: {
  full: InsightInFull
  others: readonly Neighbour[]
  busy: boolean
  error: ReactNode
  /** The others; the insight itself is merged as it was seen. */
  onMerge: (others: readonly Seen[], into: Words) => void
  onClose: () => void
}) {
  const { insight } = props.full
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [words, setWords] = useState(wordsOf(insight))
  const offered = offeredFor(props.full, props.others)
  const read = useQueries({ queries: chosen.map((id) => insightQuery(id)) })
  const sources = read.flatMap(({ data }) =>
    data === undefined ? [] : [{ insight: data.insight.id, version: data.insight.version }]
  )
  const ready = sources.length > 0 && sources.length === chosen.length
  return (
    <Dialog title="Merge" wide onClose={props.onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) props.onMerge(sources, words)
        }}
      >
        <fieldset className="stack">
          <legend className="small muted">
            Merge “<Inline text={insight.title} />” with
          </legend>
          {offered.length === 0 && <p>No other insight that could be merged is here.</p>}
          {offered.map((one, index) => (
            <Choice
              key={one.id}
              neighbour={one}
              first={index === 0}
              chosen={chosen.includes(one.id)}
              onChoose={(yes) => {
                setChosen(yes ? [...chosen, one.id] : chosen.filter((id) => id !== one.id))
              }}
            />
          ))}
        </fieldset>
        <WordsFields words={words} onChange={setWords} />
        {props.error}
        <div className="row">
          <Button type="submit" kind="primary" busy={props.busy} disabled={!ready}>
            Merge {chosen.length + 1} into one
          </Button>
          <span className="muted tiny">What they rest on is united. It can be undone.</span>
        </div>
      </form>
    </Dialog>
  )
}

/** The nearest in meaning first, then the rest of the queue. */
function offeredFor(full: InsightInFull, others: readonly Neighbour[]): Neighbour[] {
  const all = [...full.similar, ...others].filter(
    ({ id, state }) => id !== full.insight.id && mergeable.has(state)
  )
  return [...new Map(all.map((one) => [one.id, one])).values()].slice(0, 12)
}

function Choice(props: {
  neighbour: Neighbour
  first: boolean
  chosen: boolean
  onChoose: (yes: boolean) => void
}) {
  const { title, state } = props.neighbour
  return (
    <label className="check small">
      <input
        type="checkbox"
        autoFocus={props.first}
        checked={props.chosen}
        onChange={(event) => {
          props.onChoose(event.target.checked)
        }}
      />
      <span>
        <Inline text={title} /> <span className="muted">{state.replace('-', ' ')}</span>
      </span>
    </label>
  )
}
