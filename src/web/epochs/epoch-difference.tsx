import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useMay } from '../data/session.js'
import { EffectBar } from '../parts/effect-bar.js'
import type { Effect } from '../parts/effect.js'
import { Inline } from '../parts/inline.js'
import { libraryName } from '../parts/library-name.js'
import { Async } from '../parts/states.js'
import type { InForce } from './epochs-documents.js'
import { RollBack } from './roll-back.js'
import { differenceQuery, useEffects } from './use-epochs.js'

/** What came, what was revised, and what went between two epochs, with what each was measured to bring. */
export function EpochDifference(props: { from: number; to: number; closed: boolean }) {
  const { from, to, closed } = props
  const rollBack = useMay('rollBackEpoch')
  const difference = useQuery(differenceQuery(from, to))
  const effects = useEffects()
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
            <Column kind="added" title={`${String(added.length)} added`} none="Nothing came.">
              {added.map((one) => (
                <Line key={one.id} insight={one} effect={effects.get(one.id)} />
              ))}
            </Column>
            <Column
              kind="changed"
              title={`${String(changed.length)} changed`}
              none="Nothing was revised."
            >
              {changed.map(({ before, after }) => (
                <Line
                  key={after.id}
                  insight={after}
                  before={before}
                  effect={effects.get(after.id)}
                />
              ))}
            </Column>
            <Column kind="gone" title={`${String(gone.length)} gone`} none="Nothing went.">
              {gone.map((one) => (
                <Line key={one.id} insight={one} effect={effects.get(one.id)} />
              ))}
            </Column>
          </div>
        )}
      </Async>
    </section>
  )
}

function Column(props: {
  kind: string
  title: string
  none: string
  children: readonly ReactNode[]
}) {
  const { kind, title, none, children } = props
  return (
    <section className={`card ${children.length === 0 ? 'none' : kind}`}>
      <h3>{title}</h3>
      {children.length === 0 ? (
        <p className="muted small">{none}</p>
      ) : (
        <ul className="stack">{children}</ul>
      )}
    </section>
  )
}

function Line(props: { insight: InForce; before?: InForce; effect: Effect | undefined }) {
  const { insight, before, effect } = props
  return (
    <li className="stack tight">
      {before !== undefined && before.title !== insight.title && (
        <del className="muted small">
          <Inline text={before.title} />
        </del>
      )}
      <Link href={`/insights/${encodeURIComponent(insight.id)}`} className="list-title">
        <Inline text={insight.title} />
      </Link>
      <span className="facts-line">
        {insight.library !== null && <span>{libraryName(insight.library)}</span>}
        {before !== undefined && (
          <span className="numbers">
            revision {before.revision} to {insight.revision}
          </span>
        )}
      </span>
      {effect?.effect != null && <EffectBar effect={effect} />}
    </li>
  )
}
