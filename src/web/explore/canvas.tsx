import { useEffect, useRef } from 'react'
import { createGraphView } from './graph-view.js'
import type { Explore } from './use-explore.js'
import { withSelected } from './view-state.js'

/** Sigma draws with WebGL, which browsers without a graphics card may lack. */
const canDraw = document.createElement('canvas').getContext('webgl2') !== null

/** The drawn graph. Everything on it can be reached by the list of nodes and the keys as well. */
export function Canvas(props: { explore: Explore; onLayout: (runs: boolean) => void }) {
  const { explore, onLayout } = props
  const { view, open, cursor, canvas, shade } = explore
  const element = useRef<HTMLDivElement>(null)
  const latest = useRef(explore)
  useEffect(() => {
    latest.current = explore
  })
  useEffect(() => {
    if (element.current === null || !canDraw) return
    const drawn = createGraphView(element.current, { ...actsOn(latest), onLayout })
    canvas.current = drawn
    drawn.show(latest.current.view, latest.current)
    return () => {
      canvas.current = null
      drawn.kill()
    }
  }, [canvas, onLayout])
  useEffect(() => {
    canvas.current?.show(view, { open, cursor, shade })
  }, [canvas, view, open, cursor, shade])
  useEffect(() => {
    const id = cursor ?? open
    if (id !== null) canvas.current?.bring(id)
  }, [canvas, cursor, open])
  const words = `Graph of ${String(view.nodes.size)} nodes and ${String(view.edges.size)} edges. The list of nodes holds the same.`
  return (
    <div
      className="explore-canvas"
      tabIndex={0}
      role="application"
      aria-label={words}
      onKeyDown={(event) => {
        const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 } as const
        const step = by[event.key as keyof typeof by] as 1 | -1 | undefined
        if (step === undefined) return
        event.preventDefault()
        explore.step(step)
      }}
    >
      <div ref={element} className="explore-sigma" />
      {!canDraw && view.nodes.size > 0 && (
        <p className="notice explore-undrawn">
          This browser cannot draw the graph: it has no WebGL. The list of nodes and their panels
          work without it.
        </p>
      )}
    </div>
  )
}

function actsOn(latest: { readonly current: Explore }) {
  return {
    onNode: (id: string, more: boolean) => {
      const { store, setOpen } = latest.current
      store.change((view) => withSelected(view, id, more))
      if (!more) setOpen(id)
    },
    onNodeTwice: (id: string) => {
      const { run, acts } = latest.current
      run(() => acts.around(id))
    },
    onGround: () => {
      const { store } = latest.current
      store.change((view) => (view.selected.length === 0 ? view : { ...view, selected: [] }))
    },
    onPlaced: (id: string) => {
      latest.current.acts.pin([id], true)
    },
    onCamera: () => {
      window.dispatchEvent(new Event('cairn-camera'))
    }
  }
}
