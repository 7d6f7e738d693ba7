import { Button } from '../parts/button.js'
import { NodeGlyph } from '../parts/node-glyph.js'
import type { GraphPath } from './explore-documents.js'
import { asText, pathSentence, type Piece } from './path-words.js'
import { shownPaths } from './shown-paths.js'
import type { Explore } from './use-explore.js'

/** The best paths that were found, each with what it says; the nodes of the shown one open. */
export function PathBar({ explore }: { explore: Explore }) {
  const { setPaths, acts, view } = explore
  const paths = shownPaths(explore)
  if (paths.length === 0) return null
  return (
    <div className="explore-bar path" role="group" aria-label="Paths" data-floats>
      <ol className="explore-paths">
        {paths.map((path, index) => (
          <Path
            key={index}
            path={path}
            number={index + 1}
            shown={path.nodes.map(({ id }) => id).join() === view.path.join()}
            explore={explore}
          />
        ))}
      </ol>
      <Button
        small
        kind="quiet"
        aria-label="Close the paths"
        onClick={() => {
          setPaths(null)
          acts.showPath(null)
        }}
      >
        ×
      </Button>
    </div>
  )
}

function Path(props: { path: GraphPath; number: number; shown: boolean; explore: Explore }) {
  const { path, number, shown, explore } = props
  const sentence = pathSentence(path)
  const show = () => {
    explore.acts.showPath(path)
  }
  return (
    <li aria-current={shown ? 'true' : undefined}>
      <Button small kind={shown ? 'primary' : 'plain'} aria-pressed={shown} onClick={show}>
        <span className="hidden">Path </span>
        {number}
      </Button>
      {shown ? (
        <p className="explore-sentence">
          {sentence.map((piece, index) => (
            <PieceOf key={index} piece={piece} onOpen={explore.setOpen} />
          ))}
        </p>
      ) : (
        <p className="explore-sentence muted" onClick={show}>
          {asText(sentence)}
        </p>
      )}
    </li>
  )
}

function PieceOf({ piece, onOpen }: { piece: Piece; onOpen: (id: string) => void }) {
  if (typeof piece === 'string') return piece
  const { node, name } = piece
  return (
    <button
      type="button"
      className="explore-step"
      onClick={() => {
        onOpen(node.id)
      }}
    >
      <NodeGlyph label={node.label} outcome={node.outcome} size={14} named />
      {name}
    </button>
  )
}
