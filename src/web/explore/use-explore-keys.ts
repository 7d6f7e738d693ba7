import { useKeys, type KeyAct } from '../data/keys.js'
import { connectChosen } from './connect-chosen.js'
import { copyLink } from './copy-link.js'
import type { Explore } from './use-explore.js'
import { withSelected } from './view-state.js'

/** What the keys do in Explore; `/` and `?` are everywhere. */
export function useExploreKeys(explore: Explore, toggleFilters: () => void): void {
  useKeys('Explore', [
    ...walking(explore),
    ...changing(explore),
    ...looking(explore),
    { key: 'f', does: 'legend, filters and the list of nodes', run: toggleFilters }
  ])
}

function walking(explore: Explore): KeyAct[] {
  const { step, cursor, open, setOpen, run, acts, store } = explore
  const next = () => {
    step(1)
  }
  const previous = () => {
    step(-1)
  }
  const enter = () => {
    if (cursor !== null && cursor !== open) setOpen(cursor)
    else if (open !== null) run(() => acts.around(open))
  }
  const close = () => {
    if (open !== null) setOpen(null)
    else store.change((now) => ({ ...now, selected: [], path: [] }))
  }
  return [
    { key: 'j', does: 'next neighbour (arrows too, on the canvas)', run: next },
    { key: 'k', does: 'previous neighbour', run: previous },
    { key: 'Enter', does: 'open the neighbour, expand the open node', run: enter },
    { key: 'Escape', does: 'close, then choose nothing', run: close }
  ]
}

function changing(explore: Explore): KeyAct[] {
  const { cursor, open, acts, store, view, setFinding } = explore
  const target = cursor ?? open
  const choose = () => {
    if (target !== null) store.change((now) => withSelected(now, target, true))
  }
  const pin = () => {
    if (target !== null) acts.pin([target], !view.pinned.has(target))
  }
  const hide = () => {
    hideChosen(explore, target)
  }
  const connect = () => {
    if (view.selected.length > 1) connectChosen(explore)
  }
  return [
    { key: 'x', does: 'choose one more', run: choose },
    { key: 'c', does: 'paths between the two chosen last', run: connect },
    {
      key: 't',
      does: 'find a path from the open node to another',
      run: () => {
        if (open !== null) setFinding(true)
      }
    },
    {
      key: 'y',
      does: 'copy a link to this view',
      run: () => {
        copyLink(explore)
      }
    },
    { key: 'h', does: 'hide', run: hide },
    { key: 'p', does: 'pin or loosen', run: pin },
    { key: 'u', does: 'undo', run: store.undo }
  ]
}

function looking({ canvas }: Explore): KeyAct[] {
  const zoom = (how: 'in' | 'out' | 'all') => () => {
    canvas.current?.zoom(how)
  }
  return [
    { key: '+', does: 'nearer', run: zoom('in') },
    { key: '-', does: 'farther', run: zoom('out') },
    { key: '0', does: 'show all', run: zoom('all') }
  ]
}

/** What is chosen, or else the node that the keys are at. */
function hideChosen({ view, acts, open, setOpen }: Explore, target: string | null): void {
  const ids = view.selected.length > 1 ? view.selected : target === null ? view.selected : [target]
  if (ids.length === 0) return
  if (open !== null && ids.includes(open)) setOpen(null)
  acts.hide(ids)
}
