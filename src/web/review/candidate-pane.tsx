import type { ReactNode } from 'react'
import { Ago } from '../parts/ago.js'
import { Tag, type Tone } from '../parts/chip.js'
import { Code } from '../parts/code.js'
import { counted } from '../parts/counted.js'
import { Inline } from '../parts/inline.js'
import { libraryName } from '../parts/library-name.js'
import { NodeId } from '../parts/node-id.js'
import { flagWords } from './queue-words.js'
import type { Insight } from './review-types.js'

const tones: Readonly<Record<string, Tone>> = {
  approved: 'good',
  rejected: 'bad',
  retired: 'bad',
  'needs-work': 'care',
  'in-review': 'accent'
}

/** Where an insight stands. */
export function StateTag(props: { state: string }) {
  return <Tag tone={tones[props.state] ?? 'plain'}>{props.state.replace('-', ' ')}</Tag>
}

/** The candidate as it reads, or the form that stands in its place while it is edited. */
export function CandidatePane(props: {
  insight: Insight
  acknowledged: readonly string[]
  /** Null where nothing is decided. */
  onAcknowledge: ((what: string, seen: boolean) => void) | null
  editing: ReactNode
}) {
  const { insight, onAcknowledge } = props
  return (
    <article className="candidate" aria-label="Candidate">
      <div className="row small">
        <StateTag state={insight.state} />
        {insight.inForce && <Tag tone="good">in force</Tag>}
        {insight.tainted && <Tag tone="bad">tainted</Tag>}
        <span className="muted">
          version {insight.version}, <Ago at={insight.createdAt} />
        </span>
        <NodeId id={insight.id} />
      </div>
      {insight.claimedBy !== null && (
        <p className="notice">
          {insight.claimedBy} took it into review <Ago at={insight.claimedAt} />.
        </p>
      )}
      {insight.blockedBy !== null && insight.toAcknowledge.length === 0 && (
        <p className="notice">
          <strong>Blocked.</strong> {insight.blockedBy}
        </p>
      )}
      {insight.toAcknowledge.length > 0 && onAcknowledge !== null && (
        <Acknowledge {...props} onAcknowledge={onAcknowledge} />
      )}
      {props.editing ?? <CandidateWords insight={insight} />}
      <Facts insight={insight} />
    </article>
  )
}

function CandidateWords({ insight }: { insight: Insight }) {
  const parts = [
    ['Applies when', insight.applies],
    ['Do', insight.advice],
    ['Avoid', insight.avoid]
  ] as const
  return (
    <>
      <h2 className="candidate-title" tabIndex={-1}>
        <Inline text={insight.title} />
      </h2>
      {parts.map(([name, text]) =>
        text === '' ? null : (
          <section key={name} className={name === 'Avoid' ? 'part avoid' : 'part'}>
            <h3>{name}</h3>
            <p className="prose">
              <Inline text={text} />
            </p>
          </section>
        )
      )}
      {insight.code !== null && (
        <section className="part">
          <h3>Example</h3>
          <Code text={insight.code} name="Example of the insight" />
        </section>
      )}
    </>
  )
}

function Acknowledge(props: {
  insight: Insight
  acknowledged: readonly string[]
  onAcknowledge: (what: string, seen: boolean) => void
}) {
  const { insight } = props
  return (
    <fieldset className="notice stack" id="acknowledge">
      <legend className="hidden">To be acknowledged</legend>
      <p>
        <strong>
          {insight.blockedBy === null
            ? 'To approve this, tick that you have seen:'
            : 'Blocked. To approve it all the same, tick that you have seen:'}
        </strong>
      </p>
      {insight.marks.map(({ name, says }) => (
        <label key={name} className="check">
          <input
            type="checkbox"
            checked={props.acknowledged.includes(name)}
            onChange={(event) => {
              props.onAcknowledge(name, event.target.checked)
            }}
          />
          <span>
            <strong>{flagWords(name)}</strong>: {says}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function Facts({ insight }: { insight: Insight }) {
  const facts = [
    ['Library', insight.library === null ? 'none in particular' : libraryName(insight.library)],
    ['About', insight.about.length === 0 ? 'nothing by name' : insight.about.join(', ')],
    ['Versions', insight.versions ?? 'unknown'],
    [
      'Rests on',
      `${counted(insight.support, 'session')} of ${counted(insight.agents, 'person', 'people')} at ${counted(insight.problems, 'problem')}`
    ],
    ['Kind', insight.gap.replace('-', ' ')],
    ['Written by', insight.writer],
    ['Revision', String(insight.revision)]
  ] as const
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="numbers">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
