import { useQuery } from '@tanstack/react-query'
import { nodeKind } from '../node-kinds.js'
import { NodeGlyph } from '../parts/node-glyph.js'
import { holdings } from './explore-documents.js'
import { bookkeeping } from './view-state.js'

const number = new Intl.NumberFormat('en')

/** While nothing was asked yet: the kinds of nodes that there are and that tell something, how many of each, and how they will look. */
export function Holdings() {
  const held = useQuery({
    queryKey: ['explore-holdings'],
    queryFn: ({ signal }) => holdings({ signal })
  })
  const kinds = (held.data ?? []).filter(({ name, count }) => count > 0 && !bookkeeping.has(name))
  if (kinds.length === 0) return null
  return (
    <section className="explore-section">
      <h3>What there is</h3>
      <ul className="explore-held">
        {[...kinds]
          .sort((a, b) => b.count - a.count)
          .map(({ name, count }) => (
            <li key={name} className="row small">
              <NodeGlyph label={name} named />
              <span>{nodeKind(name).name}</span>
              <span className="numbers muted push">{number.format(count)}</span>
            </li>
          ))}
      </ul>
    </section>
  )
}
