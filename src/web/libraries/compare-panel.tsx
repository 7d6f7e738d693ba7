import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../data/ask.js'
import { Tag, Toggle, type Tone } from '../parts/chip.js'
import { libraryName } from '../parts/library-name.js'
import { Panel } from '../parts/panel.js'
import { Rows } from '../parts/rows.js'
import { Async } from '../parts/states.js'
import { changesDocument, type VersionStep } from './libraries-documents.js'

const tones: Readonly<Record<string, Tone>> = {
  added: 'good',
  removed: 'bad',
  signature: 'care',
  deprecated: 'care'
}

/** How the APIs of a library changed from version to version. */
export function ComparePanel(props: { library: string; onClose: () => void }) {
  const { library } = props
  const [added, setAdded] = useState(false)
  const steps = useQuery({
    queryKey: ['api-changes', library, added],
    queryFn: ({ signal }) =>
      ask<{ apiChanges: VersionStep[] }>(changesDocument, { library, added }, { signal }).then(
        (answer) => answer.apiChanges
      )
  })
  return (
    <Panel name="Versions" title={library} focusOn={library} onClose={props.onClose}>
      <div className="row">
        <Toggle
          pressed={added}
          onPress={() => {
            setAdded(!added)
          }}
        >
          List what was added too
        </Toggle>
      </div>
      <Async query={steps} lines={6}>
        {(all) =>
          all.length === 0 ? (
            <p className="muted">
              Only one version of it is here. Take in another, and what changed shows here; insights
              that rest on what changed are flagged for review.
            </p>
          ) : (
            all.map((step) => <Step key={step.to} step={step} />)
          )
        }
      </Async>
    </Panel>
  )
}

function Step({ step }: { step: VersionStep }) {
  const counts = [
    ['added', step.added],
    ['removed', step.removed],
    ['signature', step.signature],
    ['deprecated', step.deprecated]
  ] as const
  return (
    <section className="stack">
      <h3>
        {libraryName(step.from)} to {libraryName(step.to)}
      </h3>
      <div className="row">
        {counts.map(([kind, count]) => (
          <Tag key={kind} tone={count > 0 ? (tones[kind] ?? 'plain') : 'plain'}>
            {count} {kind}
          </Tag>
        ))}
      </div>
      <Rows
        items={step.changes}
        keyOf={({ api, kind }) => `${kind} ${api}`}
        name="Changes"
        row={({ api, kind, before, after }) => (
          <div className="change">
            <span className="row">
              <code>{api}</code> <Tag tone={tones[kind] ?? 'plain'}>{kind}</Tag>
            </span>
            {before !== null && <code className="muted">− {before}</code>}
            {after !== null && <code className="muted">+ {after}</code>}
          </div>
        )}
      />
    </section>
  )
}
