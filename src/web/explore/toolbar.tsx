import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { useSession } from '../data/session.js'
import { Button } from '../parts/button.js'
import { browserLink, browserQuery } from './browser-link.js'
import { copyLink } from './copy-link.js'
import { browserUrl } from './explore-documents.js'
import { exportJson, exportPng, exportSvg } from './export-files.js'
import type { GraphView } from './graph-view.js'
import type { Explore } from './use-explore.js'
import type { View } from './view-state.js'

/** Filters, camera, layout, undo, and what is done with the whole view. */
export function Toolbar(props: {
  explore: Explore
  layout: boolean
  filters: boolean
  onFilters: () => void
}) {
  const { explore, layout } = props
  const { store, view } = explore
  const empty = view.nodes.size === 0
  if (empty && !store.canUndo()) return null
  return (
    <div className="explore-tools" role="toolbar" aria-label="Canvas" data-floats>
      {!empty && (
        <>
          <Button
            small
            className="explore-folded"
            aria-pressed={props.filters}
            aria-keyshortcuts="f"
            onClick={props.onFilters}
          >
            Filters
          </Button>
          <Camera explore={explore} layout={layout} />
        </>
      )}
      {store.canUndo() && (
        <Button small onClick={store.undo}>
          Undo
        </Button>
      )}
      {!empty && (
        <>
          <CopyLink explore={explore} className="explore-wide" />
          <More explore={explore} />
        </>
      )}
    </div>
  )
}

function CopyLink({ explore, className }: { explore: Explore; className: string }) {
  return (
    <Button
      small
      className={className}
      aria-keyshortcuts="y"
      onClick={() => {
        copyLink(explore)
      }}
    >
      Copy link
    </Button>
  )
}

function Camera({ explore, layout }: { explore: Explore; layout: boolean }) {
  const on = (act: (drawn: GraphView) => void) => () => {
    if (explore.canvas.current !== null) act(explore.canvas.current)
  }
  const zoom = (how: 'in' | 'out' | 'all') =>
    on((drawn) => {
      drawn.zoom(how)
    })
  const arrange = on((drawn) => {
    if (layout) drawn.rest()
    else drawn.arrange()
  })
  return (
    <>
      <Button small className="explore-wide" aria-label="Nearer" onClick={zoom('in')}>
        +
      </Button>
      <Button small className="explore-wide" aria-label="Farther" onClick={zoom('out')}>
        −
      </Button>
      <Button small onClick={zoom('all')}>
        Fit
      </Button>
      <Button small className="explore-arrange" onClick={arrange}>
        {layout ? 'Stop' : 'Arrange'}
      </Button>
    </>
  )
}

/** Files of the view, the same nodes elsewhere, and an empty canvas. */
function More({ explore }: { explore: Explore }) {
  const { canvas, run, view, acts } = explore
  const to = (write: (drawn: GraphView, view: View) => unknown) => () => {
    run(async () => {
      if (canvas.current !== null) await write(canvas.current, view)
    })
  }
  const files = [
    ['PNG', exportPng],
    ['SVG', exportSvg],
    ['JSON', exportJson]
  ] as const
  return (
    <details className="explore-export">
      <summary className="button plain small">More</summary>
      <div className="explore-menu">
        <CopyLink explore={explore} className="explore-narrow quiet" />
        {files.map(([name, write]) => (
          <Button key={name} small kind="quiet" onClick={to(write)}>
            <span className="muted">Export as </span>
            {name}
          </Button>
        ))}
        <InBrowser explore={explore} />
        <Button
          small
          kind="quiet"
          onClick={() => {
            explore.setOpen(null)
            explore.setPaths(null)
            acts.clear()
          }}
        >
          Clear the canvas
        </Button>
      </div>
    </details>
  )
}

/** The same nodes in Neo4j Browser: for admins, who alone know the database's password. */
function InBrowser({ explore }: { explore: Explore }) {
  const admin = useSession().principal.role === 'admin'
  const browser = useQuery({
    queryKey: ['explore-browser'],
    queryFn: ({ signal }) => browserUrl({ signal }),
    enabled: admin,
    staleTime: Infinity
  })
  if (!admin || browser.data == null) return null
  const { selected, nodes } = explore.view
  const query = browserQuery(selected.length > 0 ? selected : [...nodes.keys()])
  return (
    <>
      <a
        className="button quiet small"
        href={browserLink(browser.data, query)}
        target="_blank"
        rel="noreferrer noopener"
        title={query}
      >
        Open in Neo4j Browser
      </a>
      <Link className="button quiet small" href="/graph-health">
        Saved queries
      </Link>
    </>
  )
}
