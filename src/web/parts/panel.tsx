import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useKeys } from '../data/keys.js'
import { Button } from './button.js'

/** Whoever opened it has the focus again when it closes: it is never lost. */
function useFocusBack(): void {
  useEffect(() => {
    const before = document.activeElement
    return () => {
      // What had it inside is still there while this runs, and gone after.
      requestAnimationFrame(() => {
        const lost = document.activeElement === null || document.activeElement === document.body
        if (!lost) return
        const back = before instanceof HTMLElement && before !== document.body ? before : null
        const to = back?.isConnected === true ? back : document.getElementById('main')
        to?.focus({ preventScroll: true })
      })
    }
  }, [])
}

/** What opens beside the page and becomes a sheet where there is no room beside; Esc closes it. */
export function Panel(props: {
  title: ReactNode
  /** What it is for screen readers. */
  name: string
  onClose: () => void
  children: ReactNode
  /** Take the focus when what it shows changes to this. */
  focusOn?: string
}) {
  const title = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  useFocusBack()
  useKeys(props.name, [{ key: 'Escape', does: 'close', run: props.onClose }])
  useEffect(() => {
    if (props.focusOn !== undefined) heading.current?.focus({ preventScroll: true })
  }, [props.focusOn])
  return (
    <>
      <div className="panel-veil" onClick={props.onClose} />
      <aside className="panel" aria-label={props.name}>
        <header>
          <h2 id={title} ref={heading} tabIndex={-1}>
            {props.title}
          </h2>
          <Button kind="quiet" small aria-label="Close" onClick={props.onClose}>
            ×
          </Button>
        </header>
        <div className="panel-body stack" tabIndex={0} role="region" aria-labelledby={title}>
          {props.children}
        </div>
      </aside>
    </>
  )
}
