import { CopyButton } from './copy-button.js'
import { NodeLink } from './node-link.js'

/** An id as people read it: hashes cut to six characters, the rest as it is. */
export function shortId(id: string): string {
  return id.replace(/[0-9a-f]{12,}/g, (hash) => hash.slice(0, 6))
}

/** A short id that opens its node and can be copied whole. */
export function NodeId(props: { id: string }) {
  return (
    <span className="node-id">
      <NodeLink id={props.id} className="mono">
        {shortId(props.id)}
      </NodeLink>
      <CopyButton text={props.id} name={`id ${shortId(props.id)}`} />
    </span>
  )
}
