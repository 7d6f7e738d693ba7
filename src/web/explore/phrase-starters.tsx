import { NodeGlyph } from '../parts/node-glyph.js'
import { starters } from './phrases.js'
import type { Explore } from './use-explore.js'

/** Questions that the search understands, begun by a press. */
export function PhraseStarters({ explore }: { explore: Explore }) {
  return (
    <section className="explore-section">
      <h3>Ask for</h3>
      <ul>
        {starters.map(({ words, label, outcome }) => (
          <li key={words}>
            <button
              type="button"
              className="explore-row"
              onClick={() => {
                explore.setWords(words)
              }}
            >
              <NodeGlyph label={label} outcome={outcome} named />
              <span>{words.trim()}…</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
