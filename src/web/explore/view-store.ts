import { emptyView, type View } from './view-state.js'

/** The view and what it was before, outside React so that the canvas reads it too. */
export interface ViewStore {
  readonly get: () => View
  readonly subscribe: (tell: () => void) => () => void
  /** Replaces the view; `undoable` steps are kept. */
  readonly change: (how: (view: View) => View, undoable?: boolean) => void
  /** Takes the last undoable step back; the selection stays as far as it is there. */
  readonly undo: () => void
  readonly canUndo: () => boolean
}

const mostSteps = 100

export function createViewStore(): ViewStore {
  let view = emptyView
  let before: readonly View[] = []
  const listeners = new Set<() => void>()
  const put = (next: View) => {
    view = next
    for (const tell of listeners) tell()
  }
  return {
    get: () => view,
    subscribe: (tell) => {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    change: (how, undoable = false) => {
      const next = how(view)
      if (next === view) return
      if (undoable) before = [...before, view].slice(-mostSteps)
      put(next)
    },
    undo: () => {
      const last = before.at(-1)
      if (last === undefined) return
      before = before.slice(0, -1)
      put({ ...last, selected: view.selected.filter((id) => last.nodes.has(id)) })
    },
    canUndo: () => before.length > 0
  }
}
