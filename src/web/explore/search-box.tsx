import { useEffect, useRef, useState } from 'react'
import type { Failure } from '../data/ask.js'
import { nodeKind } from '../node-kinds.js'
import { NodeGlyph } from '../parts/node-glyph.js'
import type { Hit } from './explore-documents.js'
import { phraseOf, phraseWords, type Phrase } from './phrases.js'
import type { Explore } from './use-explore.js'
import { useSearch, useSubjects } from './use-search.js'

/** Search as you type: what is overtaken is cancelled; a choice is drawn and opened, or the phrase about it. */
export function SearchBox({ explore }: { explore: Explore }) {
  const { words, setWords } = explore
  const [at, setAt] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  const phrase = phraseOf(words)
  const plain = useSearch(phrase === null ? words : '')
  const subjects = useSubjects(phrase?.of ?? '')
  const { hits, failure, waiting } = phrase === null ? plain : subjects
  useEffect(() => {
    setAt(0)
    // A phrase that was begun elsewhere goes on here.
    if (words.endsWith(' ')) field.current?.focus()
  }, [words])
  const choose = (hit: Hit | undefined) => {
    if (hit === undefined) return
    setWords('')
    explore.run(() => chosen(explore, hit, phrase))
  }
  const shown = words.trim() !== ''
  const enter = () => {
    choose(hits[at])
  }
  const keys = keysOf({ at, setAt, count: hits.length, enter, setWords })
  return (
    <search className="explore-search" data-floats>
      <input
        ref={field}
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
        }}
        onKeyDown={(event) => {
          const act = keys[event.key]
          if (act === undefined || !shown) return
          event.preventDefault()
          act()
        }}
      />
      {shown && <Hits {...{ hits, failure, waiting, at, phrase }} onChoose={choose} />}
    </search>
  )
}

async function chosen(explore: Explore, hit: Hit, phrase: Phrase | null): Promise<string> {
  if (phrase === null) {
    if (explore.view.map || !explore.view.nodes.has(hit.id)) await explore.acts.add(hit.id)
    explore.setOpen(hit.id)
    return ''
  }
  const { kind, outcome } = phrase
  const said = await explore.acts.concerning({ id: hit.id, kind, outcome })
  if (explore.store.get().nodes.has(hit.id)) explore.setOpen(hit.id)
  return `${phraseWords(phrase, hit.title)}. ${said}`
}

function keysOf(at: {
  at: number
  setAt: (at: number) => void
  count: number
  enter: () => void
  setWords: (words: string) => void
}): Readonly<Record<string, () => void>> {
  const many = Math.max(1, at.count)
  return {
    ArrowDown: () => {
      at.setAt((at.at + 1) % many)
    },
    ArrowUp: () => {
      at.setAt((at.at - 1 + many) % many)
    },
    Enter: at.enter,
    Escape: () => {
      at.setWords('')
    }
  }
}

interface HitsProps {
  readonly hits: readonly Hit[]
  readonly failure: Failure | null
  readonly waiting: boolean
  readonly at: number
  readonly phrase: Phrase | null
  readonly onChoose: (hit: Hit) => void
}

function Hits({ hits, failure, waiting, at, phrase, onChoose }: HitsProps) {
  const unsaid = phrase !== null && phrase.of === ''
  const nothing = unsaid
    ? 'Go on with the name of an API or a library.'
    : (failure?.message ?? (waiting ? 'Searching…' : 'Nothing like it is known here.'))
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
              onChoose(hit)
            }}
          >
            <NodeGlyph label={hit.label} />
            <span>
              <span className="explore-hit-title">
                {phrase === null ? hit.title : phraseWords(phrase, hit.title)}
              </span>
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
