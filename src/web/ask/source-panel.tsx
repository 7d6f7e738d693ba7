import { useQuery } from '@tanstack/react-query'
import { ask } from '../data/ask.js'
import { safeUrl } from '../data/safe-url.js'
import { Tag } from '../parts/chip.js'
import { Code } from '../parts/code.js'
import { NodeGlyph } from '../parts/node-glyph.js'
import { NodeId } from '../parts/node-id.js'
import { NodeLink } from '../parts/node-link.js'
import { Panel } from '../parts/panel.js'
import { Prose } from '../parts/prose.js'
import { Async } from '../parts/states.js'
import { nodeDocument, type Citation, type SourceNode } from './ask-documents.js'

/** A cited node beside the answer, with the quotation marked where it stands. */
export function SourcePanel(props: { citation: Citation; onClose: () => void }) {
  const { citation } = props
  const node = useQuery({
    queryKey: ['node', citation.id],
    queryFn: ({ signal }) =>
      ask<{ node: SourceNode }>(nodeDocument, { id: citation.id }, { signal }).then((r) => r.node)
  })
  return (
    <Panel
      name="Source"
      title={
        <>
          <span className="muted numbers">[{citation.number}]</span>{' '}
          {node.data?.title ?? citation.source}
        </>
      }
      focusOn={citation.id}
      onClose={props.onClose}
    >
      <p className="muted small">{citation.source}</p>
      <Async query={node} lines={8}>
        {(found) => <SourceText node={found} quote={citation.quote} />}
      </Async>
      <div className="row small">
        <NodeId id={citation.id} />
        <NodeLink id={citation.id} orNothing>
          Explore
        </NodeLink>
        {safeUrl(citation.url) !== null && (
          <a href={safeUrl(citation.url) ?? ''} target="_blank" rel="noreferrer noopener">
            Where it is published
          </a>
        )}
      </div>
    </Panel>
  )
}

/** A property as text, empty where it is none. */
function text(node: SourceNode, name: string): string {
  const value = node.properties[name]
  return typeof value === 'string' ? value : ''
}

function SourceText(props: { node: SourceNode; quote: string }) {
  const { node, quote } = props
  const outcome = text(node, 'outcome')
  const agent = text(node, 'agent')
  const code = text(node, 'code')
  return (
    <>
      <div className="row">
        <NodeGlyph label={node.label} outcome={outcome} />
        <span className="small">{node.label}</span>
        {outcome !== '' && <Tag tone={outcome === 'failed' ? 'bad' : 'good'}>{outcome}</Tag>}
        {agent !== '' && <span className="muted small">by {agent}</span>}
        {node.properties['tainted'] === true && <Tag tone="bad">may hold instructions</Tag>}
      </div>
      <Prose text={text(node, 'text')} quote={quote} />
      {code !== '' && <Code text={code} name="Code of the attempt" />}
    </>
  )
}
