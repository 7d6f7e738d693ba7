import { useQuery } from '@tanstack/react-query'
import { Ago } from '../parts/ago.js'
import { history, type HistoryEntry } from './explore-documents.js'

/** What happened to the node, the newest first; silent where nothing is written down. */
export function NodeHistory(props: { id: string; onOpen: (id: string) => void }) {
  const { id, onOpen } = props
  const entries = useQuery({
    queryKey: ['history', id],
    queryFn: ({ signal }) => history(id, { signal })
  })
  if (entries.data === undefined || entries.data.length === 0) return null
  return (
    <section className="explore-section">
      <h3>History</h3>
      <ul className="explore-history">
        {entries.data.map((entry, index) => (
          <li key={index}>
            <Happened entry={entry} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Happened(props: { entry: HistoryEntry; onOpen: (id: string) => void }) {
  const { at, what, by, text, node } = props.entry
  return (
    <>
      <span>
        {node === null ? (
          what
        ) : (
          <button
            type="button"
            className="explore-link"
            onClick={() => {
              props.onOpen(node)
            }}
          >
            {what}
          </button>
        )}
        {by !== null && <span className="muted"> by {by}</span>}
      </span>
      <span className="muted tiny">
        <Ago at={at} />
      </span>
      {text !== null && text !== '' && <p className="small">{text}</p>}
    </>
  )
}
