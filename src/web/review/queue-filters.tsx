import { useEffect, useRef, useState } from 'react'
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
  /** Null while they are not known. */
  counts: { readonly ready: number; readonly blocked: number } | null
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
          ['ready', named('Ready', props.counts?.ready)],
          ['blocked', named('Blocked', props.counts?.blocked)],
          ['decided', 'Decided']
        ]}
        onChange={(next) => {
          choose({ tab: next === 'ready' ? null : next, states: null })
        }}
      />
      <Words
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

function named(tab: string, count: number | undefined): string {
  return count === undefined ? tab : `${tab} ${String(count)}`
}

/** Milliseconds of rest after which what was typed is searched for. */
const rest = 250

function Words(props: { words: string; onSearch: (words: string) => void }) {
  const [words, setWords] = useState(props.words)
  const sent = useRef(props.words)
  const { onSearch } = props
  const search = (typed: string) => {
    if (typed.trim() === sent.current) return
    sent.current = typed.trim()
    onSearch(typed.trim())
  }
  useEffect(() => {
    const timer = window.setTimeout(() => {
      search(words)
    }, rest)
    return () => {
      window.clearTimeout(timer)
    }
  }, [words])
  useEffect(() => {
    // The address was changed from elsewhere, as by Back.
    if (props.words === sent.current) return
    sent.current = props.words
    setWords(props.words)
  }, [props.words])
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        search(words)
      }}
    >
      <TextField
        label="Search the queue"
        bare
        type="search"
        data-search
        value={words}
        placeholder="Search the claims"
        onChange={(event) => {
          setWords(event.target.value)
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
