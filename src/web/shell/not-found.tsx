import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { NodeGlyph } from '../parts/node-glyph.js'
import { Page } from '../parts/page.js'
import { usePaletteItems, type PaletteItem } from './palette-items.js'

/** For an address that no page has: what fits its words, by search. */
export function NotFound() {
  const [path] = useLocation()
  const [words, setWords] = useState(() => wordsOf(path))
  const { items, waiting } = usePaletteItems(words)
  const shown = items.filter((item): item is PaletteItem & { act: string } => {
    return typeof item.act === 'string'
  })
  return (
    <Page
      title="No page here"
      width="narrow"
      lead="There is no page at this address. What fits its words:"
    >
      <div className="field">
        <label className="hidden" htmlFor="not-found-words">
          Pages, actions and nodes
        </label>
        <input
          id="not-found-words"
          type="search"
          data-search
          autoFocus
          autoComplete="off"
          spellCheck={false}
          placeholder="A page, an action, or what you look for"
          value={words}
          onChange={(event) => {
            setWords(event.target.value)
          }}
        />
      </div>
      <ul className="stack tight" aria-label="Found">
        {shown.map((item) => (
          <li key={item.id}>
            <Link href={item.act} className="row not-found-item">
              {item.label !== undefined && <NodeGlyph label={item.label} size={16} named />}
              <span>{item.name}</span>
              <span className="muted tiny push">{item.kind}</span>
            </Link>
          </li>
        ))}
      </ul>
      <p className="muted small" role="status">
        {waiting ? 'Searching the memory…' : shown.length === 0 ? 'Nothing like it.' : ''}
      </p>
    </Page>
  )
}

/** `/insigts/melt-first` says `insigts melt first`. */
function wordsOf(path: string): string {
  let said = path
  try {
    said = decodeURIComponent(path)
  } catch {
    // As it stands.
  }
  return said
    .replace(/[/_+.-]+/g, ' ')
    .trim()
    .slice(0, 80)
}
