import { Link } from 'wouter'
import { useMay } from '../data/session.js'
import type { SuggestedSource } from './gaps-documents.js'

/** Where the package that a reader reads is found by its name. */
const registries: Readonly<Record<string, readonly [name: string, prefix: string]>> = {
  'python-package': ['Python package', 'pypi:'],
  'npm-package': ['npm package', 'npm:']
}

/** What may fill the gap: packages that it names, each looked up in its registry and added from there. */
export function Suggestions(props: { suggestions: readonly SuggestedSource[] }) {
  const may = useMay('ingest')
  return (
    <section className="stack tight">
      <h3>What may fill it</h3>
      {props.suggestions.length === 0 && (
        <p className="small muted">It names no package that is not held.</p>
      )}
      <ul className="stack small">
        {props.suggestions.map((one) => (
          <Suggestion key={`${one.reader} ${one.source}`} suggestion={one} may={may} />
        ))}
      </ul>
      {may ? (
        <Link href="/libraries?add=yes">Another source…</Link>
      ) : (
        <p className="small muted">An admin can add libraries.</p>
      )}
    </section>
  )
}

function Suggestion({ suggestion, may }: { suggestion: SuggestedSource; may: boolean }) {
  const { reader, source, why } = suggestion
  const [kind, prefix] = registries[reader] ?? [reader, '']
  return (
    <li className="row">
      <span>
        {kind} <code>{source}</code> <span className="muted">({why})</span>
      </span>
      {may && (
        <Link
          className="button plain small push"
          aria-label={`Add ${kind} ${source}`}
          href={`/libraries?add=${encodeURIComponent(`${prefix}${source}`)}`}
        >
          Add…
        </Link>
      )}
    </li>
  )
}
