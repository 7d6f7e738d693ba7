import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { useKeys } from '../data/keys.js'
import { KeysHelp } from '../parts/keys-help.js'
import { Stones } from '../parts/states.js'
import { NavBody } from './nav-body.js'

/** What stays around every page: the navigation, the space, the theme; a sheet where it is narrow. */
export function Shell(props: { children: ReactNode }) {
  const [open, setOpen] = useState(false)
  const [path] = useLocation()
  const main = useRef<HTMLElement>(null)
  useEffect(() => {
    setOpen(false)
    main.current?.scrollTo(0, 0)
  }, [path])
  useKeys('Everywhere', [{ key: '/', does: 'search', run: focusSearch }])
  return (
    <div className="shell">
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <header className="topbar">
        <span className="brand">
          <Stones size={22} /> Cairn
        </span>
        <button
          type="button"
          className="button plain push"
          aria-expanded={open}
          onClick={() => {
            setOpen(true)
          }}
        >
          Menu
        </button>
      </header>
      <header className="side">
        <NavBody />
      </header>
      {open && (
        <NavSheet
          onClose={() => {
            setOpen(false)
          }}
        />
      )}
      <main id="main" tabIndex={-1} ref={main}>
        {props.children}
      </main>
      <KeysHelp />
    </div>
  )
}

function NavSheet(props: { onClose: () => void }) {
  const box = useRef<HTMLDialogElement>(null)
  const { onClose } = props
  useEffect(() => {
    box.current?.showModal()
  }, [])
  return (
    <dialog
      ref={box}
      className="nav-sheet"
      aria-label="Menu"
      onClose={onClose}
      onClick={(event) => {
        if (event.target === box.current) onClose()
      }}
    >
      <NavBody onClose={onClose} />
    </dialog>
  )
}

/** The first search field of the page, where it has one. */
function focusSearch(): void {
  const field = document.querySelector('[data-search]')
  if (field instanceof HTMLElement) field.focus()
}
