import { Link } from 'wouter'
import { libraryName } from '../parts/library-name.js'
import { Async, Empty } from '../parts/states.js'
import type { LibraryKey } from './ask-documents.js'
import { useLibraryKeys } from './use-question.js'

/** Real questions, each with the library that answers it. */
const questions: readonly (readonly [library: string, question: string])[] = [
  [
    'neo4j-driver',
    "My Cypher query fails: Neo4jError: LIMIT: Invalid input. '10.0' is not a valid value. What do I pass instead?"
  ],
  ['pino', 'pino: keep passwords out of the logs'],
  ['@apollo/server', 'Hide the text of internal errors from GraphQL clients with Apollo Server'],
  ['commander', 'commander: make an option mandatory'],
  ['express', 'With express, how do I send a file as a download?'],
  ['pandas', 'pandas: turn a column of lists into rows and keep the other columns'],
  ['numpy', 'numpy: index of the largest value in each row'],
  ['zod', 'zod: make all fields of a schema optional'],
  ['fastify', 'fastify: validate the body of a request']
]

const most = 3

/** What may be asked of what is held; where nothing is, how that changes. */
export function Examples(props: { onAsk: (text: string) => void }) {
  const held = useLibraryKeys()
  return (
    <Async query={held} lines={3}>
      {(libraries) =>
        libraries.length === 0 ? (
          <Empty title="Nothing is held yet">
            <p>
              <Link href="/libraries">Ingest documentation</Link>, or let agents record what they
              try.
            </p>
          </Empty>
        ) : (
          <Empty title="Ask as an agent would">
            <p>Say the task, and put the code or the traceback below it. For example:</p>
            <ul className="examples">
              {examplesFor(libraries).map((text) => (
                <li key={text}>
                  <button
                    type="button"
                    onClick={() => {
                      props.onAsk(text)
                    }}
                  >
                    {text}
                  </button>
                </li>
              ))}
            </ul>
          </Empty>
        )
      }
    </Async>
  )
}

/** Questions about what is held; of libraries that we have none for, how to begin. */
function examplesFor(libraries: readonly LibraryKey[]): string[] {
  const names = new Set(libraries.map(({ key }) => libraryName(key).replace(/ \S+$/, '')))
  const known = questions.flatMap(([library, text]) => (names.has(library) ? [text] : []))
  const others = [...names].filter((name) => !questions.some(([library]) => library === name))
  return [...known, ...others.map((name) => `How do I begin with ${name}?`)].slice(0, most)
}
