import { useQuery } from '@tanstack/react-query'
import { browserLink } from '../explore/browser-link.js'
import { readSavedQueries } from './saved-queries.js'

/** Where the graph is asked in Cypher: our saved queries open in its editor, our colours are dropped onto it. */
export function Neo4jBrowser(props: { url: string }) {
  const queries = useQuery({
    queryKey: ['saved-queries'],
    queryFn: ({ signal }) => readSavedQueries(signal),
    staleTime: Infinity
  })
  return (
    <section className="stack small" aria-label="Neo4j Browser">
      <h2>In Neo4j Browser</h2>
      <p className="muted">
        <a href={props.url} rel="noreferrer noopener" target="_blank">
          Neo4j Browser
        </a>{' '}
        opens the same graph; whoever runs Cairn has its password (user neo4j, neo4j/password in
        Cairn’s folder). Drop{' '}
        <a href="/browser-assets/cairn.grass" download>
          cairn.grass
        </a>{' '}
        onto its window for the colours of these pages. Each of these opens in its editor:
      </p>
      <ul className="saved-queries">
        {(queries.data ?? []).map(({ title, text }) => (
          <li key={title}>
            <a
              href={browserLink(props.url, text)}
              rel="noreferrer noopener"
              target="_blank"
              title={text}
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
