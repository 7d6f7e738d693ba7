import { Link } from 'wouter'
import { Tag } from '../parts/chip.js'
import { Inline } from '../parts/inline.js'
import { nodeHref } from '../parts/node-link.js'
import type { InsightSource } from './review-types.js'

const shown = 3

/** What agents wrote of it in their own words: the claim as it was first made. */
export function NotesSection(props: { sources: readonly InsightSource[] }) {
  const notes = props.sources.filter(({ label }) => label === 'Lesson')
  if (notes.length === 0) return null
  const rest = notes.slice(shown)
  return (
    <section>
      <h2>In the words of those who saw it</h2>
      <Notes notes={notes.slice(0, shown)} />
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more</summary>
          <Notes notes={rest} />
        </details>
      )}
    </section>
  )
}

function Notes(props: { notes: readonly InsightSource[] }) {
  return (
    <ul className="stack small">
      {props.notes.map(({ id, text, agent, tainted }) => (
        <li key={id} className="note">
          <Link href={nodeHref(id)}>
            <Inline text={text} />
          </Link>
          <span className="row muted">
            {agent}
            {tainted && <Tag tone="bad">may instruct</Tag>}
          </span>
        </li>
      ))}
    </ul>
  )
}
