import { useEffect, useRef, useState } from 'react'
import { Button } from '../parts/button.js'
import { Code } from '../parts/code.js'
import { CopyButton } from '../parts/copy-button.js'
import { Select } from '../parts/field.js'
import { howToUse } from './how-to-use.js'

/** A key in the one moment in which it can be read. */
export interface NewKey {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly key: string
}

/** The key, to be copied now, for it is kept nowhere; and what to do with it. */
export function ShownKey(props: { made: NewKey; onGone: () => void }) {
  const { name, key } = props.made
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' })
    box.current?.focus()
  }, [key])
  return (
    <section className="card stack" ref={box} tabIndex={-1} aria-label={`New key of ${name}`}>
      <p>
        <strong>The new key of {name}.</strong> It is shown now and never again.
      </p>
      <div className="key-shown">
        <code>{key}</code>
        <CopyButton text={key} name="the key">
          Copy
        </CopyButton>
        <Button small kind="quiet" onClick={props.onGone}>
          I have it
        </Button>
      </div>
      <HowToUse made={props.made} />
    </section>
  )
}

function HowToUse({ made }: { made: NewKey }) {
  const hosts = howToUse(made.key, window.location.origin, made.role)
  const [chosen, setChosen] = useState(hosts[0]?.id ?? '')
  const host = hosts.find(({ id }) => id === chosen) ?? hosts[0]
  if (host === undefined) return null
  return (
    <div className="stack">
      <Select
        label="How to use this key in"
        value={host.id}
        options={hosts.map(({ id, name }) => [id, name] as const)}
        onChange={(event) => {
          setChosen(event.target.value)
        }}
      />
      <p className="muted small">{host.where}</p>
      <Code text={host.text} name={`For ${host.name}`} />
    </div>
  )
}
