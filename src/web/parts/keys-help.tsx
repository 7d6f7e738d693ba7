import { useState } from 'react'
import { useKeys, useKeySheets } from '../data/keys.js'
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

function KeyList(props: { onClose: () => void }) {
  const sheets = useKeySheets()
  return (
    <Dialog title="Keys" onClose={props.onClose}>
      {sheets.map((sheet, index) => (
        <section key={index} className="keys">
          <h3>{sheet.title}</h3>
          <dl>
            {sheet.acts.map((act) => (
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
