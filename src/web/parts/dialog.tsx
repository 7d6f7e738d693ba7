import { useEffect, useId, useRef, type ReactNode } from 'react'
import { Button } from './button.js'

/** A dialog over the page; Esc and the veil close it, the focus stays in it and goes back after. */
export function Dialog(props: {
  title: string
  onClose: () => void
  children: ReactNode
  wide?: boolean
}) {
  const box = useRef<HTMLDialogElement>(null)
  const title = useId()
  const { onClose } = props
  useEffect(() => {
    const dialog = box.current
    const before = document.activeElement
    dialog?.showModal()
    // Opening moves the focus to the first button, which closes; whoever opened it wants to type.
    const field = dialog?.querySelector('form :is(input, textarea, select)')
    if (field instanceof HTMLElement) field.focus()
    return () => {
      dialog?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={box}
      className={props.wide === true ? 'dialog wide' : 'dialog'}
      aria-labelledby={title}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === box.current) onClose()
      }}
    >
      <div className="dialog-inside">
        <header className="row">
          <h2 id={title}>{props.title}</h2>
          <Button kind="quiet" small className="push" aria-label="Close" onClick={onClose}>
            ×
          </Button>
        </header>
        {props.children}
      </div>
    </dialog>
  )
}
