import { useEffect, useState } from 'react'

const kept = 'cairn.explore.panel'
const step = 24
const least = 260

/** The panel's width by hand, kept in this browser; null leaves it to the style sheet. */
function readWidth(): number | null {
  const width = Number(window.localStorage.getItem(kept))
  return Number.isFinite(width) && width >= least ? width : null
}

/** The edge of a panel that is dragged, or moved with the arrow keys; Home gives it its own width back. */
export function PanelEdge() {
  const [width, setWidth] = useState(readWidth)
  useEffect(() => {
    const root = document.querySelector<HTMLElement>('.explore')
    if (width === null) {
      root?.style.removeProperty('--explore-panel')
      window.localStorage.removeItem(kept)
    } else {
      root?.style.setProperty('--explore-panel', `${String(width)}px`)
      window.localStorage.setItem(kept, String(width))
    }
  }, [width])
  const to = (next: number) => {
    setWidth(Math.round(Math.max(least, Math.min(window.innerWidth * 0.4, next))))
  }
  return (
    <div
      className="explore-edge"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label="Width of the panel"
      aria-valuenow={width ?? 300}
      aria-valuemin={least}
      aria-valuemax={Math.round(window.innerWidth * 0.4)}
      title="Drag for another width; double-click for its own"
      onDoubleClick={() => {
        setWidth(null)
      }}
      onPointerDown={(event) => {
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId))
          to(window.innerWidth - event.clientX)
      }}
      onKeyDown={(event) => {
        const now = event.currentTarget.parentElement?.offsetWidth ?? least
        if (event.key === 'ArrowLeft') to(now + step)
        else if (event.key === 'ArrowRight') to(now - step)
        else if (event.key === 'Home') setWidth(null)
        else return
        event.preventDefault()
      }}
    />
  )
}
