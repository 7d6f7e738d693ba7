import { useQuery } from '@tanstack/react-query'
import { Button } from '../parts/button.js'
import { Async, Empty } from '../parts/states.js'
import { libraries } from './explore-documents.js'
import type { Explore } from './use-explore.js'

/** What an empty canvas offers: a search, or the map of what there is. */
export function Start({ explore }: { explore: Explore }) {
  const known = useQuery({
    queryKey: ['explore-libraries'],
    queryFn: ({ signal }) => libraries({ signal })
  })
  return (
    <div className="explore-start">
      <Async query={known} lines={2}>
        {(list) =>
          list.length === 0 ? (
            <Empty title="Nothing is known yet">
              <p>
                <code>cairn ingest npm-package .</code> takes in what is documented here; what
                agents try comes in once they are connected.
              </p>
            </Empty>
          ) : (
            <Empty title="Begin somewhere">
              <p>
                Search for words, a name or an error; what you choose is drawn here, and grows as
                you expand it.
              </p>
              <p>
                <Button
                  onClick={() => {
                    explore.run(explore.acts.map)
                  }}
                >
                  Draw the map
                </Button>
              </p>
            </Empty>
          )
        }
      </Async>
    </div>
  )
}
