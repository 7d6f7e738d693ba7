import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { Dialog } from '../parts/dialog.js'
import { NodeGlyph } from '../parts/node-glyph.js'
import { usePaletteItems, type PaletteItem } from './palette-items.js'

/** Pages, actions and nodes by name: type, choose with the arrows, Enter. */
export function Palette(props: { onClose: () => void }) {
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const [, go] = useLocation()
  const { items, waiting } = usePaletteItems(words)
  const chosen = Math.min(at, Math.max(0, items.length - 1))
  useEffect(() => {
    document.getElementById(`palette-item-${String(chosen)}`)?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const run = (item: PaletteItem | undefined) => {
    if (item === undefined) return
    props.onClose()
    if (typeof item.act === 'string') go(item.act)
    else item.act()
  }
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }
  return (
    <Dialog title="Go to, or do" onClose={props.onClose}>
      <form
        className="palette"
        onSubmit={(event) => {
          event.preventDefault()
          run(items[chosen])
        }}
      >
        <input
          type="search"
          role="combobox"
          aria-label="Pages, actions and nodes"
          aria-expanded={items.length > 0}
          aria-controls="palette-items"
          aria-activedescendant={items.length > 0 ? `palette-item-${String(chosen)}` : undefined}
          placeholder="A page, an action, or what you look for"
          autoComplete="off"
          spellCheck={false}
          value={words}
          onChange={(event) => {
            setWords(event.target.value)
            setAt(0)
          }}
          onKeyDown={(event) => {
            const step = steps[event.key]
            if (step === undefined || items.length === 0) return
            event.preventDefault()
            setAt((chosen + step + items.length) % items.length)
          }}
        />
        <Items items={items} chosen={chosen} onChoose={run} />
        <p className="tiny muted" role="status">
          {waiting ? 'Searching the memory…' : items.length === 0 ? 'Nothing like it.' : ''}
        </p>
      </form>
    </Dialog>
  )
}

function Items(props: {
  items: readonly PaletteItem[]
  chosen: number
  onChoose: (item: PaletteItem) => void
}) {
  return (
    <ul id="palette-items" role="listbox" aria-label="Found">
      {props.items.map((item, index) => (
        <li
          key={item.id}
          id={`palette-item-${String(index)}`}
          role="option"
          aria-selected={index === props.chosen}
          onClick={() => {
            props.onChoose(item)
          }}
        >
          {item.label !== undefined && <NodeGlyph label={item.label} size={16} />}
          <span>{item.name}</span>
          <span className="muted tiny push">{item.kind}</span>
        </li>
      ))}
    </ul>
  )
}
