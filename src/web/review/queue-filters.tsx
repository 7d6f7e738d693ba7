import { useState } from 'react'
import { useAddress } from '../data/address.js'
import { useSession } from '../data/session.js'
import { Select, TextField } from '../parts/field.js'
import { libraryName } from '../parts/library-name.js'
import { Segments } from '../parts/segments.js'
import type { QueuedInsight } from './review-types.js'
import { useTab } from './use-queue.js'

const kinds = [
  ['', 'Any kind'],
  ['api-confusion', 'API confusion'],
  ['integration-limit', 'Integration limit'],
  ['idiomatic-pattern', 'Idiomatic pattern'],
  ['security-practice', 'Security practice']
] as const

const states = [
  ['', 'Any decision'],
  ['approved', 'Approved'],
  ['rejected', 'Rejected'],
  ['retired', 'Retired'],
  ['superseded', 'Superseded']
] as const

/** What of the queue is shown: a tab, words, and filters. What was open may not fit another choice, so it is closed. */
export function QueueFilters(props: {
  counts: { readonly ready: number; readonly blocked: number }
  insights: readonly QueuedInsight[]
}) {
  const { get } = useAddress()
  const choose = useChoose()
  const tab = useTab()
  return (
    <div className="queue-filters">
      <Segments
        name="Which"
        value={tab}
        options={[
          ['ready', `Ready ${String(props.counts.ready)}`],
          ['blocked', `Blocked ${String(props.counts.blocked)}`],
          ['decided', 'Decided']
        ]}
        onChange={(next) => {
          choose({ tab: next === 'ready' ? null : next, states: null })
        }}
      />
      <Words
        key={get('words')}
        words={get('words') ?? ''}
        onSearch={(words) => {
          choose({ words })
        }}
      />
      <Selects insights={props.insights} />
    </div>
  )
}

function Selects(props: { insights: readonly QueuedInsight[] }) {
  const { get } = useAddress()
  const choose = useChoose()
  const select = (
    [name, label]: readonly [name: string, label: string],
    options: readonly (readonly [value: string, name: string])[]
  ) => (
    <Select
      label={label}
      bare
      options={options}
      value={get(name) ?? ''}
      onChange={(event) => {
        choose({ [name]: event.target.value })
      }}
    />
  )
  const me = useSession().principal.name
  return (
    <div className="queue-selects">
      {useTab() === 'decided'
        ? select(['states', 'State'], states)
        : select(
            ['mine', 'Whose'],
            [
              ['', 'Anybody’s'],
              ['yes', `Mine (${me})`]
            ]
          )}
      {select(['gap', 'Kind of gap'], kinds)}
      {select(['library', 'Library'], librariesOf(props.insights, get('library')))}
    </div>
  )
}

/** Chooses what is shown; what was open may not be among it. */
function useChoose() {
  const { set } = useAddress()
  return (changes: Readonly<Record<string, string | null>>) => {
    set({ ...changes, insight: null })
  }
}

function Words(props: { words: string; onSearch: (words: string) => void }) {
  const [words, setWords] = useState(props.words)
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        props.onSearch(words.trim())
      }}
    >
      <TextField
        label="Search the queue"
        bare
        type="search"
        data-search
        value={words}
        placeholder="Search, then Enter"
        onChange={(event) => {
          setWords(event.target.value)
          // Emptied by its own cross: all are wanted again.
          if (event.target.value === '' && props.words !== '') props.onSearch('')
        }}
      />
    </form>
  )
}

/** The libraries of what is listed, and the one that is chosen. */
function librariesOf(insights: readonly QueuedInsight[], chosen: string | null) {
  const keys = new Set(insights.flatMap(({ library }) => library ?? []))
  if (chosen !== null) keys.add(chosen)
  const named = [...keys].sort().map((key) => [key, libraryName(key)] as const)
  return [['', 'Any library'] as const, ...named]
}
