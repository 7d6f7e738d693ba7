import { useQuery } from '@tanstack/react-query'
import { ask } from '../data/ask.js'
import { whyDocument, type Why } from '../ask/ask-documents.js'
import { libraryName } from '../parts/library-name.js'
import { NodeLink } from '../parts/node-link.js'
import { Async } from '../parts/states.js'

/** So many of what was looked at are listed. */
const listed = 4

const percent = (share: number) =>
  share < 0.01 ? 'under 1 %' : `${String(Math.round(share * 100))} %`

/** What is held and comes nearest, and why it does not fit. */
export function NearestHeld({ text }: { text: string }) {
  const why = useQuery({
    queryKey: ['why', text, [], null],
    queryFn: ({ signal }) =>
      ask<{ why: Why }>(
        whyDocument,
        { question: text, libraries: [], node: null },
        { signal }
      ).then((answer) => answer.why)
  })
  return (
    <section className="stack tight">
      <h3>Nearest of what is held</h3>
      <Async query={why} lines={4}>
        {(told) => <Told why={told} />}
      </Async>
    </section>
  )
}

function Told({ why }: { why: Why }) {
  const { foreign, threshold } = why
  const candidates = why.candidates.slice(0, listed)
  if (foreign !== null)
    return <p className="small">It is about {foreign}, of which nothing is held.</p>
  if (candidates.length === 0) return <p className="small">Nothing held comes near it.</p>
  const fits = candidates.some(({ shown }) => shown)
  return (
    <>
      <p className="small muted">
        {fits
          ? 'Some of it fits by now: ask again, and close the gap if the answer is right.'
          : `None is likely enough to be of use: an answer shows what is at least ${percent(threshold)} likely.`}
      </p>
      <ul className="stack small">
        {candidates.map(({ id, title, library, probability, shown, reason }) => (
          <li key={id} className="nearest">
            <NodeLink id={id}>{title}</NodeLink>
            <span className="muted numbers">
              {library === null ? '' : `${libraryName(library)}, `}
              {shown
                ? `fits now, ${percent(probability)} likely`
                : `${percent(probability)} likely`}
            </span>
            <span className="muted">{reason}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
