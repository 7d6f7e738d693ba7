import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { useAddress } from '../data/address.js'
import { createActs, type ExploreActs, type Page } from './explore-acts.js'
import { useShade } from './colour-choice.js'
import type { Shade } from './colours.js'
import type { GraphPath, NodeBrief } from './explore-documents.js'
import type { GraphView } from './graph-view.js'
import { useViewLink } from './use-view-link.js'
import { neighboursOf, withSelected, type View } from './view-state.js'
import { createViewStore, type ViewStore } from './view-store.js'

/** Everything that the parts of Explore share. */
export interface Explore {
  readonly view: View
  readonly store: ViewStore
  readonly acts: ExploreActs
  /** Id of the node whose panel is open. */
  readonly open: string | null
  readonly setOpen: (id: string | null) => void
  /** The neighbour that the keys have come to. */
  readonly cursor: string | null
  readonly step: (by: 1 | -1) => void
  /** Runs an act, telling of what it says and of what went wrong. */
  readonly run: (act: () => Promise<unknown>) => void
  readonly busy: boolean
  /** The last thing that happened, for the line below and for screen readers. */
  readonly said: string
  readonly failure: { readonly error: unknown; readonly retry: () => void } | null
  readonly dismiss: () => void
  readonly pages: ReadonlyMap<string, Page>
  readonly setPage: (key: string, page: Page) => void
  readonly paths: readonly GraphPath[] | null
  readonly setPaths: (paths: readonly GraphPath[] | null) => void
  readonly canvas: React.RefObject<GraphView | null>
  readonly restored: boolean
  /** What stands in the search. */
  readonly words: string
  readonly setWords: (words: string) => void
  /** Whether the other end of a path is asked for. */
  readonly finding: boolean
  readonly setFinding: (finding: boolean) => void
  /** The colour of a node where another than its kind's was chosen. */
  readonly shade: (node: NodeBrief) => Shade | null
}

export function useExplore(): Explore {
  const [store] = useState(createViewStore)
  const acts = useMemo(() => createActs(store), [store])
  const view = useSyncExternalStore(store.subscribe, store.get)
  const canvas = useRef<GraphView | null>(null)
  const running = useRunning()
  const [pages, setPages] = useState<ReadonlyMap<string, Page>>(new Map())
  const [paths, setPaths] = useState<readonly GraphPath[] | null>(null)
  const { open, setOpen } = useOpen(store)
  const [words, setWords] = useState('')
  const [finding, setFinding] = useState(false)
  const shade = useShade(view.colour)
  const restored = useViewLink({ store, canvas, view, open, run: running.run })
  useMapAtFirst({ restored, open, store, acts, run: running.run })
  const walk = useCursor(view, open)
  useOpenIsDrawn({ open: restored ? open : null, store, acts, run: running.run })
  const setPage = useCallback((key: string, page: Page) => {
    setPages((all) => new Map(all).set(key, page))
  }, [])
  return {
    view,
    store,
    acts,
    open,
    setOpen,
    ...walk,
    ...running,
    pages,
    setPage,
    paths,
    setPaths,
    canvas,
    restored,
    ...{ words, setWords, finding, setFinding, shade }
  }
}

/** The open node is in the address, so that Back goes to the one before. */
function useOpen(store: ViewStore) {
  const { get, set } = useAddress()
  const open = get('node')
  const setOpen = useCallback(
    (id: string | null) => {
      if (id !== null && store.get().nodes.has(id) && !store.get().selected.includes(id))
        store.change((view) => withSelected(view, id, false))
      set({ node: id })
    },
    [set, store]
  )
  return { open, setOpen }
}

/** Whoever comes without asking for anything sees the map of what there is. */
function useMapAtFirst(at: {
  restored: boolean
  open: string | null
  store: ViewStore
  acts: ExploreActs
  run: Explore['run']
}): void {
  const { restored, open, store, acts, run } = at
  const came = useRef(false)
  useEffect(() => {
    if (!restored || came.current) return
    came.current = true
    if (open === null && store.get().nodes.size === 0) run(acts.map)
  }, [restored, open, store, acts, run])
}

/** A node that an address opens is drawn too. */
function useOpenIsDrawn(at: {
  open: string | null
  store: ViewStore
  acts: ExploreActs
  run: Explore['run']
}): void {
  const { open, store, acts, run } = at
  useEffect(() => {
    if (open === null || store.get().nodes.has(open)) return
    run(async () => {
      await acts.add(open)
      store.change((view) => (view.nodes.has(open) ? withSelected(view, open, false) : view))
    })
  }, [open, store, acts, run])
}

/** Goes through the neighbours of the open node with keys. */
function useCursor(view: View, open: string | null) {
  const [cursor, setCursor] = useState<string | null>(null)
  useEffect(() => {
    setCursor(null)
  }, [open])
  const step = (by: 1 | -1) => {
    const around = open === null ? [...view.nodes.values()].slice(0, 500) : neighboursOf(view, open)
    if (around.length === 0) return
    const at = around.findIndex(({ id }) => id === cursor)
    const next =
      at < 0 ? (by > 0 ? 0 : around.length - 1) : (at + by + around.length) % around.length
    setCursor(around[next]?.id ?? null)
  }
  return { cursor, step }
}

function useRunning() {
  const [count, setCount] = useState(0)
  const [said, setSaid] = useState('')
  const [failure, setFailure] = useState<Explore['failure']>(null)
  const run = useCallback((act: () => Promise<unknown>) => {
    setCount((n) => n + 1)
    setFailure(null)
    act()
      .then((words) => {
        if (typeof words === 'string') setSaid(words)
      })
      .catch((error: unknown) => {
        const retry = () => {
          run(act)
        }
        setFailure({ error, retry })
      })
      .finally(() => {
        setCount((n) => n - 1)
      })
  }, [])
  const dismiss = useCallback(() => {
    setFailure(null)
  }, [])
  return { run, busy: count > 0, said, failure, dismiss }
}
