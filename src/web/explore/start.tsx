import { useQuery } from '@tanstack/react-query'
import { Button } from '../parts/button.js'
import { Async, Empty } from '../parts/states.js'
import { libraries, type LibraryEntry } from './explore-documents.js'
import type { Explore } from './use-explore.js'

/** What an empty canvas offers: a search, or a library to begin from. */
export function Start({ explore }: { explore: Explore }) {
  const known = useQuery({
    queryKey: ['explore-libraries'],
    queryFn: ({ signal }) => libraries({ signal })
  })
  return (
    <div className="explore-start">
      <Empty title="Begin somewhere">
        <p>
          Press <kbd>/</kbd> and search for words, a name or an error; what you choose is drawn
          here, and grows as you expand it. Or begin from a library:
        </p>
      </Empty>
      <Async query={known} lines={2}>
        {(list) => <Libraries list={list} explore={explore} />}
      </Async>
    </div>
  )
}

function Libraries(props: { list: readonly LibraryEntry[]; explore: Explore }) {
  if (props.list.length === 0) {
    return (
      <p className="small muted">
        Nothing is known yet. <code>cairn ingest npm-package .</code> takes in what is documented
        here.
      </p>
    )
  }
  return (
    <ul className="explore-chips">
      {props.list.slice(0, 24).map((library) => (
        <li key={library.id}>
          <Button
            small
            title={`${String(library.docs)} sections, ${String(library.apis)} APIs`}
            onClick={() => {
              props.explore.setOpen(library.id)
            }}
          >
            {library.key}
          </Button>
        </li>
      ))}
    </ul>
  )
}
