import { useEffect, useRef, useSyncExternalStore } from 'react'

/** One key and what it does here. */
export interface KeyAct {
  /** As `KeyboardEvent.key` says it: `j`, `Enter`, `Escape`, `/`. */
  readonly key: string
  readonly does: string
  readonly run: () => void
  /** Heard while somebody types too. */
  readonly typing?: boolean
}

interface Sheet {
  readonly title: string
  readonly acts: readonly KeyAct[]
}

let sheets: readonly Sheet[] = []
const listeners = new Set<() => void>()

function setSheets(next: readonly Sheet[]): void {
  sheets = next
  for (const tell of listeners) tell()
}

/** What the keys do on this page, for the list that `?` shows. */
export function useKeySheets(): readonly Sheet[] {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    () => sheets
  )
}

/** Listens for keys as long as the component is there, and lists them under `title`. */
export function useKeys(title: string, acts: readonly KeyAct[]): void {
  const latest = useRef(acts)
  useEffect(() => {
    latest.current = acts
  })
  const names = acts.map((act) => `${act.key} ${act.does}`).join('\n')
  useEffect(() => {
    const sheet = { title, acts: latest.current }
    setSheets([...sheets, sheet])
    return () => {
      setSheets(sheets.filter((other) => other !== sheet))
    }
  }, [title, names])
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      const act = latest.current.find((one) => one.key === event.key)
      if (act === undefined || !isFor(act, event)) return
      event.preventDefault()
      act.run()
    }
    window.addEventListener('keydown', heard)
    return () => {
      window.removeEventListener('keydown', heard)
    }
  }, [])
}

/** Keys belong to the page unless somebody types, presses a button with Enter, or a dialog is open. */
function isFor(act: KeyAct, event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false
  if (act.typing === true) return true
  if (document.querySelector('dialog[open]') !== null) return false
  const on = (selector: string) =>
    event.target instanceof Element && event.target.closest(selector) !== null
  if (on('input:not([type=checkbox]), textarea, select, [contenteditable]')) return false
  return act.key !== 'Enter' || !on('button, a, summary')
}
