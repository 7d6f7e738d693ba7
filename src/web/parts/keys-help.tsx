import { useState } from 'react'
import { useKeys, useKeySheets, type KeyAct } from '../data/keys.js'
import { Dialog } from './dialog.js'

const shown: Readonly<Record<string, string>> = { Escape: 'Esc', ' ': 'Space' }

/** `?` lists the keys of the page. */
export function KeysHelp() {
  const [open, setOpen] = useState(false)
  useKeys('Everywhere', [
    {
      key: '?',
      does: 'list the keys',
      run: () => {
        setOpen(true)
      }
    }
  ])
  if (!open) return null
  return (
    <KeyList
      onClose={() => {
        setOpen(false)
      }}
    />
  )
}

/** Several parts of a page may add keys under one title. */
function byTitle(sheets: ReturnType<typeof useKeySheets>): Map<string, KeyAct[]> {
  const found = new Map<string, KeyAct[]>()
  for (const { title, acts } of sheets) found.set(title, [...(found.get(title) ?? []), ...acts])
  return found
}

function KeyList(props: { onClose: () => void }) {
  const sheets = useKeySheets()
  return (
    <Dialog title="Keys" onClose={props.onClose}>
      {[...byTitle(sheets)].map(([title, acts]) => (
        <section key={title} className="keys">
          <h3>{title}</h3>
          <dl>
            {acts.map((act) => (
              <div key={act.key}>
                <dt>
                  <kbd>{shown[act.key] ?? act.key}</kbd>
                </dt>
                <dd>{act.does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}
