import { useMutation } from '@tanstack/react-query'
import { Link } from 'wouter'
import { ask } from '../data/ask.js'
import { useMay } from '../data/session.js'
import { Button } from '../parts/button.js'
import { ErrorBox } from '../parts/states.js'
import { ingestDocument } from '../libraries/libraries-documents.js'
import { WatchedJob } from '../libraries/watched-job.js'
import type { SuggestedSource } from './gaps-documents.js'

const kinds: Readonly<Record<string, string>> = {
  'python-package': 'Python package',
  'npm-package': 'npm package'
}

/** What may fill the gap: packages that it names, each taken in by one button. */
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
        <p className="small muted">An admin can take documentation in.</p>
      )}
    </section>
  )
}

function Suggestion({ suggestion, may }: { suggestion: SuggestedSource; may: boolean }) {
  const { reader, source, why } = suggestion
  const take = useMutation({
    mutationFn: () =>
      ask<{ ingest: { id: string } }>(ingestDocument, {
        input: { reader, sources: [source] }
      }).then((answer) => answer.ingest.id)
  })
  const name = `${kinds[reader] ?? reader} ${source}`
  return (
    <li className="stack tight">
      <div className="row">
        <span>
          {kinds[reader] ?? reader} <code>{source}</code> <span className="muted">({why})</span>
        </span>
        {may && take.data === undefined && (
          <Button
            small
            className="push"
            busy={take.isPending}
            aria-label={`Take in ${name}`}
            onClick={() => {
              take.mutate()
            }}
          >
            Take in
          </Button>
        )}
      </div>
      {take.isError && <ErrorBox error={take.error} />}
      {take.data !== undefined && <WatchedJob id={take.data} />}
    </li>
  )
}
