import { Fragment } from 'react'
import { Button } from '../parts/button.js'
import { NodeGlyph } from '../parts/node-glyph.js'
import type { GraphPath } from './explore-documents.js'
import { edgeWords } from './edge-words.js'
import { shownPaths } from './shown-paths.js'
import type { Explore } from './use-explore.js'

/** The paths that were found, one of them shown step by step. */
export function PathBar({ explore }: { explore: Explore }) {
  const { setPaths, acts, view } = explore
  const paths = shownPaths(explore)
  if (paths.length === 0) return null
  const shown = paths.find((path) => path.nodes.map(({ id }) => id).join() === view.path.join())
  return (
    <div className="explore-bar path" role="group" aria-label="Paths" data-floats>
      <div className="row">
        {paths.map((path, index) => (
          <Button
            key={index}
            small
            aria-pressed={path === shown}
            kind={path === shown ? 'primary' : 'plain'}
            onClick={() => {
              acts.showPath(path)
            }}
          >
            Path {index + 1}: {path.length} {path.length === 1 ? 'edge' : 'edges'}
          </Button>
        ))}
        <Button
          small
          kind="quiet"
          className="push"
          aria-label="Close the paths"
          onClick={() => {
            setPaths(null)
            acts.showPath(null)
          }}
        >
          ×
        </Button>
      </div>
      {shown !== undefined && <Steps path={shown} onOpen={explore.setOpen} />}
    </div>
  )
}

function Steps(props: { path: GraphPath; onOpen: (id: string) => void }) {
  const { nodes, edges } = props.path
  return (
    <ol className="explore-steps">
      {nodes.map((node, index) => {
        const before = nodes[index - 1]
        const joins = edges.filter(
          ({ from, to }) =>
            (from === before?.id && to === node.id) || (to === before?.id && from === node.id)
        )
        return (
          <Fragment key={node.id}>
            {before !== undefined && (
              <li className="tiny muted">
                {joins.map(({ type, from }) => edgeWords(type, from === before.id)).join(', ')}
              </li>
            )}
            <li>
              <button
                type="button"
                className="explore-row"
                onClick={() => {
                  props.onOpen(node.id)
                }}
              >
                <NodeGlyph label={node.label} outcome={node.outcome} size={16} />
                <span>{node.title}</span>
              </button>
            </li>
          </Fragment>
        )
      })}
    </ol>
  )
}
