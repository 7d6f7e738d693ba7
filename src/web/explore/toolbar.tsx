import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { useSession } from '../data/session.js'
import { Button } from '../parts/button.js'
import { browserLink, browserQuery } from './browser-link.js'
import { browserUrl } from './explore-documents.js'
import { exportJson, exportPng, exportSvg } from './export-files.js'
import type { GraphView } from './graph-view.js'
import type { Explore } from './use-explore.js'

/** Camera, layout, undo and export. */
export function Toolbar(props: { explore: Explore; layout: boolean; onFilters: () => void }) {
  const { explore, layout } = props
  const { store, acts, view } = explore
  const empty = view.nodes.size === 0
  return (
    <div className="explore-tools" role="toolbar" aria-label="Canvas">
      {!empty && (
        <>
          <Button small className="explore-narrow" onClick={props.onFilters}>
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
          <Button
            small
            onClick={() => {
              explore.setOpen(null)
              explore.setPaths(null)
              acts.clear()
            }}
          >
            Clear
          </Button>
          <CopyLink explore={explore} />
          <Export explore={explore} />
        </>
      )}
    </div>
  )
}

/** How long the address is behind the view, in milliseconds. */
const settles = 600

/** Copies the address once it holds the view as it is. */
function CopyLink({ explore }: { explore: Explore }) {
  const copy = async () => {
    await new Promise((go) => setTimeout(go, settles))
    const link = window.location.href
    return navigator.clipboard.writeText(link).then(
      () => 'The link is copied: it brings back this view.',
      () => 'This browser lets nothing be copied; the address bar has the link.'
    )
  }
  return (
    <Button
      small
      onClick={() => {
        explore.run(copy)
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
      <Button small onClick={arrange}>
        {layout ? 'Stop' : 'Arrange'}
      </Button>
    </>
  )
}

function Export({ explore }: { explore: Explore }) {
  const { canvas, run, view } = explore
  const to = (write: (drawn: GraphView) => unknown) => () => {
    run(async () => {
      if (canvas.current !== null) await write(canvas.current)
    })
  }
  return (
    <details className="explore-export">
      <summary className="button plain small">Export</summary>
      <div className="explore-menu">
        <Button small kind="quiet" onClick={to(exportPng)}>
          PNG
        </Button>
        <Button
          small
          kind="quiet"
          onClick={to((drawn) => {
            exportSvg(drawn, view)
          })}
        >
          SVG
        </Button>
        <Button
          small
          kind="quiet"
          onClick={to((drawn) => {
            exportJson(drawn, view)
          })}
        >
          JSON
        </Button>
        <InBrowser explore={explore} />
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
