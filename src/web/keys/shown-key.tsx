import { useEffect, useRef } from 'react'
import { Button } from '../parts/button.js'
import { CopyButton } from '../parts/copy-button.js'

/** A key in the one moment in which it can be read. */
export interface NewKey {
  readonly name: string
  readonly key: string
}

/** The key, to be copied now: it is kept nowhere. */
export function ShownKey(props: { made: NewKey; onGone: () => void }) {
  const { name, key } = props.made
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' })
    box.current?.focus()
  }, [key])
  return (
    <section className="stack" ref={box} tabIndex={-1} aria-label={`New key of ${name}`}>
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
    </section>
  )
}
