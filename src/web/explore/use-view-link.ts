import { useEffect, useRef, useState, type RefObject } from 'react'
import { spaceMap, subgraph, type Found } from './explore-documents.js'
import type { GraphView } from './graph-view.js'
import { linkOf, viewOfLink, type LinkedView } from './view-link.js'
import { emptyView, withFound, type View } from './view-state.js'
import type { ViewStore } from './view-store.js'

const mark = '#v='
/** Milliseconds of rest after which the address is written anew. */
const quiet = 500

interface Linked {
  readonly store: ViewStore
  readonly canvas: RefObject<GraphView | null>
  readonly view: View
  readonly open: string | null
  readonly run: (act: () => Promise<unknown>) => void
}

/** Keeps the view in the address behind `#v=`, and brings it back from there. @returns whether that is done */
export function useViewLink({ store, canvas, view, open, run }: Linked): boolean {
  const [restored, setRestored] = useState(() => !window.location.hash.startsWith(mark))
  useEffect(() => {
    const restore = () => {
      const { hash } = window.location
      if (!hash.startsWith(mark)) return
      run(() =>
        bringBack(hash.slice(mark.length), { store, canvas }).finally(() => {
          setRestored(true)
        })
      )
    }
    restore()
    window.addEventListener('hashchange', restore)
    return () => {
      window.removeEventListener('hashchange', restore)
    }
  }, [store, canvas, run])
  useWriting({ store, canvas, view, open, restored })
  return restored
}

async function bringBack(
  text: string,
  at: { store: ViewStore; canvas: RefObject<GraphView | null> }
): Promise<string> {
  const linked = await viewOfLink(text)
  if (linked === null) return 'The link tells of no view that can be read.'
  const [found, map] = await Promise.all([
    subgraph(linked.ids),
    linked.mapped ? spaceMap() : nothing
  ])
  at.canvas.current?.restore(linked.places, linked.camera)
  at.store.change(() =>
    viewWith(linked, withFound(withFound(emptyView, found), joinsOf(map, found)))
  )
  const gone = linked.ids.length - found.nodes.length
  return gone === 0 ? '' : `${String(gone)} nodes of the link are gone or out of your sight.`
}

const nothing: Found = { nodes: [], edges: [] }

/** What the map tells of nodes that the link holds. */
function joinsOf(map: Found, { nodes }: Found): Found {
  const there = new Set(nodes.map(({ id }) => id))
  return { nodes: map.nodes.filter(({ id }) => there.has(id)), edges: map.edges }
}

function viewWith(linked: LinkedView, view: View): View {
  const there = (id: string) => view.nodes.has(id)
  return {
    ...view,
    pinned: new Set([...linked.pinned].filter(there)),
    selected: linked.selected.filter(there),
    path: linked.path.every(there) ? linked.path : [],
    filter: linked.filter,
    colour: linked.colour
  }
}

/** Writes once everything has been quiet for a while: the view, the camera, the layout. */
function useWriting(at: Omit<Linked, 'run'> & { restored: boolean }): void {
  const { store, canvas, view, open, restored } = at
  const timer = useRef(0)
  useEffect(() => {
    if (!restored) return
    const write = async () => {
      const drawn = canvas.current
      const now = store.get()
      const hash =
        now.nodes.size === 0 || (now.map && now.selected.length === 0)
          ? ''
          : `${mark}${await linkOf(now, { placeOf: (id) => drawn?.placeOf(id), camera: drawn?.camera() ?? null })}`
      const { pathname, search } = window.location
      // Replaced, not pushed: Back is for the nodes that were opened.
      if (pathname.endsWith('/explore') && window.location.hash !== hash)
        window.history.replaceState(window.history.state, '', `${pathname}${search}${hash}`)
    }
    const later = () => {
      window.clearTimeout(timer.current)
      timer.current = window.setTimeout(() => void write(), quiet)
    }
    later()
    window.addEventListener('cairn-camera', later)
    return () => {
      window.clearTimeout(timer.current)
      window.removeEventListener('cairn-camera', later)
    }
  }, [store, canvas, view, open, restored])
}
