import { useKeys } from '../data/keys.js'
import type { Explore } from './use-explore.js'
import { withSelected } from './view-state.js'

/** What the keys do in Explore; `/` and `?` are everywhere. */
export function useExploreKeys(explore: Explore): void {
  const { step, cursor, open, setOpen, run, acts, store, view } = explore
  const target = cursor ?? open
  useKeys('Explore', [
    {
      key: 'j',
      does: 'next neighbour (arrows too, on the canvas)',
      run: () => {
        step(1)
      }
    },
    {
      key: 'k',
      does: 'previous neighbour',
      run: () => {
        step(-1)
      }
    },
    {
      key: 'Enter',
      does: 'open the neighbour, expand the open node',
      run: () => {
        if (cursor !== null && cursor !== open) setOpen(cursor)
        else if (open !== null) run(() => acts.around(open))
      }
    },
    {
      key: 'x',
      does: 'choose one more',
      run: () => {
        if (target !== null) store.change((now) => withSelected(now, target, true))
      }
    },
    {
      key: 'h',
      does: 'hide',
      run: () => {
        hideChosen(explore, target)
      }
    },
    {
      key: 'p',
      does: 'pin or loosen',
      run: () => {
        if (target !== null) acts.pin([target], !view.pinned.has(target))
      }
    },
    { key: 'u', does: 'undo', run: store.undo },
    {
      key: '+',
      does: 'nearer',
      run: () => {
        explore.canvas.current?.zoom('in')
      }
    },
    {
      key: '-',
      does: 'farther',
      run: () => {
        explore.canvas.current?.zoom('out')
      }
    },
    {
      key: '0',
      does: 'show all',
      run: () => {
        explore.canvas.current?.zoom('all')
      }
    },
    {
      key: 'Escape',
      does: 'close, then choose nothing',
      run: () => {
        if (open !== null) setOpen(null)
        else store.change((now) => ({ ...now, selected: [], path: [] }))
      }
    }
  ])
}

/** What is chosen, or else the node that the keys are at. */
function hideChosen({ view, acts, open, setOpen }: Explore, target: string | null): void {
  const ids = view.selected.length > 1 ? view.selected : target === null ? view.selected : [target]
  if (ids.length === 0) return
  if (open !== null && ids.includes(open)) setOpen(null)
  acts.hide(ids)
}
