import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { ask } from '../data/ask.js'
import { useMay } from '../data/session.js'
import { Inline } from '../parts/inline.js'
import { Async } from '../parts/states.js'
import { compareDocument, type Difference, type InForce } from './epochs-documents.js'
import { RollBack } from './roll-back.js'

/** What came, what was revised, and what went between two epochs. */
export function EpochDifference(props: { from: number; to: number; closed: boolean }) {
  const { from, to, closed } = props
  const rollBack = useMay('rollBackEpoch')
  const difference = useQuery({
    queryKey: ['epochs', from, to],
    queryFn: ({ signal }) =>
      ask<{ compareEpochs: Difference }>(compareDocument, { from, to }, { signal }).then(
        (answer) => answer.compareEpochs
      )
  })
  return (
    <section className="stack">
      <div className="row">
        <h2>
          From epoch {from} to epoch {to}
        </h2>
        {rollBack && closed && <RollBack to={from} />}
      </div>
      <Async query={difference}>
        {({ added, changed, gone }) => (
          <div className="differences">
            <Column kind="added" title={`${String(added.length)} added`}>
              {added.map((one) => (
                <Title key={one.id} insight={one} />
              ))}
            </Column>
            <Column kind="changed" title={`${String(changed.length)} changed`}>
              {changed.map(({ before, after }) => (
                <li key={after.id}>
                  {before.title !== after.title && (
                    <del className="muted small">
                      <Inline text={before.title} />
                    </del>
                  )}
                  <ul>
                    <Title insight={after} />
                  </ul>
                  <span className="muted tiny">
                    revision {before.revision} to {after.revision}
                  </span>
                </li>
              ))}
            </Column>
            <Column kind="gone" title={`${String(gone.length)} gone`}>
              {gone.map((one) => (
                <Title key={one.id} insight={one} />
              ))}
            </Column>
          </div>
        )}
      </Async>
    </section>
  )
}

function Column(props: { kind: string; title: string; children: ReactNode }) {
  return (
    <section className={`card ${props.kind}`}>
      <h3>{props.title}</h3>
      <ul className="stack">{props.children}</ul>
    </section>
  )
}

function Title({ insight }: { insight: InForce }) {
  return (
    <li>
      <Link href={`/insights/${encodeURIComponent(insight.id)}`} className="list-title">
        <Inline text={insight.title} />
      </Link>
    </li>
  )
}
