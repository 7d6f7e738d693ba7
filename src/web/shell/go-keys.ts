import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { useKeys } from '../data/keys.js'
import { may, useSession } from '../data/session.js'
import { places } from '../places.js'

/** How long after `g` a letter is waited for, in milliseconds. */
const waits = 1_500

/** `g`, then the letter of a page, goes there; `⌘K` or `Ctrl+K` opens the palette. */
export function useGoKeys(openPalette: () => void): void {
  const session = useSession()
  const [, go] = useLocation()
  const offered = places.filter(({ letter, needs }) => letter !== null && may(session, needs))
  useKeys('Go to, one key after the other', [
    ...offered.map(({ letter, name, path }) => ({
      key: `g ${letter ?? ''}`,
      does: name ?? '',
      run: () => {
        go(path)
      }
    })),
    { key: '⌘K', does: 'pages, actions and nodes by name', run: openPalette }
  ])
  const latest = useRef({ offered, go, openPalette })
  useEffect(() => {
    latest.current = { offered, go, openPalette }
  })
  useEffect(() => {
    let pressed = -Infinity
    // Before the page's own keys: the second one is not theirs.
    const heard = (event: KeyboardEvent) => {
      if (isPaletteKey(event)) {
        event.preventDefault()
        latest.current.openPalette()
        return
      }
      if (isElsewhere(event)) return
      const waited = event.timeStamp - pressed
      pressed = -Infinity
      const place = latest.current.offered.find(({ letter }) => letter === event.key)
      if (waited < waits && place !== undefined) {
        event.preventDefault()
        latest.current.go(place.path)
      } else if (event.key === 'g') pressed = event.timeStamp
    }
    window.addEventListener('keydown', heard, { capture: true })
    return () => {
      window.removeEventListener('keydown', heard, { capture: true })
    }
  }, [])
}

function isPaletteKey(event: KeyboardEvent): boolean {
  const isOpen = document.querySelector('dialog[open]') !== null
  return event.key === 'k' && (event.metaKey || event.ctrlKey) && !event.altKey && !isOpen
}

/** Whether somebody types, has a dialog open, or means a key of the browser's own. */
function isElsewhere({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || document.querySelector('dialog[open]') !== null) return true
  const typed = 'input:not([type=checkbox]), textarea, select, [contenteditable]'
  return target instanceof Element && target.closest(typed) !== null
}
