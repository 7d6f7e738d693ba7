import { useQuery } from '@tanstack/react-query'
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
  const { canvas, store, acts, view } = explore
  const on = (act: (drawn: GraphView) => void) => () => {
    if (canvas.current !== null) act(canvas.current)
  }
  const empty = view.nodes.size === 0
  return (
    <div className="explore-tools" role="toolbar" aria-label="Canvas">
      <Button small className="explore-narrow" onClick={props.onFilters}>
        Filters
      </Button>
      <Button
        small
        aria-label="Nearer"
        disabled={empty}
        onClick={on((drawn) => {
          drawn.zoom('in')
        })}
      >
        +
      </Button>
      <Button
        small
        aria-label="Farther"
        disabled={empty}
        onClick={on((drawn) => {
          drawn.zoom('out')
        })}
      >
        −
      </Button>
      <Button
        small
        disabled={empty}
        onClick={on((drawn) => {
          drawn.zoom('all')
        })}
      >
        Fit
      </Button>
      <Button
        small
        disabled={empty}
        onClick={on((drawn) => {
          if (layout) drawn.rest()
          else drawn.arrange()
        })}
      >
        {layout ? 'Stop' : 'Arrange'}
      </Button>
      <Button small disabled={!store.canUndo()} onClick={store.undo}>
        Undo
      </Button>
      <Button
        small
        disabled={empty}
        onClick={() => {
          explore.setOpen(null)
          explore.setPaths(null)
          acts.clear()
        }}
      >
        Clear
      </Button>
      {!empty && <Export explore={explore} />}
    </div>
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
    <a
      className="button quiet small"
      href={browserLink(browser.data, query)}
      target="_blank"
      rel="noreferrer noopener"
      title={query}
    >
      Open in Neo4j Browser
    </a>
  )
}
