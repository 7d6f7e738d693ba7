import { useKeys } from '../data/keys.js'

/** Walks the items of an answer by key and acts on the one that has the focus. */
export function useAnswerKeys(acts: {
  readonly items: number
  readonly onSource: (item: number) => void
  readonly onJudge: (item: number, verdict: 'helped' | 'misled') => void
}): void {
  const { items, onSource, onJudge } = acts
  const at = () => {
    const index = document.activeElement?.closest('[data-item]')?.getAttribute('data-item')
    return index == null ? null : Number(index)
  }
  const go = (by: number) => {
    const from = at() ?? (by > 0 ? -1 : items)
    focusItem(Math.min(items - 1, Math.max(0, from + by)))
  }
  const on = (act: (item: number) => void) => () => {
    const item = at()
    if (item !== null) act(item)
  }
  useKeys('Answer', [
    {
      key: 'j',
      does: 'the next item',
      run: () => {
        go(1)
      }
    },
    {
      key: 'k',
      does: 'the one before',
      run: () => {
        go(-1)
      }
    },
    { key: 'Enter', does: 'open its source', run: on(onSource) },
    {
      key: 'h',
      does: 'it helped',
      run: on((item) => {
        onJudge(item, 'helped')
      })
    },
    {
      key: 'm',
      does: 'it misled',
      run: on((item) => {
        onJudge(item, 'misled')
      })
    }
  ])
}

/** Gives an item the focus. */
export function focusItem(index: number): void {
  const item = document.querySelector(`[data-item="${String(index)}"]`)
  if (!(item instanceof HTMLElement)) return
  item.focus()
  item.scrollIntoView({ block: 'nearest' })
}
