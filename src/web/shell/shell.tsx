import { lazy, Suspense, useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { useKeys } from '../data/keys.js'
import { KeysHelp } from '../parts/keys-help.js'
import { Stones } from '../parts/states.js'
import { useGoKeys } from './go-keys.js'
import { NavBody } from './nav-body.js'

/** Loaded when it is opened first. */
const Palette = lazy(async () => ({ default: (await import('./palette.js')).Palette }))

/** What stays around every page: the navigation, the space, the theme; a sheet where it is narrow. */
export function Shell(props: { children: ReactNode }) {
  const [open, setOpen] = useState(false)
  const { palette, openPalette } = usePalette(setOpen)
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
        <NavBody onPalette={openPalette} />
      </header>
      {open && (
        <NavSheet
          onPalette={openPalette}
          onClose={() => {
            setOpen(false)
          }}
        />
      )}
      <main id="main" tabIndex={-1} ref={main}>
        {props.children}
      </main>
      <KeysHelp />
      {palette}
    </div>
  )
}

/** The palette, where it is open, and what opens it; the sheet of the navigation makes room for it. */
function usePalette(setSheet: (open: boolean) => void) {
  const [open, setOpen] = useState(false)
  const openPalette = useCallback(() => {
    setSheet(false)
    setOpen(true)
  }, [setSheet])
  useGoKeys(openPalette)
  const close = () => {
    setOpen(false)
  }
  const palette = open && (
    <Suspense fallback={null}>
      <Palette onClose={close} />
    </Suspense>
  )
  return { palette, openPalette }
}

function NavSheet(props: { onClose: () => void; onPalette: () => void }) {
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
      <NavBody onClose={onClose} onPalette={props.onPalette} />
    </dialog>
  )
}

/** The first search field of the page, where it has one. */
function focusSearch(): void {
  const field = document.querySelector('[data-search]')
  if (field instanceof HTMLElement) field.focus()
}
